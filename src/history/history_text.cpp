#include "history_text.hpp"

#include "history_texts.hpp"
#include "profile.hpp"
#include "shipped_profiles.hpp"
#include "utc_time.hpp"
#include "utf8.hpp"
#include "values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace preshift {
namespace {

constexpr std::size_t k_indent = 2;
constexpr std::size_t k_most_weeks = 12;
constexpr std::size_t k_most_rules = 5;

std::string count(std::size_t number) {
  return std::to_string(number);
}

std::string day(std::chrono::sys_days when) {
  return to_utc_day(when);
}

/// Filled with blanks to this many columns, on the left when `right`.
std::string padded(const std::string& text, std::size_t columns, bool right) {
  const std::string blanks(columns - std::min(columns, display_width(text)), ' ');
  return right ? blanks + text : text + blanks;
}

/// The rule's title, in the first shipped profile that has it, with its id; of an employer's own rule the id
/// alone.
std::string title_of(const std::string& rule, Language language) {
  for (const ShippedProfile& shipped : shipped_profiles()) {
    const auto profile = load_profile(std::string(shipped.name));
    if (!profile) continue;
    const auto found = std::find_if(profile->rules.begin(), profile->rules.end(),
                                    [&](const Rule& each) { return each.id == rule; });
    if (found != profile->rules.end()) return found->title.in(language) + " (" + rule + ")";
  }
  return rule;
}

class HistoryWriter {
 public:
  HistoryWriter(const History& history, const TextStyle& style)
      : m_history(history), m_summary(summary_of(history.records)), m_writer(style), m_style(style) {}

  std::string write() {
    if (m_history.records.empty()) {
      m_writer.paragraph(m_writer.words(history_text("history.empty")), 0);
    } else {
      write_head();
      write_levels();
      write_weeks();
      write_requirements();
      write_to_mend();
    }
    if (m_history.unreadable_lines > 0)
      m_writer.paragraph(words(history_text("history.skipped"), {count(m_history.unreadable_lines)}), 0);
    return m_writer.take();
  }

 private:
  [[nodiscard]] std::string words(const Text& text, std::vector<Argument> arguments = {}) const {
    return m_writer.words(text, std::move(arguments));
  }

  [[nodiscard]] std::string number(const std::optional<double>& value) const {
    return value ? render_number(*value, 1, m_writer.language(), true) : "·";
  }

  /// How many checks fit in a line beside a name.
  [[nodiscard]] std::size_t columns(std::size_t taken) const {
    return static_cast<std::size_t>(std::clamp(m_style.width, 40, 100)) - taken;
  }

  void heading(const std::string& text) {
    m_writer.line("");
    m_writer.line(m_writer.coloured(text, "\x1b[1m"));
  }

  void write_head() {
    const auto& records = m_history.records;
    m_writer.paragraph(
        words(history_text("history.summary"),
              {count(records.size()), day(local_day(records.front())), day(local_day(records.back())),
               count(m_summary.cleared), count(m_summary.not_cleared), count(m_summary.undecided)}),
        0);
    if (m_summary.recordings > 0)
      m_writer.paragraph(words(history_text("history.recordings"), {count(m_summary.recordings)}), 0);
  }

  void write_levels() {
    write_level(history_text("history.level"), m_summary.levels_dba, history_text("history.none_known"));
    write_level(history_text("history.voice"), m_summary.voices_db, history_text("history.no_voice"));
  }

  void write_level(const Text& title, const std::vector<std::optional<double>>& values,
                   const Text& never_known) {
    std::vector<double> known;
    for (const auto& value : values)
      if (value) known.push_back(*value);
    heading(words(title));
    if (known.empty()) return m_writer.paragraph(words(never_known), k_indent);
    const auto [lowest, highest] = std::minmax_element(known.begin(), known.end());
    m_writer.line(std::string(k_indent, ' ') + little_bars(values, columns(k_indent)));
    m_writer.paragraph(
        words(history_text("history.range"), {number(*lowest), number(*highest), number(known.back())}),
        k_indent);
  }

  void write_weeks() {
    constexpr std::size_t k_column = 11;
    heading(words(history_text("history.by_week")));
    std::string head = padded("  " + words(history_text("history.week")), 2 * k_column - 4, false);
    for (const Text& title : {history_text("history.checks"), history_text("history.cleared"),
                              history_text("history.noise"), history_text("history.voice_short")})
      head += padded(words(title), k_column, true);
    m_writer.line(head);
    const std::size_t skipped = m_summary.weeks.size() - std::min(m_summary.weeks.size(), k_most_weeks);
    for (std::size_t i = skipped; i < m_summary.weeks.size(); ++i) {
      const HistoryWeek& week = m_summary.weeks[i];
      std::string line = padded("  " + day(week.monday), 2 * k_column - 4, false);
      for (const std::string& cell : {count(week.checks), count(week.cleared), number(week.mean_level_dba),
                                      number(week.mean_voice_to_background_db)})
        line += padded(cell, k_column, true);
      m_writer.line(line);
    }
  }

  void write_requirements() {
    std::size_t widest = 0;
    for (const RequirementHistory& each : m_summary.requirements)
      widest = std::max(widest, display_width(name_of(each)));
    heading(words(history_text("history.requirement")));
    for (const RequirementHistory& each : m_summary.requirements) {
      const std::string result = words(history_text("history.passed"), {count(each.met), count(each.judged)});
      const std::string marks = marks_of(each, columns(widest + k_indent + display_width(result) + 4));
      m_writer.line("  " + padded(name_of(each), widest + 2, false) + marks + "  " + result);
    }
  }

  [[nodiscard]] std::string name_of(const RequirementHistory& requirement) const {
    return written_requirement(requirement.name, m_writer.language());
  }

  [[nodiscard]] std::string marks_of(const RequirementHistory& requirement, std::size_t most) const {
    std::string marks;
    const std::size_t skipped = requirement.marks.size() - std::min(requirement.marks.size(), most);
    for (std::size_t i = skipped; i < requirement.marks.size(); ++i) {
      const Look look = look_of(result_of(requirement.marks[i]));
      marks += m_writer.coloured(look.mark, look.colour);
    }
    return marks;
  }

  static RuleResult result_of(RequirementMark mark) {
    switch (mark) {
      case RequirementMark::met:
        return RuleResult::pass;
      case RequirementMark::not_met:
        return RuleResult::fail;
      case RequirementMark::unknown:
        return RuleResult::unknown;
      case RequirementMark::no_say:
        break;
    }
    return RuleResult::notapplicable;
  }

  void write_to_mend() {
    heading(words(history_text("history.mend")));
    if (m_summary.to_mend.empty())
      m_writer.paragraph(words(history_text("history.nothing_to_mend")), k_indent);
    for (std::size_t i = 0; i < std::min(m_summary.to_mend.size(), k_most_rules); ++i) {
      const auto& [id, times] = m_summary.to_mend[i];
      const std::string rule = title_of(id, m_writer.language());
      m_writer.paragraph(times == 1 ? words(history_text("history.time"), {rule})
                                    : words(history_text("history.times"), {rule, count(times)}),
                         k_indent);
    }
  }

  const History& m_history;
  HistorySummary m_summary;
  TextWriter m_writer;
  TextStyle m_style;
};

}  // namespace

std::string little_bars(const std::vector<std::optional<double>>& values, std::size_t most) {
  constexpr std::array k_bars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::vector<double> known;
  for (const auto& value : values)
    if (value) known.push_back(*value);
  std::string bars;
  if (known.empty()) return bars;
  const auto [lowest, highest] = std::minmax_element(known.begin(), known.end());
  const double span = std::max(*highest - *lowest, 1.0);  // a few tenths are no ups and downs
  const std::size_t skipped = values.size() - std::min(values.size(), most);
  for (std::size_t i = skipped; i < values.size(); ++i) {
    if (!values[i]) {
      bars += "·";
      continue;
    }
    const double share = (*values[i] - *lowest) / span;
    bars += k_bars.at(static_cast<std::size_t>(std::lround(share * (k_bars.size() - 1))));
  }
  return bars;
}

std::string history_report(const History& history, const TextStyle& style) {
  return HistoryWriter(history, style).write();
}

std::string history_json(const History& history) {
  const HistorySummary summary = summary_of(history.records);
  Json checks = Json::array();
  for (const HistoryRecord& record : history.records) checks.push_back(Json::parse(written(record)));
  Json to_mend = Json::array();
  for (const auto& [rule, times] : summary.to_mend) to_mend.push_back({{"rule", rule}, {"times", times}});
  const Json json{{"format", "preshift-history-list/1"},
                  {"outcomes",
                   {{"cleared", summary.cleared},
                    {"not_cleared", summary.not_cleared},
                    {"undecided", summary.undecided}}},
                  {"to_mend", std::move(to_mend)},
                  {"skipped_lines", history.unreadable_lines},
                  {"checks", std::move(checks)}};
  return json.dump(2) + "\n";
}

}  // namespace preshift
