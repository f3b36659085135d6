#include "presence.hpp"

#include <algorithm>

namespace preshift {
namespace {

constexpr double k_usual_seconds = 0.5;  // between two pictures, when there is only one
constexpr double k_most_seconds = 1;
constexpr std::size_t k_passing_pictures = 2;

int median_of_three(int a, int b, int c) {
  return std::max(std::min(a, b), std::min(std::max(a, b), c));
}

std::vector<int> without_slips(const std::vector<int>& counts) {
  if (counts.size() < 3) return counts;
  std::vector<int> result = counts;
  for (std::size_t i = 1; i + 1 < counts.size(); ++i)
    result[i] = median_of_three(counts[i - 1], counts[i], counts[i + 1]);
  result.front() = std::min(counts[0], counts[1]);
  result.back() = std::min(counts[counts.size() - 1], counts[counts.size() - 2]);
  return result;
}

std::vector<int> counts_of(std::span<const Sighting> sightings, int Sighting::*which) {
  std::vector<int> counts;
  for (const Sighting& sighting : sightings) counts.push_back(sighting.*which);
  return without_slips(counts);
}

std::vector<double> times_of(std::span<const Sighting> sightings) {
  std::vector<double> times;
  for (const Sighting& sighting : sightings) times.push_back(sighting.seconds);
  return times;
}

double seconds_with(int least, const std::vector<int>& counts, const std::vector<double>& seconds) {
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) sum += counts[i] >= least ? seconds[i] : 0;
  return sum;
}

}  // namespace

int lasting_count(std::span<const int> counts, std::size_t pictures) {
  const std::size_t run = std::min(pictures, counts.size());
  int highest = 0;
  for (std::size_t i = 0; i + run <= counts.size(); ++i) {
    const auto first = counts.begin() + static_cast<std::ptrdiff_t>(i);
    highest = std::max(highest, *std::min_element(first, first + static_cast<std::ptrdiff_t>(run)));
  }
  return highest;
}

std::vector<double> seconds_of_each(std::span<const double> times) {
  std::vector<double> seconds;
  for (std::size_t i = 0; i + 1 < times.size(); ++i)
    seconds.push_back(std::clamp(times[i + 1] - times[i], 0.0, k_most_seconds));
  if (!times.empty()) seconds.push_back(seconds.empty() ? k_usual_seconds : seconds.back());
  return seconds;
}

Presence presence_of(std::span<const Sighting> sightings) {
  const std::vector<int> found = counts_of(sightings, &Sighting::found);
  const std::vector<int> possible = counts_of(sightings, &Sighting::possible);
  const std::vector<double> seconds = seconds_of_each(times_of(sightings));
  const int count = lasting_count(found, k_lasting_pictures);
  const int perhaps =
      std::max(lasting_count(found, k_passing_pictures), lasting_count(possible, k_lasting_pictures));
  const auto several = std::count_if(found.begin(), found.end(), [](int people) { return people > 1; });
  const double several_seconds = seconds_with(2, found, seconds);
  Presence presence;
  presence.count = {static_cast<double>(count), static_cast<double>(std::max(0, perhaps - count))};
  presence.count_seconds = seconds_with(count, found, seconds);
  presence.several_percent = {100 * static_cast<double>(several) / static_cast<double>(found.size()), 0};
  presence.several_seconds = {several_seconds,
                              several > 0 ? *std::max_element(seconds.begin(), seconds.end()) : 0.0};
  return presence;
}

}  // namespace preshift
