#include "made_pictures.hpp"
#include "picture_format.hpp"
#include "picture_source.hpp"
#include "refusals.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <sys/stat.h>

namespace preshift {
namespace {

using std::chrono::milliseconds;
using testing::black_png;
using testing::jpeg_of;
using testing::png_of;
using testing::quarters;
using testing::refusal;
using testing::words;

/// A uniform picture by which a file can be told from others.
cv::Mat shade(int value) {
  return {120, 160, CV_8UC3, cv::Scalar::all(value)};
}

class PictureFiles : public ::testing::Test {
 protected:
  [[nodiscard]] std::string place(const std::string& name = "") const {
    return (m_folder.path() / name).string();
  }

  [[nodiscard]] std::string refused(const std::string& name, const std::string& bytes) const {
    return refusal(open_pictures(m_folder.write(name, bytes).string(), std::nullopt));
  }

  testing::TemporaryFolder m_folder;
};

/// The mean of every picture, rounded.
Result<std::vector<int>> shades(PictureSource& source) {
  std::vector<int> found;
  while (true) {
    auto picture = source.next();
    if (!picture) return Failure<Problem>{std::move(picture).error()};
    if (!picture->has_value()) return found;
    EXPECT_EQ((*picture)->seconds, static_cast<double>(found.size()) / 2);
    EXPECT_EQ((*picture)->bgr.type(), CV_8UC3);
    found.push_back(cvRound(cv::mean((*picture)->bgr)[0]));
  }
}

TEST_F(PictureFiles, KeepTheirColoursInBlueGreenRed) {
  m_folder.write("a.jpg", jpeg_of(quarters(320, 240)));
  m_folder.write("b.png", png_of(quarters(320, 240)));
  m_folder.write("c.bmp", testing::bmp_of(quarters(320, 240)));
  auto source = open_pictures(place(), std::nullopt);
  ASSERT_TRUE(source) << words(source);
  for (int i = 0; i < 3; ++i) {
    const auto picture = (*source)->next();
    ASSERT_TRUE(picture) << words(picture);
    EXPECT_LT(cv::norm((**picture).bgr, quarters(320, 240), cv::NORM_INF), 25) << i;
  }
}

TEST_F(PictureFiles, OfOneNameAreOnePicture) {
  auto source = open_pictures(m_folder.write("a.png", png_of(shade(80))).string(), std::nullopt);
  ASSERT_TRUE(source) << words(source);
  EXPECT_EQ((*source)->length(), 1U);
  EXPECT_EQ((*source)->opened().name, "a.png");
  EXPECT_EQ((*source)->opened().rate, 2);
  EXPECT_EQ(*shades(**source), (std::vector<int>{80}));
}

TEST_F(PictureFiles, OfAFolderComeAsPeopleCountWithoutWhatIsNoPicture) {
  m_folder.write("shot10.png", png_of(shade(30)));
  m_folder.write("shot9.PNG", png_of(shade(20)));
  m_folder.write("shot1.jpg", jpeg_of(shade(10)));
  m_folder.write("README.md", "not a picture");
  m_folder.write("labels.json", "{}");
  m_folder.write(".hidden.png", "damaged");
  std::filesystem::create_directory(m_folder.path() / "more.jpg");
  auto source = open_pictures(place(), std::nullopt);
  ASSERT_TRUE(source) << words(source);
  EXPECT_EQ((*source)->length(), 3U);
  EXPECT_EQ(*shades(**source), (std::vector<int>{10, 20, 30}));
}

TEST_F(PictureFiles, OfAPatternAreThoseThatFit) {
  for (int i = 1; i < 12; ++i) m_folder.write("frame_" + std::to_string(i) + ".png", png_of(shade(10 * i)));
  const auto found = [&](const std::string& pattern) {
    return *shades(**open_pictures(place(pattern), std::nullopt));
  };
  EXPECT_EQ(found("frame_?.png").size(), 9U);
  EXPECT_EQ(found("*_1[01].*"), (std::vector<int>{100, 110}));
  EXPECT_EQ(found("frame_%d.png").size(), 11U);
  EXPECT_EQ(found("frame_%02d.png"), (std::vector<int>{100, 110}));
}

TEST_F(PictureFiles, WhoseNameLooksLikeAPatternAreThemselves) {
  m_folder.write("desk[1].png", png_of(shade(50)));
  EXPECT_EQ(*shades(**open_pictures(place("desk[1].png"), std::nullopt)), (std::vector<int>{50}));
}

TEST_F(PictureFiles, AreToldByTheirContentNotTheirName) {
  auto source = open_pictures(m_folder.write("a.png", jpeg_of(shade(80))).string(), std::nullopt);
  ASSERT_TRUE(source) << words(source);
  EXPECT_EQ(*shades(**source), (std::vector<int>{80}));
}

TEST_F(PictureFiles, BeyondTheWindowAreLeftOut) {
  for (int i = 0; i < 5; ++i) m_folder.write(std::to_string(i) + ".png", png_of(shade(i)));
  EXPECT_EQ((*open_pictures(place(), milliseconds(1500)))->length(), 3U);
  EXPECT_EQ((*open_pictures(place(), milliseconds(1501)))->length(), 4U);
  EXPECT_EQ((*open_pictures(place(), milliseconds(60000)))->length(), 5U);
}

TEST_F(PictureFiles, ThatAreTooManyAreRefusedUnlessAWindowIsGiven) {
  for (int i = 0; i < 1201; ++i) m_folder.write(std::to_string(i) + ".png", i == 0 ? png_of(shade(9)) : "");
  const auto source = open_pictures(place(), std::nullopt);
  ASSERT_EQ(refusal(source), "picture_file.too_many");
  EXPECT_EQ(std::get<double>(source.error().message.arguments.at(1)), 1201);
  EXPECT_TRUE(open_pictures(place(), milliseconds(500)));
}

TEST_F(PictureFiles, ThatAreNotThereAreRefused) {
  EXPECT_EQ(refusal(open_pictures(place("nope.jpg"), std::nullopt)), "picture_file.missing");
  EXPECT_EQ(refusal(open_pictures(place("nope/*.jpg"), std::nullopt)), "picture_file.missing");
  EXPECT_EQ(refusal(open_pictures("", std::nullopt)), "picture_file.missing");
}

TEST_F(PictureFiles, OfAFolderOrPatternWithoutPicturesAreRefused) {
  m_folder.write("README.md", "not a picture");
  EXPECT_EQ(refusal(open_pictures(place(), std::nullopt)), "picture_file.none");
  EXPECT_EQ(refusal(open_pictures(place("*.jpg"), std::nullopt)), "picture_file.none");
  EXPECT_EQ(refusal(open_pictures(place("frame_%04d.jpg"), std::nullopt)), "picture_file.none");
}

TEST_F(PictureFiles, ThatAreDevicesOrPipesAreRefusedWithoutReadingThem) {
  EXPECT_EQ(refusal(open_pictures("/dev/zero", std::nullopt)), "picture_file.not_a_file");
  ASSERT_EQ(::mkfifo((m_folder.path() / "pipe.jpg").c_str(), 0600), 0);
  EXPECT_EQ(refusal(open_pictures(place("pipe.jpg"), std::nullopt)), "picture_file.not_a_file");
  EXPECT_EQ(refusal(open_pictures(place(), std::nullopt)), "picture_file.not_a_file") << "in a folder too";
}

TEST_F(PictureFiles, ThatAreNoPicturesAreRefused) {
  EXPECT_EQ(refused("a.jpg", ""), "picture_file.empty");
  EXPECT_EQ(refused("a.png", "hello, this is text"), "picture_file.unreadable");
  EXPECT_EQ(refused("a.jpg", "\xFF\xD8\xFFnonsense"), "picture_file.damaged");
}

TEST_F(PictureFiles, OfMoreBytesThanAnyPictureNeedsAreNotRead) {
  const auto heavy = m_folder.write("a.jpg", jpeg_of(shade(9)));
  std::filesystem::resize_file(heavy, 128'000'001);  // a hole, not written
  EXPECT_EQ(refusal(open_pictures(heavy.string(), std::nullopt)), "picture_file.too_heavy");
}

TEST_F(PictureFiles, WithPixelsThatAreTooFewAreRefused) {
  EXPECT_EQ(refused("a.png", png_of(quarters(1, 1))), "picture_file.too_small");
  EXPECT_EQ(refused("a.jpg", jpeg_of(quarters(1, 1))), "picture_file.too_small");
  EXPECT_EQ(refused("a.jpg", jpeg_of(quarters(159, 120))), "picture_file.too_small");
  EXPECT_EQ(refused("a.jpg", jpeg_of(quarters(160, 119))), "picture_file.too_small");
  EXPECT_EQ(refused("a.bmp", testing::bmp_of(quarters(20, 20))), "picture_file.too_small");
  EXPECT_EQ(refused("a.jpg", jpeg_of(quarters(160, 120))), "accepted");
  EXPECT_EQ(refused("a.jpg", jpeg_of(quarters(120, 160))), "accepted") << "a phone held upright";
}

TEST_F(PictureFiles, OfAHundredMegapixelsAreRefusedFromTheirHeader) {
  const std::string bomb = black_png(10000, 10000);
  ASSERT_LT(bomb.size(), 100'000U);
  EXPECT_EQ(refused("a.png", bomb), "picture_file.too_large");
  EXPECT_EQ(refused("a.png", bomb.substr(0, 60)), "picture_file.too_large") << "the pixels are not looked at";
  EXPECT_EQ(refused("a.jpg", testing::with_size(jpeg_of(shade(9)), 10000, 10000)), "picture_file.too_large");
  EXPECT_EQ(refused("a.jpg", testing::with_size(jpeg_of(shade(9)), 65000, 65000)), "picture_file.too_large");
  std::string bmp = testing::bmp_of(shade(9));
  bmp[20] = bmp[24] = 1;  // the third byte of width and height: 65536 more
  EXPECT_EQ(refused("a.bmp", bmp), "picture_file.too_large");
}

TEST_F(PictureFiles, OfTwentyFourMegapixelsAreRead) {
  EXPECT_EQ(refused("a.png", black_png(6000, 4000)), "accepted");
  EXPECT_EQ(refused("a.png", black_png(6001, 4000)), "picture_file.too_large");
}

TEST_F(PictureFiles, ThatWereCutOffAreRefused) {
  const std::string jpeg = jpeg_of(quarters(320, 240));
  const std::string png = png_of(quarters(320, 240));
  for (const std::size_t kept : {2U, 3U, 4U, 8U}) {
    EXPECT_EQ(refused("a.jpg", jpeg.substr(0, jpeg.size() - jpeg.size() / kept / 2)),
              "picture_file.truncated")
        << kept;
    EXPECT_EQ(refused("a.png", png.substr(0, png.size() - png.size() / kept)), "picture_file.truncated")
        << kept;
  }
  EXPECT_EQ(refused("a.png", png.substr(0, png.size() - 1)), "picture_file.truncated");
  EXPECT_EQ(refused("a.png", png.substr(0, 20)), "picture_file.truncated");
}

TEST_F(PictureFiles, ThatAreDamagedInsideAreRefused) {
  std::string png = png_of(quarters(320, 240));
  png[png.size() / 2] = static_cast<char>(png[png.size() / 2] ^ 0x55);
  EXPECT_EQ(refused("a.png", png), "picture_file.damaged");
}

TEST_F(PictureFiles, InAListAreRefusedByTheirOwnNameWhenTheirTurnComes) {
  m_folder.write("1.png", png_of(shade(1)));
  m_folder.write("2.png", png_of(shade(2)).substr(0, 50));
  m_folder.write("3.png", png_of(quarters(8, 8)));
  auto source = open_pictures(place(), std::nullopt);
  ASSERT_TRUE(source);
  ASSERT_TRUE((*source)->next());
  const auto second = (*source)->next();
  EXPECT_EQ(refusal(second), "picture_file.truncated");
  EXPECT_NE(words(second).find("2.png"), std::string::npos) << words(second);
  EXPECT_EQ(refusal((*source)->next()), "picture_file.truncated") << "a source does not go on past a failure";
}

TEST_F(PictureFiles, ThatVanishAfterTheyWereListedAreRefusedByName) {
  m_folder.write("1.png", png_of(shade(1)));
  const auto second = m_folder.write("2.png", png_of(shade(2)));
  auto source = open_pictures(place(), std::nullopt);
  ASSERT_TRUE((*source)->next());
  std::filesystem::remove(second);
  EXPECT_EQ(refusal((*source)->next()), "picture_file.missing");
}

TEST(PictureFormats, TellTheSizeOfEveryKindOfWebPFromItsHeader) {
  const auto size = [](const std::string& rest) {
    return rare_picture_size(std::string("RIFF\0\0\0\0WEBP", 12) + rest + std::string(32, '\0'));
  };
  const auto extended = size("VP8X" + std::string(8, '\0') + std::string("\x7F\x02\x00\xDF\x01\x00", 6));
  ASSERT_TRUE(extended);
  EXPECT_EQ(extended->width, 640);
  EXPECT_EQ(extended->height, 480);
  const auto lossy = size("VP8 " + std::string(10, '\0') + std::string("\x80\x02\xE0\x01", 4));
  EXPECT_EQ(lossy->width, 640);
  EXPECT_EQ(lossy->height, 480);
  const std::uint32_t packed = 639U | 479U << 14;
  std::string bits;
  for (unsigned i = 0; i < 4; ++i) bits += static_cast<char>(packed >> 8 * i);
  const auto lossless = size("VP8L" + std::string(4, '\0') + "\x2F" + bits);
  EXPECT_EQ(lossless->width, 640);
  EXPECT_EQ(lossless->height, 480);
}

}  // namespace
}  // namespace preshift
