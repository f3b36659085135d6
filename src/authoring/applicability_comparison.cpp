#include "facts.hpp"
#include "rule_difference.hpp"

#include <algorithm>
#include <set>

namespace preshift {
namespace {

constexpr std::size_t k_most_situations = 50'000;

/// What the facts are that a comparison must tell apart.
class Situations {
 public:
  explicit Situations(const FactWords& declared) : m_declared(declared) {}

  void add(const Applicability& when) {
    if (const auto* fact = std::get_if<FactIs>(&when.node)) {
      m_values[fact->fact].insert(fact->values.begin(), fact->values.end());
    } else if (const auto* time = std::get_if<TimeIsIn>(&when.node)) {
      std::set<std::string>& times = m_values[std::string(k_time_fact)];
      times.insert("00:00");
      for (const DaySpan& span : time->spans)  // what applies changes at these minutes only
        times.insert({written_time_of_day(span.from), written_time_of_day(span.until)});
    } else {
      for (const Applicability& part : std::get<ApplicabilityCombination>(when.node).parts) add(part);
    }
  }

  /// Every fact with all that it can be, or one more than is named where that is without end.
  [[nodiscard]] std::map<std::string, std::vector<std::string>> complete() const {
    std::map<std::string, std::vector<std::string>> all;
    for (const auto& [fact, values] : m_values) {
      std::vector<std::string>& words = all[fact];
      words.assign(values.begin(), values.end());
      const KnownFact* known = find_known_fact(fact);
      const auto declared = m_declared.find(fact);
      if (declared != m_declared.end()) {
        words = declared->second;
      } else if (known != nullptr && !known->values.empty()) {
        words.assign(known->values.begin(), known->values.end());
      } else if (fact != k_time_fact) {
        words.push_back("(another)");
      }
    }
    return all;
  }

 private:
  const FactWords& m_declared;
  std::map<std::string, std::set<std::string>> m_values;
};

bool does_apply(const std::optional<Applicability>& when, const Facts& facts) {
  return !when || applies(*when, facts).applies.value_or(true);
}

/// Counts through the facts like the digits of a number; false after the last.
bool advance(std::vector<std::size_t>& digits, const std::map<std::string, std::vector<std::string>>& all) {
  std::size_t i = 0;
  for (const auto& [fact, words] : all) {
    if (++digits[i] < words.size()) return true;
    digits[i++] = 0;
  }
  return false;
}

Facts facts_at(const std::vector<std::size_t>& digits,
               const std::map<std::string, std::vector<std::string>>& all) {
  Facts facts;
  std::size_t i = 0;
  for (const auto& [fact, words] : all) facts[fact] = words[digits[i++]];
  return facts;
}

}  // namespace

Strictness compare_applicability(const std::optional<Applicability>& a, const std::optional<Applicability>& b,
                                 const FactWords& facts) {
  Situations situations(facts);
  if (a) situations.add(*a);
  if (b) situations.add(*b);
  const auto all = situations.complete();
  std::size_t count = 1;
  for (const auto& [fact, words] : all) count = std::min(count * words.size(), k_most_situations + 1);
  if (count > k_most_situations) return Strictness::changed;
  Strictness strictness = Strictness::same;
  std::vector<std::size_t> digits(all.size(), 0);
  do {
    const Facts given = facts_at(digits, all);
    const bool in_a = does_apply(a, given);
    const bool in_b = does_apply(b, given);
    if (in_a != in_b) strictness = together(strictness, in_b ? Strictness::stricter : Strictness::laxer);
  } while (advance(digits, all));
  return strictness;
}

}  // namespace preshift
