#include "event_names.hpp"
#include "hex.hpp"

#include <nlohmann/json.hpp>

#include <span>
#include <utility>

namespace preshift {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_longest_name = 1024;

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

std::string shortened(const std::string& text) {
  return text.substr(0, k_longest_name);
}

Json written(const Message& message) {
  Json arguments = Json::array();
  for (const Argument& argument : message.arguments) {
    if (const auto* number = std::get_if<double>(&argument)) {
      arguments.push_back(*number);
    } else {
      arguments.push_back(shortened(std::get<std::string>(argument)));
    }
  }
  return {{"text", message.text.id}, {"arguments", std::move(arguments)}};
}

Json written(const Measurement& measurement) {
  Json json{{"event", "measurement"}, {"name", measurement.name}, {"unit", measurement.unit}};
  std::visit(Overloaded{[&](const Quantity& quantity) {
                          json["value"] = quantity.value;
                          json["uncertainty"] = quantity.expanded_uncertainty;
                          if (quantity.is_upper_bound) json["upper_bound"] = true;
                        },
                        [&](const State& state) { json["state"] = state.value; },
                        [&](const Absence& absence) {
                          json["absent"] = name_of(absence.kind);
                          json["reason"] = written(absence.reason);
                        }},
             measurement.outcome);
  if (measurement.doubt) json["doubt"] = written(*measurement.doubt);
  if (measurement.note) json["note"] = written(*measurement.note);
  return json;
}

Json written(const Hello& hello) {
  return {{"event", "hello"}, {"format", hello.format}, {"version", hello.version}};
}

Json written(const SoundRoute& route) {
  Json json{{"kind", name_of(route.kind)},
            {"source", shortened(route.source)},
            {"evidence", shortened(route.evidence)},
            {"muted", route.muted}};
  if (route.gain_db) json["gain_db"] = *route.gain_db;
  return json;
}

Json written(const SourceOpened& opened) {
  Json json{{"event", "opened"},           {"sensor", name_of(opened.sensor)},
            {"live", opened.live},         {"name", shortened(opened.name)},
            {"host_api", opened.host_api}, {"rate", opened.rate},
            {"channels", opened.channels}};
  if (opened.sensor == Sensor::microphone) json["route"] = written(opened.route);
  return json;
}

Json written(const SourceReleased& released) {
  return {{"event", "released"}, {"sensor", name_of(released.sensor)}};
}

Json written(const Confined& confined) {
  return {{"event", "confined"},
          {"system_calls", confined.system_calls},
          {"file_system", confined.file_system},
          {"detail", shortened(confined.detail)}};
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

Json written(const SourceProblem& failed) {
  Json json{{"event", "problem"},
            {"kind", name_of(failed.problem.kind)},
            {"message", written(failed.problem.message)}};
  if (failed.sensor) json["sensor"] = name_of(*failed.sensor);
  return json;
}

Json written(const DeviceListed& device) {
  return {{"event", "device"},
          {"sensor", name_of(device.sensor)},
          {"index", device.index},
          {"name", shortened(device.name)},
          {"host_api", device.host_api},
          {"channels", device.channels},
          {"rates", device.rates},
          {"default", device.is_default},
          {"route", written(device.route)}};
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
