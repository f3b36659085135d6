#pragma once

#include "event_names.hpp"
#include "sensing_texts.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <initializer_list>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace preshift {

using Json = nlohmann::ordered_json;

/// Reads members of one JSON object; remembers whether any was missing or of the wrong type.
class Members {
 public:
  explicit Members(const Json& object) : m_object(object), m_good(object.is_object()) {}

  [[nodiscard]] bool good() const { return m_good; }
  [[nodiscard]] bool has(const char* key) const { return m_object.is_object() && m_object.contains(key); }

  std::string text(const char* key) {
    const Json* member = find(key);
    if (member == nullptr || !member->is_string()) return refuse<std::string>();
    return member->get<std::string>();
  }

  double number(const char* key) {
    const Json* member = find(key);
    if (member == nullptr || !member->is_number()) return refuse<double>();
    const auto value = member->get<double>();
    return std::isfinite(value) ? value : refuse<double>();
  }

  int integer(const char* key) {
    const double value = number(key);
    const bool whole = std::abs(value) <= std::numeric_limits<int>::max() && value == std::floor(value);
    return whole ? static_cast<int>(value) : refuse<int>();
  }

  bool flag(const char* key) {
    const Json* member = find(key);
    if (member == nullptr || !member->is_boolean()) return refuse<bool>();
    return member->get<bool>();
  }

  template <class Value>
  Value one_of(const char* key, std::initializer_list<Value> values) {
    const std::string word = text(key);
    for (const Value value : values)
      if (word == name_of(value)) return value;
    return refuse<Value>();
  }

  Sensor sensor() { return one_of("sensor", {Sensor::microphone, Sensor::camera}); }

  Message message(const char* key) {
    const Json* member = find(key);
    if (member == nullptr) return {};
    Members inner(*member);
    const auto text_found = find_sensing_text(inner.text("text"));
    const Json* arguments = inner.find("arguments");
    if (!inner.good() || !text_found || !arguments->is_array()) return refuse<Message>();
    Message read{*text_found, {}};
    for (const Json& argument : *arguments) {
      if (argument.is_string()) {
        read.arguments.emplace_back(argument.get<std::string>());
      } else if (argument.is_number() && std::isfinite(argument.get<double>())) {
        read.arguments.emplace_back(argument.get<double>());
      } else {
        return refuse<Message>();
      }
    }
    return read;
  }

  std::vector<double> numbers(const char* key) {
    const Json* member = find(key);
    std::vector<double> read;
    if (member == nullptr || !member->is_array()) return refuse<std::vector<double>>();
    for (const Json& number : *member) {
      if (!number.is_number()) return refuse<std::vector<double>>();
      read.push_back(number.get<double>());
    }
    return read;
  }

  /// What `read` makes of an object inside this one.
  template <class Read>
  auto nested(const char* key, Read read) -> decltype(read(std::declval<Members&>())) {
    const Json* member = find(key);
    using Value = decltype(read(std::declval<Members&>()));
    if (member == nullptr || !member->is_object()) return refuse<Value>();
    Members inner(*member);
    Value value = read(inner);
    if (!inner.good()) m_good = false;
    return value;
  }

  /// Exactly `bands.size()` of [level, uncertainty] or null.
  void bands(const char* key, std::span<std::optional<SpectrumBand>> bands) {
    const Json* member = find(key);
    if (member == nullptr || !member->is_array() || member->size() != bands.size()) {
      m_good = false;
      return;
    }
    for (std::size_t i = 0; i < bands.size(); ++i) {
      const Json& band = member->at(i);
      if (band.is_null()) continue;
      const bool fits = band.is_array() && band.size() == 2 && band[0].is_number() && band[1].is_number();
      if (fits) bands[i] = SpectrumBand{band[0].get<double>(), band[1].get<double>()};
      m_good = m_good && fits;
    }
  }

 private:
  const Json* find(const char* key) {
    if (has(key)) return &m_object.at(key);
    m_good = false;
    return nullptr;
  }

  template <class Value>
  Value refuse() {
    m_good = false;
    return {};
  }

  const Json& m_object;
  bool m_good;
};

}  // namespace preshift
