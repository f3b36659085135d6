#pragma once

#include "changes.hpp"
#include "person_detector.hpp"
#include "presence.hpp"

#include <optional>
#include <vector>

namespace preshift {

/// The persons found in a window, followed from picture to picture, so that those that never move can be told
/// apart: a framed picture, a poster, a figure on a screen that stands still.
///
/// A person moves: breath, eyes, a hand. A figure counts as still when it was in view for at least 10 s, in
/// nine of ten pictures, and between no two pictures as much as 0.5 % of its box changed beyond noise and
/// light. What was watched for less is a person.
class Figures {
 public:
  /// `found`: in one picture at `seconds`. `changes`: against the picture before, none for the first.
  /// `scale`: pixels of the changes over those of the picture.
  void add(double seconds, const std::vector<PersonBox>& found, const std::optional<Changes>& changes,
           double scale);

  /// Without those that never move.
  [[nodiscard]] std::vector<Sighting> sightings() const;

  /// How many never move.
  [[nodiscard]] int still() const;

 private:
  struct Figure {
    cv::Rect2f box;  ///< where last seen
    double first_seconds = 0;
    double last_seconds = 0;
    std::size_t first_picture = 0;
    std::size_t pictures = 0;
    bool moved = false;

    [[nodiscard]] bool is_still(std::size_t last_picture) const;
  };

  struct Seen {
    std::size_t figure;
    bool is_sure;
  };

  struct Looked {
    double seconds;
    std::vector<Seen> seen;
  };

  [[nodiscard]] std::optional<std::size_t> known_at(const cv::Rect2f& box,
                                                    const std::vector<Seen>& taken) const;

  std::vector<Figure> m_figures;
  std::vector<Looked> m_looked;
};

}  // namespace preshift
