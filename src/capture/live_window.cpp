#include "live_window.hpp"

#include "sensing_texts.hpp"

#include <algorithm>
#include <cmath>
#include <thread>
#include <utility>

namespace preshift {

LiveWindow::LiveWindow(LiveWindowTerms terms, RingBuffer<float>& ring, std::function<bool()> delivering)
    : m_terms(std::move(terms)),
      m_ring(ring),
      m_delivering(std::move(delivering)),
      m_samples(samples_in(m_terms.window)),
      m_left(m_samples) {}

Result<std::size_t> LiveWindow::read(std::span<float> interleaved) {
  if (!m_started) start();
  if (m_left == 0) return std::size_t{0};
  wait_for_samples();
  m_lost = m_ring.lost() - m_lost_before;
  if (m_lost * 100 > m_samples)
    return device_failure(sensing_text("microphone.interrupted"), m_terms.device, lost_seconds());
  const std::size_t whole_frames = interleaved.size() / m_terms.channels * m_terms.channels;
  const std::size_t taken = m_ring.pop(interleaved.first(std::min(whole_frames, m_left)));
  if (taken > 0) m_last_arrival = Clock::now();
  if (taken == 0 && is_stalled())
    return device_failure(sensing_text("microphone.stalled"), m_terms.device, seconds(m_samples - m_left));
  m_left -= taken;
  return taken;
}

void LiveWindow::start() {
  m_started = true;
  m_last_arrival = Clock::now();
  m_ring.discard(m_ring.capacity());
  m_lost_before = m_ring.lost();
}

void LiveWindow::wait_for_samples() const {
  constexpr std::chrono::milliseconds k_nap{5};
  const auto until = Clock::now() + m_terms.patience;
  while (m_ring.size() == 0 && Clock::now() < until) std::this_thread::sleep_for(k_nap);
}

bool LiveWindow::is_stalled() {
  m_stalled = Clock::now() - m_last_arrival >= m_terms.stalled_after || !m_delivering();
  return m_stalled;
}

std::size_t LiveWindow::samples_in(std::chrono::milliseconds duration) const {
  const double frames = std::chrono::duration<double>(duration).count() * m_terms.rate_hz;
  return static_cast<std::size_t>(std::llround(frames)) * m_terms.channels;
}

double LiveWindow::seconds(std::size_t samples) const {
  return static_cast<double>(samples) / static_cast<double>(m_terms.channels) / m_terms.rate_hz;
}

}  // namespace preshift
