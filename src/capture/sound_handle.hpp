#pragma once

#include <sndfile.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

namespace preshift {

/// A sound file that libsndfile has open for reading.
class SoundHandle {
 public:
  /// Fills `info`. get() is nullptr when it cannot be opened; sf_strerror(nullptr) then says why. With
  /// `unfilled_length_at` (SoundContainer) libsndfile sees the length 2^32 - 1 there: all that follows is
  /// sound.
  SoundHandle(const std::filesystem::path& file, SF_INFO& info,
              std::optional<std::uint64_t> unfilled_length_at);

  [[nodiscard]] SNDFILE* get() const { return m_sound.get(); }

 private:
  struct CorrectedFile;
  struct Forget {
    void operator()(CorrectedFile* file) const;
  };

  std::unique_ptr<CorrectedFile, Forget> m_corrected;  ///< outlives m_sound, which reads it
  std::unique_ptr<SNDFILE, decltype(&sf_close)> m_sound{nullptr, &sf_close};
};

}  // namespace preshift
