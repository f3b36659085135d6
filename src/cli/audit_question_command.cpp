#include "audit_commands.hpp"
#include "audit_options.hpp"
#include "audit_report.hpp"
#include "audit_tables.hpp"
#include "csv_document.hpp"
#include "exit_status.hpp"
#include "output_style.hpp"
#include "reading_scope.hpp"
#include "seen_checkpoints.hpp"
#include "table_text.hpp"

#include <fmt/format.h>

#include <functional>
#include <vector>

namespace preshift {
namespace {

constexpr std::string_view k_anomalies = "audit anomalies";

using Tables = std::vector<Table>;

struct Asking {
  AuditStore& store;
  const AuditStatistics& all;
  bool detail = false;
  Language language = Language::english;
};

Result<Tables> anomalies(const Asking& asking) {
  auto repeated = repeated_table(asking.store, asking.all, asking.language);
  if (!repeated) return Failure{repeated.error()};
  auto rejections = rejections_table(asking.store, asking.all, asking.language);
  if (!rejections) return Failure{rejections.error()};
  return Tables{std::move(*rejections), std::move(*repeated), clocks_table(asking.all, asking.language)};
}

Result<Tables> cleared(const Asking& asking) {
  auto checks = clearances_table(asking.store, asking.all.filter, asking.detail, asking.language);
  if (!checks) return Failure{checks.error()};
  return Tables{days_table(asking.all, asking.language), std::move(*checks)};
}

Result<Tables> answer(std::string_view question, const Asking& asking) {
  const auto& [store, all, detail, language] = asking;
  if (question == "audit cleared") return cleared(asking);
  if (question == "audit shifts") return Tables{shifts_table(all, language)};
  if (question == "audit failures") return Tables{rules_table(all, language)};
  if (question == "audit levels") return Tables{levels_table(all, detail, language)};
  if (question == "audit unknowns") return Tables{unknowns_table(all, language)};
  if (question == "audit waivers") return Tables{waivers_table(all, language)};
  if (question == "audit onboardings") return Tables{onboardings_table(all, language)};
  return anomalies(asking);
}

/// CSV is one table: of all of them, else of the last, which answers what was asked.
std::string written(const Tables& tables, const std::string& format, bool is_of_all, Language language) {
  std::string out;
  if (format == "json") {
    Json list = Json::array();
    for (const Table& table : tables) list.push_back(table_json(table));
    return list.dump(2) + "\n";
  }
  if (format == "csv") return csv_table(is_of_all ? joined_tables(tables, language) : tables.back());
  const bool colour = output_style(language).colour;
  for (const Table& table : tables) out += (out.empty() ? "" : "\n") + table_text(table, language, colour);
  return out;
}

}  // namespace

Result<int> run_audit_question_command(const Arguments& arguments, Language language) {
  const auto filter = chosen_filter(arguments);
  if (!filter) return Failure{filter.error()};
  auto store = chosen_store(arguments, false);
  if (!store) return Failure{store.error()};
  const bool detail = arguments.has("--detail");
  if (auto logged = logged_access(**store, arguments, *filter, detail, language); !logged)
    return Failure{logged.error()};
  const auto seen = seen_checkpoint_of(**store);
  if (!seen) return Failure{seen.error()};
  const ReadingScope scope(**store);  // so that every table is of the same moment
  if (!scope.begun()) return Failure{scope.begun().error()};
  const std::string_view question = arguments.command->name;
  const auto refused = question == k_anomalies ? Refused::counted : Refused::left_out;
  const auto all = asked_statistics(**store, *filter, *seen, refused, language);
  if (!all) return Failure{all.error()};
  const auto tables = answer(question, {**store, *all, detail, language});
  if (!tables) return Failure{tables.error()};
  const std::string out =
      written(*tables, arguments.value("--format").value_or("text"), question == k_anomalies, language);
  if (auto put = put_out(arguments.value("--output"), out); !put) return Failure{put.error()};
  return exit_status::k_cleared;
}

}  // namespace preshift
