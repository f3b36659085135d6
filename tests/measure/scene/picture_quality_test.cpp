#include "picture_quality.hpp"

#include "pictures.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include <cmath>
#include <vector>

namespace preshift {
namespace {

using namespace testing;

PictureQuality quality_of(const cv::Mat& bgr) {
  return measure_quality(small_grey_copy(bgr));
}
PictureFault fault_of(const cv::Mat& bgr) {
  return find_fault(quality_of(bgr));
}

std::optional<bool> repeats_picture(const cv::Mat& bgr, const cv::Mat& before) {
  return repeats(small_grey_copy(bgr), small_grey_copy(before));
}

cv::Mat through_jpeg(const cv::Mat& bgr, int quality) {
  std::vector<uchar> bytes;
  cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
  return cv::imdecode(bytes, cv::IMREAD_COLOR);
}

TEST(PictureQuality, brightness_of_a_plain_picture_is_its_luma_in_percent_of_full_scale) {
  EXPECT_NEAR(quality_of(plain_picture(cv::Scalar::all(128))).brightness_percent, 100 * 128 / 255.0, 0.01);
  const double red_share_of_luma = 0.299;  // BT.601
  EXPECT_NEAR(quality_of(plain_picture({0, 0, 255})).brightness_percent, 100 * red_share_of_luma, 0.2);
}

TEST(PictureQuality, contrast_of_two_equal_halves_is_half_their_difference) {
  cv::Mat picture = plain_picture(cv::Scalar::all(50));
  picture.colRange(0, 320).setTo(cv::Scalar::all(200));
  const auto quality = quality_of(picture);
  EXPECT_NEAR(quality.brightness_percent, 100 * 125 / 255.0, 0.01);
  EXPECT_NEAR(quality.contrast_percent, 100 * 75 / 255.0, 0.01);
}

TEST(PictureQuality, a_plain_picture_has_neither_contrast_nor_detail_nor_edges) {
  const auto quality = quality_of(plain_picture(cv::Scalar::all(90)));
  EXPECT_NEAR(quality.contrast_percent, 0, 1e-4);
  EXPECT_EQ(quality.detailed_share, 0);
  EXPECT_EQ(quality.sharpness, 0);
}

TEST(PictureQuality, sharpness_of_a_smoothed_step_is_that_of_theory) {
  for (const double sigma : {1.0, 2.0, 3.0, 4.0, 6.0}) {
    const double expected = 1 - std::sqrt((sigma * sigma + 0.49 + 1 / 3.0) / (sigma * sigma + 4 + 1 / 3.0));
    EXPECT_NEAR(quality_of(step_picture(40, 220, sigma)).sharpness, expected, 0.02) << "sigma " << sigma;
  }
}

TEST(PictureQuality, sharpness_does_not_depend_on_contrast_or_brightness) {
  const double full = quality_of(step_picture(20, 240, 2)).sharpness;
  EXPECT_NEAR(quality_of(step_picture(20, 75, 2)).sharpness, full, 0.02);
  EXPECT_NEAR(quality_of(step_picture(180, 240, 2)).sharpness, full, 0.02);
}

TEST(PictureQuality, sharpness_falls_as_the_lens_defocuses) {
  double last = 1;
  for (const double sigma : {0.5, 2.0, 4.0, 8.0, 12.0}) {
    const double now = quality_of(with_noise(with_blur(room_picture(), sigma), 1.5)).sharpness;
    EXPECT_LT(now, last) << "sigma " << sigma;
    last = now;
  }
}

TEST(PictureQuality, an_ordinary_room_has_no_fault_at_any_size_and_in_dim_light) {
  EXPECT_EQ(fault_of(room_picture()), PictureFault::none);
  EXPECT_EQ(fault_of(room_picture({160, 120})), PictureFault::none);
  EXPECT_EQ(fault_of(room_picture({1920, 1080})), PictureFault::none);
  EXPECT_EQ(fault_of(with_noise(with_levels(room_picture(), 0.2), 4)), PictureFault::none);
  EXPECT_EQ(fault_of(with_blur(room_picture(), 2)), PictureFault::none);
}

TEST(PictureQuality, a_shutter_or_cap_is_covered_however_noisy) {
  EXPECT_EQ(fault_of(plain_picture(cv::Scalar::all(0))), PictureFault::covered);
  for (const double noise : {1.0, 4.0, 10.0})
    EXPECT_EQ(fault_of(with_noise(plain_picture(cv::Scalar::all(6)), noise)), PictureFault::covered) << noise;
}

TEST(PictureQuality, a_finger_or_tape_is_covered_though_bright_and_shaded) {
  const cv::Scalar finger(40, 50, 190), tape(200, 210, 205);
  for (const double falloff : {0.2, 0.6, 0.9}) {
    EXPECT_EQ(fault_of(with_noise(shaded_picture(finger, falloff), 3)), PictureFault::covered) << falloff;
    EXPECT_EQ(fault_of(through_jpeg(with_noise(shaded_picture(tape, falloff), 2), 60)), PictureFault::covered)
        << falloff;
  }
}

TEST(PictureQuality, a_room_without_light_is_dark_while_anything_shows_and_else_covered) {
  EXPECT_EQ(fault_of(with_noise(with_levels(room_picture(), 0.07), 1)), PictureFault::dark);
  EXPECT_EQ(fault_of(with_noise(with_levels(room_picture(), 0.005), 1)), PictureFault::covered);
}

TEST(PictureQuality, light_into_the_lens_is_overexposed) {
  EXPECT_EQ(fault_of(with_levels(room_picture(), 1.8, 100)), PictureFault::overexposed);
  EXPECT_EQ(fault_of(plain_picture(cv::Scalar::all(255))), PictureFault::overexposed);
}

TEST(PictureQuality, fog_on_the_lens_is_flat_and_a_lens_out_of_focus_blurred) {
  EXPECT_EQ(fault_of(with_levels(room_picture(), 0.07, 130)), PictureFault::flat);
  EXPECT_EQ(fault_of(with_noise(with_blur(room_picture(), 14), 1)), PictureFault::blurred);
}

TEST(Repeats, the_same_frame_again_repeats_and_a_live_one_does_not) {
  const cv::Mat room = room_picture();
  EXPECT_EQ(repeats_picture(with_noise(room, 1.2, 1), with_noise(room, 1.2, 1)), true);
  EXPECT_EQ(repeats_picture(with_noise(room, 1.2, 1), with_noise(room, 1.2, 2)), false);
  EXPECT_EQ(repeats_picture(with_noise(room, 0.3, 1), with_noise(room, 0.3, 2)), false);
}

TEST(Repeats, heavy_jpeg_compression_of_a_still_and_well_lit_room_is_not_frozen) {
  const auto live = [](std::uint64_t seed, int quality) {
    return through_jpeg(with_noise(room_picture(), 0.8, seed), quality);
  };
  for (const int quality : {80, 50, 25}) {
    EXPECT_EQ(repeats_picture(live(1, quality), live(2, quality)), false) << "quality " << quality;
    EXPECT_EQ(repeats_picture(live(1, quality), live(1, quality)), true) << "quality " << quality;
  }
}

TEST(Repeats, black_or_white_pictures_have_no_noise_to_tell_by) {
  EXPECT_EQ(repeats_picture(plain_picture(cv::Scalar::all(0)), plain_picture(cv::Scalar::all(0))),
            std::nullopt);
  EXPECT_EQ(repeats_picture(plain_picture(cv::Scalar::all(255)), plain_picture(cv::Scalar::all(255))),
            std::nullopt);
}

TEST(Repeats, a_picture_of_another_size_is_another_picture) {
  EXPECT_EQ(repeats_picture(room_picture({640, 480}), room_picture({640, 360})), false);
}

cv::Mat grey_halves(double inside, double outside) {
  cv::Mat grey(240, 320, CV_8U, cv::Scalar(outside));
  grey(cv::Rect(100, 60, 90, 120)).setTo(cv::Scalar(inside));
  return grey;
}

TEST(BackLight, is_how_much_brighter_the_surroundings_of_the_person_are) {
  const cv::Rect2f person(100, 60, 90, 180);  // head and chest are the upper two thirds
  EXPECT_NEAR(back_light_percent(grey_halves(30, 210), person), 100 * 180 / 255.0, 1e-6);
  EXPECT_EQ(back_light_percent(grey_halves(210, 30), person), 0) << "a lit person before a dark wall";
  EXPECT_NEAR(back_light_percent(grey_halves(90, 90), person), 0, 1e-6);
}

TEST(BackLight, without_a_person_the_middle_is_compared) {
  cv::Mat grey(240, 320, CV_8U, cv::Scalar(200));
  grey(cv::Rect(80, 60, 160, 180)).setTo(cv::Scalar(50));
  EXPECT_NEAR(back_light_percent(grey, std::nullopt), 100 * 150 / 255.0, 1e-6);
}

TEST(BackLight, a_person_who_fills_the_picture_or_lies_outside_has_none) {
  EXPECT_EQ(back_light_percent(grey_halves(30, 210), cv::Rect2f(-10, -10, 400, 800)), 0);
  EXPECT_EQ(back_light_percent(grey_halves(30, 210), cv::Rect2f(900, 900, 10, 10)), 0);
}

TEST(DigestOf, equal_pictures_have_equal_digests_and_others_have_not) {
  const cv::Mat one = small_grey_copy(with_noise(room_picture(), 1, 1));
  EXPECT_EQ(digest_of(one), digest_of(one.clone()));
  cv::Mat other = one.clone();
  ++other.at<std::uint8_t>(100, 100);
  EXPECT_NE(digest_of(one), digest_of(other));
}

}  // namespace
}  // namespace preshift
