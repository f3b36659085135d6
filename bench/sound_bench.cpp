#include "frequency_weighting.hpp"
#include "sound_level_meter.hpp"
#include "sound_observer.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <utility>
#include <vector>

namespace {

constexpr int k_seconds = 20;
constexpr std::size_t k_block_frames = 4096;

std::vector<float> noise(std::size_t samples) {
  std::mt19937 random(1);
  std::uniform_real_distribution<float> uniform(-0.1F, 0.1F);
  std::vector<float> sound(samples);
  for (float& sample : sound) sample = uniform(random);
  return sound;
}

void measure(benchmark::State& state, const std::vector<float>& sound, double rate_hz, int channels) {
  const std::size_t block = k_block_frames * static_cast<std::size_t>(channels);
  for (auto _ : state) {
    preshift::SoundPlan plan;
    plan.rate_hz = rate_hz;
    plan.channels = channels;
    preshift::SoundObserver observer(std::move(plan));
    for (std::size_t first = 0; first < sound.size(); first += block)
      observer.observe(std::span(sound).subspan(first, std::min(block, sound.size() - first)));
    benchmark::DoNotOptimize(observer.measurements({}));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sound.size()));
}

/// 20 s of noise: rate in hertz, channels.
void measuring_noise(benchmark::State& state) {
  const auto samples = static_cast<std::size_t>(state.range(0) * state.range(1) * k_seconds);
  measure(state, noise(samples), static_cast<double>(state.range(0)), static_cast<int>(state.range(1)));
}
BENCHMARK(measuring_noise)
    ->Args({16000, 1})
    ->Args({48000, 1})
    ->Args({48000, 2})
    ->Args({192000, 1})
    ->Unit(benchmark::kMillisecond);

/// A second of noise, then digital silence: slow where denormal numbers are left to themselves.
void measuring_decay_into_silence(benchmark::State& state) {
  auto sound = noise(48000);
  sound.resize(48000 * k_seconds);
  measure(state, sound, 48000, 1);
}
BENCHMARK(measuring_decay_into_silence)->Unit(benchmark::kMillisecond);

/// A minute of 48 kHz mono: every level, without and with bands. Arithmetic bounds it, not memory: half of
/// the time without bands goes into the seven sections of A and C, which run twice; most of the time of the
/// bands into their poles, twelve products and differences of four lanes for an octave and sample.
void metering_a_minute(benchmark::State& state, preshift::Bands bands) {
  const auto sound = noise(48000 * 60);
  for (auto _ : state) {
    preshift::SoundLevelMeter meter(48000, bands);
    for (std::size_t first = 0; first < sound.size(); first += k_block_frames)
      meter.observe({std::span(sound).subspan(first, std::min(k_block_frames, sound.size() - first)), 0, 1});
    benchmark::DoNotOptimize(meter.levels());
  }
}
BENCHMARK_CAPTURE(metering_a_minute, without_bands, preshift::Bands::none)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(metering_a_minute, with_bands, preshift::Bands::third_octave)
    ->Unit(benchmark::kMillisecond);

void designing_a_meter_with_bands(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(preshift::SoundLevelMeter(48000, preshift::Bands::third_octave));
}
BENCHMARK(designing_a_meter_with_bands)->Unit(benchmark::kMillisecond);

void designing_the_weighting(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(preshift::design_weighting(preshift::Weighting::a, 48000));
}
BENCHMARK(designing_the_weighting)->Unit(benchmark::kMillisecond);

}  // namespace
