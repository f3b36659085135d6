#include "circumstance_files.hpp"
#include "excerpt.hpp"
#include "given_measurement.hpp"
#include "profile_chain.hpp"
#include "rules_test.hpp"
#include "rules_test_texts.hpp"
#include "rules_texts.hpp"
#include "shipped_profiles.hpp"
#include "utc_time.hpp"
#include "yaml_fields.hpp"
#include "yaml_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <utility>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 7> k_file_keys{"profile", "set",     "facts", "now",
                                                      "given",   "answers", "cases"};
constexpr std::array<std::string_view, 9> k_case_keys{"name",    "set",     "facts",  "now",    "given",
                                                      "answers", "waivers", "expect", "outcome"};
constexpr std::array k_results{RuleResult::pass,        RuleResult::fail,         RuleResult::unknown,
                               RuleResult::error,       RuleResult::notchecked,   RuleResult::notapplicable,
                               RuleResult::notselected, RuleResult::informational};
constexpr std::array k_outcomes{Outcome::cleared, Outcome::not_cleared, Outcome::undecided};

template <class Value, std::size_t N>
std::array<std::string_view, N> words_of(const std::array<Value, N>& values) {
  std::array<std::string_view, N> words;
  std::transform(values.begin(), values.end(), words.begin(), [](Value value) { return to_string(value); });
  return words;
}

YamlNode key_of(const YamlEntry& entry) {
  YamlNode key;
  key.kind = YamlKind::scalar;
  key.offset = entry.key_offset;
  key.scalar = entry.key;
  return key;
}

/// What a file says for all of its cases, or a case for itself.
struct Givens {
  std::map<std::string, ParameterSetting, std::less<>> settings;
  std::map<std::string, Measurement, std::less<>> measurements;
  Facts facts;
  std::map<std::string, Declaration, std::less<>> answers;
  std::optional<std::chrono::sys_seconds> now;
};

/// Reads one file of cases.
class TestReader {
 public:
  explicit TestReader(const YamlFile& file)
      : m_root(file.root), m_fields(file.source), m_problems(file.duplicates) {}

  [[nodiscard]] RulesResult<RulesTest> read() {
    if (m_root.kind != YamlKind::mapping) {
      m_fields.refuse(m_root.offset, rules_test_text("test.not_keys"));
    } else if (m_root.find("cases") == nullptr && m_root.find("version") != nullptr) {
      m_fields.refuse(m_root.offset, rules_test_text("test.rules_file"));
    } else {
      read_file();
    }
    PlacedProblems problems = std::move(m_problems);
    problems.insert(problems.end(), m_fields.problems().begin(), m_fields.problems().end());
    if (!problems.empty()) return Failure{std::move(problems)};
    return std::move(m_test);
  }

 private:
  void read_file() {
    m_fields.refuse_other_keys(m_root, k_file_keys);
    Givens common;
    read_settings(m_root, common);
    m_reference = m_fields.required_text(m_root, "profile");
    if (!m_reference.empty()) m_test.profile = load(common);
    read_givens(m_root, m_test.profile.get(), common);
    const YamlNode* cases = m_fields.required(m_root, "cases");
    if (cases == nullptr) return;
    if (cases->kind != YamlKind::sequence || cases->items.empty())
      return m_fields.refuse(cases->offset, rules_test_text("test.no_cases"));
    for (const YamlNode& item : cases->items) {
      if (m_fields.is_full()) return;
      if (item.kind == YamlKind::mapping) {
        read_case(item, common);
      } else {
        m_fields.refuse(item.offset, rules_test_text("test.case_not_keys"));
      }
    }
  }

  void read_case(const YamlNode& item, Givens givens) {
    m_fields.refuse_other_keys(item, k_case_keys);
    RulesCase read;
    read.place = m_fields.source().place(item.offset);
    read.name = m_fields.required_text(item, "name");
    const auto [first, is_new] = m_case_names.emplace(read.name, item.offset);
    if (!is_new && !read.name.empty()) {
      m_fields.refuse(item.find("name")->value.offset, rules_test_text("test.name_twice"), excerpt(read.name),
                      std::to_string(m_fields.source().line(first->second)));
    }
    read.profile = m_test.profile;
    read_settings(item, givens);
    if (item.find("set") != nullptr && m_test.profile != nullptr) read.profile = load(givens);
    if (item.find("expect") == nullptr && item.find("outcome") == nullptr)
      m_fields.refuse(item.offset, rules_test_text("test.expects_nothing"));
    read_givens(item, read.profile.get(), givens);
    if (read.profile == nullptr) return;
    fill(read, item, givens);
    if (const YamlEntry* entry = item.find("expect")) read_expected(entry->value, read);
    read_outcome(item, read);
    m_test.cases.push_back(std::move(read));
  }

  void fill(RulesCase& read, const YamlNode& item, const Givens& givens) {
    for (const auto& [name, measurement] : givens.measurements) read.given.push_back(measurement);
    read.circumstances.facts = givens.facts;
    read.circumstances.now = givens.now.value_or(std::chrono::sys_seconds{});
    for (const auto& [rule, answer] : givens.answers) {
      read.circumstances.declarations.push_back(answer);
      read.circumstances.declarations.back().at = read.circumstances.now;
    }
    const YamlEntry* waivers = item.find("waivers");
    if (waivers == nullptr) return;
    if (!givens.now) m_fields.refuse(waivers->key_offset, rules_test_text("test.waivers_need_now"));
    read.circumstances.waivers = read_waivers(waivers->value, *read.profile, m_fields);
  }

  /// A group of keys below this one; nullptr when there is none, or after a problem.
  [[nodiscard]] const YamlNode* group(const YamlNode& mapping, std::string_view key) {
    const YamlEntry* entry = mapping.find(key);
    if (entry == nullptr) return nullptr;
    if (entry->value.kind == YamlKind::mapping && !entry->value.entries.empty()) return &entry->value;
    m_fields.refuse(entry->value.offset, rules_test_text("test.not_a_group"), std::string(key));
    return nullptr;
  }

  void read_settings(const YamlNode& mapping, Givens& givens) {
    const YamlNode* settings = group(mapping, "set");
    if (settings == nullptr) return;
    for (const YamlEntry& entry : settings->entries)
      givens.settings[entry.key] = {entry.key, m_fields.text(entry.value, entry.key),
                                    m_fields.source().place(entry.key_offset)};
  }

  /// `profile`: nullptr where it could not be loaded; then what depends on it is left out.
  void read_givens(const YamlNode& mapping, const Profile* profile, Givens& givens) {
    if (const YamlNode* given = group(mapping, "given"))
      for (const YamlEntry& entry : given->entries)
        givens.measurements[entry.key] = read_given_measurement(entry, m_fields);
    const YamlNode* facts = group(mapping, "facts");
    const YamlNode* answers = group(mapping, "answers");
    if (facts != nullptr && profile != nullptr)
      for (const YamlEntry& entry : facts->entries) givens.facts[entry.key] = fact(entry, *profile);
    if (answers != nullptr && profile != nullptr)
      for (const YamlEntry& entry : answers->entries) givens.answers[entry.key] = answer(entry, *profile);
    const YamlEntry* now = mapping.find("now");
    if (now == nullptr) return;
    const std::string text = m_fields.text(now->value, "now");
    givens.now = from_utc_text(text);
    if (!givens.now && !text.empty())
      m_fields.refuse(now->value.offset, rules_test_text("test.now"), excerpt(text));
  }

  [[nodiscard]] std::string fact(const YamlEntry& entry, const Profile& profile) {
    std::string value = m_fields.text(entry.value, entry.key);
    if (value.empty()) return value;
    if (auto checked = check_fact(entry.key, value, profile); !checked)
      m_fields.refuse(entry.key_offset, checked.error());
    return value;
  }

  [[nodiscard]] Declaration answer(const YamlEntry& entry, const Profile& profile) {
    constexpr std::array<std::string_view, 2> k_keys{"answer", "role"};
    constexpr std::array<std::string_view, 2> k_answers{"yes", "no"};
    constexpr std::array<std::string_view, 2> k_roles{"agent", "reviewer"};
    Declaration read{entry.key, false, std::string(rules_test_text("test.somebody").english)};
    const Rule* rule = known_rule(key_of(entry), profile);
    if (rule != nullptr && !std::holds_alternative<ManualQuestion>(rule->condition.node))
      m_fields.refuse(entry.key_offset, rules_text("answer.no_question"), rule->id);
    if (entry.value.kind != YamlKind::mapping) {
      YamlNode holder;
      holder.entries.push_back({"answer", entry.key_offset, entry.value});
      read.says_yes = m_fields.choice(holder, "answer", k_answers) == std::size_t{0};
      return read;
    }
    m_fields.refuse_other_keys(entry.value, k_keys);
    static_cast<void>(m_fields.required(entry.value, "answer"));
    read.says_yes = m_fields.choice(entry.value, "answer", k_answers) == std::size_t{0};
    const bool by_reviewer = m_fields.choice(entry.value, "role", k_roles) == std::size_t{1};
    if (by_reviewer) read.role = Answerer::reviewer;
    return read;
  }

  [[nodiscard]] const Rule* known_rule(const YamlNode& id, const Profile& profile) {
    const auto found = std::find_if(profile.rules.begin(), profile.rules.end(),
                                    [&](const Rule& rule) { return rule.id == id.scalar; });
    if (found != profile.rules.end()) return &*found;
    std::vector<std::string_view> ids;
    for (const Rule& rule : profile.rules) ids.push_back(rule.id);
    m_fields.refuse_word(id, id.scalar, ids, rules_text("list.unknown_rule_near"),
                         rules_text("list.unknown_rule"), profile.name);
    return nullptr;
  }

  void read_expected(const YamlNode& value, RulesCase& read) {
    if (value.kind != YamlKind::mapping || value.entries.empty())
      return m_fields.refuse(value.offset, rules_test_text("test.expect_not_keys"));
    const auto words = words_of(k_results);
    for (const YamlEntry& entry : value.entries) {
      if (m_fields.is_full()) return;
      static_cast<void>(known_rule(key_of(entry), *read.profile));
      const auto word = m_fields.choice(value, entry.key, words, rules_test_text("test.result_near"),
                                        rules_test_text("test.result"));
      if (word)
        read.results.push_back({entry.key, k_results.at(*word), m_fields.source().place(entry.key_offset)});
    }
  }

  void read_outcome(const YamlNode& item, RulesCase& read) {
    const auto words = words_of(k_outcomes);
    const auto word = m_fields.choice(item, "outcome", words);
    if (word)
      read.outcome = {k_outcomes.at(*word), m_fields.source().place(item.find("outcome")->key_offset)};
  }

  /// The profile that the file names, with these settings; nullptr after problems.
  [[nodiscard]] std::shared_ptr<const Profile> load(const Givens& givens) {
    const YamlNode& place = m_root.find("profile")->value;
    std::string reference = m_reference;
    const bool is_shipped = find_shipped_profile(reference) != nullptr;
    if (!is_shipped && !looks_like_a_file(reference)) {
      std::vector<std::string_view> names;
      for (const ShippedProfile& profile : shipped_profiles()) names.push_back(profile.name);
      m_fields.refuse_word(place, reference, names, rules_text("extends.unknown_near"),
                           rules_text("extends.unknown"));
      return nullptr;
    }
    if (!is_shipped) {
      const std::filesystem::path own(m_fields.source().name());
      reference = (own.parent_path() / reference).lexically_normal().string();
    }
    std::vector<ParameterSetting> settings;
    for (const auto& [name, setting] : givens.settings) settings.push_back(setting);
    auto loaded = load_profile(reference, settings);
    if (loaded) return std::make_shared<const Profile>(std::move(*loaded));
    const bool is_unreadable = loaded.error().front().place.line == 0 &&
                               loaded.error().front().message.text.id.starts_with("rules_file.");
    if (is_unreadable) {
      m_fields.refuse(place.offset, rules_test_text("test.profile_unreadable"), excerpt(reference));
    } else {
      m_problems.insert(m_problems.end(), loaded.error().begin(), loaded.error().end());
    }
    return nullptr;
  }

  const YamlNode& m_root;
  YamlFields m_fields;
  PlacedProblems m_problems;
  RulesTest m_test;
  std::string m_reference;
  std::map<std::string, std::size_t, std::less<>> m_case_names;  ///< with their offsets
};

RulesResult<RulesTest> read(const ReadYamlFile& file) {
  if (file) return TestReader(**file).read();
  PlacedProblem problem = file.error();
  if (problem.message.text.id == rules_text("yaml.empty").id)
    problem.message.text = rules_test_text("test.empty");
  return Failure<PlacedProblems>{{std::move(problem)}};
}

}  // namespace

RulesResult<RulesTest> read_rules_test(const std::string& file) {
  return read(read_yaml_file(file, DuplicateKeys::noted));
}

RulesResult<RulesTest> read_rules_test_text(std::string yaml, const std::string& place) {
  return read(read_yaml_text(place, std::move(yaml), DuplicateKeys::noted));
}

}  // namespace preshift
