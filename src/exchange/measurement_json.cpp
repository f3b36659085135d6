#include "measurement_json.hpp"

#include "event_names.hpp"
#include "json_members.hpp"

#include <utility>

namespace preshift {
namespace {

void put_outcome(Json& json, const Quantity& quantity) {
  json["value"] = quantity.value;
  json["uncertainty"] = quantity.expanded_uncertainty;
  if (quantity.is_upper_bound) json["upper_bound"] = true;
}

void put_outcome(Json& json, const State& state) {
  json["state"] = state.value;
}

void put_outcome(Json& json, const Absence& absence) {
  json["absent"] = name_of(absence.kind);
  json["reason"] = written_message(absence.reason);
}

}  // namespace

std::string shortened_name(const std::string& name) {
  constexpr std::size_t k_longest_name = 1024;
  return name.substr(0, k_longest_name);
}

Json written_message(const Message& message) {
  Json arguments = Json::array();
  for (const Argument& argument : message.arguments) {
    if (const auto* number = std::get_if<double>(&argument)) {
      arguments.push_back(*number);
    } else {
      arguments.push_back(shortened_name(std::get<std::string>(argument)));
    }
  }
  return {{"text", message.text.id}, {"arguments", std::move(arguments)}};
}

Json written_measurement(const Measurement& measurement) {
  Json json{{"name", measurement.name}, {"unit", measurement.unit}};
  std::visit([&](const auto& outcome) { put_outcome(json, outcome); }, measurement.outcome);
  if (measurement.doubt) json["doubt"] = written_message(*measurement.doubt);
  if (measurement.note) json["note"] = written_message(*measurement.note);
  return json;
}

Json written_route(const SoundRoute& route) {
  Json json{{"kind", name_of(route.kind)},
            {"source", shortened_name(route.source)},
            {"evidence", shortened_name(route.evidence)},
            {"muted", route.muted}};
  if (route.gain_db) json["gain_db"] = *route.gain_db;
  return json;
}

Json written_source(const SourceOpened& source) {
  Json json{{"sensor", name_of(source.sensor)}, {"live", source.live}, {"name", shortened_name(source.name)},
            {"host_api", source.host_api},      {"rate", source.rate}, {"channels", source.channels}};
  if (source.sensor == Sensor::microphone) json["route"] = written_route(source.route);
  return json;
}

Json written_confinement(const Confined& confined) {
  return {{"system_calls", confined.system_calls},
          {"file_system", confined.file_system},
          {"detail", shortened_name(confined.detail)}};
}

Json written_problem(const SourceProblem& problem) {
  Json json{{"kind", name_of(problem.problem.kind)}, {"message", written_message(problem.problem.message)}};
  if (problem.sensor) json["sensor"] = name_of(*problem.sensor);
  return json;
}

Measurement read_measurement(Members& members) {
  Measurement read{members.text("name"), members.text("unit"), State{}};
  if (members.has("value")) {
    read.outcome = Quantity{members.number("value"), members.number("uncertainty"),
                            members.has("upper_bound") && members.flag("upper_bound")};
  } else if (members.has("state")) {
    read.outcome = State{members.text("state")};
  } else {
    const auto kind =
        members.one_of("absent", {AbsenceKind::unknown, AbsenceKind::declined, AbsenceKind::failed});
    read.outcome = Absence{kind, members.message("reason")};
  }
  if (members.has("doubt")) read.doubt = members.message("doubt");
  if (members.has("note")) read.note = members.message("note");
  return read;
}

SoundRoute read_route(Members& members) {
  SoundRoute read;
  read.kind = members.one_of("kind", {RouteKind::unknown, RouteKind::physical, RouteKind::monitor,
                                      RouteKind::virtual_device, RouteKind::filter, RouteKind::hands_free});
  read.source = members.text("source");
  read.evidence = members.text("evidence");
  read.muted = members.flag("muted");
  if (members.has("gain_db")) read.gain_db = members.number("gain_db");
  return read;
}

SourceOpened read_source(Members& members) {
  SourceOpened source{members.sensor(),         members.flag("live"),   members.text("name"),
                      members.text("host_api"), members.number("rate"), members.integer("channels")};
  if (members.has("route")) source.route = members.nested("route", read_route);
  return source;
}

Confined read_confinement(Members& members) {
  return {members.flag("system_calls"), members.flag("file_system"), members.text("detail")};
}

SourceProblem read_problem(Members& members) {
  SourceProblem failed;
  if (members.has("sensor")) failed.sensor = members.sensor();
  failed.problem.kind = members.one_of("kind", {ProblemKind::unusable_input, ProblemKind::device_failure});
  failed.problem.message = members.message("message");
  return failed;
}

}  // namespace preshift
