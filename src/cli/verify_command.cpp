#include "verify_command.hpp"

#include "certificate_options.hpp"
#include "cli_texts.hpp"
#include "document_file.hpp"
#include "exit_status.hpp"
#include "output_style.hpp"
#include "signing_texts.hpp"
#include "verification_report.hpp"
#include "vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace preshift {
namespace {

/// What cannot be read is no certificate, which is said as a step, so that the others are verified all the
/// same.
VerifiedFile verified_file(const std::string& file, const Expectations& expected) {
  const auto document = read_document_file(file);
  if (document) return {file, verify_certificate(*document, expected)};
  Verification verification;
  verification.steps.push_back({VerificationStep::form, StepResult::failed, document.error().message});
  return {file, verification};
}

}  // namespace

Result<int> run_verify_command(const Arguments& arguments, Language language) {
  if (arguments.arguments.empty())
    return unusable_input(cli_text("cli.missing_value"), "preshift verify", "FILE");
  const auto expected = expectations(arguments);
  if (!expected) return Failure{expected.error()};
  std::vector<VerifiedFile> files;
  for (const std::string& file : arguments.arguments) files.push_back(verified_file(file, *expected));
  const bool json = arguments.value("--format") == "json";
  fmt::print("{}",
             json ? verification_json(files, language) : verification_text(files, output_style(language)));
  const bool all_valid = std::all_of(files.begin(), files.end(),
                                     [](const VerifiedFile& each) { return each.verification.is_valid(); });
  return all_valid ? exit_status::k_cleared : exit_status::k_not_cleared;
}

Result<int> run_show_command(const Arguments& arguments, Language language) {
  if (!arguments.argument) return unusable_input(cli_text("cli.missing_value"), "preshift show", "FILE");
  const auto document = read_document_file(*arguments.argument);
  if (!document) return Failure{document.error()};
  Expectations expected;
  expected.now = present_time();
  const VerifiedFile file{*arguments.argument, verify_certificate(*document, expected)};
  fmt::print("{}", certificate_text(file, output_style(language)));
  return exit_status::k_cleared;
}

Result<int> run_certificate_command(const Arguments& arguments) {
  if (arguments.argument == "context") {
    fmt::print("{}", certificate_context());
  } else if (arguments.argument == "schema") {
    fmt::print("{}", certificate_schema());
  } else {
    return unusable_input(signing_text("certificate.what"));
  }
  return exit_status::k_cleared;
}

}  // namespace preshift
