#include "hex.hpp"
#include "json_members.hpp"
#include "measurement_json.hpp"

namespace preshift {
namespace {

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
  if (kind == "confined") return read_confinement(in);
  if (kind == "progress") {
    Progress progress{in.sensor(), in.number("seconds"), std::nullopt};
    if (in.has("of_seconds")) progress.of_seconds = in.number("of_seconds");
    return progress;
  }
  if (kind == "waiting") return read_waiting(in);
  if (kind == "door") return read_door(in);
  if (kind == "enrolment") return read_enrolment_part(in);
  if (kind == "opened") return read_source(in);
  if (kind == "reading") return read_reading(in);
  if (kind == "spectrum") return read_spectrum(in);
  if (kind == "device") return read_device(in);
  if (kind == "phase")
    return PhaseBegun{in.one_of("phase", {Phase::none, Phase::reading, Phase::silent, Phase::challenge}),
                      in.number("seconds")};
  if (kind == "second") return SecondPassed{in.number("laeq"), in.number("lafmax"), in.flag("overloaded")};
  if (kind == "problem") return read_problem(in);
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
