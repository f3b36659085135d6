#include "canonical_profile.hpp"

#include "facts.hpp"
#include "hex.hpp"
#include "limit_unit.hpp"
#include "measures.hpp"
#include "sha256.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace preshift {
namespace {

std::string in_quotes(std::string_view text) {
  std::string written;
  written.reserve(text.size() + 2);
  written += '"';
  std::size_t begin = 0;  // of what is not written yet
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '"' && text[at] != '\\') continue;
    written.append(text, begin, at - begin) += '\\';
    begin = at;
  }
  return written.append(text, begin) += '"';
}

std::string decimal(double number) {
  std::array<char, 400> digits;  // the longest double in fixed notation has 327 characters
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr;
  return {digits.data(), end};
}

std::string with_unit(double number, std::string_view symbol) {
  const LimitUnit* unit = find_limit_unit(symbol);
  const std::string_view written = unit == nullptr ? symbol : unit->spellings.front().text;
  return in_quotes(written.empty() ? decimal(number) : decimal(number) + " " + std::string(written));
}

template <class Items, class Write>
std::string list(const Items& items, Write write) {
  std::string written = "[";
  for (const auto& item : items) {
    if (written.size() > 1) written += ", ";
    written += write(item);
  }
  return written + "]";
}

std::string words(const std::vector<std::string>& all) {
  return list(all, in_quotes);
}

std::string translations(const LocalizedText& text) {
  return "{en: " + in_quotes(text.english) + ", fr: " + in_quotes(text.french) + "}";
}

std::string value_or_parameter(const std::string& value, const std::string& parameter) {
  return parameter.empty() ? value : "$" + parameter;
}

/// "key: value" pairs of a criterion; each begins with `separator`.
struct CriterionWriter {
  std::string_view separator;

  std::string operator()(const Limit& limit) const {
    const char* key = limit.comparison == Comparison::at_most ? "at_most: " : "at_least: ";
    return std::string(separator) + key +
           value_or_parameter(with_unit(limit.value, limit.unit), limit.parameter);
  }
  std::string operator()(const Range& range) const {
    return std::string(separator) + "between: [" +
           value_or_parameter(with_unit(range.lowest, range.unit), range.lowest_parameter) + ", " +
           value_or_parameter(with_unit(range.highest, range.unit), range.highest_parameter) + "]";
  }
  std::string operator()(const AllowedWords& allowed) const {
    std::vector<std::string> written;
    for (std::size_t i = 0; i < allowed.words.size(); ++i) {
      const bool named = i < allowed.parameters.size();
      written.push_back(
          value_or_parameter(in_quotes(allowed.words[i]), named ? allowed.parameters[i] : std::string{}));
    }
    return std::string(separator) + "one_of: " + list(written, [](const std::string& word) { return word; });
  }
  std::string operator()(const NoLimit&) const { return {}; }
};

std::string condition(const Condition& asked, std::string_view separator) {
  if (const auto* combination = std::get_if<Combination>(&asked.node)) {
    return std::string(to_string(combination->combinator)) + ": " +
           list(combination->conditions,
                [](const Condition& part) { return "{" + condition(part, ", ") + "}"; });
  }
  if (const auto* manual = std::get_if<ManualQuestion>(&asked.node)) {
    return "manual: {question: " + translations(manual->question) + ", expects: \"" +
           (manual->expects_yes ? "yes" : "no") +
           "\", answered_by: " + in_quotes(to_string(manual->answered_by)) + "}";
  }
  const auto& leaf = std::get<MeasureCondition>(asked.node);
  return "measure: " + in_quotes(leaf.measure) + std::visit(CriterionWriter{separator}, leaf.criterion);
}

std::string applicability(const Applicability& when) {
  if (const auto* fact = std::get_if<FactIs>(&when.node))
    return "{" + fact->fact + ": " + words(fact->values) + "}";
  if (const auto* time = std::get_if<TimeIsIn>(&when.node)) {
    return "{time: " +
           list(time->spans,
                [](const DaySpan& span) {
                  return in_quotes(written_time_of_day(span.from) + " to " + written_time_of_day(span.until));
                }) +
           "}";
  }
  const auto& combination = std::get<ApplicabilityCombination>(when.node);
  return "{" + std::string(to_string(combination.combinator)) + ": " +
         list(combination.parts, applicability) + "}";
}

std::string rule_text(const Rule& rule) {
  std::string text = "  - id: " + in_quotes(rule.id);
  const auto put = [&](std::string_view key, const std::string& value) {
    text.append("\n    ").append(key).append(": ").append(value);
  };
  put("requirement", in_quotes(rule.requirement));
  put("severity", in_quotes(to_string(rule.severity)));
  put("weight", decimal(rule.weight));
  put("waivable", rule.is_waivable ? "\"yes\"" : "\"no\"");
  if (has_number(rule.condition)) {
    put("decision", in_quotes(to_string(rule.decision.rule)));
    if (rule.decision.rule != DecisionRule::simple) put("guard_band", decimal(rule.decision.guard_band));
  }
  if (rule.applies_when) put("applies_when", applicability(*rule.applies_when));
  put("title", translations(rule.title));
  put("rationale", translations(rule.rationale));
  put("remedy", translations(rule.remedy));
  return text + "\n    " + condition(rule.condition, "\n    ") + "\n";
}

std::string parameter_text(const Parameter& parameter) {
  std::string text =
      "  " + parameter.name + ":\n    description: " + translations(parameter.description) + "\n";
  if (const auto* number = std::get_if<NumberParameter>(&parameter.kind)) {
    text += "    unit: " + in_quotes(number->unit) + "\n";
    text += "    range: [" + with_unit(number->lowest, number->unit) + ", " +
            with_unit(number->highest, number->unit) + "]\n";
    return text + "    default: " + with_unit(number->value, number->unit) + "\n";
  }
  const auto& word = std::get<WordParameter>(parameter.kind);
  return text + "    one_of: " + words(word.words) + "\n    default: " + in_quotes(word.value) + "\n";
}

std::string skipped(const Profile& profile) {
  std::vector<std::string> ids;
  for (const Rule& rule : profile.rules)
    if (!rule.is_selected) ids.push_back(rule.id);
  return ids.empty() ? std::string{} : "skip: " + words(ids) + "\n";
}

}  // namespace

std::string canonical_yaml(const Profile& profile) {
  std::string text = "profile: " + in_quotes(profile.name) + "\nversion: " + std::to_string(profile.version) +
                     "\ntitle: " + translations(profile.title) + "\n";
  if (profile.onboarding_valid_for)
    text +=
        "onboarding_valid_for: " + in_quotes(std::to_string(profile.onboarding_valid_for->count()) + " d") +
        "\n";
  if (!profile.facts.empty()) text += "facts:\n";
  for (const auto& [name, values] : profile.facts) text += "  " + name + ": " + words(values) + "\n";
  if (!profile.parameters.empty()) text += "parameters:\n";
  for (const Parameter& parameter : profile.parameters) text += parameter_text(parameter);
  if (profile.shift.start_within)
    text += "shift:\n  start_within: " +
            with_unit(static_cast<double>(profile.shift.start_within->count()), units::k_second) + "\n";
  text += "rules:\n";
  for (const Rule& rule : profile.rules) text += rule_text(rule);
  return text + skipped(profile);
}

std::string profile_digest(const Profile& profile) {
  return to_hex(sha256(canonical_yaml(profile)));
}

}  // namespace preshift
