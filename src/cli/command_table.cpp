#include "command_table.hpp"

#include "command_descriptions.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace preshift {
namespace {

constexpr std::array k_statuses{
    StatusInfo{
        0, {"", "cleared (or: the command did its work)", "autorisé (ou : la commande a fait son travail)"}},
    StatusInfo{1, {"", "not cleared", "non autorisé"}},
    StatusInfo{2, {"", "undecided", "indécis"}},
    StatusInfo{
        3, {"", "could not run: arguments, rules or files", "impossible : arguments, règles ou fichiers"}},
    StatusInfo{4, {"", "a device failed", "un appareil est en panne"}},
};

}  // namespace

std::span<const CommandInfo> commands() {
  static const std::vector<CommandInfo> k_commands{
      // clang-format off
      k_check_description,
      k_judge_description,
      k_meter_description,
      k_calibrate_description,
      k_enrol_description,
      k_devices_description,
      k_measures_description,
      k_rules_lint_description,
      k_rules_show_description,
      k_rules_explain_description,
      k_rules_test_description,
      k_rules_diff_description,
      k_rules_schema_description,
      k_key_create_description,
      k_key_show_description,
      k_key_export_description,
      k_key_rotate_description,
      k_onboard_description,
      k_approve_description,
      k_dispute_description,
      k_verify_description,
      k_show_description,
      k_report_description,
      k_certificate_description,
      shift_start_description(),
      k_shift_end_description,
      k_shift_status_description,
      k_shift_log_description,
      k_shift_verify_description,
      k_history_description,
      k_audit_import_description,
      k_audit_cleared_description,
      k_audit_shifts_description,
      k_audit_failures_description,
      k_audit_levels_description,
      k_audit_unknowns_description,
      k_audit_waivers_description,
      k_audit_onboardings_description,
      k_audit_anomalies_description,
      k_audit_report_description,
      k_audit_verify_report_description,
      k_audit_review_description,
      k_audit_retention_description,
      k_audit_export_description,
      k_audit_erase_description,
      k_audit_prove_description,
      k_audit_verify_proof_description,
      k_audit_verify_log_description,
      k_audit_export_log_description,
      k_help_description,
      k_completion_description,
      // clang-format on
  };
  return k_commands;
}

std::span<const StatusInfo> statuses() {
  return k_statuses;
}

Text program_summary() {
  return {"", "certifies a home agent's workspace before a shift: quiet, closed, separate",
          "certifie le poste de travail d'un agent à domicile avant un service : calme, fermé, séparé"};
}

const CommandInfo* find_command(std::string_view name) {
  const auto all = commands();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const CommandInfo& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::vector<const CommandInfo*> commands_of(std::string_view group) {
  std::vector<const CommandInfo*> members;
  for (const CommandInfo& command : commands())
    if (command.name.starts_with(std::string(group) + ' ')) members.push_back(&command);
  return members;
}

}  // namespace preshift
