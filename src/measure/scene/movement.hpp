#pragma once

#include "changes.hpp"

#include <opencv2/core/types.hpp>

#include <cstddef>
#include <optional>

namespace preshift {

/// For which share of the time something moves that is not the agent. One picture after the other is compared
/// with the one before.
class MovementWatch {
 public:
  /// `agent`: the agent's box in both pictures, in pixels of the changes; nothing when nobody is seen.
  /// Nothing is concluded when most of the picture changed: then the camera moved.
  void add(const Changes& changes, const std::optional<cv::Rect>& agent);

  [[nodiscard]] std::size_t compared() const { return m_compared; }
  [[nodiscard]] std::size_t moved() const { return m_moved; }

 private:
  std::size_t m_compared = 0;
  std::size_t m_moved = 0;
};

/// Whether something moves outside the agent's surroundings: a connected part of at least 0.4 % of the
/// picture, of which most lies outside the box and a margin for arms, chair and shadow; nullopt when more
/// than half of what is outside changed.
[[nodiscard]] std::optional<bool> moves_behind(const Changes& changes, const std::optional<cv::Rect>& agent);

}  // namespace preshift
