#include "edit_distance.hpp"
#include "excerpt.hpp"
#include "parameter_reader.hpp"
#include "profile_draft.hpp"
#include "rules_texts.hpp"

#include <set>

namespace preshift {
namespace {

/// Fills the values of parameters into the conditions of rules.
class ParameterBinder {
 public:
  explicit ParameterBinder(const Vocabulary& vocabulary) : m_vocabulary(vocabulary) {}

  /// False when a range is left with nothing in it.
  [[nodiscard]] bool bind(Rule& rule) {
    m_is_selected = rule.is_selected;
    m_is_sound = true;
    bind(rule.condition);
    return m_is_sound;
  }

  /// The parameters that selected rules use.
  [[nodiscard]] const std::set<std::string, std::less<>>& used() const { return m_used; }

 private:
  void bind(Condition& condition) {
    if (auto* combination = std::get_if<Combination>(&condition.node)) {
      for (Condition& part : combination->conditions) bind(part);
    } else if (auto* leaf = std::get_if<MeasureCondition>(&condition.node)) {
      std::visit([&](auto& criterion) { bind(criterion); }, leaf->criterion);
    }
  }

  void bind(Limit& limit) { bind(limit.value, limit.parameter); }

  void bind(Range& range) {
    bind(range.lowest, range.lowest_parameter);
    bind(range.highest, range.highest_parameter);
    if (range.lowest > range.highest) m_is_sound = false;
  }

  void bind(AllowedWords& allowed) {
    for (std::size_t i = 0; i < allowed.parameters.size(); ++i) {
      if (const Parameter* parameter = use(allowed.parameters[i]))
        allowed.words[i] = std::get<WordParameter>(parameter->kind).value;
    }
  }

  void bind(NoLimit&) {}

  void bind(double& value, std::string& name) {
    if (const Parameter* parameter = use(name)) value = std::get<NumberParameter>(parameter->kind).value;
  }

  /// A skipped rule keeps the value, and forgets where it came from: the parameter may be gone.
  [[nodiscard]] const Parameter* use(std::string& name) {
    if (name.empty()) return nullptr;
    const Parameter* parameter = m_vocabulary.parameter(name);
    if (m_is_selected) {
      m_used.insert(name);
    } else {
      name.clear();
    }
    return parameter;
  }

  const Vocabulary& m_vocabulary;
  std::set<std::string, std::less<>> m_used;
  bool m_is_selected = true;
  bool m_is_sound = true;
};

class Finisher {
 public:
  Finisher(ProfileDraft& draft, std::vector<YamlFields>& fields, PlacedProblems& problems)
      : m_draft(draft), m_fields(fields), m_problems(problems), m_binder(draft.vocabulary) {}

  void set(std::span<const ParameterSetting> settings) {
    for (const ParameterSetting& setting : settings) {
      const auto parameter = m_draft.vocabulary.parameters.find(setting.name);
      if (parameter == m_draft.vocabulary.parameters.end()) {
        refuse_unknown(setting);
      } else if (const auto is_set = set_parameter(parameter->second, setting.value); !is_set) {
        m_problems.push_back({setting.place, is_set.error()});
        m_problems.back().message.arguments.front() = to_string(setting.place);
      }
    }
  }

  void bind_rules() {
    for (RuleDraft& draft : m_draft.rules) {
      if (!m_binder.bind(draft.rule))
        m_fields[draft.file].refuse(draft.offset, rules_text("range.reversed_by_parameter"), draft.rule.id);
      draft.rule.decision = decision_of(draft.decision);
    }
  }

  void refuse_without_effect(std::span<const ParameterSetting> settings) {
    for (const ParameterSetting& setting : settings)
      if (m_draft.vocabulary.parameter(setting.name) != nullptr && !is_used(setting.name))
        m_problems.push_back(
            placed_problem(setting.place, rules_text("parameter.no_effect"), excerpt(setting.name)));
    for (const auto& [name, origins] : m_draft.origins) {
      const Origin last = origins.set.value_or(origins.declared);
      if (last.file == k_asked_for && !is_used(name))
        m_fields[last.file].refuse(last.offset, rules_text("parameter.no_effect"), name);
    }
  }

  void fill_profile() {
    Profile& profile = m_draft.profile;
    profile.rules.reserve(m_draft.rules.size());
    for (RuleDraft& draft : m_draft.rules) profile.rules.push_back(std::move(draft.rule));
    for (auto& [name, parameter] : m_draft.vocabulary.parameters)
      if (is_used(name)) profile.parameters.push_back(std::move(parameter));
    profile.facts = std::move(m_draft.vocabulary.facts);
  }

 private:
  [[nodiscard]] bool is_used(const std::string& name) const { return m_binder.used().contains(name); }

  void refuse_unknown(const ParameterSetting& setting) {
    const std::string& name = setting.name;
    std::vector<std::string_view> names;
    for (const auto& [known, parameter] : m_draft.vocabulary.parameters) names.push_back(known);
    const std::string_view near = nearest_word(name, names);
    Text text = near.empty() ? rules_text("parameter.unknown") : rules_text("parameter.unknown_near");
    if (names.empty()) text = rules_text("parameter.none");
    m_problems.push_back(
        placed_problem(setting.place, text, excerpt(name), near.empty() ? joined(names) : std::string(near)));
  }

  [[nodiscard]] Decision decision_of(const DecisionDraft& own) const {
    Decision decision;
    decision.rule = own.rule.value_or(m_draft.decision.rule.value_or(DecisionRule::guarded));
    if (decision.rule == DecisionRule::simple) return {DecisionRule::simple, 0};
    decision.guard_band = own.guard_band.value_or(m_draft.decision.guard_band.value_or(1));
    return decision;
  }

  ProfileDraft& m_draft;
  std::vector<YamlFields>& m_fields;
  PlacedProblems& m_problems;
  ParameterBinder m_binder;
};

}  // namespace

void finish_profile(ProfileDraft& draft, std::vector<YamlFields>& fields_of_files,
                    std::span<const ParameterSetting> settings, PlacedProblems& problems) {
  Finisher finisher(draft, fields_of_files, problems);
  finisher.set(settings);
  finisher.bind_rules();
  finisher.refuse_without_effect(settings);
  finisher.fill_profile();
}

}  // namespace preshift
