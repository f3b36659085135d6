#include "calibrate_command.hpp"

#include "calibrate_options.hpp"
#include "calibration_json.hpp"
#include "calibration_session.hpp"
#include "calibration_store.hpp"
#include "calibrations_text.hpp"
#include "cli_texts.hpp"
#include "exit_status.hpp"
#include "output_style.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace preshift {
namespace {

std::chrono::sys_seconds present() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Result<int> list(const std::vector<Calibration>& stored, const Arguments& arguments, Language language) {
  if (arguments.value("--format") == "json") {
    fmt::print("{}", calibrations_to_json(stored));
  } else {
    fmt::print("{}", calibrations_text_list(stored, present(), output_style(language)));
  }
  return exit_status::k_cleared;
}

/// By the number that --list shows, or by the microphone's name.
Result<int> remove(std::vector<Calibration> stored, const std::string& which) {
  std::vector<Calibration> kept;
  const auto is_number = [&](std::size_t i) { return which == std::to_string(i + 1); };
  bool numbered = false;
  for (std::size_t i = 0; i < stored.size(); ++i) numbered = numbered || is_number(i);
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const MicrophoneIdentity& microphone = stored[i].microphone;
    const bool named = which == microphone.name || which == microphone.source;
    if (!(numbered ? is_number(i) : named)) kept.push_back(stored[i]);
  }
  if (kept.size() == stored.size()) return unusable_input(cli_text("cli.no_such_calibration"), which);
  if (auto written = write_calibrations(calibrations_file(), kept); !written) return Failure{written.error()};
  return exit_status::k_cleared;
}

Result<int> calibrate(const CalibratingRequest& request, bool as_json, Language language) {
  const auto made = make_calibration(request, language);
  if (!made) return Failure{made.error()};
  if (as_json) {
    fmt::print("{}", calibrations_to_json({*made}));
  } else {
    fmt::print("{}", calibration_text_report(*made, output_style(language)));
  }
  return exit_status::k_cleared;
}

}  // namespace

Result<int> run_calibrate_command(const Arguments& arguments, Language language) {
  const auto order = calibrating_order(arguments);
  if (!order) return Failure{order.error()};
  auto stored = read_calibrations(calibrations_file());
  if (!stored) return Failure{stored.error()};
  if (*order == "--list") return list(*stored, arguments, language);
  if (*order == "--remove") return remove(std::move(*stored), *arguments.value(*order));
  auto request = calibrating_request(arguments, *order);
  if (!request) return Failure{request.error()};
  request->now = present();
  return calibrate(*request, arguments.value("--format") == "json", language);
}

}  // namespace preshift
