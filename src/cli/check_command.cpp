#include "check_command.hpp"

#include "agent_dialogue.hpp"
#include "certificate_options.hpp"
#include "check_output.hpp"
#include "check_session.hpp"
#include "judging_options.hpp"

#include <fmt/format.h>

namespace preshift {

Result<int> run_check_command(const Arguments& arguments, Language language) {
  const auto profile = chosen_profile(arguments);
  if (!profile) return Failure{profile.error()};
  auto request = check_request(arguments, *profile);
  if (!request) return Failure{request.error()};
  const auto repeats = most_repeats(arguments, *request);
  if (!repeats) return Failure{repeats.error()};
  const auto order = certificate_order(arguments, language);
  if (!order) return Failure{order.error()};
  if (can_ask()) ask_manual_rules(*profile, language, request->circumstances);
  const CheckReport report = check_until_mended(*request, *profile, *repeats, language);
  const bool could_not_run = report.problem && report.problem->problem.kind == ProblemKind::unusable_input;
  if (could_not_run) return Failure{report.problem->problem};
  auto status = print_check(report, arguments, language);
  if (!*order || !status) return status;
  const auto certificate = make_certificate(**order, report, *profile);
  if (!certificate) return Failure{certificate.error()};
  if (arguments.value("--format").value_or("text") == "text")
    fmt::print("{}", certificate_line(**order, *certificate, language));
  return status;
}

}  // namespace preshift
