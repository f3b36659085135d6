#include "condition_witness.hpp"

#include "condition_evaluation.hpp"
#include "limit_unit.hpp"
#include "measure_facts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace preshift {
namespace {

constexpr std::size_t k_most_tries = 20'000;

/// The limits of one measure in both rules.
using Limits = std::map<std::string, std::set<double>, std::less<>>;

void collect(const Condition& condition, Limits& limits) {
  if (const auto* combination = std::get_if<Combination>(&condition.node))
    for (const Condition& part : combination->conditions) collect(part, limits);
  const auto* leaf = std::get_if<MeasureCondition>(&condition.node);
  if (leaf == nullptr) return;
  std::set<double>& of_measure = limits[leaf->measure];
  if (const auto* limit = std::get_if<Limit>(&leaf->criterion)) of_measure.insert(limit->value);
  if (const auto* range = std::get_if<Range>(&leaf->criterion))
    of_measure.insert({range->lowest, range->highest});
}

double guard_band(const Decision& decision) {
  return decision.rule == DecisionRule::simple ? 0 : decision.guard_band;
}

/// Chooses what the measures could be.
class Candidates {
 public:
  Candidates(const Rule& one, const Rule& other) {
    const double a = guard_band(one.decision);
    const double b = guard_band(other.decision);
    m_shifts = {0, a, b, (a + b) / 2, a / 2, b / 2};
    Limits limits;
    collect(one.condition, limits);
    collect(other.condition, limits);
    for (const auto& [measure, values] : limits) m_of_measures.push_back(candidates(measure, values));
  }

  [[nodiscard]] const std::vector<Measurements>& of_measures() const { return m_of_measures; }

 private:
  /// The likely ones first. None at all stands for a measure that is not there.
  [[nodiscard]] Measurements candidates(const std::string& name, const std::set<double>& limits) const {
    const Measure* measure = find_measure(name);
    if (measure == nullptr) return {};
    Measurements found;
    for (const std::string_view word : measure->words) found.push_back({name, "", State{std::string(word)}});
    if (measure->words.empty()) add_numbers(*measure, limits, found);
    found.push_back({name, std::string(measure->unit), Absence{}});
    return found;
  }

  void add_numbers(const Measure& measure, const std::set<double>& limits, Measurements& found) const {
    const std::vector<double> sorted(limits.begin(), limits.end());
    std::vector<double> values;
    for (std::size_t i = 0; i + 1 < sorted.size(); ++i) values.push_back((sorted[i] + sorted[i + 1]) / 2);
    values.insert(values.end(), sorted.begin(), sorted.end());
    if (sorted.empty()) values.push_back(50);
    values.push_back((sorted.empty() ? 0 : sorted.front()) - 1);
    values.push_back((sorted.empty() ? 100 : sorted.back()) + 1);
    for (const double value : values) add(measure, {value, 0}, found);
    for (const double limit : sorted)
      for (const double shift : m_shifts)
        for (const double sign : {-1.0, 1.0}) add(measure, {limit + sign * shift, 1}, found);
    for (const double limit : sorted) add(measure, {limit, 0, true}, found);
  }

  static void add(const Measure& measure, Quantity quantity, Measurements& found) {
    const ValueRange possible = possible_values(measure);
    const LimitUnit* unit = find_limit_unit(measure.unit);
    if (unit != nullptr && unit->whole) quantity.value = std::round(quantity.value);
    if (quantity.value >= possible.lowest && quantity.value <= possible.highest)
      found.push_back({std::string(measure.name), std::string(measure.unit), quantity});
  }

  std::array<double, 6> m_shifts{};
  std::vector<Measurements> m_of_measures;
};

bool do_pass(const Rule& rule, const Measurements& measurements) {
  const MeasurementIndex index(measurements);
  return evaluate(rule.condition, Evidence{index, rule.decision}).result == RuleResult::pass;
}

/// The n-th combination of candidates, the first measure changing fastest.
Measurements nth(const std::vector<Measurements>& of_measures, std::size_t n) {
  Measurements chosen;
  for (const Measurements& candidates : of_measures) {
    chosen.push_back(candidates[n % candidates.size()]);
    n /= candidates.size();
  }
  return chosen;
}

Measurements random_one(const std::vector<Measurements>& of_measures, std::uint64_t& state) {
  Measurements chosen;
  for (const Measurements& candidates : of_measures) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    chosen.push_back(candidates[static_cast<std::size_t>(state >> 33U) % candidates.size()]);
  }
  return chosen;
}

}  // namespace

std::optional<Measurements> find_witness(const Rule& passes, const Rule& does_not) {
  const Candidates candidates(passes, does_not);
  const auto& of_measures = candidates.of_measures();
  if (of_measures.empty()) return std::nullopt;
  std::size_t combinations = 1;
  for (const Measurements& each : of_measures) {
    if (each.empty()) return std::nullopt;
    combinations = std::min(combinations * each.size(), k_most_tries + 1);
  }
  const bool can_try_all = combinations <= k_most_tries;
  std::uint64_t state = 1;
  for (std::size_t i = 0; i < std::min(combinations, k_most_tries); ++i) {
    Measurements tried = can_try_all ? nth(of_measures, i) : random_one(of_measures, state);
    if (do_pass(passes, tried) && !do_pass(does_not, tried)) return tried;
  }
  return std::nullopt;
}

}  // namespace preshift
