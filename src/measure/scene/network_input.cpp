#include "network_input.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace preshift {
namespace {

constexpr int k_step = 32;
constexpr double k_price_of_size = 0.5;  // a stretch of 1 % costs as much as a loss of 2 % of the pixels

int nearest_step(double length) {
  return std::max(1, static_cast<int>(std::lround(length / k_step))) * k_step;
}

double cost(cv::Size size, double aspect, int pixels) {
  const double stretch = std::abs(std::log(size.aspectRatio() / aspect));
  return stretch + k_price_of_size * std::abs(std::log(static_cast<double>(pixels) / size.area()));
}

}  // namespace

cv::Size network_input_size(cv::Size picture, int pixels) {
  const double aspect = picture.aspectRatio();
  cv::Size best(k_step, k_step);
  double least = std::numeric_limits<double>::infinity();
  for (int height = k_step; height * k_step <= pixels; height += k_step) {
    const cv::Size size(std::min(nearest_step(height * aspect), pixels / height / k_step * k_step), height);
    if (cost(size, aspect, pixels) < least) {
      least = cost(size, aspect, pixels);
      best = size;
    }
  }
  return best;
}

}  // namespace preshift
