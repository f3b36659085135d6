#include "label_spreading.hpp"

#include <algorithm>
#include <cstddef>

namespace preshift {
namespace {

struct Pool {
  double sum = 0;
  double count = 0;

  [[nodiscard]] double mean() const { return sum / count; }
};

/// The series that rises nowhere less than 0 and is nearest to this one: neighbours that fall are pooled.
std::vector<double> rising(const std::vector<double>& values) {
  std::vector<Pool> pools;
  for (const double value : values) {
    pools.push_back({value, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().count += last.count;
    }
  }
  std::vector<double> result;
  for (const Pool& pool : pools)
    result.insert(result.end(), static_cast<std::size_t>(pool.count), pool.mean());
  return result;
}

}  // namespace

std::vector<double> spread_apart(std::span<const double> wanted, double distance, double low, double high) {
  if (wanted.empty()) return {};
  const auto gaps = static_cast<double>(wanted.size() - 1);
  const double step = gaps > 0 ? std::min(distance, (high - low) / gaps) : 0;
  std::vector<double> places(wanted.begin(), wanted.end());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] -= step * static_cast<double>(i);
  places = rising(places);
  for (std::size_t i = 0; i < places.size(); ++i)
    places[i] = std::clamp(places[i], low, std::max(low, high - step * gaps)) + step * static_cast<double>(i);
  return places;
}

}  // namespace preshift
