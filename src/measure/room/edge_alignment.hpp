#pragma once

#include "edge_field.hpp"

#include <opencv2/core/matx.hpp>

#include <vector>

namespace preshift {

/// How many of these edges a picture shows, beyond what would be there by chance: 1 all, 0 no more than at
/// other places nearby (the same edges moved by 10 to 20 pixels). Edges that fall outside the picture do not
/// count.
struct EdgeAgreement {
  double found = 0;   ///< share of the edges
  double chance = 0;  ///< share that is there when they are moved away
  std::size_t edges = 0;

  [[nodiscard]] double beyond_chance() const { return (found - chance) / std::max(0.05, 1 - chance); }
};

[[nodiscard]] EdgeAgreement agree(const EdgeField& field, const std::vector<EdgePoint>& edges,
                                  const cv::Matx33d& to_field);

/// The shift, within `reach` pixels each way, that brings the most edges onto edges of the picture.
[[nodiscard]] cv::Matx33d find_shift(const EdgeField& field, const std::vector<EdgePoint>& edges,
                                     const cv::Matx33d& to_field, int reach, int step);

enum class Freedom { affine, homography };

/// Improves a homography so that the edges lie on those of the picture: each looks for its counterpart along
/// its normal within `reach` pixels, and the homography follows by least squares with Tukey's weights,
/// round after round. Weights, where given, are one an edge. What the edges do not determine stays as it is.
[[nodiscard]] cv::Matx33d refine(const EdgeField& field, const std::vector<EdgePoint>& edges,
                                 const std::vector<float>& weights, const cv::Matx33d& to_field,
                                 Freedom freedom, float reach);

}  // namespace preshift
