#pragma once

#include "command_table.hpp"

namespace preshift {

/// One for each command, in a file of its own; command_table.cpp lists them.
extern const CommandInfo k_check_description;
extern const CommandInfo k_judge_description;
extern const CommandInfo k_meter_description;
extern const CommandInfo k_calibrate_description;
extern const CommandInfo k_devices_description;
extern const CommandInfo k_measures_description;
extern const CommandInfo k_rules_lint_description;
extern const CommandInfo k_rules_show_description;
extern const CommandInfo k_rules_explain_description;
extern const CommandInfo k_rules_test_description;
extern const CommandInfo k_rules_diff_description;
extern const CommandInfo k_rules_schema_description;
extern const CommandInfo k_enrol_description;
extern const CommandInfo k_key_create_description;
extern const CommandInfo k_key_show_description;
extern const CommandInfo k_key_export_description;
extern const CommandInfo k_key_rotate_description;
extern const CommandInfo k_onboard_description;
extern const CommandInfo k_approve_description;
extern const CommandInfo k_dispute_description;
extern const CommandInfo k_verify_description;
extern const CommandInfo k_show_description;
extern const CommandInfo k_report_description;
extern const CommandInfo k_certificate_description;
[[nodiscard]] CommandInfo shift_start_description();
extern const CommandInfo k_shift_end_description;
extern const CommandInfo k_shift_status_description;
extern const CommandInfo k_shift_log_description;
extern const CommandInfo k_shift_verify_description;
extern const CommandInfo k_history_description;
extern const CommandInfo k_audit_import_description;
extern const CommandInfo k_audit_cleared_description;
extern const CommandInfo k_audit_shifts_description;
extern const CommandInfo k_audit_failures_description;
extern const CommandInfo k_audit_levels_description;
extern const CommandInfo k_audit_unknowns_description;
extern const CommandInfo k_audit_waivers_description;
extern const CommandInfo k_audit_onboardings_description;
extern const CommandInfo k_audit_anomalies_description;
extern const CommandInfo k_audit_report_description;
extern const CommandInfo k_audit_verify_report_description;
extern const CommandInfo k_audit_review_description;
extern const CommandInfo k_audit_retention_description;
extern const CommandInfo k_audit_export_description;
extern const CommandInfo k_audit_erase_description;
extern const CommandInfo k_audit_prove_description;
extern const CommandInfo k_audit_verify_proof_description;
extern const CommandInfo k_audit_verify_log_description;
extern const CommandInfo k_audit_export_log_description;
extern const CommandInfo k_help_description;
extern const CommandInfo k_completion_description;

}  // namespace preshift
