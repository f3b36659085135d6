#include "made_sounds.hpp"

#include <gtest/gtest.h>
#include <sndfile.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace preshift::testing {

void write_sound(const std::filesystem::path& file, int format, int rate_hz, int channels,
                 const std::vector<double>& samples) {
  SF_INFO info{0, rate_hz, channels, format, 0, 0};
  SNDFILE* handle = sf_open(file.c_str(), SFM_WRITE, &info);
  ASSERT_NE(handle, nullptr) << sf_strerror(nullptr);
  const auto count = static_cast<sf_count_t>(samples.size());
  constexpr sf_count_t k_block = 60000;  // libsndfile 1.2 overflows its stack with long Vorbis blocks
  for (sf_count_t done = 0; done < count;) {
    const sf_count_t written =
        sf_write_double(handle, samples.data() + done, std::min(k_block / channels * channels, count - done));
    ASSERT_GT(written, 0) << sf_strerror(handle);
    done += written;
  }
  sf_close(handle);
}

std::vector<double> quiet_frames(std::size_t frames, int channels) {
  return std::vector<double>(frames * static_cast<std::size_t>(channels), 0.1);
}

std::vector<double> noise(std::size_t frames) {
  std::vector<double> samples(frames);
  double value = 0.1;
  for (double& sample : samples) sample = value = 3.9 * value * (1 - value);
  return samples;
}

Result<std::vector<float>> read_all(SoundSource& source, std::size_t block_frames) {
  std::vector<float> all;
  std::vector<float> block(block_frames * static_cast<std::size_t>(source.opened().channels));
  while (!source.at_end()) {
    auto count = source.read(block);
    if (!count) return Failure<Problem>{std::move(count).error()};
    all.insert(all.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(*count));
  }
  return all;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace preshift::testing
