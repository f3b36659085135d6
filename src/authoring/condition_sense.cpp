#include "condition_sense.hpp"

#include "authoring_texts.hpp"
#include "limit_unit.hpp"
#include "measure_facts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace preshift {
namespace {

using Interval = ValueRange;

std::optional<Interval> interval_of(const Criterion& criterion) {
  if (const auto* limit = std::get_if<Limit>(&criterion)) {
    Interval interval;
    (limit->comparison == Comparison::at_most ? interval.highest : interval.lowest) = limit->value;
    return interval;
  }
  if (const auto* range = std::get_if<Range>(&criterion)) return Interval{range->lowest, range->highest};
  return std::nullopt;
}

bool is_inside(const Interval& inner, const Interval& outer) {
  return inner.lowest >= outer.lowest && inner.highest <= outer.highest;
}

bool is_empty(const Interval& interval) {
  return interval.lowest > interval.highest;
}

Interval common(const Interval& one, const Interval& other) {
  return {std::max(one.lowest, other.lowest), std::min(one.highest, other.highest)};
}

/// Whether every possible value lies in one of these.
bool do_cover(std::vector<Interval> intervals, const Interval& possible) {
  std::sort(intervals.begin(), intervals.end(),
            [](const Interval& one, const Interval& other) { return one.lowest < other.lowest; });
  if (intervals.front().lowest > possible.lowest) return false;
  double reached = intervals.front().highest;
  for (const Interval& interval : intervals)
    if (interval.lowest <= reached) reached = std::max(reached, interval.highest);
  return reached >= possible.highest;
}

class SenseCheck {
 public:
  void check(const Condition& condition) {
    if (const auto* leaf = std::get_if<MeasureCondition>(&condition.node)) check_leaf(*leaf);
    const auto* combination = std::get_if<Combination>(&condition.node);
    if (combination == nullptr) return;
    for (const Condition& part : combination->conditions) check(part);
    check_together(*combination);
  }

  [[nodiscard]] std::vector<Message> take() { return std::move(m_messages); }

 private:
  void note(const Text& text, const std::string& measure) {
    m_messages.push_back({text, {std::string{}, measure}});
  }

  void check_leaf(const MeasureCondition& leaf) {
    const Measure* measure = find_measure(leaf.measure);
    if (measure == nullptr) return;
    if (const auto* allowed = std::get_if<AllowedWords>(&leaf.criterion)) {
      if (allowed->words.size() > 1 && allowed->words.size() == measure->words.size())
        note(authoring_text("lint.every_word"), leaf.measure);
      return;
    }
    const auto interval = interval_of(leaf.criterion);
    if (!interval) return;
    const Interval possible = possible_values(*measure);
    if (is_inside(possible, *interval)) note(authoring_text("lint.always"), leaf.measure);
    if (is_empty(common(*interval, possible))) note(authoring_text("lint.never"), leaf.measure);
    const LimitUnit* unit = find_limit_unit(measure->unit);
    if (interval->lowest == interval->highest && unit != nullptr && !unit->whole)
      note(authoring_text("lint.single_value"), leaf.measure);
  }

  /// The conditions on numbers that stand in this list themselves, by measure.
  static std::map<std::string, std::vector<Interval>> intervals_in(const Combination& combination) {
    std::map<std::string, std::vector<Interval>> found;
    for (const Condition& part : combination.conditions) {
      const auto* leaf = std::get_if<MeasureCondition>(&part.node);
      const auto interval = leaf == nullptr ? std::nullopt : interval_of(leaf->criterion);
      if (interval) found[leaf->measure].push_back(*interval);
    }
    return found;
  }

  void check_together(const Combination& combination) {
    for (const auto& [measure, intervals] : intervals_in(combination)) {
      if (intervals.size() < 2) continue;
      const Measure* known = find_measure(measure);
      const Interval possible = known == nullptr ? Interval{} : possible_values(*known);
      const bool is_covered = do_cover(intervals, possible);
      Interval all;
      for (const Interval& interval : intervals) all = common(all, interval);
      if (combination.combinator == Combinator::all && is_empty(all)) {
        note(authoring_text("lint.contradiction"), measure);
      } else if (combination.combinator == Combinator::any && is_covered) {
        note(authoring_text("lint.tautology"), measure);
      } else if (combination.combinator == Combinator::none && is_covered) {
        note(authoring_text("lint.all_forbidden"), measure);
      } else if (has_one_inside_another(intervals)) {
        note(authoring_text("lint.no_effect"), measure);
      }
    }
  }

  static bool has_one_inside_another(const std::vector<Interval>& intervals) {
    for (std::size_t i = 0; i < intervals.size(); ++i)
      for (std::size_t j = 0; j < intervals.size(); ++j)
        if (i != j && is_inside(intervals[i], intervals[j])) return true;
    return false;
  }

  std::vector<Message> m_messages;
};

}  // namespace

std::vector<Message> senseless_parts(const Condition& condition) {
  SenseCheck sense;
  sense.check(condition);
  return sense.take();
}

}  // namespace preshift
