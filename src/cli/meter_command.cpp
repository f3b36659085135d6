#include "meter_command.hpp"

#include "cli_texts.hpp"
#include "exit_status.hpp"
#include "meter_display.hpp"
#include "meter_json.hpp"
#include "meter_plot.hpp"
#include "meter_text.hpp"
#include "metering.hpp"
#include "option_values.hpp"
#include "plot_file.hpp"
#include "sound_options.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <optional>

namespace preshift {
namespace {

constexpr std::chrono::minutes k_longest_live{10};

Result<SensingRequest> sensing_request(const Arguments& arguments) {
  SensingRequest request;
  request.purpose = Purpose::meter;
  if (arguments.argument && arguments.has("--microphone"))
    return unusable_input(cli_text("cli.file_or_microphone"));
  if (arguments.argument) {
    request.sound = Recorded{*arguments.argument};
  } else {
    request.sound = Device{arguments.value("--microphone").value_or("")};
    request.window = k_longest_live;
  }
  if (const auto text = arguments.value("--duration")) {
    const auto duration = parse_duration(*text);
    if (!duration) return Failure{duration.error()};
    request.window = *duration;
  }
  return request;
}

MeterReport measure_and_show(const SensingRequest& request, const KnownScales& scales, Language language) {
  if (!is_terminal(Stream::error)) return run_meter(request, scales, [](const Event&) {});
  const bool colour = !environment("NO_COLOR");
  MeterDisplay display(stderr, terminal_width(Stream::error), language, colour, scales);
  return run_meter(request, scales, [&](const Event& event) { display.show(event); });
}

void print_result(const MeterReport& report, const Arguments& arguments, Language language) {
  if (arguments.value("--format") == "json") {
    fmt::print("{}\n", meter_json(report, language));
  } else if (!report.problem) {
    fmt::print("{}", meter_text(report, language));
  }
}

}  // namespace

Result<int> run_meter_command(const Arguments& arguments, Language language) {
  const auto request = sensing_request(arguments);
  if (!request) return Failure{request.error()};
  const auto scales = known_scales(arguments, request->sound);
  if (!scales) return Failure{scales.error()};
  std::optional<PlotFile> plot_file;
  if (const auto path = arguments.value("--plot")) {
    auto prepared = PlotFile::prepare(*path);
    if (!prepared) return Failure{prepared.error()};
    plot_file = std::move(*prepared);
  }
  outlive_interrupts();
  const MeterReport report = measure_and_show(*request, *scales, language);
  const bool could_not_run = report.problem && report.problem->problem.kind == ProblemKind::unusable_input;
  if (!could_not_run) print_result(report, arguments, language);
  if (report.problem) return Failure{report.problem->problem};
  if (plot_file) {
    if (const auto written = plot_file->write(level_plot_svg(level_plot_of(report, language), language));
        !written)
      return Failure{written.error()};
  }
  return exit_status::k_cleared;
}

}  // namespace preshift
