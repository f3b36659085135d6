#include "dispute_command.hpp"

#include "certificate.hpp"
#include "certifying.hpp"
#include "cli_texts.hpp"
#include "dispute.hpp"
#include "dispute_texts.hpp"
#include "document_file.hpp"
#include "exit_status.hpp"
#include "output_style.hpp"
#include "signing_options.hpp"
#include "succession_chain.hpp"
#include "utf8.hpp"
#include "verification_report.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace preshift {
namespace {

/// On one line, so that it is shown as it was written.
Result<std::string> note_of(const Arguments& arguments) {
  const auto given = arguments.value("--note");
  if (!given) return unusable_input(dispute_text("dispute.no_note"));
  std::string note = printable(*given);
  if (note.find_first_not_of(' ') == std::string::npos)
    return unusable_input(dispute_text("dispute.no_note"));
  if (note.size() > k_longest_note)
    return unusable_input(dispute_text("dispute.bad_note"), static_cast<double>(k_longest_note),
                          static_cast<double>(note.size()));
  return note;
}

/// `shift.json` is contested in `shift.dispute.json`.
Result<std::filesystem::path> output_of(const Arguments& arguments,
                                        const std::filesystem::path& certificate) {
  std::filesystem::path output = certificate;
  output.replace_extension(".dispute.json");
  if (const auto given = arguments.value("--output")) output = *given;
  std::error_code error;
  if (std::filesystem::exists(output, error))
    return unusable_input(dispute_text("dispute.output_exists"), output.string());
  return output;
}

/// The certificate, if it is one and unaltered; it may have expired.
Result<CertificateView> disputable(const std::string& file, const Json& document, Language language) {
  auto view = read_certificate(document);
  if (!view) return unusable_input(dispute_text("dispute.not_certificate"), file);
  const VerifiedStep signature = verified_signature(document, view->issuer);
  if (signature.result != StepResult::passed)
    return unusable_input(dispute_text("dispute.altered"), file, render(signature.finding, language));
  return std::move(*view);
}

/// What leads from the certificate's issuer to the key: nothing when it is the same; none when it is neither
/// that nor one that follows it.
std::optional<std::vector<Json>> successions_to(const KeyRecord& record, const std::string& issuer) {
  if (did_of(record.key) == issuer) return std::vector<Json>();
  const auto statements = statements_since(record, issuer);
  if (!statements) return std::nullopt;
  return std::vector<Json>(statements->begin(), statements->end());
}

}  // namespace

Result<int> run_dispute_command(const Arguments& arguments, Language language) {
  if (!arguments.argument) return unusable_input(cli_text("cli.missing_value"), "preshift dispute", "FILE");
  const std::string& file = *arguments.argument;
  const auto note = note_of(arguments);
  if (!note) return Failure{note.error()};
  const auto certificate = read_document_file(file);
  if (!certificate) return Failure{certificate.error()};
  const auto view = disputable(file, *certificate, language);
  if (!view) return Failure{view.error()};
  const auto output = output_of(arguments, file);
  if (!output) return Failure{output.error()};
  const auto key = unlocked_key(arguments, language);
  if (!key) return Failure{key.error()};
  const auto successions = successions_to(key->record, view->issuer);
  if (!successions)
    return unusable_input(dispute_text("dispute.other_key"), file, view->issuer, did_of(key->record.key));
  const Json dispute = signed_dispute(
      {view->id, document_digest(*certificate), *note, present_time(), *successions}, key->key);
  if (auto written = write_document_file(*output, dispute); !written) return Failure{written.error()};
  if (arguments.value("--format") == "json") {
    fmt::print("{}", written_document(dispute));
    return exit_status::k_cleared;
  }
  Expectations now;
  now.now = present_time();
  fmt::print("{}\n{}\n{}\n", certificate_text({file, verify_dispute(dispute, now)}, output_style(language)),
             render({dispute_text("dispute.written"), {output->string()}}, language),
             render({dispute_text("dispute.next"), {}}, language));
  return exit_status::k_cleared;
}

}  // namespace preshift
