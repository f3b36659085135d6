#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>

namespace preshift {

/// Draws that follow from a seed and from what is drawn for alone, so that they are the same in whatever
/// order and on whatever thread. No source of secrets.
class Draw {
 public:
  explicit Draw(std::initializer_list<std::uint64_t> of) {
    std::uint64_t mixed = 0;
    for (const std::uint64_t each : of) mixed = mix(mixed ^ mix(each));
    m_engine.seed(mixed);
  }

  [[nodiscard]] std::uint64_t bits() { return m_engine(); }

  /// From 0 to below 1.
  [[nodiscard]] double share() { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }

  [[nodiscard]] bool chance(double probability) { return share() < probability; }

  [[nodiscard]] double between(double lowest, double highest) {
    return lowest + (highest - lowest) * share();
  }

  /// 0 to count - 1.
  [[nodiscard]] int below(int count) { return static_cast<int>(share() * count); }

  [[nodiscard]] double normal(double mean, double deviation) {
    return std::normal_distribution<double>(mean, deviation)(m_engine);
  }

  /// Hexadecimal digits, sixteen from each draw.
  [[nodiscard]] std::string hexadecimal(std::size_t digits);

  /// A UUID of version 4 as `urn:uuid:...`.
  [[nodiscard]] std::string uuid();

 private:
  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  [[nodiscard]] static std::uint64_t mix(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
  }

  std::mt19937_64 m_engine;
};

}  // namespace preshift
