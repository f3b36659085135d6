#include "qr_drawing.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>

// That other programs read the codes is shown in tests/cli/compact_cli_test.py.

namespace preshift {
namespace {

constexpr int k_version_1 = 21;

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(QrCode, HasAFinderPatternInThreeCorners) {
  const auto code = QrCode::of("PRESHIFT1:", k_version_1);
  ASSERT_TRUE(code);
  const int last = code->modules() - 1;
  EXPECT_EQ(code->modules(), k_version_1);
  for (const auto& [column, row] : {std::pair{0, 0}, {last, 0}, {0, last}}) {
    EXPECT_TRUE(code->is_dark(column, row));
    EXPECT_TRUE(code->is_dark(std::abs(column - 3), std::abs(row - 3)));
    EXPECT_FALSE(code->is_dark(std::abs(column - 1), std::abs(row - 1)));
  }
  EXPECT_FALSE(code->is_dark(-1, 0));
  EXPECT_FALSE(code->is_dark(0, last + 1));
}

TEST(QrCode, TakesTheBestCorrectionThatFitsElseTheLeast) {
  const std::string text(300, 'A');
  const int best = QrCode::of(text, 177)->modules();
  const int least = QrCode::of(text, 1)->modules();
  EXPECT_GT(best, least);
  EXPECT_EQ(QrCode::of(text, best)->modules(), best);
  EXPECT_LT(QrCode::of(text, best - 1)->modules(), best);
  EXPECT_FALSE(QrCode::of(std::string(5000, 'A'), 177)) << "more than any code holds";
}

TEST(QrDrawing, OfATerminalHasTwoRowsInALineAndAQuietZone) {
  const auto code = QrCode::of("PRESHIFT1:", k_version_1);
  std::istringstream lines(qr_half_blocks(*code, false));
  std::string line;
  std::size_t number = 0;
  for (; std::getline(lines, line); ++number) {
    const std::size_t columns = count(line, "█") + count(line, "▀") + count(line, "▄") + count(line, " ");
    EXPECT_EQ(columns, static_cast<std::size_t>(qr_columns(*code)));
    const bool is_quiet = number < 2;
    EXPECT_EQ(count(line, "█") == columns, is_quiet || number == 13) << number;
  }
  EXPECT_EQ(number, static_cast<std::size_t>((qr_columns(*code) + 1) / 2));
  EXPECT_EQ(count(qr_half_blocks(*code, true), "\x1b[30;107m"), number);
}

TEST(QrDrawing, AsSvgHasEveryDarkModule) {
  const auto code = QrCode::of("PRESHIFT1:", k_version_1);
  std::size_t dark = 0;
  for (int row = 0; row < code->modules(); ++row)
    for (int column = 0; column < code->modules(); ++column) dark += code->is_dark(column, row) ? 1 : 0;
  const std::string svg = qr_svg(*code, "A <title> & more");
  EXPECT_EQ(count(svg, "h1v1h-1z"), dark);
  EXPECT_NE(svg.find("<title>A &lt;title&gt; &amp; more</title>"), std::string::npos) << svg.substr(0, 400);
}

}  // namespace
}  // namespace preshift
