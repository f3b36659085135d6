#include "heard_recordings.hpp"

#include "sound_level_meter.hpp"

#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <random>
#include <sstream>

namespace preshift::bench {
namespace {

constexpr std::size_t k_most_seconds = 20;

std::array<bool, k_sound_classes.size()> classes_in(const std::string& list) {
  std::array<bool, k_sound_classes.size()> classes{};
  std::istringstream names(list);
  for (std::string name; std::getline(names, name, ',');)
    if (const auto place = find_sound_class(name)) classes[*place] = true;
  return classes;
}

Samples read(const std::string& file) {
  SF_INFO info{};
  SNDFILE* handle = sf_open(file.c_str(), SFM_READ, &info);
  if (handle == nullptr) return {};
  const auto channels = static_cast<std::size_t>(info.channels);
  std::vector<float> frames(k_most_seconds * static_cast<std::size_t>(info.samplerate) * channels);
  const sf_count_t count =
      sf_readf_float(handle, frames.data(), static_cast<sf_count_t>(frames.size() / channels));
  sf_close(handle);
  Samples samples{std::vector<float>(static_cast<std::size_t>(count)), static_cast<double>(info.samplerate)};
  frames.resize(samples.values.size() * channels);
  SampleRun(frames, 0, channels).copy_to(samples.values.data());
  return samples;
}

/// The mean square of the louder half of blocks of 20 ms.
double loud_power(const Samples& samples) {
  const auto block = static_cast<std::size_t>(samples.rate_hz / 50);
  std::vector<double> powers;
  for (std::size_t at = 0; at + block <= samples.values.size(); at += block) {
    const auto first = samples.values.begin() + static_cast<std::ptrdiff_t>(at);
    powers.push_back(std::inner_product(first, first + static_cast<std::ptrdiff_t>(block), first, 0.0));
  }
  std::sort(powers.rbegin(), powers.rend());
  powers.resize((powers.size() + 1) / 2);
  const double sum = std::accumulate(powers.begin(), powers.end(), 0.0);
  return sum / std::max(1.0, static_cast<double>(powers.size() * block));
}

/// Paul Kellet's filter of white noise.
std::vector<float> pink_noise(std::size_t count) {
  std::mt19937 random(15);
  std::normal_distribution<double> white;
  std::array<double, 3> memory{};
  std::vector<float> noise(count);
  for (float& value : noise) {
    const double x = white(random);
    memory[0] = 0.99765 * memory[0] + x * 0.0990460;
    memory[1] = 0.96300 * memory[1] + x * 0.2965164;
    memory[2] = 0.57000 * memory[2] + x * 1.0526913;
    value = static_cast<float>(0.01 * (memory[0] + memory[1] + memory[2] + x * 0.1848));
  }
  return noise;
}

SoundLevels levels_of(const std::vector<float>& values, double rate_hz) {
  SoundLevelMeter meter(rate_hz);
  meter.observe(SampleRun(values, 0, 1));
  return meter.levels();
}

}  // namespace

std::vector<HeardRecording> heard_recordings(const std::string& clips_file) {
  std::vector<HeardRecording> recordings;
  std::ifstream file(clips_file);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    HeardRecording recording;
    std::string fold, is, may_be;
    std::getline(fields, recording.path, '\t');
    std::getline(fields, fold, '\t');
    std::getline(fields, recording.label, '\t');
    std::getline(fields, is, '\t');
    std::getline(fields, may_be, '\t');
    recording.fold = std::stoi(fold);
    recording.is = classes_in(is);
    recording.may_be = classes_in(may_be);
    recordings.push_back(std::move(recording));
  }
  return recordings;
}

Samples samples_of(const HeardRecording& recording, const std::vector<std::string>& folders) {
  for (const std::string& folder : folders)
    if (Samples samples = read(folder + "/" + recording.path); !samples.values.empty()) return samples;
  return {};
}

Samples mixed_at_0_db(const Samples& sound, const Samples& other) {
  Samples mixed = sound;
  const double power = loud_power(sound);
  const double other_power = loud_power(other);
  if (power <= 0 || other_power <= 0) return mixed;
  const auto gain = static_cast<float>(0.5 * std::sqrt(power / other_power));
  const double step = other.rate_hz / sound.rate_hz;  // the nearest sample will do for a background
  for (std::size_t i = 0; i < mixed.values.size(); ++i) {
    const auto at = static_cast<std::size_t>(static_cast<double>(i) * step) % other.values.size();
    mixed.values[i] = 0.5F * mixed.values[i] + gain * other.values[at];
  }
  return mixed;
}

Samples with_noise_15_db_under(const Samples& sound) {
  Samples noisy = sound;
  const auto noise = pink_noise(sound.values.size());
  const double wanted = levels_of(sound.values, sound.rate_hz).lafmax - 15;
  const double is = levels_of(noise, sound.rate_hz).laeq;
  if (!std::isfinite(wanted)) return noisy;
  const auto gain = static_cast<float>(std::pow(10, (wanted - is) / 20));
  for (std::size_t i = 0; i < noise.size(); ++i) noisy.values[i] += gain * noise[i];
  return noisy;
}

}  // namespace preshift::bench
