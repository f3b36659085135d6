#include "circumstance_files.hpp"

#include "excerpt.hpp"
#include "rules_texts.hpp"
#include "utc_time.hpp"
#include "yaml_fields.hpp"
#include "yaml_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 7> k_waiver_keys{"rule",     "agent",   "site", "justification",
                                                        "approver", "expires", "from"};
constexpr std::array<std::string_view, 5> k_answer_keys{"rule", "answer", "by", "at", "role"};

/// A file whose one key holds a list of groups of keys.
class ListReader {
 public:
  ListReader(const Profile& profile, YamlFields& fields) : m_profile(profile), m_fields(fields) {}

  /// Calls `read` for each group in the list below `key`, the one key of the file.
  template <class Read>
  void each(const YamlNode& root, std::string_view key, std::span<const std::string_view> keys, Read read) {
    if (root.kind != YamlKind::mapping)
      return m_fields.refuse(root.offset, rules_text("list.not_keys"), std::string(key));
    m_fields.refuse_other_keys(root, std::array{key});
    const YamlNode* list = m_fields.required(root, key);
    if (list != nullptr) each_of(*list, key, keys, read);
  }

  /// The same for the list itself.
  template <class Read>
  void each_of(const YamlNode& list, std::string_view key, std::span<const std::string_view> keys,
               Read read) {
    if (list.kind != YamlKind::sequence)
      return m_fields.refuse(list.offset, rules_text("list.not_list"), std::string(key));
    for (const YamlNode& item : list.items) {
      if (m_fields.is_full()) return;
      if (item.kind != YamlKind::mapping) {
        m_fields.refuse(item.offset, rules_text("list.not_list"), std::string(key));
      } else {
        m_fields.refuse_other_keys(item, keys);
        read(item);
      }
    }
  }

  [[nodiscard]] YamlFields& fields() { return m_fields; }

  [[nodiscard]] std::optional<std::string> optional_text(const YamlNode& item, std::string_view key) {
    const YamlEntry* entry = item.find(key);
    if (entry == nullptr) return std::nullopt;
    return m_fields.text(entry->value, key);
  }

  /// The rule that `rule:` names, or nullptr, noted.
  [[nodiscard]] const Rule* rule(const YamlNode& item) {
    const std::string id = m_fields.required_text(item, "rule");
    if (id.empty()) return nullptr;
    const auto found = std::find_if(m_profile.rules.begin(), m_profile.rules.end(),
                                    [&](const Rule& each) { return each.id == id; });
    if (found != m_profile.rules.end()) return &*found;
    std::vector<std::string_view> ids;
    for (const Rule& each : m_profile.rules) ids.push_back(each.id);
    m_fields.refuse_word(item.find("rule")->value, id, ids, rules_text("list.unknown_rule_near"),
                         rules_text("list.unknown_rule"), m_profile.name);
    return nullptr;
  }

  /// The moment that this key names, a day being its beginning plus `into_day`; nullopt when it is missing,
  /// or after a problem.
  [[nodiscard]] std::optional<std::chrono::sys_seconds> moment(const YamlNode& item, std::string_view key,
                                                               std::chrono::hours into_day) {
    const auto text = optional_text(item, key);
    if (!text || text->empty()) return std::nullopt;
    if (const auto instant = from_utc_text(*text)) return *instant;
    if (const auto day = from_utc_text(*text + "T00:00:00Z")) return *day + into_day;
    m_fields.refuse(item.find(key)->value.offset, rules_text("list.moment"), excerpt(*text));
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::chrono::sys_seconds> required_moment(const YamlNode& item,
                                                                        std::string_view key,
                                                                        std::chrono::hours into_day) {
    if (m_fields.required(item, key) == nullptr) return std::nullopt;
    return moment(item, key, into_day);
  }

 private:
  const Profile& m_profile;
  YamlFields& m_fields;
};

Waiver read_waiver(const YamlNode& item, ListReader& reader) {
  constexpr std::chrono::hours k_whole_day{24};
  YamlFields& fields = reader.fields();
  Waiver waiver;
  if (const Rule* rule = reader.rule(item)) waiver.rule = rule->id;
  waiver.agent = reader.optional_text(item, "agent");
  waiver.site = reader.optional_text(item, "site");
  if (!waiver.agent && !waiver.site) fields.refuse(item.offset, rules_text("waiver.for_whom"));
  waiver.justification = fields.required_text(item, "justification");
  waiver.approver = fields.required_text(item, "approver");
  if (const auto until = reader.required_moment(item, "expires", k_whole_day)) waiver.until = *until;
  if (const auto from = reader.moment(item, "from", std::chrono::hours(0))) waiver.from = *from;
  const bool is_empty = waiver.until != std::chrono::sys_seconds{} && waiver.from >= waiver.until;
  if (is_empty) fields.refuse(item.offset, rules_text("waiver.ends_before"));
  waiver.place = fields.source().place(item.offset);
  return waiver;
}

/// Reads answers, one for a rule.
class AnswerReader {
 public:
  explicit AnswerReader(ListReader& reader) : m_reader(reader) {}

  [[nodiscard]] Declaration read(const YamlNode& item) {
    constexpr std::array<std::string_view, 2> k_answers{"yes", "no"};
    constexpr std::array<std::string_view, 2> k_roles{"agent", "reviewer"};
    YamlFields& fields = m_reader.fields();
    Declaration declaration;
    if (const Rule* rule = m_reader.rule(item)) declaration.rule = asked(*rule, item.find("rule")->value);
    static_cast<void>(fields.required(item, "answer"));
    declaration.says_yes = fields.choice(item, "answer", k_answers) == std::size_t{0};
    declaration.by = fields.required_text(item, "by");
    if (const auto at = m_reader.required_moment(item, "at", std::chrono::hours(0))) declaration.at = *at;
    if (fields.choice(item, "role", k_roles) == std::size_t{1}) declaration.role = Answerer::reviewer;
    return declaration;
  }

 private:
  [[nodiscard]] std::string asked(const Rule& rule, const YamlNode& value) {
    YamlFields& fields = m_reader.fields();
    if (!std::holds_alternative<ManualQuestion>(rule.condition.node))
      fields.refuse(value.offset, rules_text("answer.no_question"), rule.id);
    const auto [first, is_new] = m_offsets.emplace(rule.id, value.offset);
    if (!is_new) {
      fields.refuse(value.offset, rules_text("answer.twice"), rule.id,
                    std::to_string(fields.source().line(first->second)));
    }
    return rule.id;
  }

  ListReader& m_reader;
  std::map<std::string, std::size_t> m_offsets;
};

template <class T>
RulesResult<T> unless_refused(T read, const YamlFields& fields) {
  if (!fields.problems().empty()) return Failure<PlacedProblems>{fields.problems()};
  return read;
}

RulesResult<Facts> facts_in(const ReadYamlFile& yaml) {
  if (!yaml) return Failure<PlacedProblems>{{yaml.error()}};
  YamlFields fields((*yaml)->source);
  Facts facts;
  if ((*yaml)->root.kind != YamlKind::mapping)
    fields.refuse((*yaml)->root.offset, rules_text("facts_file.not_keys"));
  for (const YamlEntry& entry : (*yaml)->root.entries) facts[entry.key] = fields.text(entry.value, entry.key);
  return unless_refused(std::move(facts), fields);
}

RulesResult<std::vector<Waiver>> waivers_in(const ReadYamlFile& yaml, const Profile& profile) {
  if (!yaml) return Failure<PlacedProblems>{{yaml.error()}};
  YamlFields fields((*yaml)->source);
  ListReader reader(profile, fields);
  std::vector<Waiver> waivers;
  reader.each((*yaml)->root, "waivers", k_waiver_keys,
              [&](const YamlNode& item) { waivers.push_back(read_waiver(item, reader)); });
  return unless_refused(std::move(waivers), reader.fields());
}

RulesResult<std::vector<Declaration>> answers_in(const ReadYamlFile& yaml, const Profile& profile) {
  if (!yaml) return Failure<PlacedProblems>{{yaml.error()}};
  YamlFields fields((*yaml)->source);
  ListReader reader(profile, fields);
  AnswerReader answers(reader);
  std::vector<Declaration> declarations;
  reader.each((*yaml)->root, "answers", k_answer_keys,
              [&](const YamlNode& item) { declarations.push_back(answers.read(item)); });
  return unless_refused(std::move(declarations), reader.fields());
}

}  // namespace

RulesResult<Facts> read_facts_file(const std::string& file) {
  return facts_in(read_yaml_file(file));
}

RulesResult<Facts> read_facts_text(std::string_view yaml, const std::string& place) {
  return facts_in(read_yaml_text(place, std::string(yaml)));
}

RulesResult<std::vector<Waiver>> read_waivers_file(const std::string& file, const Profile& profile) {
  return waivers_in(read_yaml_file(file), profile);
}

RulesResult<std::vector<Waiver>> read_waivers_text(std::string_view yaml, const std::string& place,
                                                   const Profile& profile) {
  return waivers_in(read_yaml_text(place, std::string(yaml)), profile);
}

std::vector<Waiver> read_waivers(const YamlNode& list, const Profile& profile, YamlFields& fields) {
  ListReader reader(profile, fields);
  std::vector<Waiver> waivers;
  reader.each_of(list, "waivers", k_waiver_keys,
                 [&](const YamlNode& item) { waivers.push_back(read_waiver(item, reader)); });
  return waivers;
}

RulesResult<std::vector<Declaration>> read_answers_file(const std::string& file, const Profile& profile) {
  return answers_in(read_yaml_file(file), profile);
}

RulesResult<std::vector<Declaration>> read_answers_text(std::string_view yaml, const std::string& place,
                                                        const Profile& profile) {
  return answers_in(read_yaml_text(place, std::string(yaml)), profile);
}

}  // namespace preshift
