#include "audit_command_texts.hpp"
#include "audit_commands.hpp"
#include "audit_options.hpp"
#include "audit_report.hpp"
#include "certifying.hpp"
#include "cli_texts.hpp"
#include "csv_document.hpp"
#include "document_file.hpp"
#include "document_rendering.hpp"
#include "exit_status.hpp"
#include "file_bytes.hpp"
#include "hex.hpp"
#include "json_texts.hpp"
#include "reading_scope.hpp"
#include "report_signature.hpp"
#include "seen_checkpoints.hpp"
#include "sha256.hpp"
#include "signing_texts.hpp"
#include "utc_time.hpp"

#include <fmt/format.h>

namespace preshift {
namespace {

constexpr std::size_t k_largest_report = std::size_t{1024} * 1024 * 1024;

bool is_for_spreadsheets(const std::string& format) {
  return format == "csv" || format == "xlsx";
}

Result<std::string> rendered_report(AuditStore& store, const AuditStatistics& all, const Arguments& arguments,
                                    const std::string& format, Language language) {
  if (format == "json") {
    const auto json = audit_json(store, all, arguments.has("--detail"));
    if (!json) return Failure{json.error()};
    return json->dump(2) + "\n";
  }
  ReportChoices choices;
  choices.language = language;
  choices.detail = arguments.has("--detail");
  if (is_for_spreadsheets(format)) choices.most_rows = 0;
  const auto document = audit_document(store, all, choices);
  if (!document) return Failure{document.error()};
  if (format == "csv") return csv_document(*document, arguments.value("--table").value_or("days"));
  return rendered(*document, format == "pdf"    ? DocumentFormat::pdf
                             : format == "xlsx" ? DocumentFormat::xlsx
                                                : DocumentFormat::html);
}

std::string signature_file(const std::string& report) {
  return report + ".sig.json";
}

}  // namespace

Result<int> run_audit_report_command(const Arguments& arguments, Language language) {
  const std::string format = arguments.value("--format").value_or("html");
  const auto output = arguments.value("--output");
  if (!output && format != "json" && format != "csv" && format != "html")
    return unusable_input(audit_command_text("audit.needs_output"), format);
  const auto filter = chosen_filter(arguments);
  if (!filter) return Failure{filter.error()};
  auto store = chosen_store(arguments, false);
  if (!store) return Failure{store.error()};
  if (auto logged = logged_access(**store, arguments, *filter, arguments.has("--detail"), language); !logged)
    return Failure{logged.error()};
  const auto seen = seen_checkpoint_of(**store);
  if (!seen) return Failure{seen.error()};
  const ReadingScope scope(**store);  // so that every table is of the same moment
  if (!scope.begun()) return Failure{scope.begun().error()};
  const auto all = asked_statistics(**store, *filter, *seen, Refused::counted, language);
  if (!all) return Failure{all.error()};
  const auto report = rendered_report(**store, *all, arguments, format, language);
  if (!report) return Failure{report.error()};
  if (!output) {
    if (auto put = put_out(output, *report); !put) return Failure{put.error()};
    return exit_status::k_cleared;
  }
  const auto key = unlocked_key(arguments, language);
  if (!key) return Failure{key.error()};
  if (auto put = put_out(output, *report); !put) return Failure{put.error()};
  const Json signature = signed_report(*report, all->checkpoint, key->key, present_time());
  if (auto put = write_document_file(signature_file(*output), signature); !put) return Failure{put.error()};
  fmt::print("{}\n", render({audit_command_text("audit.report_written"), {*output, signature_file(*output)}},
                            language));
  return exit_status::k_cleared;
}

Result<int> run_audit_verify_report_command(const Arguments& arguments, Language language) {
  if (!arguments.argument)
    return unusable_input(cli_text("cli.missing_value"), "preshift audit verify-report", "FILE");
  const std::string& file = *arguments.argument;
  const auto bytes = read_file(file, k_largest_report);
  if (!bytes) return unusable_input(json_text("file.unreadable"), file);
  const auto document = read_document_file(signature_file(file));
  if (!document)
    return unusable_input(audit_command_text("audit.signature_missing"), file, signature_file(file));
  const auto trusted = trusted_keys(arguments);
  if (!trusted) return Failure{trusted.error()};
  const auto signature = read_report_signature(*document);
  const auto say = [&](const Text& text, std::vector<Argument> values, int status) {
    fmt::print("{}\n", render({text, std::move(values)}, language));
    return status;
  };
  if (!signature || signature->digest != to_hex(sha256(*bytes)))
    return say(audit_command_text("audit.report_wrong"), {file}, exit_status::k_not_cleared);
  if (!trusted->contains(signature->signer))
    return say(audit_command_text("audit.report_stranger"), {file, signature->signer},
               exit_status::k_not_cleared);
  return say(audit_command_text("audit.report_right"),
             {file, signature->signer, to_utc_text(signature->made)}, exit_status::k_cleared);
}

}  // namespace preshift
