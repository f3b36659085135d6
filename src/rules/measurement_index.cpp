#include "measurement_index.hpp"

namespace preshift {

MeasurementIndex::MeasurementIndex(const Measurements& measurements) {
  for (const Measurement& measurement : measurements) {
    const auto [entry, is_new] = m_entries.try_emplace(measurement.name, Entry{&measurement, true});
    if (!is_new) entry->second.is_alone = false;
  }
}

MeasurementIndex::Entry MeasurementIndex::find(std::string_view name) const {
  const auto found = m_entries.find(name);
  return found == m_entries.end() ? Entry{} : found->second;
}

}  // namespace preshift
