#pragma once

#include "date_time_stamp.hpp"
#include "json_document.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// Reads the members of a document one after the other and remembers the path of the first that is not as it
/// must be. Everything read after that is of no use.
class DocumentReading {
 public:
  [[nodiscard]] const std::optional<std::string>& wrong() const { return m_wrong; }

  void require(bool is_right, const std::string& path) {
    if (!is_right && !m_wrong) m_wrong = path;
  }

  /// What is missing, or of another kind than asked for, is read as null, which has no members.
  const Json& any(const Json& parent, std::string_view name, const std::string& path) {
    const Json* found = member(parent, name);
    require(found != nullptr, path);
    return found != nullptr ? *found : nothing();
  }

  const Json& object(const Json& parent, std::string_view name, const std::string& path) {
    const Json& found = any(parent, name, path);
    require(found.is_object(), path);
    return found.is_object() ? found : nothing();
  }

  const Json& list(const Json& parent, std::string_view name, const std::string& path) {
    const Json& found = any(parent, name, path);
    require(found.is_array(), path);
    return found.is_array() ? found : nothing();
  }

  std::string text(const Json& parent, std::string_view name, const std::string& path) {
    const Json& found = any(parent, name, path);
    require(found.is_string() && !found.get_ref<const std::string&>().empty(), path);
    return found.is_string() ? found.get<std::string>() : std::string();
  }

  std::optional<std::string> optional_text(const Json& parent, std::string_view name,
                                           const std::string& path) {
    if (member(parent, name) == nullptr) return std::nullopt;
    return text(parent, name, path);
  }

  bool flag(const Json& parent, std::string_view name, const std::string& path) {
    const Json& found = any(parent, name, path);
    require(found.is_boolean(), path);
    return found.is_boolean() && found.get<bool>();
  }

  int small_number(const Json& parent, std::string_view name, const std::string& path) {
    constexpr int k_largest = 1'000'000'000;
    const Json& found = any(parent, name, path);
    const bool fits = found.is_number_integer() && found >= 0 && found <= k_largest;
    require(fits, path);
    return fits ? found.get<int>() : 0;
  }

  std::chrono::sys_seconds moment(const Json& parent, std::string_view name, const std::string& path) {
    const auto time = from_date_time_stamp(text(parent, name, path));
    require(time.has_value(), path);
    return time.value_or(std::chrono::sys_seconds{});
  }

  /// The one of these values that is written so.
  template <class Value>
  Value one_of(std::initializer_list<Value> values, const Json& parent, std::string_view name,
               const std::string& path) {
    const std::string word = text(parent, name, path);
    const auto found =
        std::find_if(values.begin(), values.end(), [&](Value value) { return to_string(value) == word; });
    require(found != values.end(), path);
    return found != values.end() ? *found : Value{};
  }

 private:
  static const Json& nothing() {
    static const Json null;
    return null;
  }

  std::optional<std::string> m_wrong;
};

/// Whether a list of texts, or a text alone, has this one.
[[nodiscard]] inline bool names(const Json& texts, std::string_view wanted) {
  if (texts.is_string()) return texts == wanted;
  return texts.is_array() &&
         std::any_of(texts.begin(), texts.end(), [&](const Json& each) { return each == wanted; });
}

}  // namespace preshift
