#include "picture_quality.hpp"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace preshift {
namespace {

constexpr int k_longer_side = 320;
constexpr double k_full_scale = 255;

constexpr double k_fine_smoothing = 0.7;    // pixels of the copy
constexpr double k_coarse_smoothing = 2.0;  // pixels of the copy
constexpr double k_edge_share = 0.2;        // of the pixels, those with the steepest slopes

constexpr int k_tiny_width = 80;
constexpr int k_tiny_height = 60;
constexpr double k_surroundings = 3.0;  // pixels of the tiny copy
constexpr int k_unreliable_border = 5;  // pixels of the tiny copy, where the surroundings are half unknown
constexpr int k_field_side = 10;        // pixels of the tiny copy
constexpr double k_least_detail = 0.8;  // % of full scale

constexpr int k_black_level = 2;
constexpr int k_white_level = 250;

// The limits of find_fault, with margin on both sides (tests, and bench/people_table on degraded pictures).
constexpr double k_covered_share = 0.05;
constexpr double k_dark_percent = 5;
constexpr double k_dark_covered_share = 0.15;
constexpr double k_white_share = 0.6;
constexpr double k_least_contrast_percent = 2;
constexpr double k_least_sharpness = 0.15;

constexpr double k_changed_share = 0.001;
constexpr double k_comparable_share = 0.1;

cv::Mat unclipped(const cv::Mat& grey) {
  return (grey > k_black_level) & (grey < k_white_level);
}

double percent_of_full_scale(double level) {
  return 100 * level / k_full_scale;
}

cv::Mat smoothed(const cv::Mat& image, double sigma) {
  cv::Mat result;
  cv::GaussianBlur(image, result, {}, sigma, sigma, cv::BORDER_REFLECT_101);
  return result;
}

cv::Mat gradient_magnitude(const cv::Mat& image) {
  cv::Mat across, down, result;
  cv::filter2D(image, across, CV_32F, cv::Mat(cv::Matx13f(-0.5F, 0, 0.5F)));
  cv::filter2D(image, down, CV_32F, cv::Mat(cv::Matx31f(-0.5F, 0, 0.5F)));
  cv::magnitude(across, down, result);
  return result;
}

/// The value that the given share of the elements reaches.
float level_of_top(const cv::Mat& values, double share) {
  std::vector<float> sorted(values.begin<float>(), values.end<float>());
  const auto place = sorted.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size()));
  std::nth_element(sorted.begin(), place, sorted.end(), std::greater<>());
  return *place;
}

double energy(const cv::Mat& gradient, const cv::Mat& where) {
  return cv::mean(gradient.mul(gradient), where)[0];
}

double sharpness_of(const cv::Mat& grey) {
  cv::Mat levels;
  grey.convertTo(levels, CV_32F);
  const cv::Mat fine = gradient_magnitude(smoothed(levels, k_fine_smoothing));
  const cv::Mat coarse = gradient_magnitude(smoothed(levels, k_coarse_smoothing));
  const cv::Mat edges = coarse >= level_of_top(coarse, k_edge_share);
  const double fine_energy = energy(fine, edges);
  return fine_energy > 0 ? std::clamp(1 - energy(coarse, edges) / fine_energy, 0.0, 1.0) : 0;
}

double detailed_share_of(const cv::Mat& grey) {
  cv::Mat tiny, levels, per_field;
  cv::resize(grey, tiny, {k_tiny_width, k_tiny_height}, 0, 0, cv::INTER_AREA);
  tiny.convertTo(levels, CV_32F);
  const cv::Mat detail = levels - smoothed(levels, k_surroundings);
  const cv::Rect inside(k_unreliable_border, k_unreliable_border, k_tiny_width - 2 * k_unreliable_border,
                        k_tiny_height - 2 * k_unreliable_border);
  cv::resize(detail.mul(detail)(inside), per_field, inside.size() / k_field_side, 0, 0, cv::INTER_AREA);
  const double least = std::pow(k_least_detail / 100 * k_full_scale, 2);
  return cv::countNonZero(per_field > least) / static_cast<double>(per_field.total());
}

}  // namespace

cv::Mat small_grey_copy(const cv::Mat& bgr) {
  const double scale = std::min(1.0, static_cast<double>(k_longer_side) / std::max(bgr.cols, bgr.rows));
  const cv::Size size(std::max(1, cvRound(bgr.cols * scale)), std::max(1, cvRound(bgr.rows * scale)));
  cv::Mat copy, grey;
  cv::resize(bgr, copy, size, 0, 0, cv::INTER_AREA);
  cv::cvtColor(copy, grey, cv::COLOR_BGR2GRAY);
  return grey;
}

PictureQuality measure_quality(const cv::Mat& grey_copy) {
  cv::Scalar mean, deviation;
  cv::meanStdDev(grey_copy, mean, deviation);
  const double white = cv::countNonZero(grey_copy >= k_white_level);
  return {percent_of_full_scale(mean[0]), percent_of_full_scale(deviation[0]), sharpness_of(grey_copy),
          detailed_share_of(grey_copy), white / static_cast<double>(grey_copy.total())};
}

PictureFault find_fault(const PictureQuality& quality) {
  const bool dark = quality.brightness_percent < k_dark_percent;
  const bool white = quality.white_share > k_white_share;
  const double covered_share = dark ? k_dark_covered_share : k_covered_share;
  if (quality.detailed_share < covered_share && !white) return PictureFault::covered;
  if (dark) return PictureFault::dark;
  if (white) return PictureFault::overexposed;
  if (quality.contrast_percent < k_least_contrast_percent) return PictureFault::flat;
  if (quality.sharpness < k_least_sharpness) return PictureFault::blurred;
  return PictureFault::none;
}

std::optional<bool> repeats(const cv::Mat& grey_copy, const cv::Mat& grey_copy_before) {
  if (grey_copy.size() != grey_copy_before.size()) return false;
  const cv::Mat comparable = unclipped(grey_copy) | unclipped(grey_copy_before);
  const int compared = cv::countNonZero(comparable);
  if (compared < k_comparable_share * static_cast<double>(grey_copy.total())) return std::nullopt;
  const int changed = cv::countNonZero((grey_copy != grey_copy_before) & comparable);
  return changed < k_changed_share * compared;
}

double back_light_percent(const cv::Mat& grey_copy, const std::optional<cv::Rect2f>& subject) {
  const auto width = static_cast<float>(grey_copy.cols), height = static_cast<float>(grey_copy.rows);
  const cv::Rect2f field = subject
                               ? cv::Rect2f(subject->x, subject->y, subject->width, subject->height * 2 / 3)
                               : cv::Rect2f(width / 4, height / 4, width / 2, height * 3 / 4);
  const cv::Rect pixels = cv::Rect(field) & cv::Rect({}, grey_copy.size());
  if (pixels.empty() || pixels.size() == grey_copy.size()) return 0;
  const double inside = cv::sum(grey_copy(pixels))[0];
  const auto area = static_cast<double>(pixels.area());
  const double outside = (cv::sum(grey_copy)[0] - inside) / (static_cast<double>(grey_copy.total()) - area);
  return std::max(0.0, percent_of_full_scale(outside - inside / area));
}

bool has_noise(const cv::Mat& grey_copy) {
  return cv::countNonZero(unclipped(grey_copy)) >=
         k_comparable_share * static_cast<double>(grey_copy.total());
}

std::uint64_t digest_of(const cv::Mat& grey_copy) {
  constexpr std::uint64_t k_offset = 14695981039346656037U, k_prime = 1099511628211U;
  std::uint64_t digest = k_offset;
  for (int row = 0; row < grey_copy.rows; ++row)
    for (int column = 0; column < grey_copy.cols; ++column)
      digest = (digest ^ grey_copy.at<std::uint8_t>(row, column)) * k_prime;
  return digest;
}

}  // namespace preshift
