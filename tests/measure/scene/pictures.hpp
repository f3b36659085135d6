#pragma once

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>

namespace preshift::testing {

inline cv::Mat plain_picture(const cv::Scalar& bgr, cv::Size size = {640, 480}) {
  return cv::Mat(size, CV_8UC3, bgr);
}

/// The noise of a sensor, in levels (k = 1); the same for the same seed.
inline cv::Mat with_noise(const cv::Mat& bgr, double levels, std::uint64_t seed = 1) {
  cv::RNG random(seed);
  cv::Mat noise(bgr.size(), CV_32FC3), sum, result;
  random.fill(noise, cv::RNG::NORMAL, 0, levels);
  cv::add(bgr, noise, sum, cv::noArray(), CV_32F);
  sum.convertTo(result, CV_8U);
  return result;
}

/// A made-up office: wall, floor, door, shelf with books, desk. Sharp, in good light, without noise.
inline cv::Mat room_picture(cv::Size size = {640, 480}) {
  cv::Mat picture(480, 640, CV_8UC3, cv::Scalar(170, 190, 200));
  cv::rectangle(picture, {0, 380, 640, 100}, {70, 100, 130}, cv::FILLED);
  cv::rectangle(picture, {430, 90, 130, 290}, {215, 220, 225}, cv::FILLED);
  cv::rectangle(picture, {430, 90, 130, 290}, {90, 95, 100}, 3);
  cv::rectangle(picture, {30, 60, 220, 320}, {40, 60, 90}, cv::FILLED);
  cv::RNG random(7);
  for (int shelf = 0; shelf < 4; ++shelf)
    for (int book = 0; book < 13; ++book)
      cv::rectangle(picture, {38 + book * 16, 75 + shelf * 76, 13, 60},
                    {random.uniform(30.0, 220.0), random.uniform(30.0, 220.0), random.uniform(30.0, 220.0)},
                    cv::FILLED);
  cv::rectangle(picture, {270, 300, 200, 20}, {60, 80, 120}, cv::FILLED);
  cv::Mat result;
  cv::resize(picture, result, size, 0, 0, cv::INTER_AREA);
  return result;
}

/// Levels scaled and shifted: exposure and fog.
inline cv::Mat with_levels(const cv::Mat& bgr, double gain, double offset = 0) {
  cv::Mat result;
  bgr.convertTo(result, CV_8U, gain, offset);
  return result;
}

inline cv::Mat with_blur(const cv::Mat& bgr, double sigma_pixels) {
  cv::Mat result;
  cv::GaussianBlur(bgr, result, {}, sigma_pixels);
  return result;
}

/// Light that falls off smoothly from one place, as through a finger or tape on the lens.
inline cv::Mat shaded_picture(const cv::Scalar& bgr, double falloff) {
  cv::Mat picture(480, 640, CV_8UC3);
  for (int y = 0; y < picture.rows; ++y)
    for (int x = 0; x < picture.cols; ++x) {
      const double distance = std::hypot(x - 420, y - 150) / 640;
      for (int channel = 0; channel < 3; ++channel)
        picture.at<cv::Vec3b>(y, x)[channel] =
            cv::saturate_cast<uchar>(bgr[channel] * (1 - falloff * distance));
    }
  return picture;
}

/// An upright step from `dark` to `bright` in the middle, itself smoothed by a Gaussian of `sigma_pixels`.
inline cv::Mat step_picture(double dark, double bright, double sigma_pixels, cv::Size size = {320, 240}) {
  cv::Mat picture(size, CV_8UC3);
  for (int x = 0; x < size.width; ++x) {
    const double place = (x + 0.5 - size.width / 2.0) / (sigma_pixels * std::sqrt(2.0));
    const double level = dark + (bright - dark) * 0.5 * (1 + std::erf(place));
    picture.col(x).setTo(cv::Scalar::all(std::round(level)));
  }
  return picture;
}

}  // namespace preshift::testing
