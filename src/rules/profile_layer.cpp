#include "applicability_reader.hpp"
#include "excerpt.hpp"
#include "names.hpp"
#include "parameter_reader.hpp"
#include "profile_draft.hpp"
#include "rules_texts.hpp"

#include <array>
#include <charconv>
#include <set>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 13> k_profile_keys{
    "profile",    "version", "title",    "extends", "decision", "guard_band",          "facts",
    "parameters", "rules",   "override", "skip",    "shift",    "onboarding_valid_for"};

/// Reads one file of a chain.
class LayerReader {
 public:
  LayerReader(std::size_t file, bool is_complete, ProfileDraft& draft, YamlFields& fields)
      : m_file(file), m_is_complete(is_complete), m_draft(draft), m_fields(fields) {}

  void read(const YamlNode& root) {
    if (root.kind != YamlKind::mapping) return m_fields.refuse(root.offset, rules_text("profile.not_keys"));
    m_fields.refuse_other_keys(root, k_profile_keys);
    read_head(root);
    const DecisionDraft decision = read_decision(root, m_fields);
    if (decision.rule) m_draft.decision = decision;
    if (decision.guard_band) m_draft.decision.guard_band = decision.guard_band;
    if (const YamlEntry* entry = root.find("facts")) read_facts(entry->value, m_draft.vocabulary, m_fields);
    if (const YamlEntry* entry = root.find("parameters")) read_parameters(entry->value);
    read_rules(root);
    if (const YamlEntry* entry = root.find("onboarding_valid_for")) read_validity(*entry);
    if (const YamlEntry* entry = root.find("override")) read_overrides(entry->value);
    if (const YamlEntry* entry = root.find("skip")) read_skips(entry->value);
    if (const YamlEntry* entry = root.find("shift")) read_shift(entry->value);
  }

 private:
  void read_head(const YamlNode& root) {
    Profile& profile = m_draft.profile;
    if (!profile.name.empty())
      profile.extends.insert(profile.extends.begin(), {profile.name, profile.version});
    profile.name = m_fields.required_text(root, "profile");
    if (!profile.name.empty() && !is_name(profile.name, "-"))
      m_fields.refuse(root.find("profile")->value.offset, rules_text("profile.name"), excerpt(profile.name));
    if (const YamlNode* value = m_fields.required(root, "version")) profile.version = version(*value);
    profile.title = m_fields.required_translations(root, "title");
    if (const YamlEntry* entry = root.find("extends"))
      static_cast<void>(m_fields.text(entry->value, "extends"));
  }

  [[nodiscard]] int version(const YamlNode& value) {
    constexpr int k_highest = 999'999;
    const std::string text = m_fields.text(value, "version");
    if (text.empty()) return 0;
    int number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
    if (!whole || value.quoted || number < 1 || number > k_highest) {
      m_fields.refuse(value.offset, rules_text("profile.version"), excerpt(text));
    }
    return number;
  }

  /// What this file does not say stays as the files that it extends say it.
  void read_shift(const YamlNode& value) {
    const ShiftTerms terms = read_shift_terms(value, m_fields);
    if (terms.start_within) m_draft.profile.shift.start_within = terms.start_within;
  }

  /// "365 d".
  void read_validity(const YamlEntry& entry) {
    const std::string text = m_fields.text(entry.value, entry.key);
    if (text.empty()) return;
    int days = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), days);
    std::string_view unit(parsed.ptr, static_cast<std::size_t>(text.data() + text.size() - parsed.ptr));
    if (unit.starts_with(' ')) unit.remove_prefix(1);
    const bool fits =
        parsed.ec == std::errc{} && unit == "d" && days >= 1 && days <= k_longest_onboarding.count();
    if (!fits)
      return m_fields.refuse(entry.value.offset, rules_text("profile.onboarding_valid_for"), excerpt(text),
                             std::to_string(k_longest_onboarding.count()));
    m_draft.profile.onboarding_valid_for = std::chrono::days(days);
  }

  void read_parameters(const YamlNode& value) {
    if (value.kind != YamlKind::mapping)
      return m_fields.refuse(value.offset, rules_text("parameters.not_keys"));
    for (const YamlEntry& entry : value.entries) {
      if (m_fields.is_full()) return;
      if (entry.value.kind == YamlKind::mapping) {
        declare(entry);
      } else {
        set(entry);
      }
    }
  }

  void declare(const YamlEntry& entry) {
    Parameter parameter = read_parameter(entry, m_fields);
    if (!is_name(entry.key, "_"))
      return m_fields.refuse(entry.key_offset, rules_text("parameter.name"), excerpt(entry.key));
    if (m_draft.vocabulary.parameter(entry.key) != nullptr)
      return m_fields.refuse(entry.key_offset, rules_text("parameter.declared"), entry.key);
    m_draft.vocabulary.parameters.emplace(entry.key, std::move(parameter));
    m_draft.origins[entry.key] = {{m_file, entry.key_offset}, std::nullopt};
  }

  void set(const YamlEntry& entry) {
    const std::string text = m_fields.text(entry.value, entry.key);
    const auto parameter = m_draft.vocabulary.parameters.find(entry.key);
    if (parameter == m_draft.vocabulary.parameters.end()) return refuse_unknown(entry);
    if (text.empty()) return;
    if (const auto is_set = set_parameter(parameter->second, text); !is_set)
      m_fields.refuse(entry.value.offset, is_set.error());
    m_draft.origins[entry.key].set = {m_file, entry.key_offset};
  }

  void refuse_unknown(const YamlEntry& entry) {
    if (!m_is_complete) return;
    YamlNode key;
    key.offset = entry.key_offset;
    refuse_unknown_parameter(key, entry.key, m_draft.vocabulary, m_fields);
  }

  void read_rules(const YamlNode& root) {
    const YamlEntry* entry = root.find("rules");
    if (entry == nullptr) {
      if (root.find("extends") == nullptr) static_cast<void>(m_fields.required(root, "rules"));
      return;
    }
    const YamlNode& list = entry->value;
    if (list.kind == YamlKind::mapping || list.kind == YamlKind::scalar) {
      m_fields.refuse(list.offset, rules_text("profile.rules_not_list"));
    } else if (list.items.empty()) {
      m_fields.refuse(list.offset, rules_text("profile.no_rules"));
    }
    m_draft.rules.reserve(m_draft.rules.size() + list.items.size());
    for (const YamlNode& item : list.items) {
      if (m_fields.is_full()) return;
      if (item.kind == YamlKind::mapping) {
        add_rule(item);
      } else {
        m_fields.refuse(item.offset, rules_text("rule.not_keys"));
      }
    }
  }

  void add_rule(const YamlNode& mapping) {
    std::string id = m_fields.required_text(mapping, "id");
    const std::size_t offset = id.empty() ? mapping.offset : mapping.find("id")->value.offset;
    if (!id.empty() && !is_name(id, ".-")) m_fields.refuse(offset, rules_text("rule.id"), excerpt(id));
    const auto [known, is_new] = m_draft.rule_of_id.emplace(id, m_draft.rules.size());
    if (!is_new && !id.empty()) refuse_duplicate(offset, id, m_draft.rules[known->second]);
    RuleDraft draft = read_rule(mapping, m_draft.vocabulary, m_fields);
    draft.rule.id = std::move(id);
    draft.rule.place = m_fields.source().place(mapping.offset);
    draft.file = m_file;
    draft.offset = offset;
    m_draft.rules.push_back(std::move(draft));
  }

  void refuse_duplicate(std::size_t offset, const std::string& id, const RuleDraft& first) {
    if (first.file == m_file) {
      const std::size_t first_line = m_fields.source().line(first.offset);
      m_fields.refuse(offset, rules_text("rule.duplicate_id"), excerpt(id), std::to_string(first_line));
    } else {
      m_fields.refuse(offset, rules_text("rule.inherited_id"), excerpt(id), to_string(first.rule.place));
    }
  }

  void read_overrides(const YamlNode& list) {
    if (list.kind != YamlKind::sequence || list.items.empty())
      return m_fields.refuse(list.offset, rules_text("override.not_list"));
    for (const YamlNode& item : list.items) {
      if (m_fields.is_full()) return;
      if (item.kind != YamlKind::mapping) {
        m_fields.refuse(item.offset, rules_text("override.not_list"));
      } else if (const YamlNode* id = m_fields.required(item, "id")) {
        if (RuleDraft* draft = changed_rule(*id, "override"))
          override_rule(*draft, item, m_draft.vocabulary, m_fields);
      }
    }
  }

  void read_skips(const YamlNode& list) {
    if (list.kind != YamlKind::sequence || list.items.empty())
      return m_fields.refuse(list.offset, rules_text("skip.not_list"));
    for (const YamlNode& item : list.items) {
      if (m_fields.is_full()) return;
      if (RuleDraft* draft = changed_rule(item, "skip")) draft->rule.is_selected = false;
    }
  }

  /// The rule that this id names, once in a file, and only if nobody skips it; else nullptr, noted.
  [[nodiscard]] RuleDraft* changed_rule(const YamlNode& value, std::string_view key) {
    const std::string id = m_fields.text(value, key);
    if (id.empty()) return nullptr;
    const auto found = m_draft.rule_of_id.find(id);
    if (found == m_draft.rule_of_id.end()) {
      refuse_unknown_rule(value, id);
      return nullptr;
    }
    const auto [first, is_first] = m_changed.emplace(id, value.offset);
    if (!is_first) {
      m_fields.refuse(value.offset, rules_text("override.twice"), excerpt(id),
                      std::to_string(m_fields.source().line(first->second)));
      return nullptr;
    }
    RuleDraft& draft = m_draft.rules[found->second];
    if (draft.rule.is_selected) return &draft;
    m_fields.refuse(value.offset, rules_text("override.skipped"), excerpt(id));
    return nullptr;
  }

  void refuse_unknown_rule(const YamlNode& value, const std::string& id) {
    if (!m_is_complete) return;
    std::vector<std::string_view> ids;
    for (const RuleDraft& draft : m_draft.rules) ids.push_back(draft.rule.id);
    m_fields.refuse_word(value, id, ids, rules_text("override.unknown_near"), rules_text("override.unknown"));
  }

  std::size_t m_file;
  bool m_is_complete;
  ProfileDraft& m_draft;
  YamlFields& m_fields;
  std::map<std::string, std::size_t, std::less<>> m_changed;  ///< ids in this file's override and skip
};

}  // namespace

void read_profile_layer(const YamlNode& root, std::size_t file, bool is_complete, ProfileDraft& draft,
                        YamlFields& fields) {
  LayerReader(file, is_complete, draft, fields).read(root);
}

}  // namespace preshift
