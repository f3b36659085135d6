#include "sensing_request.hpp"

#include "sensing_texts.hpp"

#include <charconv>
#include <cmath>

namespace preshift {
namespace {

using std::chrono::milliseconds;

constexpr double k_longest_ms = 24 * 3600 * 1000;

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

void write_source(std::vector<std::string>& arguments, const std::optional<SourceRequest>& source,
                  const std::string& device_option, const std::string& file_option) {
  if (!source) return;
  if (const auto* device = std::get_if<Device>(&*source)) {
    arguments.push_back(device_option + "=" + device->name);
  } else {
    arguments.push_back(file_option + "=" + std::get<Recorded>(*source).place);
  }
}

std::string span_text(const TimeSpan& span) {
  return std::to_string(span.from.count()) + '-' + std::to_string(span.to.count());
}

std::optional<TimeSpan> span_in(std::string_view text) {
  const std::size_t dash = text.find('-', 1);
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = number_in(text.substr(0, dash));
  const auto to = number_in(text.substr(dash + 1));
  if (!from || !to || *from < 0 || *to <= *from || *to > k_longest_ms) return std::nullopt;
  return TimeSpan{milliseconds(std::llround(*from)), milliseconds(std::llround(*to))};
}

SoundPhases& phases_of(SensingRequest& request) {
  if (!request.phases) request.phases.emplace();
  return *request.phases;
}

/// Both are there, one after the other.
bool is_sound(const SoundPhases& phases) {
  const TimeSpan none{};
  if (phases.reading == none || phases.silent == none) return false;
  return phases.reading.to <= phases.silent.from || phases.silent.to <= phases.reading.from;
}

bool apply(SensingRequest& request, std::string_view option, const std::string& value) {
  const auto number = number_in(value);
  if (option == "--sound" && !value.empty()) {
    request.sound = Recorded{value};
  } else if (option == "--microphone") {
    request.sound = Device{value};
  } else if (option == "--pictures" && !value.empty()) {
    request.pictures = Recorded{value};
  } else if (option == "--camera") {
    request.pictures = Device{value};
  } else if (option == "--duration-ms" && number && *number >= 1 && *number <= k_longest_ms) {
    request.window = milliseconds(std::llround(*number));
  } else if (const auto span = span_in(value); span && option == "--reading-ms") {
    phases_of(request).reading = *span;
  } else if (span && option == "--silent-ms") {
    phases_of(request).silent = *span;
  } else {
    return false;
  }
  return true;
}

bool is_device(const std::optional<SourceRequest>& source) {
  return source && std::holds_alternative<Device>(*source);
}

}  // namespace

std::vector<std::string> to_arguments(const SensingRequest& request) {
  std::vector<std::string> arguments{request.purpose == Purpose::check ? "check" : "meter"};
  write_source(arguments, request.sound, "--microphone", "--sound");
  write_source(arguments, request.pictures, "--camera", "--pictures");
  if (request.window) arguments.push_back("--duration-ms=" + std::to_string(request.window->count()));
  if (request.phases) {
    arguments.push_back("--reading-ms=" + span_text(request.phases->reading));
    arguments.push_back("--silent-ms=" + span_text(request.phases->silent));
  }
  return arguments;
}

Result<SensingRequest> from_arguments(std::span<const std::string> arguments) {
  if (arguments.empty() || (arguments[0] != "check" && arguments[0] != "meter"))
    return unusable_input(sensing_text("sense.arguments"), "check, meter or devices is needed.");
  SensingRequest request;
  request.purpose = arguments[0] == "check" ? Purpose::check : Purpose::meter;
  for (const std::string& argument : arguments.subspan(1)) {
    const std::size_t equals = argument.find('=');
    const std::string value = equals == std::string::npos ? "" : argument.substr(equals + 1);
    if (!apply(request, argument.substr(0, equals), value))
      return unusable_input(sensing_text("sense.arguments"), argument + "?");
  }
  if (!request.sound && !request.pictures)
    return unusable_input(sensing_text("sense.arguments"), "A source is needed.");
  if (request.phases && !is_sound(*request.phases))
    return unusable_input(sensing_text("sense.arguments"), "Two phases that do not overlap are needed.");
  if (request.purpose == Purpose::meter && (!request.sound || request.pictures))
    return unusable_input(sensing_text("sense.arguments"), "A meter needs a sound and nothing else.");
  if (!request.window && (is_device(request.sound) || is_device(request.pictures)))
    return unusable_input(sensing_text("sense.arguments"), "A device needs --duration-ms=N.");
  return request;
}

}  // namespace preshift
