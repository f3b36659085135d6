#pragma once

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <span>
#include <vector>

namespace preshift {

/// A queue from exactly one writing thread to exactly one reading thread. Neither ever waits, locks or
/// allocates, so the writer may be an audio callback. What does not fit is thrown away and counted.
template <class Sample>
class RingBuffer {
  static_assert(std::atomic<std::size_t>::is_always_lock_free);

 public:
  /// Holds at least this many samples (rounded up to a power of two).
  explicit RingBuffer(std::size_t at_least)
      : m_samples(std::bit_ceil(std::max<std::size_t>(at_least, 1))), m_mask(m_samples.size() - 1) {}

  /// Writer: stores all of them, or none and counts them as lost, so that channels never change places.
  void push(std::span<const Sample> samples) noexcept {
    const std::size_t end = m_end.load(std::memory_order_relaxed);
    const std::size_t used = end - m_begin.load(std::memory_order_acquire);
    if (samples.size() > m_samples.size() - used) return count_lost(samples.size());
    const std::size_t first = std::min(samples.size(), m_samples.size() - (end & m_mask));
    const auto place = m_samples.begin() + static_cast<std::ptrdiff_t>(end & m_mask);
    std::copy_n(samples.begin(), first, place);
    std::copy(samples.begin() + static_cast<std::ptrdiff_t>(first), samples.end(), m_samples.begin());
    m_end.store(end + samples.size(), std::memory_order_release);
  }

  /// Writer: samples that were lost before they came here.
  void count_lost(std::size_t samples) noexcept { m_lost.fetch_add(samples, std::memory_order_relaxed); }

  /// Reader: takes the oldest samples, as many as there are and fit; returns their number.
  std::size_t pop(std::span<Sample> samples) noexcept {
    const std::size_t begin = m_begin.load(std::memory_order_relaxed);
    const std::size_t taken = std::min(samples.size(), m_end.load(std::memory_order_acquire) - begin);
    const std::size_t first = std::min(taken, m_samples.size() - (begin & m_mask));
    const auto place = m_samples.begin() + static_cast<std::ptrdiff_t>(begin & m_mask);
    std::copy_n(place, first, samples.begin());
    std::copy_n(m_samples.begin(), taken - first, samples.begin() + static_cast<std::ptrdiff_t>(first));
    m_begin.store(begin + taken, std::memory_order_release);
    return taken;
  }

  /// Reader: throws away up to this many of the oldest samples; returns their number. They do not count as
  /// lost.
  std::size_t discard(std::size_t at_most) noexcept {
    const std::size_t begin = m_begin.load(std::memory_order_relaxed);
    const std::size_t taken = std::min(at_most, m_end.load(std::memory_order_acquire) - begin);
    m_begin.store(begin + taken, std::memory_order_release);
    return taken;
  }

  /// Reader: samples waiting. More may have come since.
  [[nodiscard]] std::size_t size() const noexcept {
    return m_end.load(std::memory_order_acquire) - m_begin.load(std::memory_order_relaxed);
  }

  [[nodiscard]] std::size_t capacity() const noexcept { return m_samples.size(); }

  /// Any thread: samples lost since the beginning.
  [[nodiscard]] std::size_t lost() const noexcept { return m_lost.load(std::memory_order_relaxed); }

 private:
  static constexpr std::size_t k_cache_line = 64;

  std::vector<Sample> m_samples;
  std::size_t m_mask;
  // Counts since the beginning, which wrap around with the size of the type; each thread writes a line of its
  // own.
  alignas(k_cache_line) std::atomic<std::size_t> m_begin{0};
  alignas(k_cache_line) std::atomic<std::size_t> m_end{0};
  alignas(k_cache_line) std::atomic<std::size_t> m_lost{0};
};

}  // namespace preshift
