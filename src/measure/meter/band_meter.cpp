#include "band_meter.hpp"

#include "decibel.hpp"

#include <algorithm>
#include <cmath>

namespace preshift {
namespace {

/// Of the rate: bands below run at half of it. The decimator's pass band, and what folds onto it, are made
/// for this.
constexpr double k_highest_decimated = 0.1325;

constexpr double k_settling_bandwidths = 3;
constexpr double k_counting_bandwidths = 1;
constexpr double k_db_per_neper_of_energy = 4.342944819032518;
constexpr int k_thirds_per_octave = 3;
constexpr std::size_t k_decimator_lane = 3;

}  // namespace

double BandMeter::settling_seconds(int third) {
  return k_settling_bandwidths / bandwidth_hz(third);
}

std::size_t BandMeter::stage_of(int octave, double rate_hz) {
  std::size_t stage = 0;
  for (; upper_edge_hz(octave + 1) <= k_highest_decimated * rate_hz; rate_hz /= 2) ++stage;
  return stage;
}

void BandMeter::Stream::pass(std::size_t count) {
  std::copy_n(m_samples.begin() + static_cast<std::ptrdiff_t>(count), k_before, m_samples.begin());
}

void BandMeter::Stream::take_behind_one_pair(Stream& x, std::size_t count) {
  const float* const from = x.now();
  float* const to = now();
  for (std::size_t i = 0; i < count; i += k_lanes) store4(to + i, load4(from + i) - load4(from + i - 2));
}

void BandMeter::Stream::take_behind_three_pairs(Stream& x, std::size_t count) {
  const float* from = x.now();
  float* const to = now();
  for (std::size_t i = 0; i < count; i += k_lanes, from += k_lanes)
    store4(to + i, (load4(from) - load4(from - 6)) - all4(3) * (load4(from - 2) - load4(from - 4)));
}

void BandMeter::Stream::take_behind_six_at_nyquist(Stream& x, std::size_t count) {
  const float* from = x.now();
  float* const to = now();
  for (std::size_t i = 0; i < count; i += k_lanes, from += k_lanes) {
    const Float4 outer = load4(from) + load4(from - 6);
    const Float4 next = load4(from - 1) + load4(from - 5);
    const Float4 inner = load4(from - 2) + load4(from - 4);
    store4(to + i, (outer + all4(6) * next) + (all4(15) * inner + all4(20) * load4(from - 3)));
  }
}

void BandMeter::Octave::set_lane(std::size_t lane, const std::vector<Biquad>& filter) {
  sections = std::max(sections, filter.size());
  for (std::size_t k = 0; k < filter.size(); ++k) {
    section[k].a1[lane] = static_cast<float>(filter[k].a1);
    section[k].a2[lane] = static_cast<float>(filter[k].a2);
  }
}

BandMeter::Octave BandMeter::design_octave(int octave, double rate_hz) {
  Octave filters;
  filters.lowest_third = octave - 1;
  for (std::size_t lane = 0; lane < k_bands; ++lane) {
    const int third = filters.lowest_third + static_cast<int>(lane);
    const auto filter = design_third_octave(third, rate_hz);
    if (!filter) continue;
    filters.band[lane].present = true;
    filters.band[lane].gain_squared = filter->front().b0 * filter->front().b0;
    filters.pairs[lane] = filter->size();
    filters.band[lane].wait = static_cast<std::size_t>(std::ceil(settling_seconds(third) * rate_hz));
    filters.set_lane(lane, *filter);
  }
  return filters;
}

BandMeter::BandMeter(double rate_hz)
    : m_stages(stage_of(k_lowest_octave, rate_hz) + 1), m_low_passed(k_most_samples) {
  double stage_rate_hz = rate_hz;
  for (Stage& stage : m_stages) {
    stage.rate_hz = stage_rate_hz;
    stage_rate_hz /= 2;
  }
  for (int octave = k_lowest_octave; octave <= k_highest_octave; octave += k_thirds_per_octave) {
    Stage& stage = m_stages[stage_of(octave, rate_hz)];
    const Octave filters = design_octave(octave, stage.rate_hz);
    if (filters.sections > 0) stage.octaves.push_back(filters);
  }
  const std::vector<Biquad> decimator = design_decimator();
  m_low_pass_gain = static_cast<float>(decimator.front().b0);
  for (Stage& stage : m_stages) {
    if (stage.octaves.empty()) stage.octaves.emplace_back();
    stage.octaves.front().set_lane(k_decimator_lane, decimator);
    std::size_t most_pairs = k_fewest_pairs;
    for (const Octave& octave : stage.octaves)
      most_pairs = std::max(most_pairs, *std::max_element(octave.pairs.begin(), octave.pairs.end()));
    stage.pairs.resize(most_pairs - k_fewest_pairs + 1);
  }
}

template <std::size_t count_of_sections>
Float4 BandMeter::Octave::filter(const Inputs& inputs, std::size_t count, float* low_passed) {
  std::array<Section, count_of_sections> s;
  std::copy_n(section.begin(), count_of_sections, s.begin());
  Float4 energy{};
  for (std::size_t i = 0; i < count; ++i) {
    Float4 x{inputs[0][i], inputs[1][i], inputs[2][i], inputs[3][i]};
    for (Section& part : s) {
      // In this order the next sample waits for one product and one difference only.
      x = (x - part.a2 * part.one_before) - part.a1 * part.last;
      part.one_before = part.last;
      part.last = x;
    }
    energy += x * x;
    low_passed[i] = x[k_decimator_lane];
  }
  std::copy_n(s.begin(), count_of_sections, section.begin());
  return energy;
}

void BandMeter::Octave::observe(const Inputs& inputs, std::size_t count, float* low_passed) {
  if (sections <= 3) {
    count_energy(filter<3>(inputs, count, low_passed), count);
  } else if (sections == 4) {
    count_energy(filter<4>(inputs, count, low_passed), count);
  } else {
    count_energy(filter<k_most_sections>(inputs, count, low_passed), count);
  }
}

/// Whole calls count or do not: a band begins within one call after it has settled.
void BandMeter::Octave::count_energy(Float4 energy, std::size_t count) {
  if (count == 0) return;
  for (std::size_t lane = 0; lane < k_bands; ++lane) {
    Band& of = band[lane];
    if (!of.present) continue;
    if (of.wait > 0) {
      of.wait -= std::min(of.wait, count);
      continue;
    }
    const double sum = of.gain_squared * static_cast<double>(energy[lane]);
    of.samples += count;
    of.energy += sum;
    of.energies.add(sum / static_cast<double>(count));
  }
}

void BandMeter::Stage::take_zeros(std::size_t count) {
  low_pass.take_behind_six_at_nyquist(input, count);
  pairs.front().take_behind_three_pairs(input, count);
  for (std::size_t k = 1; k < pairs.size(); ++k) pairs[k].take_behind_one_pair(pairs[k - 1], count);
}

const float* BandMeter::Stage::behind_pairs(std::size_t count) {
  return pairs[count - k_fewest_pairs].now();
}

void BandMeter::Stage::observe(std::size_t count, float* low_passed) {
  // The first one last: its fourth lane is the low-pass.
  for (std::size_t k = octaves.size(); k-- > 0;) {
    Octave& octave = octaves[k];
    octave.observe({behind_pairs(octave.pairs[0]), behind_pairs(octave.pairs[1]),
                    behind_pairs(octave.pairs[2]), low_pass.now()},
                   count, low_passed);
  }
}

void BandMeter::Stage::pass(std::size_t count) {
  input.pass(count);
  low_pass.pass(count);
  for (Stream& stream : pairs) stream.pass(count);
}

void BandMeter::observe(const float* samples, std::size_t count, float offset) {
  float* const input = m_stages.front().input.now();
  for (std::size_t i = 0; i < count; ++i) input[i] = samples[i] - offset;
  for (std::size_t k = 0; k < m_stages.size(); ++k) {
    Stage& stage = m_stages[k];
    stage.take_zeros(count);
    stage.observe(count, m_low_passed.data());
    stage.pass(count);
    if (k + 1 == m_stages.size()) break;
    float* const next = m_stages[k + 1].input.now();
    std::size_t kept = 0;
    for (std::size_t i = stage.odd ? 1 : 0; i < count; i += 2)
      next[kept++] = m_low_pass_gain * m_low_passed[i];
    stage.odd ^= count % 2 == 1;
    count = kept;
  }
}

const BandMeter::Band* BandMeter::band_of(int third, double* rate_hz) const {
  for (const Stage& stage : m_stages) {
    for (const Octave& octave : stage.octaves) {
      const int lane = third - octave.lowest_third;
      if (lane < 0 || lane >= static_cast<int>(k_bands)) continue;
      *rate_hz = stage.rate_hz;
      const Band& band = octave.band[static_cast<std::size_t>(lane)];
      if (band.present) return &band;
    }
  }
  return nullptr;
}

bool BandMeter::covers_third(int third) const {
  double rate_hz = 0;
  return band_of(third, &rate_hz) != nullptr;
}

std::optional<BandLevel> BandMeter::third_octave(int third) const {
  double rate_hz = 0;
  const Band* band = band_of(third, &rate_hz);
  if (band == nullptr) return std::nullopt;
  const double seconds = static_cast<double>(band->samples) / rate_hz;
  if (seconds * bandwidth_hz(third) < k_counting_bandwidths) return std::nullopt;
  const double energy = band->energy / static_cast<double>(band->samples);
  if (energy <= 0) return BandLevel{level_of_energy(0), 0, seconds};
  return BandLevel{level_of_energy(energy),
                   k_db_per_neper_of_energy * band->energies.spread().standard_uncertainty / energy, seconds};
}

std::optional<BandLevel> BandMeter::octave(int octave) const {
  BandLevel sum{0, 0, INFINITY};
  double energy = 0;
  double squares = 0;
  for (int third = octave - 1; third <= octave + 1; ++third) {
    const auto part = third_octave(third);
    if (!part) return std::nullopt;
    const double part_energy = std::pow(10.0, part->dbfs / 10);
    energy += part_energy;
    squares += std::pow(part_energy * part->averaging_uncertainty, 2);
    sum.seconds = std::min(sum.seconds, part->seconds);
  }
  sum.dbfs = level_of_energy(energy);
  sum.averaging_uncertainty = energy > 0 ? std::sqrt(squares) / energy : 0;
  return sum;
}

}  // namespace preshift
