#include "made_sounds.hpp"
#include "picture_source.hpp"
#include "refusals.hpp"
#include "sound_source.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace preshift {
namespace {

namespace fs = std::filesystem;

/// The recordings that do not travel with the project: $PRESHIFT_SHARED, or ../shared beside it.
std::optional<fs::path> shared_data() {
  const char* named = std::getenv("PRESHIFT_SHARED");
  const fs::path data =
      (named != nullptr ? fs::path(named) : fs::path(PRESHIFT_SOURCE_DIR) / ".." / "shared") / "data";
  std::error_code error;
  if (!fs::is_directory(data, error)) return std::nullopt;
  return data;
}

TEST(RealFiles, OfSoundAreAllReadToTheirDeclaredEnd) {
  const auto data = shared_data();
  if (!data) GTEST_SKIP() << "no shared data: set PRESHIFT_SHARED";
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(*data / "audio")) {
    const auto extension = entry.path().extension();
    if (extension != ".wav" && extension != ".flac" && extension != ".ogg") continue;
    auto source = open_sound_file(entry.path(), std::nullopt);
    ASSERT_TRUE(source) << testing::words(source);
    const auto samples = testing::read_all(**source, 48000);
    ASSERT_TRUE(samples) << testing::words(samples);
    const SourceOpened& opened = (*source)->opened();
    EXPECT_NEAR(static_cast<double>(samples->size()) / opened.channels / opened.rate,
                (*source)->length_seconds().value_or(0), 1e-9)
        << entry.path();
    ++files;
  }
  EXPECT_GT(files, 0);
}

TEST(RealFiles, OfPicturesAndVideosAreAllRead) {
  const auto data = shared_data();
  if (!data) GTEST_SKIP() << "no shared data: set PRESHIFT_SHARED";
  int files = 0;
  for (const char* folder : {"images", "video"}) {
    for (const auto& entry : fs::recursive_directory_iterator(*data / folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".jpg" && extension != ".bmp" && extension != ".avi" && extension != ".mkv") continue;
      auto source = open_pictures(entry.path().string(), std::chrono::seconds(5));
      ASSERT_TRUE(source) << testing::words(source);
      const auto first = (*source)->next();
      ASSERT_TRUE(first) << testing::words(first);
      EXPECT_TRUE(first->has_value()) << entry.path();
      ++files;
    }
  }
  EXPECT_GT(files, 0);
}

}  // namespace
}  // namespace preshift
