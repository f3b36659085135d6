#include "agent_dialogue.hpp"

#include "judging_texts.hpp"
#include "mending.hpp"
#include "remedies.hpp"
#include "terminal.hpp"
#include "utf8.hpp"
#include "wrapped_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {
namespace {

void say(std::string_view words) {
  fmt::print(stderr, "{}\n", wrapped(words, static_cast<std::size_t>(terminal_width(Stream::error)), ""));
}

/// A line as typed, without control characters and without spaces around it; none at the end of the input.
std::optional<std::string> typed_line() {
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return std::string();
  return printable(line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin));
}

bool is_no(const std::string& word) {
  return word == "n" || word == "no" || word == "non";
}

bool is_yes(const std::string& word) {
  return word == "y" || word == "yes" || word == "o" || word == "oui";
}

bool is_open(const Rule& rule, const Circumstances& circumstances) {
  const auto* manual = std::get_if<ManualQuestion>(&rule.condition.node);
  if (manual == nullptr || !rule.is_selected || manual->answered_by != Answerer::agent) return false;
  if (rule.applies_when && applies(*rule.applies_when, circumstances.facts).applies == false) return false;
  return std::none_of(circumstances.declarations.begin(), circumstances.declarations.end(),
                      [&](const Declaration& each) { return each.rule == rule.id; });
}

std::string name_of_agent(const Circumstances& circumstances, const std::optional<std::string>& agent_id,
                          Language language) {
  const auto agent = circumstances.facts.find("agent");
  if (agent != circumstances.facts.end()) return agent->second;
  if (agent_id) return *agent_id;
  say(judging_text("ask.name").in(language));
  return typed_line().value_or("");
}

/// Yes, no, or none when the question is left open.
std::optional<bool> answer_to(const Rule& rule, Language language) {
  fmt::print(stderr, "\n");
  say(std::get<ManualQuestion>(rule.condition.node).question.in(language));
  while (true) {
    say(judging_text("ask.yes_or_no").in(language));
    const auto line = typed_line();
    if (!line || line->empty()) return std::nullopt;
    if (is_yes(*line)) return true;
    if (is_no(*line)) return false;
  }
}

}  // namespace

void ask_manual_rules(const Profile& profile, Language language, const std::optional<std::string>& agent_id,
                      Circumstances& circumstances) {
  std::string by;
  for (const Rule& rule : profile.rules) {
    if (!is_open(rule, circumstances)) continue;
    if (by.empty()) {
      say(judging_text("ask.heading").in(language));
      by = name_of_agent(circumstances, agent_id, language);
      if (by.empty()) return;
    }
    if (const auto says_yes = answer_to(rule, language))
      circumstances.declarations.push_back({rule.id, *says_yes, by, Answerer::agent, circumstances.now});
  }
  if (!by.empty()) fmt::print(stderr, "\n");
}

bool wants_to_measure_again(const Evaluation& evaluation, int left, Language language) {
  fmt::print(stderr, "\n{}\n", judging_text("again.heading").in(language));
  for (const RuleEvaluation& each : evaluation.rules) {
    if (!is_worth_repeating(each)) continue;
    std::string words = "- " + each.rule.title.in(language);
    if (each.result == RuleResult::unknown && each.reason) words += ": " + render(*each.reason, language);
    words += ".";
    for (const std::string& remedy : remedies(each, language)) words += " " + remedy;
    say(words);
  }
  say(render({judging_text("again.ask"), {static_cast<double>(left)}}, language));
  const auto line = typed_line();
  return line && !is_no(*line);
}

}  // namespace preshift
