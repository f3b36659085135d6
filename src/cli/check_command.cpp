#include "check_command.hpp"

#include "check.hpp"
#include "check_json.hpp"
#include "check_text.hpp"
#include "cli_texts.hpp"
#include "option_values.hpp"
#include "progress_display.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace preshift {
namespace {

constexpr std::chrono::seconds k_default_window{20};

/// Which source a sensor has, from its three options.
struct SensorOptions {
  const char* device;
  const char* recorded;
  const char* declined;
};
constexpr SensorOptions k_sound_options{"--microphone", "--sound", "--no-microphone"};
constexpr SensorOptions k_picture_options{"--camera", "--pictures", "--no-camera"};

Result<std::optional<SourceRequest>> source_of(const Arguments& arguments, const SensorOptions& options,
                                               bool others_are_recorded) {
  const char* names[] = {options.device, options.recorded, options.declined};
  const char* given = nullptr;
  for (const char* name : names) {
    if (!arguments.has(name)) continue;
    if (given != nullptr) return unusable_input(cli_text("cli.both_given"), given, name);
    given = name;
  }
  if (const auto device = arguments.value(options.device))
    return std::optional<SourceRequest>(Device{*device});
  if (const auto place = arguments.value(options.recorded))
    return std::optional<SourceRequest>(Recorded{*place});
  if (given != nullptr || others_are_recorded) return std::optional<SourceRequest>();
  return std::optional<SourceRequest>(Device{});
}

bool is_device(const std::optional<SourceRequest>& source) {
  return source && std::holds_alternative<Device>(*source);
}

Result<CheckRequest> check_request(const Arguments& arguments) {
  CheckRequest request;
  auto sound = source_of(arguments, k_sound_options, arguments.has("--pictures"));
  if (!sound) return Failure{sound.error()};
  auto pictures = source_of(arguments, k_picture_options, arguments.has("--sound"));
  if (!pictures) return Failure{pictures.error()};
  request.sensing.sound = *sound;
  request.sensing.pictures = *pictures;
  request.microphone_declined = arguments.has("--no-microphone");
  request.camera_declined = arguments.has("--no-camera");
  if (request.microphone_declined && request.camera_declined)
    return unusable_input(cli_text("cli.nothing_to_check"));
  if (const auto text = arguments.value("--duration")) {
    const auto duration = parse_duration(*text);
    if (!duration) return Failure{duration.error()};
    request.sensing.window = *duration;
  } else if (is_device(*sound) || is_device(*pictures)) {
    request.sensing.window = k_default_window;
  }
  if (const auto text = arguments.value("--full-scale")) {
    const auto full_scale = parse_full_scale(*text);
    if (!full_scale) return Failure{full_scale.error()};
    request.sensing.full_scale_db = full_scale->level_db;
    request.sensing.full_scale_uncertainty_db = full_scale->standard_uncertainty_db;
  }
  return request;
}

bool colour_on(Stream stream) {
  return is_terminal(stream) && !environment("NO_COLOR");
}

CheckReport check_and_show(const CheckRequest& request, const Profile& profile, Language language) {
  if (!is_terminal(Stream::error)) return run_check(request, profile, [](const Event&) {});
  ProgressDisplay display(stderr, terminal_width(Stream::error), language, colour_on(Stream::error));
  return run_check(request, profile, [&](const Event& event) { display.show(event); });
}

void print_result(const CheckReport& report, const Arguments& arguments, Language language) {
  if (arguments.value("--format") == "json") {
    fmt::print("{}\n", check_json(report, language));
  } else if (!report.problem) {
    TextStyle style{language, colour_on(Stream::output), terminal_width(Stream::output)};
    fmt::print("{}", check_text_report(report, style));
  }
}

}  // namespace

Result<int> run_check_command(const Arguments& arguments, Language language) {
  const auto request = check_request(arguments);
  if (!request) return Failure{request.error()};
  const auto rules = arguments.value("--rules");
  const auto profile = rules ? read_profile_file(*rules) : shipped_profile("standard");
  if (!profile) return Failure{profile.error()};
  const CheckReport report = check_and_show(*request, *profile, language);
  const bool could_not_run = report.problem && report.problem->problem.kind == ProblemKind::unusable_input;
  if (could_not_run) return Failure{report.problem->problem};
  print_result(report, arguments, language);
  if (report.problem) return Failure{report.problem->problem};
  return exit_status_of(report);
}

}  // namespace preshift
