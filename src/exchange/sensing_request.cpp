#include "sensing_request.hpp"

#include "sensing_texts.hpp"

#include <charconv>
#include <cmath>

namespace preshift {
namespace {

using std::chrono::milliseconds;

/// Locale-independent and exact: the shortest digits that read back as the same number.
std::string digits_of(double value) {
  char buffer[64];
  const auto end = std::to_chars(std::begin(buffer), std::end(buffer), value).ptr;
  return {std::begin(buffer), end};
}

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

bool apply(SensingRequest& request, std::string_view option, const std::string& value) {
  constexpr double k_longest_ms = 24 * 3600 * 1000;
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
  } else if (option == "--full-scale-db" && number) {
    request.full_scale_db = *number;
  } else if (option == "--full-scale-uncertainty-db" && number && *number >= 0) {
    request.full_scale_uncertainty_db = *number;
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
  std::vector<std::string> arguments{"check"};
  write_source(arguments, request.sound, "--microphone", "--sound");
  write_source(arguments, request.pictures, "--camera", "--pictures");
  if (request.window) arguments.push_back("--duration-ms=" + std::to_string(request.window->count()));
  if (request.full_scale_db) {
    arguments.push_back("--full-scale-db=" + digits_of(*request.full_scale_db));
    arguments.push_back("--full-scale-uncertainty-db=" + digits_of(request.full_scale_uncertainty_db));
  }
  return arguments;
}

Result<SensingRequest> from_arguments(std::span<const std::string> arguments) {
  if (arguments.empty() || arguments[0] != "check")
    return unusable_input(sensing_text("sense.arguments"), "check or devices is needed.");
  SensingRequest request;
  for (const std::string& argument : arguments.subspan(1)) {
    const std::size_t equals = argument.find('=');
    const std::string value = equals == std::string::npos ? "" : argument.substr(equals + 1);
    if (!apply(request, argument.substr(0, equals), value))
      return unusable_input(sensing_text("sense.arguments"), argument + "?");
  }
  if (!request.sound && !request.pictures)
    return unusable_input(sensing_text("sense.arguments"), "A source is needed.");
  if (!request.window && (is_device(request.sound) || is_device(request.pictures)))
    return unusable_input(sensing_text("sense.arguments"), "A device needs --duration-ms=N.");
  return request;
}

}  // namespace preshift
