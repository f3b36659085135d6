#include "verify_command.hpp"

#include "certificate_options.hpp"
#include "cli_texts.hpp"
#include "exit_status.hpp"
#include "given_document.hpp"
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

/// A compact form that was given as the argument itself is not repeated.
std::string shown_name(const std::string& argument) {
  constexpr std::size_t k_shown = 24;
  const bool is_long_text = argument.starts_with(k_compact_prefix) && argument.size() > k_shown;
  return is_long_text ? argument.substr(0, k_shown) + "..." : argument;
}

/// What cannot be read is no certificate, which is said as a step, so that the others are verified all the
/// same.
VerifiedFile verified_file(const std::string& file, const Expectations& expected) {
  const auto document = given_document(file);
  if (document) return {shown_name(file), verified(*document, expected)};
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
