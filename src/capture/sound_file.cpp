#include "sensing_texts.hpp"
#include "sound_container.hpp"
#include "sound_handle.hpp"
#include "sound_source.hpp"

#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <system_error>
#include <utility>

namespace preshift {
namespace {

constexpr int k_lowest_rate_hz = 8000;
constexpr int k_highest_rate_hz = 192000;

sf_count_t frames_in(std::chrono::milliseconds window, int rate_hz) {
  return static_cast<sf_count_t>(std::llround(std::chrono::duration<double>(window).count() * rate_hz));
}

double seconds(sf_count_t frames, int rate_hz) {
  return static_cast<double>(frames) / rate_hz;
}

Failure<Problem> too_long(const std::string& file, double file_seconds) {
  return unusable_input(sensing_text("sound_file.too_long"), file, file_seconds,
                        static_cast<double>(k_longest_window.count()));
}

/// How much of a file is there, and wanted. In frames: one sample of every channel.
struct Extent {
  std::optional<sf_count_t> declared;  ///< what the file says it holds, when it does
  std::optional<sf_count_t> window;    ///< what the caller wants of its beginning, when not all

  /// Where to stop; past the longest window when only reading on shows whether the file ends in time.
  [[nodiscard]] sf_count_t end(sf_count_t longest) const {
    const sf_count_t wanted = window.value_or(longest + 1);
    return std::min(wanted, declared.value_or(wanted));
  }
};

class SoundFile final : public SoundSource {
 public:
  SoundFile(const std::filesystem::path& file, SoundHandle handle, const SF_INFO& info, const Extent& extent)
      : m_file(file.string()),
        m_handle(std::move(handle)),
        m_rate_hz(info.samplerate),
        m_extent(extent),
        m_end(extent.end(frames_in(k_longest_window, info.samplerate))) {
    m_opened = {Sensor::microphone, false, file.filename().string(), {}, static_cast<double>(info.samplerate),
                info.channels};
  }

  [[nodiscard]] const SourceOpened& opened() const override { return m_opened; }
  [[nodiscard]] bool at_end() const override { return m_next >= m_end; }

  [[nodiscard]] std::optional<double> length_seconds() const override {
    if (!m_extent.declared) return std::nullopt;
    return seconds(m_end, m_rate_hz);
  }

  [[nodiscard]] Result<std::size_t> read(std::span<float> interleaved) override {
    const auto channels = static_cast<std::size_t>(m_opened.channels);
    const auto wanted = std::min(static_cast<sf_count_t>(interleaved.size() / channels), m_end - m_next);
    if (wanted <= 0) return std::size_t{0};
    const sf_count_t frames = sf_readf_float(m_handle.get(), interleaved.data(), wanted);
    const auto samples = interleaved.first(static_cast<std::size_t>(frames) * channels);
    if (auto good = check(samples, frames, wanted); !good) return Failure<Problem>{std::move(good).error()};
    if (frames < wanted) m_end = m_next + frames;
    m_next += frames;
    return samples.size();
  }

 private:
  [[nodiscard]] Result<void> check(std::span<const float> samples, sf_count_t frames,
                                   sf_count_t wanted) const {
    if (sf_error(m_handle.get()) != SF_ERR_NO_ERROR)
      return unusable_input(sensing_text("sound_file.damaged"), m_file, seconds(m_next, m_rate_hz));
    if (frames < wanted && m_extent.declared)
      return unusable_input(sensing_text("sound_file.truncated"), m_file);
    if (!m_extent.window && m_next + frames > frames_in(k_longest_window, m_rate_hz))
      return too_long(m_file, seconds(m_next + frames, m_rate_hz));
    const auto bad =
        std::find_if(samples.begin(), samples.end(), [](float sample) { return !std::isfinite(sample); });
    if (bad != samples.end()) return refuse(sensing_text("sound_file.not_a_number"), samples, bad);
    constexpr float k_absurd = 1e6F;
    const auto absurd = std::find_if(samples.begin(), samples.end(),
                                     [](float sample) { return std::abs(sample) > k_absurd; });
    if (absurd != samples.end()) return refuse(sensing_text("sound_file.absurd"), samples, absurd);
    return {};
  }

  [[nodiscard]] Failure<Problem> refuse(const Text& text, std::span<const float> samples,
                                        std::span<const float>::iterator at) const {
    const auto frame = m_next + (at - samples.begin()) / m_opened.channels;
    return unusable_input(text, m_file, seconds(frame, m_rate_hz));
  }

  std::string m_file;
  SoundHandle m_handle;
  SourceOpened m_opened;
  int m_rate_hz;
  Extent m_extent;
  sf_count_t m_end;
  sf_count_t m_next = 0;
};

Result<void> refuse_what_is_no_file(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found)
    return unusable_input(sensing_text("sound_file.missing"), file.string());
  if (error) return unusable_input(sensing_text("sound_file.unreadable"), file.string(), error.message());
  if (status.type() != std::filesystem::file_type::regular)
    return unusable_input(sensing_text("sound_file.not_a_file"), file.string());
  if (std::filesystem::file_size(file, error) == 0 && !error)
    return unusable_input(sensing_text("sound_file.empty"), file.string());
  return {};
}

/// libsndfile's words for its last error, without their full stop.
std::string reason_of(SNDFILE* handle) {
  std::string reason = sf_strerror(handle);
  while (reason.ends_with('.')) reason.pop_back();
  return reason;
}

/// The formats whose cut-off files can be told, and whose content names them: libsndfile takes others (raw
/// telephone codes) by the file's extension alone.
bool is_accepted(int format) {
  switch (format & SF_FORMAT_TYPEMASK) {
    case SF_FORMAT_WAV:
    case SF_FORMAT_WAVEX:
    case SF_FORMAT_RF64:
    case SF_FORMAT_W64:
    case SF_FORMAT_AIFF:
    case SF_FORMAT_FLAC:
    case SF_FORMAT_OGG:
      return true;
    default:
      return false;
  }
}

/// FLAC promises a number of frames; only looking for the last one shows whether it is there. Reads a few
/// frames.
bool last_frame_is_missing(SNDFILE* handle, const SF_INFO& info, sf_count_t declared) {
  if ((info.format & SF_FORMAT_TYPEMASK) != SF_FORMAT_FLAC) return false;
  std::vector<float> frame(static_cast<std::size_t>(info.channels));
  const bool found = sf_seek(handle, declared - 1, SEEK_SET) == declared - 1 &&
                     sf_readf_float(handle, frame.data(), 1) == 1 && sf_error(handle) == SF_ERR_NO_ERROR;
  return !found || sf_seek(handle, 0, SEEK_SET) != 0;
}

Result<std::unique_ptr<SoundSource>> start(const std::filesystem::path& file, SoundHandle handle,
                                           const SF_INFO& info,
                                           std::optional<std::chrono::milliseconds> window) {
  const std::string name = file.string();
  if (info.samplerate < k_lowest_rate_hz || info.samplerate > k_highest_rate_hz)
    return unusable_input(sensing_text("sound_file.rate"), name, static_cast<double>(info.samplerate));
  if (info.frames == 0) return unusable_input(sensing_text("sound_file.empty"), name);
  Extent extent{info.frames, std::nullopt};
  if (info.frames < 0 || info.frames == SF_COUNT_MAX) extent.declared.reset();
  if (window) extent.window = frames_in(*window, info.samplerate);
  if (!window && extent.declared > frames_in(k_longest_window, info.samplerate))
    return too_long(name, seconds(*extent.declared, info.samplerate));
  if (extent.declared && last_frame_is_missing(handle.get(), info, *extent.declared))
    return unusable_input(sensing_text("sound_file.truncated"), name);
  return {std::make_unique<SoundFile>(file, std::move(handle), info, extent)};
}

}  // namespace

Result<std::unique_ptr<SoundSource>> open_sound_file(const std::filesystem::path& file,
                                                     std::optional<std::chrono::milliseconds> window) {
  if (auto usable = refuse_what_is_no_file(file); !usable) return Failure<Problem>{std::move(usable).error()};
  const SoundContainer container = inspect_sound_container(file);
  if (container.cut_off) return unusable_input(sensing_text("sound_file.truncated"), file.string());
  SF_INFO info{};
  SoundHandle handle(file, info, container.unfilled_length_at);
  if (handle.get() == nullptr)
    return unusable_input(sensing_text("sound_file.unreadable"), file.string(), reason_of(nullptr));
  if (!is_accepted(info.format)) {
    SF_FORMAT_INFO format{info.format & SF_FORMAT_TYPEMASK, nullptr, nullptr};
    sf_command(nullptr, SFC_GET_FORMAT_INFO, &format, sizeof format);
    return unusable_input(sensing_text("sound_file.unreadable"), file.string(),
                          std::string(format.name == nullptr ? "?" : format.name));
  }
  return start(file, std::move(handle), info, window);
}

}  // namespace preshift
