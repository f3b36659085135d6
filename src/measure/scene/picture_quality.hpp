#pragma once

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <cstdint>
#include <optional>

namespace preshift {

/// What makes a picture unfit to see who is in it.
enum class PictureFault { none, covered, dark, overexposed, flat, blurred };

/// Of one picture, measured on its small grey copy.
struct PictureQuality {
  /// Mean luma (Y' of ITU-R BT.601) in % of full scale.
  double brightness_percent = 0;

  /// RMS contrast (Peli 1990): the standard deviation of luma in % of full scale.
  double contrast_percent = 0;

  /// How thin edges are: 1 - E(2) / E(0.7), where E(s) is the mean squared gradient, by central differences,
  /// after smoothing with a Gaussian of s pixels, over the fifth of the picture with the steepest slopes at s
  /// = 2, where noise weighs least. Contrast cancels: a step that is itself smoothed by e pixels gives,
  /// whatever its height, 1 - sqrt((e² + 0.9²) / (e² + 2.1²)), which is 0.57 for e = 0, 0.24 for 2, 0.09
  /// for 4. 0 where there is no edge.
  double sharpness = 0;

  /// Share of the picture, 0 to 1, that holds any detail: 35 fields, each counted when the RMS of what lies
  /// between 1/80 and 1/10 of the width exceeds 0.8 % of full scale. Averaging has removed noise and the
  /// difference with the surroundings smooth shading, so a finger, tape or shutter has next to none.
  double detailed_share = 0;

  /// Share of the pixels, 0 to 1, at the white end of the scale (98 % and more).
  double white_share = 0;
};

/// The copy that everything here works on: 8-bit luma (CV_8UC1), averaged over areas to a longer side of 320
/// pixels; a smaller picture keeps its size. `bgr`: CV_8UC3.
[[nodiscard]] cv::Mat small_grey_copy(const cv::Mat& bgr);

[[nodiscard]] PictureQuality measure_quality(const cv::Mat& grey_copy);

/// The first reason, in the order of PictureFault, why people could be missed in such a picture. A lens that
/// is covered and a room in full darkness cannot be told apart: both are `covered`; `dark` shows something.
[[nodiscard]] PictureFault find_fault(const PictureQuality& quality);

/// Whether a picture repeats the one before: fewer than one pixel in a thousand of the small copies differs
/// at all. No live sensor is that still. Its noise moves a large part of the pixels by a level, and where
/// compression quantises noise away, as MJPEG does in good light, some of the thousands of blocks still lie
/// near enough to a decision threshold to flip. A repeated frame is equal in every pixel, since decoding is
/// deterministic. Clipped pixels (black or white) have no noise and are left out; nullopt when less than a
/// tenth of the picture is left to compare. Pictures of different size do not repeat each other.
[[nodiscard]] std::optional<bool> repeats(const cv::Mat& grey_copy, const cv::Mat& grey_copy_before);

/// How much brighter than the subject its surroundings are: the difference of the mean luma, in % of full
/// scale, 0 when the subject is the brighter one. As automatic exposure finds back light, by comparing
/// the field of the main subject with the fields around it (Shimizu et al., "A new algorithm for exposure
/// control based on fuzzy logic for video cameras", IEEE Trans. Consumer Electronics 38, 1992). The field is
/// the upper two thirds of `subject`, in pixels of the copy, where a seated person's head and chest are, or,
/// without a subject, the middle half of the picture in width and its lower three quarters.
[[nodiscard]] double back_light_percent(const cv::Mat& grey_copy, const std::optional<cv::Rect2f>& subject);

/// Whether at least a tenth of the pixels is neither black nor white, and so has a sensor's noise.
[[nodiscard]] bool has_noise(const cv::Mat& grey_copy);

/// 64 bits that are equal for equal pictures and, as noise never comes twice, for no others of a live camera
/// (FNV-1a).
[[nodiscard]] std::uint64_t digest_of(const cv::Mat& grey_copy);

}  // namespace preshift
