#include "calibrate_options.hpp"

#include "cli_texts.hpp"
#include "option_values.hpp"

#include <string>
#include <utility>

namespace preshift {
namespace {

Result<CalibratingWith> calibrating_with(const Arguments& arguments, const std::string& way) {
  if (way == "--voice") {
    if (!arguments.has("--distance")) return unusable_input(cli_text("cli.needs"), way, "--distance");
    const auto distance_m = parse_distance(*arguments.value("--distance"));
    if (!distance_m) return Failure{distance_m.error()};
    return CalibratingWith(VoiceAtDistance{*distance_m});
  }
  const std::string text = *arguments.value(way);
  if (way == "--sensitivity") {
    const auto full_scale = parse_full_scale(text, way);
    if (!full_scale) return Failure{full_scale.error()};
    return CalibratingWith(KnownSensitivity{*full_scale});
  }
  const auto level = parse_sound_level(text, way);
  if (!level) return Failure{level.error()};
  if (way == "--meter") return CalibratingWith(MeterLevel{*level});
  return CalibratingWith(CalibratorLevel{*level});
}

/// Whether the options that only some ways take are with such a one.
Result<void> check_company(const Arguments& arguments, const std::string& way) {
  const bool voice = way == "--voice";
  if (arguments.has("--distance") && !voice)
    return unusable_input(cli_text("cli.goes_only_with"), "--distance", "--voice");
  if (arguments.has("--sound") && way == "--sensitivity")
    return unusable_input(cli_text("cli.both_given"), "--sound", way);
  if (arguments.has("--sound") && arguments.value("--microphone").value_or("").empty())
    return unusable_input(cli_text("cli.recording_of_whom"));
  const bool recorded_voice = voice && arguments.has("--sound");
  if (arguments.has("--phases") && !recorded_voice)
    return unusable_input(cli_text("cli.goes_only_with"), "--phases", "--voice --sound");
  if (recorded_voice && !arguments.has("--phases"))
    return unusable_input(cli_text("cli.needs"), "--voice --sound", "--phases");
  return {};
}

/// Reads an option that may be missing into its place.
template <class Value, class Parse>
Result<void> read_optional(const Arguments& arguments, const char* option, Parse parse,
                           std::optional<Value>& into) {
  const auto text = arguments.value(option);
  if (!text) return {};
  auto value = parse(*text);
  if (!value) return Failure{value.error()};
  into = std::move(*value);
  return {};
}

}  // namespace

Result<std::string> calibrating_order(const Arguments& arguments) {
  constexpr const char* k_orders[] = {"--reference", "--meter", "--sensitivity",
                                      "--voice",     "--list",  "--remove"};
  const char* given = nullptr;
  for (const char* order : k_orders) {
    if (!arguments.has(order)) continue;
    if (given != nullptr) return unusable_input(cli_text("cli.both_given"), given, order);
    given = order;
  }
  if (given == nullptr) return unusable_input(cli_text("cli.how_to_calibrate"));
  return std::string(given);
}

Result<CalibratingRequest> calibrating_request(const Arguments& arguments, const std::string& way) {
  if (auto fits = check_company(arguments, way); !fits) return Failure{fits.error()};
  auto with = calibrating_with(arguments, way);
  if (!with) return Failure{with.error()};
  CalibratingRequest request;
  request.with = *with;
  request.microphone = arguments.value("--microphone").value_or("");
  request.recording = arguments.value("--sound");
  const auto phases = [](const std::string& text) { return parse_phases(text, "--phases"); };
  if (auto read = read_optional(arguments, "--phases", phases, request.phases); !read)
    return Failure{read.error()};
  if (auto read = read_optional(arguments, "--self-noise", parse_self_noise, request.self_noise); !read)
    return Failure{read.error()};
  const auto validity = [](const std::string& text) { return parse_validity(text, "--expires"); };
  if (auto read = read_optional(arguments, "--expires", validity, request.validity); !read)
    return Failure{read.error()};
  return request;
}

}  // namespace preshift
