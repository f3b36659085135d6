#include "plot_file.hpp"

#include "level_plot.hpp"
#include "picture_support.hpp"
#include "svg_drawing.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

namespace preshift {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

struct Picture {
  std::size_t width = 0;
  std::size_t height = 0;
  std::vector<unsigned char> rgb;

  [[nodiscard]] std::array<int, 3> at(std::size_t x, std::size_t y) const {
    const std::size_t first = 3 * (y * width + x);
    return {rgb[first], rgb[first + 1], rgb[first + 2]};
  }
};

Picture decoded(const std::string& png) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  EXPECT_NE(png_image_begin_read_from_memory(&image, png.data(), png.size()), 0) << image.message;
  image.format = PNG_FORMAT_RGB;
  Picture picture{image.width, image.height, {}};
  picture.rgb.resize(3 * picture.width * picture.height);
  EXPECT_NE(png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr), 0) << image.message;
  return picture;
}

/// Fontconfig reads its configuration from here while this lives.
class FontConfiguration {
 public:
  explicit FontConfiguration(const std::filesystem::path& file) {
    ::setenv("FONTCONFIG_FILE", file.c_str(), 1);
  }
  ~FontConfiguration() { ::unsetenv("FONTCONFIG_FILE"); }
  FontConfiguration(const FontConfiguration&) = delete;
  FontConfiguration& operator=(const FontConfiguration&) = delete;
};

TEST(PlotFile, WritesSvgAsItIs) {
  const TemporaryFolder folder;
  const auto path = folder.write("plot.SVG", "older");
  const auto file = PlotFile::prepare(path);
  ASSERT_TRUE(file);
  EXPECT_EQ(bytes_of(path), "older");
  ASSERT_TRUE(file->write("<svg/>"));
  EXPECT_EQ(bytes_of(path), "<svg/>");
  EXPECT_EQ(files_in(folder.path()), 1U);
}

TEST(PlotFile, RefusesOtherKindsOfPictures) {
  for (const char* name : {"plot", "plot.jpg", ".svg", "plot.svg.gz", ""}) {
    const auto file = PlotFile::prepare(name);
    ASSERT_FALSE(file) << name;
    EXPECT_EQ(file.error().message.text.id, "plot_file.format");
    EXPECT_EQ(file.error().kind, ProblemKind::unusable_input);
  }
}

TEST(PlotFile, SaysBeforeMeasuringThatItCannotBeWritten) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "folder.svg");
  for (const char* name : {"missing/plot.svg", "folder.svg"}) {
    const auto file = PlotFile::prepare(folder.path() / name);
    ASSERT_FALSE(file) << name;
    const std::string words = render(file.error().message, Language::english);
    EXPECT_THAT(words, HasSubstr(name));
    EXPECT_THAT(words, HasSubstr("directory"));
  }
}

TEST(PlotFile, KeepsTheOldPictureWhenTheNewOneCannotBeWritten) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "below" / "plot.svg";
  std::filesystem::create_directory(path.parent_path());
  const auto file = PlotFile::prepare(path);
  ASSERT_TRUE(file);
  std::filesystem::remove(path.parent_path());
  const auto written = file->write("<svg/>");
  ASSERT_FALSE(written);
  EXPECT_THAT(render(written.error().message, Language::french), HasSubstr(path.string()));
}

TEST(PngOfSvg, IsTwiceAsLargeAndLooksTheSame) {
  SvgDrawing drawing(40, 30, Language::english, "", "");
  drawing.box({10, 10, 10, 10}, "#ff0000");
  const auto png = png_of_svg(drawing.svg());
  ASSERT_TRUE(png) << render(png.error().message, Language::english);
  const Picture picture = decoded(*png);
  EXPECT_EQ(picture.width, 80U);
  EXPECT_EQ(picture.height, 60U);
  EXPECT_EQ(picture.at(18, 30), (std::array<int, 3>{255, 255, 255}));
  EXPECT_EQ(picture.at(22, 30), (std::array<int, 3>{255, 0, 0}));
  EXPECT_EQ(picture.at(38, 38), (std::array<int, 3>{255, 0, 0}));
  EXPECT_EQ(picture.at(42, 30), (std::array<int, 3>{255, 255, 255}));
}

TEST(PngOfSvg, HasWords) {
  SvgDrawing drawing(100, 40, Language::english, "", "");
  drawing.words({10, 30}, "LAeq", {30});
  const auto png = png_of_svg(drawing.svg());
  ASSERT_TRUE(png) << render(png.error().message, Language::english);
  const Picture picture = decoded(*png);
  std::size_t dark = 0;
  for (const unsigned char value : picture.rgb) dark += value < 100 ? 1U : 0U;
  EXPECT_GT(dark, 1000U);
}

TEST(PngOfSvg, CutsOffAtAClip) {
  SvgDrawing drawing(40, 30, Language::english, "", "");
  drawing.begin_clip({10, 10, 10, 10});
  drawing.box({0, 0, 40, 30}, "#000000");
  drawing.end_clip();
  const auto png = png_of_svg(drawing.svg());
  ASSERT_TRUE(png) << render(png.error().message, Language::english);
  const Picture picture = decoded(*png);
  EXPECT_EQ(picture.at(17, 30)[0], 255);
  EXPECT_EQ(picture.at(22, 30)[0], 0);
  EXPECT_EQ(picture.at(30, 42)[0], 255);
}

// librsvg reads XML strictly: what it takes is well-formed.
TEST(PngOfSvg, TakesAPlotOfHostileWords) {
  LevelPlot plot;
  plot.title = "</title><script>\"&\x07\xff \xEF\xBF\xBF";
  plot.history.assign(5, {40, 42, true});
  plot.spectrum = PlottedSpectrum{};
  EXPECT_TRUE(png_of_svg(level_plot_svg(plot, Language::french)));
}

TEST(PngOfSvg, SaysWhyItRefusesWhatIsNoPicture) {
  const auto png = png_of_svg("<svg>");
  ASSERT_FALSE(png);
  EXPECT_EQ(png.error().message.text.id, "plot_file.not_rendered");
  EXPECT_THAT(render(png.error().message, Language::english), Not(HasSubstr("()")));
}

TEST(PreparePng, SaysThatNoFontIsInstalled) {
  const TemporaryFolder folder;
  const auto configuration = folder.write(
      "fonts.conf", "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>");
  const FontConfiguration none(configuration);
  const auto ready = prepare_png();
  ASSERT_FALSE(ready);
  EXPECT_EQ(ready.error().message.text.id, "plot_file.no_font");
  const auto file = PlotFile::prepare(folder.path() / "plot.png");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().message.text.id, "plot_file.no_font");
}

TEST(PreparePng, SaysThatTheModuleIsMissing) {
  const auto ready = prepare_png("/nowhere/preshift-picture.so");
  ASSERT_FALSE(ready);
  EXPECT_EQ(ready.error().message.text.id, "plot_file.no_renderer");
  EXPECT_THAT(render(ready.error().message, Language::french), HasSubstr("preshift-picture.so"));
}

}  // namespace
}  // namespace preshift
