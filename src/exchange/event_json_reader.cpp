#include "hex.hpp"
#include "json_members.hpp"

namespace preshift {
namespace {

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

SoundRoute read_route(Members& route) {
  SoundRoute read;
  read.kind = route.one_of("kind", {RouteKind::unknown, RouteKind::physical, RouteKind::monitor,
                                    RouteKind::virtual_device, RouteKind::filter, RouteKind::hands_free});
  read.source = route.text("source");
  read.evidence = route.text("evidence");
  read.muted = route.flag("muted");
  if (route.has("gain_db")) read.gain_db = route.number("gain_db");
  return read;
}

SourceOpened read_opened(Members& in) {
  SourceOpened opened{in.sensor(),         in.flag("live"),   in.text("name"),
                      in.text("host_api"), in.number("rate"), in.integer("channels")};
  if (in.has("route")) opened.route = in.nested("route", read_route);
  return opened;
}

DeviceListed read_device(Members& in) {
  DeviceListed device{in.sensor(),         in.integer("index"),    in.text("name"),
                      in.text("host_api"), in.integer("channels"), in.numbers("rates"),
                      in.flag("default")};
  if (in.has("route")) device.route = in.nested("route", read_route);
  return device;
}

MeterReading read_reading(Members& in) {
  MeterReading reading{in.number("seconds"), in.number("laf"), in.number("laeq"), std::nullopt};
  if (in.has("la90")) reading.la90 = in.number("la90");
  return reading;
}

Spectrum read_spectrum(Members& in) {
  Spectrum spectrum;
  in.bands("third", spectrum.third);
  in.bands("octave", spectrum.octave);
  return spectrum;
}

std::optional<Event> read_waiting(Members& in) {
  return Waiting{
      in.one_of("step", {EnrolmentStep::door_closed, EnrolmentStep::door_open, EnrolmentStep::outline})};
}

std::optional<Event> read_door(Members& in) {
  const auto outline = polygon_in(in.text("outline"));
  if (!outline) return std::nullopt;
  return DoorProposed{in.integer("width"), in.integer("height"), *outline, in.number("confidence")};
}

std::optional<Event> read_enrolment_part(Members& in) {
  auto bytes = from_hex(in.text("hex"));
  if (!bytes || bytes->empty() || bytes->size() > k_most_part_bytes) return std::nullopt;
  return EnrolmentPart{std::move(*bytes)};
}

std::optional<Event> read_event(const std::string& kind, Members& in) {
  if (kind == "alive") return Alive{};
  if (kind == "done") return Done{};
  if (kind == "hello") return Hello{in.integer("format"), in.text("version")};
  if (kind == "released") return SourceReleased{in.sensor()};
  if (kind == "level") return Level{in.number("dbfs")};
  if (kind == "measurement") return read_measurement(in);
  if (kind == "confined") return Confined{in.flag("system_calls"), in.flag("file_system"), in.text("detail")};
  if (kind == "progress") {
    Progress progress{in.sensor(), in.number("seconds"), std::nullopt};
    if (in.has("of_seconds")) progress.of_seconds = in.number("of_seconds");
    return progress;
  }
  if (kind == "waiting") return read_waiting(in);
  if (kind == "door") return read_door(in);
  if (kind == "enrolment") return read_enrolment_part(in);
  if (kind == "opened") return read_opened(in);
  if (kind == "reading") return read_reading(in);
  if (kind == "spectrum") return read_spectrum(in);
  if (kind == "device") return read_device(in);
  if (kind == "phase")
    return PhaseBegun{in.one_of("phase", {Phase::none, Phase::reading, Phase::silent}), in.number("seconds")};
  if (kind == "second") return SecondPassed{in.number("laeq"), in.number("lafmax"), in.flag("overloaded")};
  if (kind == "problem") {
    SourceProblem failed;
    if (in.has("sensor")) failed.sensor = in.sensor();
    failed.problem.kind = in.one_of("kind", {ProblemKind::unusable_input, ProblemKind::device_failure});
    failed.problem.message = in.message("message");
    return failed;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Event> event_from_json_line(std::string_view line) {
  if (line.size() > k_longest_event_line) return std::nullopt;
  const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return std::nullopt;
  Members members(json);
  const std::string kind = members.text("event");
  auto event = read_event(kind, members);
  return members.good() ? event : std::nullopt;
}

}  // namespace preshift
