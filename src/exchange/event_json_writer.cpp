#include "event_names.hpp"
#include "hex.hpp"
#include "measurement_json.hpp"

#include <nlohmann/json.hpp>

#include <span>
#include <utility>

namespace preshift {
namespace {

using Json = nlohmann::ordered_json;

/// An event of this kind with these members.
Json event(const char* kind, const Json& members) {
  Json json{{"event", kind}};
  json.update(members);
  return json;
}

Json written(const Measurement& measurement) {
  return event("measurement", written_measurement(measurement));
}

Json written(const SourceOpened& opened) {
  return event("opened", written_source(opened));
}

Json written(const Confined& confined) {
  return event("confined", written_confinement(confined));
}

Json written(const SourceProblem& failed) {
  return event("problem", written_problem(failed));
}

Json written(const Hello& hello) {
  return {{"event", "hello"}, {"format", hello.format}, {"version", hello.version}};
}

Json written(const SourceReleased& released) {
  return {{"event", "released"}, {"sensor", name_of(released.sensor)}};
}

Json written(const Progress& progress) {
  Json json{{"event", "progress"}, {"sensor", name_of(progress.sensor)}, {"seconds", progress.seconds}};
  if (progress.of_seconds) json["of_seconds"] = *progress.of_seconds;
  return json;
}

Json written(const Level& level) {
  return {{"event", "level"}, {"dbfs", level.dbfs}};
}

Json written(const PhaseBegun& begun) {
  return {{"event", "phase"}, {"phase", name_of(begun.phase)}, {"seconds", begun.seconds}};
}

Json written(const MeterReading& reading) {
  Json json{{"event", "reading"}, {"seconds", reading.seconds}, {"laf", reading.laf}, {"laeq", reading.laeq}};
  if (reading.la90) json["la90"] = *reading.la90;
  return json;
}

Json written(const SecondPassed& second) {
  return {{"event", "second"},
          {"laeq", second.laeq},
          {"lafmax", second.lafmax},
          {"overloaded", second.overloaded}};
}

/// A band is [level, uncertainty] or null.
Json written(std::span<const std::optional<SpectrumBand>> bands) {
  Json json = Json::array();
  for (const auto& band : bands) {
    json.push_back(nullptr);
    if (band) json.back() = {band->level, band->expanded_uncertainty};
  }
  return json;
}

Json written(const Spectrum& spectrum) {
  return {{"event", "spectrum"},
          {"third", written(std::span(spectrum.third))},
          {"octave", written(std::span(spectrum.octave))}};
}

Json written(const DeviceListed& device) {
  return {{"event", "device"},
          {"sensor", name_of(device.sensor)},
          {"index", device.index},
          {"name", shortened_name(device.name)},
          {"host_api", device.host_api},
          {"channels", device.channels},
          {"rates", device.rates},
          {"default", device.is_default},
          {"route", written_route(device.route)}};
}

Json written(const Waiting& waiting) {
  return {{"event", "waiting"}, {"step", name_of(waiting.step)}};
}

Json written(const DoorProposed& door) {
  return {{"event", "door"},
          {"width", door.width},
          {"height", door.height},
          {"outline", to_text(door.outline)},
          {"confidence", door.confidence}};
}

Json written(const EnrolmentPart& part) {
  return {{"event", "enrolment"}, {"hex", to_hex(part.bytes)}};
}

Json written(const Alive&) {
  return {{"event", "alive"}};
}

Json written(const Done&) {
  return {{"event", "done"}};
}

}  // namespace

std::string to_json_line(const Event& event) {
  const Json json = std::visit([](const auto& each) { return written(each); }, event);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace preshift
