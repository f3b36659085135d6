#pragma once

#include "arguments.hpp"

namespace preshift {

/// `preshift audit ...`: the employer's store of certificates.

[[nodiscard]] Result<int> run_audit_import_command(const Arguments& arguments, Language language);

/// cleared, shifts, failures, levels, unknowns, waivers, onboardings, anomalies.
[[nodiscard]] Result<int> run_audit_question_command(const Arguments& arguments, Language language);

[[nodiscard]] Result<int> run_audit_report_command(const Arguments& arguments, Language language);
[[nodiscard]] Result<int> run_audit_verify_report_command(const Arguments& arguments, Language language);

[[nodiscard]] Result<int> run_audit_review_command(const Arguments& arguments, Language language);
[[nodiscard]] Result<int> run_audit_retention_command(const Arguments& arguments, Language language);
[[nodiscard]] Result<int> run_audit_export_command(const Arguments& arguments, Language language);
[[nodiscard]] Result<int> run_audit_erase_command(const Arguments& arguments, Language language);

[[nodiscard]] Result<int> run_audit_prove_command(const Arguments& arguments, Language language);
[[nodiscard]] Result<int> run_audit_verify_proof_command(const Arguments& arguments, Language language);
[[nodiscard]] Result<int> run_audit_verify_log_command(const Arguments& arguments, Language language);
[[nodiscard]] Result<int> run_audit_export_log_command(const Arguments& arguments, Language language);

/// Any of them, by the command's name.
[[nodiscard]] Result<int> run_audit_command(const Arguments& arguments, Language language);

}  // namespace preshift
