#include "live_camera.hpp"

#include "sensing_texts.hpp"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace preshift {

/// What the thread and the camera share; whichever ends last frees it.
struct LiveCamera::Reader {
  std::unique_ptr<FrameGrabber> grabber;  ///< the thread's alone
  std::thread thread;                     ///< the camera's alone

  std::mutex mutex;
  std::condition_variable changed;
  Clock::time_point last_frame = Clock::now();
  cv::Mat picture;      ///< empty until one that was wanted is there
  bool wanted = false;  ///< the next frame is to be decoded
  bool stop = false;
  bool ended = false;  ///< no frame follows

  void run() {
    while (grabber->grab() && keep_frame()) {
    }
    grabber.reset();
    const std::lock_guard lock(mutex);
    ended = true;
    changed.notify_all();
  }

  /// False when the thread is to end.
  bool keep_frame() {
    std::unique_lock lock(mutex);
    last_frame = Clock::now();
    if (stop) return false;
    if (!wanted) return true;
    wanted = false;
    lock.unlock();
    cv::Mat decoded;
    const bool good = grabber->retrieve(decoded);
    lock.lock();
    wanted = !good;  // a damaged frame now and then: the next one will do
    if (good) picture = std::move(decoded);
    changed.notify_all();
    return !stop;
  }
};

LiveCamera::LiveCamera(SourceOpened opened, std::unique_ptr<FrameGrabber> grabber, LiveCameraTerms terms,
                       CameraRoute route)
    : m_opened(std::move(opened)),
      m_route(std::move(route)),
      m_terms(terms),
      m_reader(std::make_shared<Reader>()),
      m_settled(Clock::now() + terms.settling) {
  m_reader->grabber = std::move(grabber);
  m_reader->thread = std::thread([reader = m_reader] { reader->run(); });
}

LiveCamera::~LiveCamera() {
  constexpr std::chrono::seconds k_patience{1};
  std::unique_lock lock(m_reader->mutex);
  m_reader->stop = true;
  const bool ended = m_reader->changed.wait_for(lock, k_patience, [&] { return m_reader->ended; });
  lock.unlock();
  ended ? m_reader->thread.join() : m_reader->thread.detach();
}

std::optional<std::size_t> LiveCamera::length() const {
  return static_cast<std::size_t>(std::ceil(std::chrono::duration<double>(m_terms.window) / m_terms.period));
}

Result<std::optional<Picture>> LiveCamera::next() {
  if (!std::exchange(m_started, true)) m_start = m_due = std::max(Clock::now(), m_settled);
  const auto due = std::max(m_due, Clock::now());
  if (due >= m_start + m_terms.window) return std::optional<Picture>{};
  m_due += std::chrono::duration_cast<Clock::duration>(m_terms.period);
  m_due = std::max(m_due, due);

  std::unique_lock lock(m_reader->mutex);
  if (m_reader->changed.wait_until(lock, due, [&] { return m_reader->ended; })) return stalled();
  m_reader->picture.release();
  m_reader->wanted = true;
  while (m_reader->picture.empty()) {
    if (m_reader->ended || Clock::now() - m_reader->last_frame >= m_terms.stalled_after) return stalled();
    m_reader->changed.wait_until(lock, m_reader->last_frame + m_terms.stalled_after);
  }
  return std::optional<Picture>(
      Picture{std::move(m_reader->picture), std::chrono::duration<double>(Clock::now() - m_start).count()});
}

Failure<Problem> LiveCamera::stalled() const {
  const std::chrono::duration<double> measured = std::max(Clock::now() - m_start, Clock::duration::zero());
  return device_failure(sensing_text("camera.stalled"), m_opened.name, measured.count());
}

}  // namespace preshift
