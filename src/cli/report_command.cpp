#include "report_command.hpp"

#include "atomic_file.hpp"
#include "certificate_document.hpp"
#include "certificate_options.hpp"
#include "certificate_report_texts.hpp"
#include "check_texts.hpp"
#include "cli_texts.hpp"
#include "compact_form.hpp"
#include "document_file.hpp"
#include "document_rendering.hpp"
#include "exit_status.hpp"
#include "judging_options.hpp"
#include "printed_texts.hpp"
#include "qr_drawing.hpp"
#include "report_command_texts.hpp"
#include "saved_check.hpp"
#include "shipped_profiles.hpp"
#include "signing_texts.hpp"
#include "terminal.hpp"

#include <cstdio>
#include <string>
#include <utility>

namespace preshift {
namespace {

struct Output {
  DocumentFormat format = DocumentFormat::html;
  std::optional<std::string> file;
};

/// --format, else what --output ends with, else HTML.
Result<Output> output_of(const Arguments& arguments) {
  Output output{DocumentFormat::html, arguments.value("--output")};
  const bool is_pdf_name = output.file && output.file->ends_with(".pdf");
  const std::string format = arguments.value("--format").value_or(is_pdf_name ? "pdf" : "html");
  if (format == "pdf") output.format = DocumentFormat::pdf;
  if (format == "pdf" && !output.file && is_terminal(Stream::output))
    return unusable_input(report_command_text("report.to_terminal"));
  return output;
}

/// The rules that the certificate was judged by: those that are given, which must be the same, else the
/// shipped ones. None when they are not at hand.
Result<std::optional<Profile>> rules_of(const std::string& file, const CertificateView& view,
                                        const Arguments& arguments) {
  if (arguments.has("--rules")) {
    auto profile = chosen_profile(arguments);
    if (!profile) return Failure{profile.error()};
    if (profile->digest != view.profile_digest)
      return unusable_input(report_command_text("report.other_rules"), file, view.profile,
                            static_cast<double>(view.profile_version), view.profile_digest, profile->digest);
    return std::optional(std::move(*profile));
  }
  for (const ShippedProfile& shipped : shipped_profiles()) {
    auto profile = shipped_profile(shipped.name);
    if (profile && profile->digest == view.profile_digest) return std::optional(std::move(*profile));
  }
  return std::optional<Profile>();
}

/// The compact form, for who scans the page.
Result<std::optional<Chart>> code_of(const std::string& file, const Json& document,
                                     const CertificateView& view, const Arguments& arguments,
                                     Language language) {
  constexpr double k_side = 176;  // 46 mm on paper
  if (!arguments.has("--qr")) return std::optional<Chart>();
  const auto compact = compact_form(file, document, view, arguments, language);
  if (!compact) return Failure{compact.error()};
  const auto code = compact_code(file, *compact);
  if (!code) return Failure{code.error()};
  return std::optional(Chart{qr_svg(*code, signing_text("show.qr_title").in(language)),
                             std::string(printed_text("printed.code").in(language)), k_side, k_side});
}

Result<Document> certificate_page(const std::string& file, const Json& document, const Arguments& arguments,
                                  Language language) {
  const auto expected = expectations(arguments);
  if (!expected) return Failure{expected.error()};
  PrintedCertificate printed{
      {file, verify_document(document, *expected)}, document_digest(document), {}, expected->now, {}};
  const Verification& verification = printed.file.verification;
  if (!verification.certificate && !verification.approval)
    return unusable_input(shown_text("certificate.no_form"), file,
                          render(verification.steps.front().finding, language));
  if (verification.certificate) {
    auto rules = rules_of(file, *verification.certificate, arguments);
    if (!rules) return Failure{rules.error()};
    printed.rules = std::move(*rules);
    auto code = code_of(file, document, *verification.certificate, arguments, language);
    if (!code) return Failure{code.error()};
    printed.code = std::move(*code);
  } else if (arguments.has("--qr")) {
    return unusable_input(signing_text("show.no_compact_form"), file);
  }
  return certificate_document(printed, language);
}

Result<Document> saved_check_page(const std::string& file, const Json& document, const Arguments& arguments,
                                  Language language) {
  for (const char* option : {"--qr", "--approval", "--employer"})
    if (arguments.has(option) || !arguments.all(option).empty())
      return unusable_input(report_command_text("report.of_certificates"), option, file);
  const auto now = chosen_time(arguments);
  if (!now) return Failure{now.error()};
  const auto profile = chosen_profile(arguments);
  if (!profile) return Failure{profile.error()};
  const auto saved = saved_check_in(document, file);
  if (!saved) return Failure{saved.error()};
  const auto circumstances = recorded_circumstances(arguments, *profile, *saved, file);
  if (!circumstances) return Failure{circumstances.error()};
  return check_document(judged_again(*saved, *profile, *circumstances), saved->at, *now, file, language);
}

/// Whether a document says that it is a saved check, of whatever version.
bool is_saved_check(const Json& document) {
  return text_member(document, "format").value_or("").starts_with("preshift-measurements/");
}

}  // namespace

Result<int> run_report_command(const Arguments& arguments, Language language) {
  if (!arguments.argument) return unusable_input(cli_text("cli.missing_value"), "preshift report", "FILE");
  const std::string& file = *arguments.argument;
  const auto output = output_of(arguments);
  if (!output) return Failure{output.error()};
  const auto given = read_document_file(file);
  if (!given) return Failure{given.error()};
  const auto page = is_saved_check(*given) ? saved_check_page(file, *given, arguments, language)
                                           : certificate_page(file, *given, arguments, language);
  if (!page) return Failure{page.error()};
  const auto bytes = rendered(*page, output->format);
  if (!bytes) return Failure{bytes.error()};
  if (!output->file) {
    std::fwrite(bytes->data(), 1, bytes->size(), stdout);
  } else if (const auto written = replace_file(*output->file, *bytes); !written) {
    return unusable_input(check_text("check.document_not_written"), *output->file, written.error());
  }
  return exit_status::k_cleared;
}

}  // namespace preshift
