#pragma once

#include <cstdint>
#include <unordered_map>

namespace preshift {

/// Where a moment falls in the week of the process's time zone.
struct LocalHour {
  std::int32_t day = 0;     ///< days since 1970-01-01, local
  std::int8_t weekday = 0;  ///< Monday is 0
  std::int8_t hour = 0;
};

/// Asks the system once for each quarter of an hour: zones differ from UTC by whole quarters.
class LocalHours {
 public:
  [[nodiscard]] LocalHour operator()(std::int64_t seconds_since_1970);

 private:
  std::unordered_map<std::int64_t, LocalHour> m_known;
};

}  // namespace preshift
