#include "rules_test_report.hpp"

#include "check_json.hpp"
#include "judging_text.hpp"
#include "junit_xml.hpp"
#include "lint_report.hpp"
#include "report_texts.hpp"
#include "rule_lines.hpp"
#include "rules_test_texts.hpp"

#include <nlohmann/json.hpp>

namespace preshift {
namespace {

constexpr std::size_t k_step = 4;

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

/// "quiet.background-noise: expected pass, got fail".
Message line_of(const CheckedRule& checked) {
  return {rules_test_text("test.got"),
          {checked.expected.rule, std::string(to_string(checked.expected.result)),
           std::string(to_string(checked.got.result))}};
}

Message line_of(const CheckedOutcome& checked, Language language) {
  return {rules_test_text("test.got"),
          {std::string(rules_test_text("test.outcome").in(language)),
           std::string(to_string(checked.expected.outcome)), std::string(to_string(checked.got))}};
}

/// What the two above say when it is as expected.
Message as_expected(Message line) {
  line.text = rules_test_text("test.as_expected");
  return line;
}

/// What some rules lack, in the order of weight.
std::vector<Message> gaps_in(const RulesCoverage& coverage) {
  std::vector<Message> gaps;
  const auto add = [&](const Text& text, const std::vector<std::string>& rules) {
    if (!rules.empty())
      gaps.push_back({text, {coverage.profile, std::to_string(coverage.version), joined(rules)}});
  };
  add(rules_test_text("test.never_tested"), coverage.never_tested());
  add(rules_test_text("test.never_passed"), coverage.never_passed());
  add(rules_test_text("test.never_failed"), coverage.never_failed());
  add(rules_test_text("test.never_undecided"), coverage.never_undecided());
  if (gaps.empty())
    gaps.push_back(
        {rules_test_text("test.all_covered"), {coverage.profile, std::to_string(coverage.version)}});
  return gaps;
}

class TestTextReport {
 public:
  TestTextReport(bool is_verbose, const TextStyle& style) : m_is_verbose(is_verbose), m_writer(style) {}

  [[nodiscard]] std::string write(const RulesTestReport& report) {
    for (const CheckedFile& file : report.files) write(file);
    for (const RulesCoverage& coverage : report.coverage)
      for (const Message& gap : gaps_in(coverage)) m_writer.paragraph(rendered(gap), 0);
    m_writer.line(m_writer.words(
        rules_test_text("test.sum"),
        {static_cast<double>(report.count_cases(true)), static_cast<double>(report.count_cases(false)),
         static_cast<double>(report.count_problems())}));
    return m_writer.take();
  }

 private:
  [[nodiscard]] std::string rendered(const Message& message) const {
    return render(message, m_writer.language());
  }

  void write(const CheckedFile& file) {
    if (file.problems.empty()) {
      m_writer.line(m_writer.words(rules_test_text("test.file"),
                                   {file.name, file.profile, std::to_string(file.version)}));
    } else {
      m_writer.line(m_writer.words(rules_test_text("test.unusable"), {file.name}));
    }
    for (const PlacedProblem& problem : file.problems) m_writer.line("  " + rendered(problem.message));
    for (const CheckedCase& each : file.cases) write(each);
    m_writer.line("");
  }

  void write(const CheckedCase& checked) {
    const bool holds = checked.holds();
    m_writer.marked_paragraph(
        holds ? RuleResult::pass : RuleResult::fail,
        m_writer.words(rules_test_text("test.case_line"), {checked.name, std::to_string(checked.place.line)}),
        k_step);
    for (const CheckedRule& rule : checked.rules) {
      if (rule.holds() && !m_is_verbose) continue;
      const Message line = line_of(rule);
      m_writer.paragraph(rendered(rule.holds() ? as_expected(line) : line), k_step + k_step);
      write_judging(m_writer, rule.got, 3 * k_step);
    }
    if (!checked.outcome || (checked.outcome->holds() && !m_is_verbose)) return;
    const Message line = line_of(*checked.outcome, m_writer.language());
    m_writer.paragraph(rendered(checked.outcome->holds() ? as_expected(line) : line), k_step + k_step);
  }

  bool m_is_verbose;
  TextWriter m_writer;
};

Json written(const CheckedRule& checked, Language language) {
  return {{"rule", checked.expected.rule},
          {"line", checked.expected.place.line},
          {"expected", to_string(checked.expected.result)},
          {"holds", checked.holds()},
          {"got", json_of(checked.got, language)}};
}

Json written(const CheckedCase& checked, Language language) {
  Json json{{"name", checked.name},
            {"line", checked.place.line},
            {"holds", checked.holds()},
            {"results", Json::array()}};
  for (const CheckedRule& rule : checked.rules) json["results"].push_back(written(rule, language));
  if (checked.outcome) {
    json["outcome"] = {{"line", checked.outcome->expected.place.line},
                       {"expected", to_string(checked.outcome->expected.outcome)},
                       {"holds", checked.outcome->holds()},
                       {"got", to_string(checked.outcome->got)}};
  }
  return json;
}

Json written(const CheckedFile& file, Language language) {
  Json json{{"file", file.name}};
  if (file.problems.empty()) json["profile"] = {{"name", file.profile}, {"version", file.version}};
  json["problems"] = Json::array();
  for (const PlacedProblem& problem : file.problems)
    json["problems"].push_back(finding_json({FindingLevel::error, problem.place, problem.message}, language));
  json["cases"] = Json::array();
  for (const CheckedCase& each : file.cases) json["cases"].push_back(written(each, language));
  return json;
}

Json written(const RulesCoverage& coverage) {
  Json rules = Json::array();
  for (const auto& [rule, results] : coverage.rules) {
    Json expected = Json::array();
    for (const RuleResult result : results) expected.push_back(to_string(result));
    rules.push_back({{"rule", rule}, {"expected", std::move(expected)}});
  }
  return {{"profile", coverage.profile},
          {"version", coverage.version},
          {"complete", coverage.is_complete()},
          {"never_tested", coverage.never_tested()},
          {"never_passed", coverage.never_passed()},
          {"never_failed", coverage.never_failed()},
          {"never_undecided", coverage.never_undecided()},
          {"rules", std::move(rules)}};
}

JunitCase junit_case(const CheckedFile& file, const CheckedCase& checked, Language language) {
  JunitCase test{file.profile, checked.name};
  if (checked.holds()) return test;
  test.outcome = JunitCase::Outcome::failed;
  test.type = "expectation";
  const auto add = [&](const std::string& line, const std::string& details) {
    test.message += (test.message.empty() ? "" : "; ") + line;
    test.details += line + "\n" + details;
  };
  for (const CheckedRule& rule : checked.rules)
    if (!rule.holds()) add(render(line_of(rule), language), rule_lines(rule.got, language) + "\n");
  if (checked.outcome && !checked.outcome->holds())
    add(render(line_of(*checked.outcome, language), language), "");
  return test;
}

}  // namespace

std::string rules_test_text_report(const RulesTestReport& report, bool is_verbose, const TextStyle& style) {
  return TestTextReport(is_verbose, style).write(report);
}

std::string rules_test_json(const RulesTestReport& report, Language language) {
  Json json{{"format", "preshift-rules-test/1"},
            {"held", report.count_cases(true)},
            {"not_held", report.count_cases(false)},
            {"problems", report.count_problems()},
            {"files", Json::array()},
            {"coverage", Json::array()}};
  for (const CheckedFile& file : report.files) json["files"].push_back(written(file, language));
  for (const RulesCoverage& coverage : report.coverage) json["coverage"].push_back(written(coverage));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string rules_test_junit(const RulesTestReport& report, Language language) {
  std::vector<JunitSuite> suites;
  for (const CheckedFile& file : report.files) {
    JunitSuite suite{file.name, {}};
    for (const PlacedProblem& problem : file.problems)
      suite.cases.push_back({file.name, to_string(problem.place), JunitCase::Outcome::errored, "problem",
                             render(problem.message, language)});
    for (const CheckedCase& each : file.cases) suite.cases.push_back(junit_case(file, each, language));
    suites.push_back(std::move(suite));
  }
  return junit_xml("preshift rules test", suites);
}

}  // namespace preshift
