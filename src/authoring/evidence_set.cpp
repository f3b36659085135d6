#include "evidence_set.hpp"

#include "measures.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace preshift {
namespace {

/// By which the limit moves with each unit of the uncertainty, for what passes and for what fails
/// (verdict.hpp).
double passing_shift(const Decision& decision) {
  if (decision.rule == DecisionRule::simple) return 0;
  return decision.rule == DecisionRule::lenient ? -decision.guard_band : decision.guard_band;
}

double failing_shift(const Decision& decision) {
  return decision.rule == DecisionRule::simple ? 0 : -decision.guard_band;
}

/// How far beyond its limit a sum may round (verdict.cpp).
double rounding(double limit) {
  return 1e-9 * std::max(1.0, std::abs(limit));
}

EvidenceSet at_most(const std::string& measure, double limit, const Decision& decision, bool passes) {
  const double threshold = limit + rounding(limit);
  if (passes) return {NumberSet{measure, true, threshold, true, passing_shift(decision)}};
  return {NumberSet{measure, false, threshold, false, failing_shift(decision)}};
}

EvidenceSet at_least(const std::string& measure, double limit, const Decision& decision, bool passes) {
  const double threshold = limit - rounding(limit);
  if (passes) return {NumberSet{measure, false, threshold, true, -passing_shift(decision)}};
  return {NumberSet{measure, true, threshold, false, -failing_shift(decision)}};
}

EvidenceSet with_words(const std::string& measure, const AllowedWords& allowed, bool passes) {
  WordSet set{measure, {}};
  if (passes) {
    set.words.insert(allowed.words.begin(), allowed.words.end());
  } else if (const Measure* known = find_measure(measure)) {
    set.words.insert(known->words.begin(), known->words.end());
    for (const std::string& word : allowed.words) set.words.erase(word);
  }
  return {std::move(set)};
}

EvidenceSet leaf_set(const MeasureCondition& leaf, const Decision& decision, bool passes) {
  if (const auto* limit = std::get_if<Limit>(&leaf.criterion)) {
    const bool is_at_most = limit->comparison == Comparison::at_most;
    return is_at_most ? at_most(leaf.measure, limit->value, decision, passes)
                      : at_least(leaf.measure, limit->value, decision, passes);
  }
  if (const auto* range = std::get_if<Range>(&leaf.criterion)) {
    return {JoinedSets{!passes,
                       {at_least(leaf.measure, range->lowest, decision, passes),
                        at_most(leaf.measure, range->highest, decision, passes)}}};
  }
  if (const auto* allowed = std::get_if<AllowedWords>(&leaf.criterion))
    return with_words(leaf.measure, *allowed, passes);
  return passes ? EvidenceSet{MeasuredSet{leaf.measure}} : EvidenceSet{WordSet{leaf.measure, {}}};
}

/// `any` passes with one that passes and fails with all that fail, `all` mirrors it, and `none` passes with
/// all that fail and fails with one that passes (rule_result.hpp).
EvidenceSet set_of(const Condition& condition, const Decision& decision, bool passes) {
  const auto* combination = std::get_if<Combination>(&condition.node);
  if (combination == nullptr) {
    const auto* leaf = std::get_if<MeasureCondition>(&condition.node);
    return leaf == nullptr ? EvidenceSet{JoinedSets{}} : leaf_set(*leaf, decision, passes);
  }
  const bool is_none = combination->combinator == Combinator::none;
  const bool of_passing = passes != is_none;
  JoinedSets joined{combination->combinator == Combinator::all ? !passes : of_passing, {}};
  for (const Condition& part : combination->conditions)
    joined.parts.push_back(set_of(part, decision, of_passing));
  return {std::move(joined)};
}

bool is_inside(const NumberSet& one, const NumberSet& other) {
  if (one.measure != other.measure || one.reaches_down != other.reaches_down) return false;
  if (one.threshold == other.threshold) {
    if (one.has_threshold && !other.has_threshold) return false;
  } else if ((one.threshold < other.threshold) != one.reaches_down) {
    return false;
  }
  return one.reaches_down ? one.shift >= other.shift : one.shift <= other.shift;
}

bool is_inside(const WordSet& one, const WordSet& other) {
  return one.words.empty() ||
         (one.measure == other.measure &&
          std::includes(other.words.begin(), other.words.end(), one.words.begin(), one.words.end()));
}

bool is_leaf_inside(const EvidenceSet& one, const EvidenceSet& other) {
  if (const auto* all = std::get_if<MeasuredSet>(&other.node)) {
    if (const auto* number = std::get_if<NumberSet>(&one.node)) return number->measure == all->measure;
    if (const auto* words = std::get_if<WordSet>(&one.node)) return words->measure == all->measure;
    const auto* measured = std::get_if<MeasuredSet>(&one.node);
    return measured != nullptr && measured->measure == all->measure;
  }
  if (const auto* number = std::get_if<NumberSet>(&one.node)) {
    const auto* outer = std::get_if<NumberSet>(&other.node);
    return outer != nullptr && is_inside(*number, *outer);
  }
  const auto* words = std::get_if<WordSet>(&one.node);
  const auto* outer = std::get_if<WordSet>(&other.node);
  return words != nullptr && outer != nullptr && is_inside(*words, *outer);
}

/// Proves inclusion part by part; remembers what it was asked, so that its cost is the product of the sizes.
class InclusionProof {
 public:
  [[nodiscard]] bool is_inside(const EvidenceSet& one, const EvidenceSet& other) {
    const auto [known, is_new] = m_known.try_emplace({&one, &other}, false);
    if (is_new) {
      const bool proved = prove(one, other);
      m_known[{&one, &other}] = proved;
      return proved;
    }
    return known->second;
  }

 private:
  [[nodiscard]] bool prove(const EvidenceSet& one, const EvidenceSet& other) {
    const auto* parts = std::get_if<JoinedSets>(&one.node);
    const auto* outer = std::get_if<JoinedSets>(&other.node);
    const auto part_is_inside = [&](const EvidenceSet& part) { return is_inside(part, other); };
    const auto is_inside_part = [&](const EvidenceSet& part) { return is_inside(one, part); };
    if (parts != nullptr && parts->is_union)
      return std::all_of(parts->parts.begin(), parts->parts.end(), part_is_inside);
    if (outer != nullptr && !outer->is_union)
      return std::all_of(outer->parts.begin(), outer->parts.end(), is_inside_part);
    if (parts != nullptr && std::any_of(parts->parts.begin(), parts->parts.end(), part_is_inside))
      return true;
    if (outer != nullptr) return std::any_of(outer->parts.begin(), outer->parts.end(), is_inside_part);
    return parts == nullptr && is_leaf_inside(one, other);
  }

  std::map<std::pair<const EvidenceSet*, const EvidenceSet*>, bool> m_known;
};

}  // namespace

EvidenceSet passing(const Condition& condition, const Decision& decision) {
  return set_of(condition, decision, true);
}

EvidenceSet failing(const Condition& condition, const Decision& decision) {
  return set_of(condition, decision, false);
}

bool is_subset(const EvidenceSet& one, const EvidenceSet& other) {
  return InclusionProof().is_inside(one, other);
}

}  // namespace preshift
