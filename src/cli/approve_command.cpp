#include "approve_command.hpp"

#include "approval.hpp"
#include "certificate_options.hpp"
#include "cli_texts.hpp"
#include "document_file.hpp"
#include "exit_status.hpp"
#include "onboard_texts.hpp"
#include "option_values.hpp"
#include "output_style.hpp"
#include "utc_time.hpp"
#include "utf8.hpp"
#include "verification_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace preshift {
namespace {

/// What is wrong with the certificate; of one that is refused, only who made it matters.
std::optional<Message> objection(const Verification& verification, bool is_refused) {
  for (const VerifiedStep& step : verification.steps) {
    const bool matters = step.step <= VerificationStep::signature || !is_refused;
    if (matters && step.result == StepResult::failed) return step.finding;
  }
  return std::nullopt;
}

Result<std::optional<std::string>> reason_of(const Arguments& arguments) {
  const auto given = arguments.value("--reject");
  if (!given) return std::optional<std::string>();
  std::string reason = printable(*given);
  if (reason.size() > k_longest_reason)
    return unusable_input(onboard_text("approve.bad_reason"), static_cast<double>(k_longest_reason));
  return std::optional(std::move(reason));
}

/// Not longer than the certificate itself.
Result<std::chrono::sys_seconds> end_of(const Arguments& arguments, const CertificateView& view,
                                        std::chrono::sys_seconds now) {
  const auto text = arguments.value("--valid-for");
  if (!text) return view.valid_until;
  const auto validity = parse_validity(*text, "--valid-for");
  if (!validity) return Failure{validity.error()};
  return std::min(view.valid_until, std::chrono::sys_seconds(now + *validity));
}

/// `onboarding.json` is answered in `onboarding.approval.json`.
Result<std::filesystem::path> output_of(const Arguments& arguments,
                                        const std::filesystem::path& certificate) {
  std::filesystem::path output = certificate;
  output.replace_extension(".approval.json");
  if (const auto given = arguments.value("--output")) output = *given;
  std::error_code error;
  if (std::filesystem::exists(output, error))
    return unusable_input(onboard_text("approve.output_exists"), output.string());
  return output;
}

/// The certificate, if it may be answered so.
Result<CertificateView> answerable(const std::string& file, const Json& document, const Arguments& arguments,
                                   Language language) {
  auto expected = expectations(arguments);
  if (!expected) return Failure{expected.error()};
  Verification verification = verify_certificate(document, *expected);
  const auto& view = verification.certificate;
  if (!view || view->kind != CertificateKind::onboarding)
    return unusable_input(onboard_text("approve.not_onboarding"), file);
  const bool is_refused = arguments.has("--reject");
  if (const auto wrong = objection(verification, is_refused))
    return unusable_input(onboard_text("approve.not_valid"), file, render(*wrong, language));
  if (!is_refused && !view->is_live() && !arguments.has("--recorded"))
    return unusable_input(onboard_text("approve.recorded"), file);
  return std::move(*verification.certificate);
}

Result<ApprovalContents> contents_of(const Arguments& arguments, const Json& document,
                                     const CertificateView& view) {
  auto reason = reason_of(arguments);
  if (!reason) return Failure{reason.error()};
  ApprovalContents contents;
  contents.workspace = workspace_of(document, view);
  contents.decision = *reason ? ApprovalDecision::refused : ApprovalDecision::approved;
  contents.reason = std::move(*reason);
  contents.issued_at = present_time();
  const auto end = end_of(arguments, view, contents.issued_at);
  if (!end) return Failure{end.error()};
  // A refusal may come after the certificate's end; it does not expire, but a credential has an end.
  contents.expires_at = std::max(*end, contents.issued_at + std::chrono::seconds(1));
  return contents;
}

void print_result(const ApprovalContents& contents, const std::string& employer,
                  const std::filesystem::path& output, Language language) {
  const Message done =
      contents.decision == ApprovalDecision::approved
          ? Message{onboard_text("approve.approved"), {to_utc_text(contents.expires_at), output.string()}}
          : Message{onboard_text("approve.refused"), {output.string()}};
  fmt::print("\n{}\n{}\n", render(done, language),
             render({onboard_text("approve.next"), {employer}}, language));
}

}  // namespace

Result<int> run_approve_command(const Arguments& arguments, Language language) {
  if (!arguments.argument) return unusable_input(cli_text("cli.missing_value"), "preshift approve", "FILE");
  const std::string& file = *arguments.argument;
  if (arguments.has("--reject") && arguments.has("--valid-for"))
    return unusable_input(cli_text("cli.both_given"), "--reject", "--valid-for");
  const auto document = read_document_file(file);
  if (!document) return Failure{document.error()};
  const auto view = answerable(file, *document, arguments, language);
  if (!view) return Failure{view.error()};
  const auto contents = contents_of(arguments, *document, *view);
  if (!contents) return Failure{contents.error()};
  const auto output = output_of(arguments, file);
  if (!output) return Failure{output.error()};
  const auto key = unlocked_key(arguments, language);
  if (!key) return Failure{key.error()};
  const std::string employer = did_of(key->record.key);
  if (employer == view->issuer) return unusable_input(onboard_text("approve.own"), file);
  const Json approval = signed_approval(*contents, key->key);
  if (auto written = write_document_file(*output, approval); !written) return Failure{written.error()};
  if (arguments.value("--format") == "json") {
    fmt::print("{}", written_document(approval));
    return exit_status::k_cleared;
  }
  Expectations now;
  now.now = contents->issued_at;
  fmt::print("{}", certificate_text({file, verify_certificate(*document, now)}, output_style(language)));
  print_result(*contents, employer, *output, language);
  return exit_status::k_cleared;
}

}  // namespace preshift
