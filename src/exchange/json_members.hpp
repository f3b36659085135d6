#pragma once

#include "event_names.hpp"
#include "sensing_texts.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preshift {

using Json = nlohmann::ordered_json;

/// How a reader finds the text of an id.
using FindText = std::optional<Text> (*)(std::string_view id);

/// Members of an object within that nobody asks for.
enum class OtherMembers { ignored, refused };

/// Reads members of one JSON object; remembers the first that was missing or of the wrong type.
class Members {
 public:
  explicit Members(const Json& object, FindText find_text = find_sensing_text,
                   OtherMembers others = OtherMembers::ignored)
      : m_object(object), m_find_text(find_text), m_others(others) {
    if (!object.is_object()) m_wrong = "";
  }

  [[nodiscard]] bool good() const { return !m_wrong; }

  /// The path of the first wrong member within the object, such as `reason.arguments`; empty when this is no
  /// object.
  [[nodiscard]] const std::optional<std::string>& wrong() const { return m_wrong; }

  bool has(const char* key) {
    if (m_others == OtherMembers::refused) m_asked.insert(key);
    return m_object.is_object() && m_object.contains(key);
  }

  /// Unless it is right, refuses the member.
  void require(bool is_right, const std::string& key) {
    if (!is_right) refuse<bool>(key);
  }

  /// After all known members were read: refuses those that nobody asked for, unless they are ignored.
  void end() {
    if (m_others == OtherMembers::ignored || !m_object.is_object()) return;
    for (const auto& [key, value] : m_object.items()) require(m_asked.contains(key), key);
  }

  std::string text(const char* key) {
    const Json* member = find(key);
    if (member == nullptr || !member->is_string()) return refuse<std::string>(key);
    return member->get<std::string>();
  }

  double number(const char* key) {
    const Json* member = find(key);
    if (member == nullptr || !member->is_number()) return refuse<double>(key);
    const auto value = member->get<double>();
    return std::isfinite(value) ? value : refuse<double>(key);
  }

  int integer(const char* key) {
    const double value = number(key);
    const bool whole = std::abs(value) <= std::numeric_limits<int>::max() && value == std::floor(value);
    return whole ? static_cast<int>(value) : refuse<int>(key);
  }

  bool flag(const char* key) {
    const Json* member = find(key);
    if (member == nullptr || !member->is_boolean()) return refuse<bool>(key);
    return member->get<bool>();
  }

  template <class Value>
  Value one_of(const char* key, std::initializer_list<Value> values) {
    const std::string word = text(key);
    for (const Value value : values)
      if (word == name_of(value)) return value;
    return refuse<Value>(key);
  }

  Sensor sensor() { return one_of("sensor", {Sensor::microphone, Sensor::camera}); }

  Message message(const char* key) {
    return nested(key, [&](Members& inner) {
      const auto text_found = m_find_text(inner.text("text"));
      inner.require(text_found.has_value(), "text");
      Message read{text_found.value_or(Text{}), {}};
      const Json* arguments = inner.find("arguments");
      if (arguments == nullptr || !arguments->is_array()) return inner.refuse<Message>("arguments");
      for (const Json& argument : *arguments) {
        if (argument.is_string()) {
          read.arguments.emplace_back(argument.get<std::string>());
        } else if (argument.is_number() && std::isfinite(argument.get<double>())) {
          read.arguments.emplace_back(argument.get<double>());
        } else {
          return inner.refuse<Message>("arguments");
        }
      }
      return read;
    });
  }

  /// The member as it is; null when it is missing.
  const Json& json(const char* key) {
    static const Json null;
    const Json* member = find(key);
    return member == nullptr ? null : *member;
  }

  std::vector<double> numbers(const char* key) {
    const Json* member = find(key);
    std::vector<double> read;
    if (member == nullptr || !member->is_array()) return refuse<std::vector<double>>(key);
    for (const Json& number : *member) {
      if (!number.is_number()) return refuse<std::vector<double>>(key);
      read.push_back(number.get<double>());
    }
    return read;
  }

  /// What `read` makes of an object inside this one.
  template <class Read>
  auto nested(const char* key, Read read) -> decltype(read(std::declval<Members&>())) {
    const Json* member = find(key);
    using Value = decltype(read(std::declval<Members&>()));
    if (member == nullptr || !member->is_object()) return refuse<Value>(key);
    return within(*member, key, read);
  }

  /// What `read` makes of each object in a list of at most so many.
  template <class Read>
  auto list(const char* key, std::size_t most, Read read)
      -> std::vector<decltype(read(std::declval<Members&>()))> {
    const Json* member = find(key);
    std::vector<decltype(read(std::declval<Members&>()))> values;
    if (member == nullptr || !member->is_array() || member->size() > most)
      return refuse<decltype(values)>(key);
    for (const Json& each : *member)
      values.push_back(within(each, key + ("[" + std::to_string(values.size()) + "]"), read));
    return values;
  }

  /// An object that holds texts alone, by their names.
  std::map<std::string, std::string, std::less<>> texts(const char* key) {
    return nested(key, [](Members& inner) {
      std::map<std::string, std::string, std::less<>> read;
      for (const auto& [name, value] : inner.m_object.items()) read[name] = inner.text(name.c_str());
      return read;
    });
  }

  /// Exactly `bands.size()` of [level, uncertainty] or null.
  void bands(const char* key, std::span<std::optional<SpectrumBand>> bands) {
    const Json* member = find(key);
    const bool is_as_long = member != nullptr && member->is_array() && member->size() == bands.size();
    require(is_as_long, key);
    for (std::size_t i = 0; is_as_long && i < bands.size(); ++i) {
      const Json& band = member->at(i);
      if (band.is_null()) continue;
      const bool fits = band.is_array() && band.size() == 2 && band[0].is_number() && band[1].is_number();
      if (fits) bands[i] = SpectrumBand{band[0].get<double>(), band[1].get<double>()};
      require(fits, key);
    }
  }

 private:
  const Json* find(const char* key) {
    if (has(key)) return &m_object.at(key);
    return refuse<const Json*>(key);
  }

  template <class Read>
  auto within(const Json& object, const std::string& path, Read read) -> decltype(read(*this)) {
    Members inner(object, m_find_text, m_others);
    auto value = read(inner);
    inner.end();
    if (!inner.good()) require(false, inner.wrong()->empty() ? path : path + "." + *inner.wrong());
    return value;
  }

  template <class Value>
  Value refuse(const std::string& key) {
    if (!m_wrong) m_wrong = key;
    return {};
  }

  const Json& m_object;
  FindText m_find_text;
  OtherMembers m_others;
  std::set<std::string, std::less<>> m_asked;
  std::optional<std::string> m_wrong;
};

}  // namespace preshift
