#include "audit_report.hpp"

#include "audit_log.hpp"
#include "audit_tables.hpp"
#include "report_charts.hpp"
#include "report_glance.hpp"
#include "table_cells.hpp"
#include "utc_time.hpp"
#include "version.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <set>
#include <utility>

namespace preshift {
namespace {

constexpr std::size_t k_shown_root = 16;  ///< digits of the root on every page

std::string time_zone() {
  tzset();
  return std::string(tzname[0]) + (daylight != 0 ? "/" + std::string(tzname[1]) : std::string());
}

std::string share_words(std::int64_t part, std::int64_t whole, Language language) {
  if (whole == 0) return "–";
  const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  return render_number(percent, 1, language, true) + "\u00a0%";
}

std::string filter_words(const AuditFilter& filter, Language language) {
  std::string words;
  const auto add = [&](const Text& text, const std::string& value) {
    if (!value.empty()) words += (words.empty() ? "" : ", ") + said(text, language, {value});
  };
  const auto written = [](const std::optional<std::chrono::sys_seconds>& moment) {
    return moment ? local_text(moment->time_since_epoch().count()) : std::string();
  };
  add(audit_text("report.filter_from"), written(filter.from));
  add(audit_text("report.filter_until"), written(filter.until));
  add(audit_text("report.filter_site"), filter.site);
  add(audit_text("report.filter_agent"), filter.agent);
  add(audit_text("report.filter_profile"), filter.profile);
  add(audit_text("report.filter_requirement"), filter.requirement);
  return words;
}

class Writing {
 public:
  Writing(AuditStore& store, const AuditStatistics& all, const ReportChoices& choices)
      : m_store(store), m_all(all), m_choices(choices) {
    m_document.language = choices.language;
  }

  Result<Document> write() {
    write_title();
    write_summary();
    if (auto written = write_attention(); !written) return Failure{written.error()};
    write_outcomes();
    write_reasons();
    write_levels();
    if (auto written = write_checks(); !written) return Failure{written.error()};
    write_people();
    write_method();
    return std::move(m_document);
  }

 private:
  [[nodiscard]] std::string words(const Text& text, std::vector<Argument> arguments = {}) const {
    return said(text, language(), std::move(arguments));
  }
  [[nodiscard]] Language language() const { return m_choices.language; }

  void heading(const Text& text) { m_document.blocks.emplace_back(Heading{2, words(text)}); }
  void paragraph(std::string text) { m_document.blocks.emplace_back(Paragraph{std::move(text)}); }

  void table(Table table) {
    const std::size_t all_rows = table.rows.size();
    const bool is_cut = m_choices.most_rows > 0 && all_rows > m_choices.most_rows;
    if (is_cut) table.rows.resize(m_choices.most_rows);
    m_document.blocks.emplace_back(std::move(table));
    if (is_cut)
      paragraph(words(audit_text("report.first_rows"),
                      {count_words(static_cast<std::int64_t>(m_choices.most_rows), language()),
                       count_words(static_cast<std::int64_t>(all_rows), language())}));
  }

  void write_title() {
    m_document.title = words(audit_text("report.title"));
    m_document.subtitle = m_all.days.empty()
                              ? words(audit_text("report.no_checks"))
                              : words(audit_text("report.subtitle"), {day_text(m_all.days.begin()->first),
                                                                      day_text(m_all.days.rbegin()->first)});
    m_document.footer = words(audit_text("report.footer"),
                              {std::string(k_version), to_utc_text(m_all.now),
                               count_words(static_cast<std::int64_t>(m_all.log_size), language()),
                               m_all.log_root.substr(0, k_shown_root)});
  }

  /// None of none says nothing.
  [[nodiscard]] KeyFigure shifts_figure() const {
    if (m_all.shifts == 0) return {"–", words(audit_text("report.no_sign_ins")), Tone::neutral};
    return {count_words(static_cast<std::int64_t>(m_all.uncleared_shifts.size()), language()),
            words(audit_text("report.uncleared_shifts"), {count_words(m_all.shifts, language())}),
            m_all.uncleared_shifts.empty() ? Tone::good : Tone::open};
  }

  /// One may be disputed again; of what was erased nobody knows which one it was.
  [[nodiscard]] std::set<std::string> disputed() const {
    std::set<std::string> certificates;
    for (const Record& dispute : m_all.disputes)
      if (!dispute.text.empty())
        certificates.insert(text_member(record_details(dispute.text), "certificateDigest").value_or(""));
    return certificates;
  }

  void write_summary() {
    const OutcomeCounts& checks = m_all.checks;
    const auto count = [&](std::int64_t number) { return count_words(number, language()); };
    const auto size = [&](std::size_t number) { return count(static_cast<std::int64_t>(number)); };
    // Those that are not known, or erased, are together under no name.
    const auto named = [&](const std::map<std::string, OutcomeCounts>& counts) {
      return size(counts.size() - counts.count(""));
    };
    heading(audit_text("report.summary"));
    KeyFigures figures;
    figures.figures = {{share_words(checks.cleared, checks.all(), language()),
                        words(audit_text("report.share_cleared"), {count(checks.all())}), Tone::neutral},
                       shifts_figure(),
                       {size(disputed().size()), words(audit_text("report.open_disputes")), Tone::neutral},
                       {count(m_all.rejected), words(audit_text("report.rejected")),
                        m_all.rejected == 0 ? Tone::good : Tone::open}};
    m_document.blocks.emplace_back(std::move(figures));
    paragraph(words(audit_text("report.summary_words"),
                    {count(checks.all()), named(m_all.agents), named(m_all.sites), count(checks.cleared),
                     count(checks.not_cleared), count(checks.undecided)}));
    paragraph(words(audit_text("report.people_decide")));
    if (m_all.recordings > 0) paragraph(words(audit_text("report.recordings"), {count(m_all.recordings)}));
    if (const std::string only = filter_words(m_all.filter, language()); !only.empty())
      paragraph(words(audit_text("report.filter"), {only}));
    m_document.blocks.emplace_back(outcomes_chart(m_all, language()));
    m_document.blocks.emplace_back(report_glance(m_all, language()));
  }

  Result<void> write_attention() {
    m_document.blocks.emplace_back(PageBreak{});
    heading(audit_text("report.attention"));
    table(shifts_table(m_all, language()));
    table(reviews_table(m_all, language()));
    table(onboardings_table(m_all, language()));
    auto repeated = repeated_table(m_store, m_all, language());
    if (!repeated) return Failure{repeated.error()};
    table(std::move(*repeated));
    table(clocks_table(m_all, language()));
    auto rejections = rejections_table(m_store, m_all, language());
    if (!rejections) return Failure{rejections.error()};
    table(std::move(*rejections));
    return {};
  }

  void write_outcomes() {
    heading(audit_text("report.outcomes"));
    m_document.blocks.emplace_back(week_chart(m_all, language()));
    table(days_table(m_all, language()));
    table(sites_table(m_all, language()));
    table(profiles_table(m_all, language()));
    table(agents_table(m_all, language()));
  }

  void write_reasons() {
    heading(audit_text("report.reasons"));
    m_document.blocks.emplace_back(reasons_chart(m_all, language()));
    table(rules_table(m_all, language()));
    table(unknowns_table(m_all, language()));
    table(waivers_table(m_all, language()));
  }

  void write_levels() {
    heading(audit_text("report.levels"));
    const bool is_shown = m_choices.detail || m_all.levels.are_told() || m_all.levels.count == 0;
    if (is_shown) {
      paragraph(words(audit_text("report.levels_words"), {count_words(m_all.levels.count, language()),
                                                          count_words(m_all.levels.over, language()),
                                                          count_words(m_all.levels.in_doubt, language())}));
      m_document.blocks.emplace_back(levels_chart(m_all, language()));
    }
    if (!m_choices.detail)
      paragraph(words(audit_text("report.levels_withheld"),
                      {count_words(k_fewest_told, language()), count_words(k_fewest_agents_told, language()),
                       count_words(k_fewest_high_told, language())}));
    table(levels_table(m_all, m_choices.detail, language()));
  }

  void write_people() {
    heading(audit_text("report.people"));
    table(accesses_table(m_all, language()));
    table(removals_table(m_all, language()));
  }

  Result<void> write_checks() {
    if (!m_choices.detail) return {};
    auto checks = clearances_table(m_store, m_all.filter, true, language());
    if (!checks) return Failure{checks.error()};
    table(std::move(*checks));
    return {};
  }

  void write_method() {
    heading(audit_text("report.method"));
    paragraph(words(audit_text("report.method_words")));
    paragraph(words(
        audit_text("report.method_limits"),
        {time_zone(), count_words(m_all.recordings, language()), count_words(m_all.erased, language())}));
    heading(audit_text("report.proof"));
    paragraph(words(audit_text("report.proof_words")));
    m_document.blocks.emplace_back(
        NamedValues{{{words(audit_text("report.store")), m_all.place},
                     {words(audit_text("report.log_entries")),
                      count_words(static_cast<std::int64_t>(m_all.log_size), language())},
                     {words(audit_text("report.log_root")), m_all.log_root}}});
    if (m_all.missed_entries > 0)
      paragraph(words(audit_text("report.not_continued"),
                      {count_words(static_cast<std::int64_t>(m_all.missed_entries), language())}));
  }

  AuditStore& m_store;
  const AuditStatistics& m_all;
  const ReportChoices& m_choices;
  Document m_document;
};

Json json_of(const OutcomeCounts& counts) {
  return {{"checks", counts.all()},
          {"cleared", counts.cleared},
          {"not_cleared", counts.not_cleared},
          {"undecided", counts.undecided}};
}

Json json_of(const std::map<std::string, OutcomeCounts>& counts, const char* name) {
  Json list = Json::array();
  for (const auto& [key, each] : counts) {
    Json line{{name, key}};
    line.update(json_of(each));
    list.push_back(std::move(line));
  }
  return list;
}

Json filter_json(const AuditFilter& filter) {
  Json json = Json::object();
  if (filter.from) json["from"] = to_utc_text(*filter.from);
  if (filter.until) json["until"] = to_utc_text(*filter.until);
  for (const auto& [name, value] :
       {std::pair("site", &filter.site), std::pair("agent", &filter.agent),
        std::pair("profile", &filter.profile), std::pair("requirement", &filter.requirement)})
    if (!value->empty()) json[name] = *value;
  return json;
}

Json json_of(const Cell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell.content)) return *words;
  const auto* number = std::get_if<Number>(&cell.content);
  if (number == nullptr) return nullptr;
  const bool is_count = number->decimals == 0 && std::trunc(number->value) == number->value;
  return is_count ? Json(static_cast<std::int64_t>(number->value)) : Json(number->value);
}

}  // namespace

Result<Document> audit_document(AuditStore& store, const AuditStatistics& all, const ReportChoices& choices) {
  return Writing(store, all, choices).write();
}

Json table_json(const Table& table) {
  Json rows = Json::array(), columns = Json::array();
  for (const Column& column : table.columns) columns.push_back(column.title);
  for (const auto& row : table.rows) {
    Json cells = Json::array();
    for (const Cell& cell : row) cells.push_back(json_of(cell));
    rows.push_back(std::move(cells));
  }
  return {{"table", table.name},
          {"title", table.title},
          {"columns", std::move(columns)},
          {"rows", std::move(rows)}};
}

Result<Json> audit_json(AuditStore& store, const AuditStatistics& all, bool detail) {
  Json days = Json::array();
  for (const auto& [day, counts] : all.days) {
    Json line{{"day", day_text(day)}};
    line.update(json_of(counts));
    days.push_back(std::move(line));
  }
  Json tables = Json::array();
  for (const Table& table :
       {rules_table(all, Language::english), unknowns_table(all, Language::english),
        levels_table(all, detail, Language::english), waivers_table(all, Language::english),
        onboardings_table(all, Language::english), shifts_table(all, Language::english),
        clocks_table(all, Language::english), reviews_table(all, Language::english),
        accesses_table(all, Language::english), removals_table(all, Language::english)})
    tables.push_back(table_json(table));
  for (const auto& table :
       {repeated_table(store, all, Language::english), rejections_table(store, all, Language::english)}) {
    if (!table) return Failure{table.error()};
    tables.push_back(table_json(*table));
  }
  return Json{{"format", "preshift-audit/1"},
              {"made", to_utc_text(all.now)},
              {"filter", filter_json(all.filter)},
              {"log",
               {{"entries", all.log_size},
                {"root", all.log_root},
                {"checkpoint", all.checkpoint},
                {"missed", all.missed_entries}}},
              {"checks", json_of(all.checks)},
              {"onboardings", json_of(all.onboardings)},
              {"shifts", all.shifts},
              {"recordings", all.recordings},
              {"erased", all.erased},
              {"rejected", all.rejected},
              {"days", std::move(days)},
              {"sites", json_of(all.sites, "site")},
              {"agents", json_of(all.agents, "agent")},
              {"profiles", json_of(all.profiles, "profile")},
              {"tables", std::move(tables)}};
}

}  // namespace preshift
