#include "enrolment_sensing.hpp"

#include "enrolment_answer.hpp"
#include "room_enroller.hpp"
#include "room_file.hpp"
#include "sensing_texts.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace preshift {
namespace {

using Pictures = std::vector<cv::Mat>;

constexpr std::size_t k_most_pictures = 8;  // of each state: four seconds of a camera
constexpr std::chrono::seconds k_patience{10};

Outline in_pixels(const PicturePolygon& polygon) {
  Outline outline;
  for (const PicturePoint& point : polygon)
    outline.emplace_back(static_cast<float>(point.x), static_cast<float>(point.y));
  return outline;
}

PicturePolygon polygon_of(const Outline& outline) {
  PicturePolygon polygon;
  for (const cv::Point2f& point : outline) polygon.push_back({point.x, point.y});
  return polygon;
}

class Enrolling {
 public:
  Enrolling(EnrolmentSources sources, const EnrolmentRequest& request, std::istream& answers,
            EventWriter& writer, Watchdog& watchdog)
      : m_sources(std::move(sources)),
        m_request(request),
        m_answers(answers),
        m_writer(writer),
        m_watchdog(watchdog) {}

  Result<void> run() {
    auto enrolled = enrol();
    if (!enrolled) return Failure{enrolled.error()};
    write_file(*enrolled);
    return {};
  }

 private:
  Result<EnrolledRoom> enrol() {
    auto closed = pictures_at(EnrolmentStep::door_closed, *m_sources.closed);
    if (!closed) return Failure{closed.error()};
    PictureSource& open_source = m_sources.open ? *m_sources.open : *m_sources.closed;
    auto open = pictures_at(EnrolmentStep::door_open, open_source);
    if (!open) return Failure{open.error()};
    m_sources = {};
    m_writer.write(SourceReleased{Sensor::camera});
    return enrolled_with_consent(*closed, *open);
  }

  Result<Pictures> pictures_at(EnrolmentStep step, PictureSource& source) {
    if (source.opened().live)
      if (auto answer = wait(step); !answer) return Failure{answer.error()};
    Watchdog::Watch watch(
        m_watchdog, k_patience,
        {Sensor::camera,
         {ProblemKind::device_failure, {sensing_text("camera.stuck"), {source.opened().name}}}});
    Pictures pictures;
    while (pictures.size() < k_most_pictures) {
      auto picture = source.next();
      if (!picture) return Failure{picture.error()};
      if (!picture->has_value()) break;
      watch.renew();
      pictures.push_back(std::move((*picture)->bgr));
      m_writer.write(Progress{Sensor::camera, static_cast<double>(pictures.size()) / k_pictures_per_second,
                              k_most_pictures / k_pictures_per_second});
    }
    return pictures;
  }

  /// The enrolment with the outline that was given, or with the one proposed once it is confirmed.
  Result<EnrolledRoom> enrolled_with_consent(const Pictures& closed, const Pictures& open) {
    EnrolmentChoices choices;
    if (m_request.door) choices.door = in_pixels(*m_request.door);
    for (const PicturePolygon& mask : m_request.masks) choices.masks.push_back(in_pixels(mask));
    while (true) {
      auto enrolled = enrol_room(closed, open, choices);
      if (!enrolled) return enrolled;
      m_writer.write(DoorProposed{enrolled->room.picture.width, enrolled->room.picture.height,
                                  polygon_of(enrolled->room.door), enrolled->outline_confidence});
      auto answer = wait(EnrolmentStep::outline);
      if (!answer) return Failure{answer.error()};
      if (!answer->door) return enrolled;
      choices.door = in_pixels(*answer->door);
    }
  }

  Result<EnrolmentAnswer> wait(EnrolmentStep step) {
    if (!m_request.ask) return EnrolmentAnswer{};
    m_writer.write(Waiting{step});
    std::string line;
    if (!std::getline(m_answers, line)) return unusable_input(sensing_text("enrol.given_up"));
    const auto answer = answer_in(line);
    if (!answer) return unusable_input(sensing_text("enrol.given_up"));
    return *answer;
  }

  void write_file(const EnrolledRoom& enrolled) {
    const std::vector<std::uint8_t> bytes = encode_room(enrolled.room);
    for (std::size_t from = 0; from < bytes.size(); from += k_most_part_bytes) {
      const std::size_t to = std::min(from + k_most_part_bytes, bytes.size());
      m_writer.write(EnrolmentPart{{bytes.begin() + static_cast<std::ptrdiff_t>(from),
                                    bytes.begin() + static_cast<std::ptrdiff_t>(to)}});
    }
  }

  EnrolmentSources m_sources;
  const EnrolmentRequest& m_request;
  std::istream& m_answers;
  EventWriter& m_writer;
  Watchdog& m_watchdog;
};

}  // namespace

Result<void> sense_enrolment(EnrolmentSources sources, const EnrolmentRequest& request, std::istream& answers,
                             EventWriter& writer, Watchdog& watchdog) {
  return Enrolling(std::move(sources), request, answers, writer, watchdog).run();
}

}  // namespace preshift
