#include "audit_command_texts.hpp"
#include "audit_commands.hpp"
#include "audit_log.hpp"
#include "audit_options.hpp"
#include "canonical_json.hpp"
#include "checkpoint.hpp"
#include "cli_texts.hpp"
#include "document_file.hpp"
#include "exit_status.hpp"
#include "file_bytes.hpp"
#include "json_texts.hpp"
#include "log_proof.hpp"
#include "log_verification.hpp"
#include "reading_scope.hpp"
#include "seen_checkpoints.hpp"
#include "strict_json.hpp"
#include "tile_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace preshift {
namespace {

constexpr std::size_t k_largest_proof = 65536;

std::string sentence_of(const Text& text, std::vector<Argument> arguments, Language language) {
  return render({text, std::move(arguments)}, language);
}

Result<std::vector<MerkleHash>> all_leaves(AuditStore& store) {
  std::vector<MerkleHash> leaves;
  auto read = store.each_leaf([&](LogIndex, const MerkleHash& leaf) { leaves.push_back(leaf); });
  if (!read) return Failure{read.error()};
  return leaves;
}

/// The certificate of the argument; refused when it is not there, or no longer.
Result<StoredCertificate> named_certificate(AuditStore& store, const std::string& name) {
  auto stored = store.certificate(name);
  if (!stored) return Failure{stored.error()};
  if (!*stored || (*stored)->is_erased) return unusable_input(audit_command_text("audit.no_entry"), name);
  return std::move(**stored);
}

Result<LogProof> proof_of(AuditStore& store, const StoredCertificate& stored) {
  const auto state = store.log_state();
  if (!state) return Failure{state.error()};
  const auto leaves = all_leaves(store);
  if (!leaves) return Failure{leaves.error()};
  LogProof proof;
  proof.index = static_cast<std::uint64_t>(stored.index);
  proof.hashes = inclusion_proof(*leaves, proof.index);
  proof.checkpoint = state->checkpoint;
  proof.extra = certificate_entry(stored.record.digest, stored.site, stored.imported_at);
  return proof;
}

Json verification_json(const LogVerification& found, Language language) {
  Json findings = Json::array();
  for (const LogFinding& finding : found.findings)
    findings.push_back({{"entry", finding.entry ? Json(*finding.entry) : Json()},
                        {"finding", finding.message.text.id},
                        {"words", render(finding.message, language)}});
  return {{"entries", found.entries},
          {"certificates", found.certificates},
          {"erased", found.erased},
          {"root", found.root},
          {"checkpoint", found.checkpoint},
          {"findings", std::move(findings)},
          {"more_findings", found.has_more_findings}};
}

void print_verification(const LogVerification& found, bool is_new, Language language) {
  if (found.findings.empty()) {
    fmt::print("{}\n",
               sentence_of(audit_command_text("audit.log_right"),
                           {static_cast<double>(found.entries), static_cast<double>(found.certificates),
                            static_cast<double>(found.erased)},
                           language));
    fmt::print("{}\n", sentence_of(audit_command_text("audit.log_root"), {found.root}, language));
    if (is_new) fmt::print("{}\n", sentence_of(audit_command_text("audit.first_seen"), {}, language));
    return;
  }
  fmt::print("{}\n", sentence_of(audit_command_text("audit.log_wrong"), {}, language));
  for (const LogFinding& finding : found.findings) fmt::print("  {}\n", render(finding.message, language));
  if (found.has_more_findings)
    fmt::print("  {}\n", sentence_of(audit_command_text("audit.log_more"), {}, language));
}

/// Whether the entry that a proof carries is of this document.
bool is_entry_of(const LogProof& proof, const std::string& digest) {
  const auto entry = read_strict_json(proof.extra.value_or(""));
  return entry && text_member(*entry, "type") == "certificate" && text_member(*entry, "digest") == digest;
}

}  // namespace

Result<int> run_audit_prove_command(const Arguments& arguments, Language language) {
  if (!arguments.argument) return unusable_input(cli_text("cli.missing_value"), "preshift audit prove", "ID");
  auto store = chosen_store(arguments, false);
  if (!store) return Failure{store.error()};
  const ReadingScope scope(**store);
  if (!scope.begun()) return Failure{scope.begun().error()};
  const auto stored = named_certificate(**store, *arguments.argument);
  if (!stored) return Failure{stored.error()};
  const auto proof = proof_of(**store, *stored);
  if (!proof) return Failure{proof.error()};
  const auto output = arguments.value("--output");
  if (auto put = put_out(output, written_proof(*proof)); !put) return Failure{put.error()};
  const auto checkpoint = read_checkpoint(proof->checkpoint);
  if (output && checkpoint)
    fmt::print("{}\n", sentence_of(audit_command_text("audit.proof_written"),
                                   {*output, static_cast<double>(proof->index),
                                    static_cast<double>(checkpoint->size)},
                                   language));
  return exit_status::k_cleared;
}

Result<int> run_audit_verify_proof_command(const Arguments& arguments, Language language) {
  if (!arguments.argument)
    return unusable_input(cli_text("cli.missing_value"), "preshift audit verify-proof", "FILE");
  const std::string& file = *arguments.argument;
  const auto proof_file = needed(arguments, "--proof");
  if (!proof_file) return Failure{proof_file.error()};
  const auto document = read_document_file(file);
  if (!document) return Failure{document.error()};
  const auto text = read_file(*proof_file, k_largest_proof);
  if (!text) return unusable_input(json_text("file.unreadable"), *proof_file);
  const auto proof = read_proof(*text);
  if (!proof) return unusable_input(audit_command_text("audit.proof_malformed"), *proof_file);
  const auto trusted = trusted_keys(arguments);
  if (!trusted) return Failure{trusted.error()};
  const auto checkpoint = verify_checkpoint(proof->checkpoint, *proof_file, public_keys(*trusted));
  if (!checkpoint) return Failure{checkpoint.error()};
  const bool holds =
      is_entry_of(*proof, document_digest(*document)) && proves(*proof, leaf_hash(*proof->extra));
  if (!holds) {
    fmt::print("{}\n", sentence_of(audit_command_text("audit.proof_fails"), {file}, language));
    return exit_status::k_not_cleared;
  }
  fmt::print("{}\n", sentence_of(audit_command_text("audit.proof_holds"),
                                 {file, static_cast<double>(proof->index), checkpoint->checkpoint.origin,
                                  did_of(checkpoint->signer)},
                                 language));
  return exit_status::k_cleared;
}

Result<int> run_audit_verify_log_command(const Arguments& arguments, Language language) {
  auto store = chosen_store(arguments, false);
  if (!store) return Failure{store.error()};
  const auto trusted = trusted_keys(arguments);
  if (!trusted) return Failure{trusted.error()};
  const auto state = (*store)->log_state();
  if (!state) return Failure{state.error()};
  const std::string seen = seen_checkpoint(state->origin);
  const ReadingScope scope(**store);
  if (!scope.begun()) return Failure{scope.begun().error()};
  const auto found = verified_log(**store, public_keys(*trusted), seen);
  if (!found) return Failure{found.error()};
  const bool is_right = found->findings.empty();
  if (is_right) remember_checkpoint(state->origin, found->checkpoint);
  if (arguments.value("--format") == "json") {
    fmt::print("{}\n", verification_json(*found, language).dump(2));
  } else {
    print_verification(*found, seen.empty(), language);
  }
  return is_right ? exit_status::k_cleared : exit_status::k_not_cleared;
}

Result<int> run_audit_export_log_command(const Arguments& arguments, Language language) {
  if (!arguments.argument)
    return unusable_input(cli_text("cli.missing_value"), "preshift audit export-log", "FOLDER");
  auto store = chosen_store(arguments, false);
  if (!store) return Failure{store.error()};
  const ReadingScope scope(**store);
  if (!scope.begun()) return Failure{scope.begun().error()};
  const auto state = (*store)->log_state();
  if (!state) return Failure{state.error()};
  std::map<LogIndex, std::string> entries;
  auto read = (*store)->each_stored({}, [&](const StoredCertificate& stored) {
    if (!stored.is_erased)
      entries[stored.index] = certificate_entry(stored.record.digest, stored.site, stored.imported_at);
  });
  if (!read) return Failure{read.error()};
  for (const RecordKind kind : k_record_kinds) {
    auto records = (*store)->each_record(kind, {}, [&](const Record& record) {
      if (!record.text.empty()) entries[record.index] = record.text;
    });
    if (!records) return Failure{records.error()};
  }
  auto tiles = TileExport::into(*arguments.argument);
  if (!tiles) return Failure{tiles.error()};
  Result<void> going = Result<void>();
  auto leaves = (*store)->each_leaf([&](LogIndex index, const MerkleHash& leaf) {
    if (!going) return;
    const auto entry = entries.find(index);
    going = tiles->add(leaf, entry != entries.end() ? std::optional(entry->second) : std::nullopt);
  });
  if (!leaves) return Failure{leaves.error()};
  if (!going) return Failure{going.error()};
  if (auto finished = tiles->finish(state->checkpoint); !finished) return Failure{finished.error()};
  fmt::print("{}\n", sentence_of(audit_command_text("audit.log_exported"),
                                 {*arguments.argument, static_cast<double>(state->tree.size())}, language));
  return exit_status::k_cleared;
}

Result<int> run_audit_command(const Arguments& arguments, Language language) {
  const std::string_view name = arguments.command->name;
  if (name == "audit import") return run_audit_import_command(arguments, language);
  if (name == "audit report") return run_audit_report_command(arguments, language);
  if (name == "audit verify-report") return run_audit_verify_report_command(arguments, language);
  if (name == "audit review") return run_audit_review_command(arguments, language);
  if (name == "audit retention") return run_audit_retention_command(arguments, language);
  if (name == "audit export") return run_audit_export_command(arguments, language);
  if (name == "audit erase") return run_audit_erase_command(arguments, language);
  if (name == "audit prove") return run_audit_prove_command(arguments, language);
  if (name == "audit verify-proof") return run_audit_verify_proof_command(arguments, language);
  if (name == "audit verify-log") return run_audit_verify_log_command(arguments, language);
  if (name == "audit export-log") return run_audit_export_log_command(arguments, language);
  return run_audit_question_command(arguments, language);
}

}  // namespace preshift
