#include "svg_drawing.hpp"

#include "svg_reading.hpp"
#include "text_width.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <sstream>

namespace preshift {
namespace {

using testing::coordinates;
using testing::in_group;
using testing::read_svg;

constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();
constexpr double k_infinity = std::numeric_limits<double>::infinity();
constexpr Stroke k_stroke{"#000000"};

SvgDrawing drawing() {
  return {100, 80, Language::english, "title", "description"};
}

TEST(SvgDrawing, TellsAScreenReaderWhatItShows) {
  const auto elements = read_svg(SvgDrawing(100, 80, Language::french, "titre", "image").svg());
  EXPECT_EQ(elements.at(0).attributes.at("role"), "img");
  EXPECT_EQ(elements.at(0).attributes.at("xml:lang"), "fr");
  EXPECT_EQ(elements.at(0).attributes.at("viewBox"), "0 0 100 80");
  EXPECT_EQ(elements.at(1).name + "=" + elements.at(1).text, "title=titre");
  EXPECT_EQ(elements.at(2).name + "=" + elements.at(2).text, "desc=image");
}

TEST(SvgDrawing, ShowsHostileWordsAsWords) {
  const std::string hostile = "\"/><script>alert('&lt;')</script><!-- ]]> &nbsp; {0}";
  SvgDrawing shape(100, 80, Language::english, hostile, hostile);
  shape.words({1, 2}, hostile, {});
  const auto elements = read_svg(shape.svg());
  EXPECT_EQ(elements.at(1).text, hostile);
  EXPECT_EQ(elements.back().text, hostile);
  for (const auto& element : elements) EXPECT_NE(element.name, "script");
}

TEST(SvgDrawing, LeavesOutWhatXmlCannotHold) {
  SvgDrawing shape = drawing();
  shape.words({1, 2}, std::string("a\0b\x1b\xff\xEF\xBF\xBF\xEF\xBF\xBE", 11), {});
  EXPECT_EQ(read_svg(shape.svg()).back().text, "a b \uFFFD\uFFFD\uFFFD");
}

TEST(SvgDrawing, DrawsNothingAtWhatIsNoNumber) {
  for (const double bad : {k_nan, k_infinity, -k_infinity, 1e300}) {
    SvgDrawing shape = drawing();
    shape.begin_group("bad");
    shape.line({bad, 1}, {2, 3}, k_stroke);
    shape.box({1, bad, 2, 3}, "#000000");
    shape.box({1, 2, 2, -bad}, "#000000");
    shape.hatch({1, 2, bad, 3}, {"#000000"});
    shape.frame({1, 2, bad, 3}, k_stroke);
    shape.words({1, bad}, "word", {});
    shape.area(std::array<Point, 3>{{{1, 2}, {bad, 3}, {4, 5}}}, "#000000");
    shape.begin_clip({bad, 0, 1, 1});
    shape.end_clip();
    shape.end_group();
    for (const char* name : {"line", "rect", "text", "polygon", "path"})
      EXPECT_TRUE(in_group(read_svg(shape.svg()), "bad", name).empty()) << name << " at " << bad;
  }
}

TEST(SvgDrawing, BreaksALineWhereAPointIsMissing) {
  SvgDrawing shape = drawing();
  shape.begin_group("curve");
  shape.polyline(std::array<Point, 6>{{{0, 1}, {1, 2}, {2, k_nan}, {3, 4}, {4, 5}, {5, k_infinity}}},
                 k_stroke);
  shape.end_group();
  const auto runs = in_group(read_svg(shape.svg()), "curve", "polyline");
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_THAT(coordinates(runs[0]), ::testing::ElementsAre(0, 1, 1, 2));
  EXPECT_THAT(coordinates(runs[1]), ::testing::ElementsAre(3, 4, 4, 5));
}

TEST(SvgDrawing, KeepsAHatchWithinItsBox) {
  for (const bool rising : {true, false}) {
    SvgDrawing shape = drawing();
    shape.begin_group("hatched");
    shape.hatch({10, 20, 30, 8}, {"#000000", "#eeeeee", 4, 1, rising});
    shape.end_group();
    const auto paths = in_group(read_svg(shape.svg()), "hatched", "path");
    ASSERT_EQ(paths.size(), 1U);
    std::string path = paths[0].attributes.at("d");
    for (char& c : path)
      if (c == 'M' || c == 'L') c = ' ';
    std::istringstream numbers(path);
    std::size_t lines = 0;
    for (double x1 = 0, y1 = 0, x2 = 0, y2 = 0; numbers >> x1 >> y1 >> x2 >> y2; ++lines) {
      EXPECT_TRUE(x1 >= 10 && x2 <= 40.001 && std::min(y1, y2) >= 19.99 && std::max(y1, y2) <= 28.01);
      EXPECT_NEAR(x2 - x1, rising ? y1 - y2 : y2 - y1, 0.02);
    }
    EXPECT_NEAR(static_cast<double>(lines), (30 + 8) / (4 * std::sqrt(2)), 1);
  }
}

TEST(CutToWidth, LeavesAloneWhatFits) {
  EXPECT_EQ(cut_to_width("room.wav", 20), "room.wav");
  EXPECT_EQ(cut_to_width("", 20), "");
}

TEST(CutToWidth, CutsBetweenCharacters) {
  EXPECT_EQ(cut_to_width("ééééé", 4), "ééé…");
  EXPECT_LE(estimated_width(cut_to_width(std::string(500, 'W'), 30)), 30);
}

}  // namespace
}  // namespace preshift
