#include "check_command.hpp"

#include "agent_dialogue.hpp"
#include "certificate_options.hpp"
#include "certifying.hpp"
#include "check_output.hpp"
#include "check_session.hpp"
#include "judging_options.hpp"
#include "saved_check.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace preshift {
namespace {

/// --save-measurements.
Result<void> save_measurements(const Arguments& arguments, const CheckRequest& request,
                               const Profile& profile, std::vector<Attempt> attempts) {
  const auto file = arguments.value("--save-measurements");
  if (!file) return {};
  const Circumstances& circumstances = request.circumstances;
  const Facts told = own_facts(request.sensing, circumstances.now);
  return write_document_file(
      *file, saved_check_json(saved_check(std::move(attempts), circumstances, told, profile)));
}

}  // namespace

Result<int> run_check_command(const Arguments& arguments, Language language) {
  const auto profile = chosen_profile(arguments);
  if (!profile) return Failure{profile.error()};
  auto request = check_request(arguments, *profile);
  if (!request) return Failure{request.error()};
  const auto repeats = most_repeats(arguments, *request);
  if (!repeats) return Failure{repeats.error()};
  auto order = certificate_order(arguments, language);
  if (!order) return Failure{order.error()};
  if (*order) (*order)->request.onboarding = request->onboarding;
  if (can_ask()) ask_manual_rules(*profile, language, arguments.value("--agent-id"), request->circumstances);
  std::vector<Attempt> attempts;
  const CheckReport report = check_until_mended(*request, *profile, *repeats, language, &attempts);
  const bool could_not_run = report.problem && report.problem->problem.kind == ProblemKind::unusable_input;
  if (could_not_run) return Failure{report.problem->problem};
  auto status = print_check(report, arguments, language);
  const auto saved = save_measurements(arguments, *request, *profile, std::move(attempts));
  if (!status) return status;
  if (!saved) return Failure{saved.error()};
  if (!*order) return status;
  const auto certificate = make_certificate(**order, report, *profile);
  if (!certificate) return Failure{certificate.error()};
  if (arguments.value("--format").value_or("text") == "text")
    fmt::print("{}", certificate_line(**order, *certificate, language));
  return status;
}

}  // namespace preshift
