#include "strict_json.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr double k_largest_integer = 9007199254740991;  // 2^53 - 1
constexpr int k_number_overflow = 406;                  // the library's id of that error

/// Builds the document from the library's events, and stops at the first fault.
class Builder : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return place(nullptr); }
  bool boolean(bool value) override { return place(value); }
  bool number_integer(number_integer_t value) override {
    return std::abs(static_cast<double>(value)) > k_largest_integer ? refuse(JsonFault::huge_number)
                                                                    : place(value);
  }
  bool number_unsigned(number_unsigned_t value) override {
    return static_cast<double>(value) > k_largest_integer ? refuse(JsonFault::huge_number) : place(value);
  }
  bool number_float(number_float_t value, const string_t& written) override {
    const bool is_integer =
        written.find_first_of(".eE") == std::string::npos;  // of more digits than 64 bits hold
    return is_integer || !std::isfinite(value) ? refuse(JsonFault::huge_number) : place(value);
  }
  bool string(string_t& value) override { return place(std::move(value)); }
  bool binary(binary_t&) override { return refuse(JsonFault::malformed); }

  bool start_object(std::size_t) override {
    constexpr std::size_t k_usual_members = 8;
    m_keys.emplace_back();
    if (!open(Json::object())) return false;
    m_open.back()->get_ref<Json::object_t&>().reserve(k_usual_members);
    return true;
  }
  bool key(string_t& value) override {
    if (is_there_already(value)) {
      m_refusal.key = value;
      return refuse(JsonFault::duplicate_key);
    }
    m_key = std::move(value);
    return true;
  }
  bool end_object() override {
    m_keys.pop_back();
    return close();
  }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t byte, const std::string&, const nlohmann::detail::exception& error) override {
    m_refusal.byte = byte;
    return refuse(error.id == k_number_overflow ? JsonFault::huge_number : JsonFault::malformed);
  }

  [[nodiscard]] Json take() { return std::move(m_root); }
  [[nodiscard]] const JsonRefusal& refusal() const { return m_refusal; }

 private:
  bool refuse(JsonFault fault) {
    m_refusal.fault = fault;
    return false;
  }

  /// Of a small object its members are looked through; of one that grows, the names are kept in order too.
  [[nodiscard]] bool is_there_already(const std::string& name) {
    constexpr std::size_t k_small = 16;
    const auto& members = m_open.back()->get_ref<const Json::object_t&>();
    std::set<std::string>& names = m_keys.back();
    if (members.size() < k_small)
      return std::any_of(members.begin(), members.end(),
                         [&](const auto& each) { return each.first == name; });
    if (names.empty())
      for (const auto& each : members) names.insert(each.first);
    return !names.insert(name).second;
  }

  /// Appends to the innermost open value. No search for the name: key() knows that it is new.
  bool place(Json value) {
    if (m_open.empty()) {
      m_root = std::move(value);
      m_placed = &m_root;
    } else if (Json& parent = *m_open.back(); parent.is_array()) {
      parent.push_back(std::move(value));
      m_placed = &parent.back();
    } else {
      auto& members = parent.get_ref<Json::object_t&>();
      members.emplace_back(std::move(m_key), std::move(value));
      m_placed = &members.back().second;
    }
    return true;
  }

  /// The open values do not move while one within them is open, so pointers to them stay good.
  bool open(Json container) {
    if (m_open.size() == k_deepest_json) return refuse(JsonFault::too_deep);
    place(std::move(container));
    m_open.push_back(m_placed);
    return true;
  }

  bool close() {
    m_open.pop_back();
    return true;
  }

  Json m_root;
  Json* m_placed = nullptr;
  std::vector<Json*> m_open;
  std::vector<std::set<std::string>> m_keys;  ///< of each open object that grew
  std::string m_key;
  JsonRefusal m_refusal;
};

}  // namespace

Expected<Json, JsonRefusal> read_strict_json(std::string_view text) {
  if (text.size() > k_largest_json) return Failure{JsonRefusal{JsonFault::too_large}};
  // The library would skip a byte order mark, and end at a NUL as if the text did.
  if (text.starts_with("\xEF\xBB\xBF")) return Failure{JsonRefusal{JsonFault::malformed, 1}};
  if (const auto nul = text.find('\0'); nul != std::string_view::npos)
    return Failure{JsonRefusal{JsonFault::malformed, nul + 1}};
  Builder builder;
  if (!Json::sax_parse(text, &builder)) return Failure{builder.refusal()};
  return builder.take();
}

}  // namespace preshift
