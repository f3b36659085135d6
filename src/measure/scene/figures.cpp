#include "figures.hpp"

#include <opencv2/core.hpp>

#include <algorithm>

namespace preshift {
namespace {

constexpr double k_still_seconds = 10;
constexpr double k_still_share = 0.9;    // of the pictures since it was first seen
constexpr float k_same_overlap = 0.5F;   // of the union, from one picture to the next
constexpr double k_moved_share = 0.005;  // of the box
constexpr double k_least_levels = 4;
constexpr double k_noise_factor = 5;

float overlap(const cv::Rect2f& a, const cv::Rect2f& b) {
  const float common = (a & b).area();
  return common / std::max(a.area() + b.area() - common, 1.0F);
}

bool changed_inside(const cv::Rect2f& box, const Changes& changes, const cv::Mat& changed, double scale) {
  const cv::Rect field = in_field(box, scale, changes.residual.size());
  if (field.empty()) return true;
  return cv::countNonZero(changed(field)) >= k_moved_share * field.area();
}

}  // namespace

bool Figures::Figure::is_still(std::size_t last_picture) const {
  const auto since = static_cast<double>(last_picture + 1 - first_picture);
  return !moved && last_seconds - first_seconds >= k_still_seconds &&
         static_cast<double>(pictures) >= k_still_share * since;
}

std::optional<std::size_t> Figures::known_at(const cv::Rect2f& box, const std::vector<Seen>& taken) const {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < m_figures.size(); ++i) {
    const bool is_taken =
        std::any_of(taken.begin(), taken.end(), [&](const Seen& s) { return s.figure == i; });
    if (is_taken || overlap(m_figures[i].box, box) < k_same_overlap) continue;
    if (!best || overlap(m_figures[i].box, box) > overlap(m_figures[*best].box, box)) best = i;
  }
  return best;
}

void Figures::add(double seconds, const std::vector<PersonBox>& found, const std::optional<Changes>& changes,
                  double scale) {
  const cv::Mat changed = changes ? changes->above(k_least_levels, k_noise_factor) : cv::Mat();
  Looked looked{seconds, {}};
  for (const PersonBox& person : found) {
    auto known = known_at(person.box, looked.seen);
    if (!known) {
      known = m_figures.size();
      m_figures.push_back({person.box, seconds, seconds, m_looked.size(), 0, false});
    }
    Figure& figure = m_figures[*known];
    figure.box = person.box;
    figure.last_seconds = seconds;
    ++figure.pictures;
    looked.seen.push_back({*known, person.is_sure()});
  }
  if (changes)
    for (Figure& figure : m_figures)
      figure.moved = figure.moved || changed_inside(figure.box, *changes, changed, scale);
  m_looked.push_back(std::move(looked));
}

std::vector<Sighting> Figures::sightings() const {
  std::vector<Sighting> sightings;
  for (const Looked& looked : m_looked) {
    Sighting sighting{looked.seconds};
    for (const Seen& seen : looked.seen) {
      if (m_figures[seen.figure].is_still(m_looked.size() - 1)) continue;
      sighting.found += seen.is_sure ? 1 : 0;
      ++sighting.possible;
    }
    sightings.push_back(sighting);
  }
  return sightings;
}

int Figures::still() const {
  return static_cast<int>(std::count_if(m_figures.begin(), m_figures.end(), [&](const Figure& figure) {
    return figure.is_still(m_looked.size() - 1);
  }));
}

}  // namespace preshift
