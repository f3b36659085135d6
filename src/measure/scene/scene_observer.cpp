#include "scene_observer.hpp"

#include "camera_honesty.hpp"
#include "changes.hpp"
#include "figures.hpp"
#include "known_measures.hpp"
#include "movement.hpp"
#include "people_measurements.hpp"
#include "picture_quality.hpp"
#include "picture_series.hpp"
#include "sensing_texts.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace preshift {
namespace {

constexpr std::size_t k_pictures_per_pet_look = 4;  // pets are advisory, and looking costs time

/// Painted with the mean of the rest, which leaves brightness as it is.
cv::Mat without_masked(const cv::Mat& bgr, const cv::Mat& never_looked_at) {
  if (never_looked_at.empty() || cv::countNonZero(never_looked_at) == 0) return bgr;
  cv::Mat seen = bgr.clone();
  seen.setTo(cv::mean(bgr, never_looked_at == 0), never_looked_at);
  return seen;
}

std::optional<cv::Rect2f> largest(const std::vector<PersonBox>& people) {
  const auto found =
      std::max_element(people.begin(), people.end(),
                       [](const PersonBox& a, const PersonBox& b) { return a.box.area() < b.box.area(); });
  return found == people.end() ? std::nullopt : std::optional(found->box);
}

cv::Rect2f scaled(const cv::Rect2f& box, double by) {
  const auto factor = static_cast<float>(by);
  return {box.x * factor, box.y * factor, box.width * factor, box.height * factor};
}

/// Those of an enrolled room are a RoomObserver's.
bool is_of_a_room(const Measure& measure) {
  return measure.name.starts_with("room.") || measure.name.starts_with("door.");
}

Measurements all_unknown(const Message& reason) {
  Measurements result;
  for (const Measure& measure : measures())
    if (measure.sensor == Sensor::camera && !is_of_a_room(measure))
      result.push_back(not_known(measure.name, reason));
  return result;
}

void append(Measurements& to, Measurements more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

struct SceneObserver::State {
  SceneSupport support;
  CameraRoute route;
  PictureSeries pictures;
  PeopleSeries people;
  std::vector<PersonBox> in_view;
  std::optional<cv::Rect2f> agent;  ///< where last seen
  std::size_t usable = 0;
  std::size_t passed_over = 0;

  [[nodiscard]] std::optional<Message> unusable() const {
    if (10 * passed_over > pictures.pictures() + passed_over)
      return Message{sensing_text("scene.masks_lost"), {}};
    return pictures.unusable();
  }

  void look_at_people(const cv::Mat& bgr, double seconds, const std::optional<Changes>& changes) {
    const std::optional<cv::Rect2f> agent_before = agent;
    in_view = support.persons->detect(bgr);
    if (const auto now = largest(in_view)) agent = now;
    if (!changes) return people.figures.add(seconds, in_view, changes, 1);
    const double scale = static_cast<double>(changes->residual.cols) / bgr.cols;
    people.figures.add(seconds, in_view, changes, scale);
    std::optional<cv::Rect> in_both;
    if (agent)
      in_both = in_field(agent_before ? *agent_before | *agent : *agent, scale, changes->residual.size());
    people.movement.add(*changes, in_both);
  }

  void look_at_pets(const cv::Mat& bgr, double seconds) {
    const int count = support.pets->count(bgr);
    people.pets.push_back({seconds, count, count});
  }

  /// Against the picture before, when both show the same field.
  [[nodiscard]] std::optional<Changes> changes_to(const cv::Mat& copy) const {
    const cv::Mat& before = pictures.copy_before();
    if (before.size() != copy.size()) return std::nullopt;
    return changes_between(before, copy);
  }
};

SceneObserver::SceneObserver(SceneSupport support) : m_state(std::make_unique<State>()) {
  m_state->support = std::move(support);
}

SceneObserver::~SceneObserver() = default;

void SceneObserver::came_through(const CameraRoute& route) {
  m_state->route = route;
}

void SceneObserver::observe(const cv::Mat& bgr, double seconds, const cv::Mat& never_looked_at) {
  State& state = *m_state;
  const cv::Mat seen = without_masked(bgr, never_looked_at);
  const cv::Mat copy = small_grey_copy(seen);
  const PictureFault fault = state.pictures.add(copy);
  state.in_view.clear();
  if (fault == PictureFault::none) {
    if (state.support.persons) state.look_at_people(seen, seconds, state.changes_to(copy));
    if (state.support.pets && state.usable % k_pictures_per_pet_look == 0) state.look_at_pets(seen, seconds);
    ++state.usable;
  }
  std::optional<cv::Rect2f> subject = largest(state.in_view);
  if (subject) subject = scaled(*subject, static_cast<double>(copy.cols) / bgr.cols);
  state.pictures.add_back_light(back_light_percent(copy, subject));
}

void SceneObserver::pass_over() {
  ++m_state->passed_over;
  m_state->in_view.clear();
}

const std::vector<PersonBox>& SceneObserver::people_in_view() const {
  return m_state->in_view;
}

Measurements SceneObserver::measurements() const {
  const State& state = *m_state;
  const auto unusable = state.unusable();
  if (state.pictures.pictures() == 0)
    return all_unknown(state.passed_over > 0 ? *unusable : Message{sensing_text("scene.no_pictures"), {}});
  const auto unless = [&](bool is_there, const Message& missing) {
    return unusable ? unusable : is_there ? std::nullopt : std::optional(missing);
  };
  Measurements result = state.pictures.measurements();
  append(result, people_measurements(
                     state.people, unless(state.support.persons != nullptr, state.support.persons_missing)));
  append(result,
         pet_measurements(state.people, unless(state.support.pets != nullptr, state.support.pets_missing)));
  if (const auto doubt = doubt_of(state.route))
    for (Measurement& measurement : result) measurement.doubt = doubt;
  result.push_back(route_measurement(state.route));
  return result;
}

}  // namespace preshift
