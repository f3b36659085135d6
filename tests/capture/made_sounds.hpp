#pragma once

#include "sound_source.hpp"

#include <filesystem>
#include <vector>

namespace preshift::testing {

/// Writes interleaved samples with libsndfile; `format` as there (SF_FORMAT_WAV | SF_FORMAT_PCM_16).
void write_sound(const std::filesystem::path& file, int format, int rate_hz, int channels,
                 const std::vector<double>& samples);

/// A tenth of full scale, in frames of equal samples.
[[nodiscard]] std::vector<double> quiet_frames(std::size_t frames, int channels);

/// Noise of one channel that is the same every time (the logistic map, which is chaotic), from 0 to 1.
[[nodiscard]] std::vector<double> noise(std::size_t frames);

/// All a source gives, read in blocks of `block_frames`.
[[nodiscard]] Result<std::vector<float>> read_all(SoundSource& source, std::size_t block_frames = 1000);

[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);

}  // namespace preshift::testing
