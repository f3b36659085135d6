#include "event.hpp"
#include "sensing_texts.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
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

const char* name_of(Sensor sensor) {
  return sensor == Sensor::microphone ? "microphone" : "camera";
}

const char* name_of(ProblemKind kind) {
  return kind == ProblemKind::unusable_input ? "unusable_input" : "device_failure";
}

const char* name_of(AbsenceKind kind) {
  switch (kind) {
    case AbsenceKind::unknown:
      return "unknown";
    case AbsenceKind::declined:
      return "declined";
    case AbsenceKind::failed:
      break;
  }
  return "failed";
}

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
                        },
                        [&](const State& state) { json["state"] = state.value; },
                        [&](const Absence& absence) {
                          json["absent"] = name_of(absence.kind);
                          json["reason"] = written(absence.reason);
                        }},
             measurement.outcome);
  return json;
}

Json written(const Hello& hello) {
  return {{"event", "hello"}, {"format", hello.format}, {"version", hello.version}};
}

Json written(const SourceOpened& opened) {
  return {{"event", "opened"},           {"sensor", name_of(opened.sensor)},
          {"live", opened.live},         {"name", shortened(opened.name)},
          {"host_api", opened.host_api}, {"rate", opened.rate},
          {"channels", opened.channels}};
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
  return {{"event", "level"}, {"value", level.value}, {"unit", level.unit}};
}

Json written(const SourceProblem& failed) {
  Json json{{"event", "problem"},
            {"kind", name_of(failed.problem.kind)},
            {"message", written(failed.problem.message)}};
  if (failed.sensor) json["sensor"] = name_of(*failed.sensor);
  return json;
}

Json written(const DeviceListed& device) {
  return {{"event", "device"},           {"sensor", name_of(device.sensor)},
          {"index", device.index},       {"name", shortened(device.name)},
          {"host_api", device.host_api}, {"channels", device.channels},
          {"rates", device.rates},       {"default", device.is_default}};
}

Json written(const Alive&) {
  return {{"event", "alive"}};
}

Json written(const Done&) {
  return {{"event", "done"}};
}

/// Reads members of one JSON object; remembers whether any was missing or of the wrong type.
class Members {
 public:
  explicit Members(const Json& object) : m_object(object), m_good(object.is_object()) {}

  [[nodiscard]] bool good() const { return m_good; }
  [[nodiscard]] bool has(const char* key) const { return m_object.is_object() && m_object.contains(key); }

  std::string text(const char* key) {
    const Json* member = find(key);
    if (member == nullptr || !member->is_string()) return refuse<std::string>();
    return member->get<std::string>();
  }

  double number(const char* key) {
    const Json* member = find(key);
    if (member == nullptr || !member->is_number()) return refuse<double>();
    const auto value = member->get<double>();
    return std::isfinite(value) ? value : refuse<double>();
  }

  int integer(const char* key) {
    const double value = number(key);
    const bool whole = std::abs(value) <= std::numeric_limits<int>::max() && value == std::floor(value);
    return whole ? static_cast<int>(value) : refuse<int>();
  }

  bool flag(const char* key) {
    const Json* member = find(key);
    if (member == nullptr || !member->is_boolean()) return refuse<bool>();
    return member->get<bool>();
  }

  template <class Value>
  Value one_of(const char* key, std::initializer_list<Value> values) {
    const std::string word = text(key);
    for (const Value value : values)
      if (word == name_of(value)) return value;
    return refuse<Value>();
  }

  Sensor sensor() { return one_of("sensor", {Sensor::microphone, Sensor::camera}); }

  Message message(const char* key) {
    const Json* member = find(key);
    if (member == nullptr) return {};
    Members inner(*member);
    const auto text_found = find_sensing_text(inner.text("text"));
    const Json* arguments = inner.find("arguments");
    if (!inner.good() || !text_found || !arguments->is_array()) return refuse<Message>();
    Message read{*text_found, {}};
    for (const Json& argument : *arguments) {
      if (argument.is_string()) {
        read.arguments.emplace_back(argument.get<std::string>());
      } else if (argument.is_number() && std::isfinite(argument.get<double>())) {
        read.arguments.emplace_back(argument.get<double>());
      } else {
        return refuse<Message>();
      }
    }
    return read;
  }

  std::vector<double> numbers(const char* key) {
    const Json* member = find(key);
    std::vector<double> read;
    if (member == nullptr || !member->is_array()) return refuse<std::vector<double>>();
    for (const Json& number : *member) {
      if (!number.is_number()) return refuse<std::vector<double>>();
      read.push_back(number.get<double>());
    }
    return read;
  }

 private:
  const Json* find(const char* key) {
    if (has(key)) return &m_object.at(key);
    m_good = false;
    return nullptr;
  }

  template <class Value>
  Value refuse() {
    m_good = false;
    return {};
  }

  const Json& m_object;
  bool m_good;
};

Measurement read_measurement(Members& members) {
  Measurement read{members.text("name"), members.text("unit"), State{}};
  if (members.has("value")) {
    read.outcome = Quantity{members.number("value"), members.number("uncertainty")};
  } else if (members.has("state")) {
    read.outcome = State{members.text("state")};
  } else {
    const auto kind =
        members.one_of("absent", {AbsenceKind::unknown, AbsenceKind::declined, AbsenceKind::failed});
    read.outcome = Absence{kind, members.message("reason")};
  }
  return read;
}

std::optional<Event> read_event(const std::string& kind, Members& in) {
  if (kind == "alive") return Alive{};
  if (kind == "done") return Done{};
  if (kind == "hello") return Hello{in.integer("format"), in.text("version")};
  if (kind == "released") return SourceReleased{in.sensor()};
  if (kind == "level") return Level{in.number("value"), in.text("unit")};
  if (kind == "measurement") return read_measurement(in);
  if (kind == "confined") return Confined{in.flag("system_calls"), in.flag("file_system"), in.text("detail")};
  if (kind == "progress") {
    Progress progress{in.sensor(), in.number("seconds"), std::nullopt};
    if (in.has("of_seconds")) progress.of_seconds = in.number("of_seconds");
    return progress;
  }
  if (kind == "opened") {
    return SourceOpened{in.sensor(),         in.flag("live"),   in.text("name"),
                        in.text("host_api"), in.number("rate"), in.integer("channels")};
  }
  if (kind == "problem") {
    SourceProblem failed;
    if (in.has("sensor")) failed.sensor = in.sensor();
    failed.problem.kind = in.one_of("kind", {ProblemKind::unusable_input, ProblemKind::device_failure});
    failed.problem.message = in.message("message");
    return failed;
  }
  if (kind == "device") {
    return DeviceListed{in.sensor(),         in.integer("index"),    in.text("name"),
                        in.text("host_api"), in.integer("channels"), in.numbers("rates"),
                        in.flag("default")};
  }
  return std::nullopt;
}

}  // namespace

std::string to_json_line(const Event& event) {
  const Json json = std::visit([](const auto& each) { return written(each); }, event);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

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
