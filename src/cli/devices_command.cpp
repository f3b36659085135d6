#include "devices_command.hpp"

#include "cli_texts.hpp"
#include "devices_report.hpp"
#include "exit_status.hpp"
#include "sensing.hpp"

#include <fmt/format.h>

namespace preshift {

Result<int> run_devices_command(const Arguments& arguments, Language language) {
  const Sensing sensing = run_sensing(sensing_program(), {"devices"}, [](const Event&) {});
  if (sensing.problem) return Failure{sensing.problem->problem};
  const bool json = arguments.value("--format") == "json";
  fmt::print("{}", json ? devices_json(sensing.devices) : devices_text(sensing.devices, language));
  return exit_status::k_cleared;
}

}  // namespace preshift
