#pragma once

#include "measurement.hpp"

#include <string_view>
#include <unordered_map>

namespace preshift {

/// Measurements by name. Does not own them.
class MeasurementIndex {
 public:
  explicit MeasurementIndex(const Measurements& measurements);

  struct Entry {
    const Measurement* first = nullptr;  ///< null when there is none
    bool is_alone = true;
  };
  [[nodiscard]] Entry find(std::string_view name) const;

 private:
  std::unordered_map<std::string_view, Entry> m_entries;
};

}  // namespace preshift
