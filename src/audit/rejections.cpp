#include "rejections.hpp"

#include "audit_log.hpp"
#include "certificate.hpp"
#include "given_documents.hpp"
#include "hex.hpp"
#include "journal_reading.hpp"
#include "sha256.hpp"
#include "strict_json.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

namespace preshift {
namespace {

/// Other records have bare digests as keys: a document may be taken after it was rejected.
constexpr std::string_view k_key_prefix = "rejected:";

/// What JSON can hold, whatever a file is called or a document has in it; of a long text the beginning.
std::string sayable(const std::string& text) {
  std::string said = find_invalid_utf8(text) ? printable(text) : text;
  if (said.size() <= k_longest_rejection_text) return said;
  said.resize(k_longest_rejection_text);
  while (find_invalid_utf8(said)) said.pop_back();  // a character that was cut through
  return said + "...";
}

/// What a document would be found by, had it been taken: a digest, or those of all entries of a journal.
struct Content {
  std::vector<std::string> keys;
  bool is_journal = false;
};

/// Of what would be taken on no terms: none.
Content content_of(const std::string& bytes) {
  if (!begins_journal(std::string_view(bytes).substr(0, bytes.find('\n')))) {
    const auto document = read_strict_json(bytes);
    return document ? Content{{document_digest(*document)}, false} : Content{};
  }
  const Journal journal = read_journal_copy(bytes);
  Content content{{}, true};
  if (std::any_of(journal.findings.begin(), journal.findings.end(),
                  [](const JournalFinding& finding) { return is_fault(finding.kind); }))
    return content;
  for (const PlacedEntry& placed : journal.entries) content.keys.push_back(placed.entry.digest);
  return content;
}

}  // namespace

std::pair<Record, Json> rejection_record(const Rejection& rejection) {
  Record record;
  record.kind = RecordKind::rejection;
  record.at = rejection.at;
  record.key = std::string(k_key_prefix) + rejection.digest;
  record.event = rejection.reason;
  Json arguments = Json::array();
  for (const std::string& argument : rejection.arguments) arguments.push_back(sayable(argument));
  Json details{{"source", sayable(rejection.source)},
               {"arguments", std::move(arguments)},
               {"kept", to_hex(sha256(rejection.bytes))}};
  return {std::move(record), std::move(details)};
}

Rejection rejection_of(const Record& record) {
  Rejection rejection;
  rejection.at = record.at;
  rejection.entry = record.index;
  if (record.key.starts_with(k_key_prefix)) rejection.digest = record.key.substr(k_key_prefix.size());
  rejection.reason = record.event;
  const Json details = record_details(record.text);
  rejection.source = text_member(details, "source").value_or("");
  if (const Json* arguments = member(details, "arguments"); arguments != nullptr && arguments->is_array())
    for (const Json& argument : *arguments)
      rejection.arguments.push_back(argument.is_string() ? argument.get<std::string>() : "");
  return rejection;
}

std::string kept_digest(const Record& record) {
  return text_member(record_details(record.text), "kept").value_or("");
}

Result<void> each_rejection(AuditStore& store, const std::function<void(const Rejection&)>& take) {
  return store.each_record(RecordKind::rejection, {},
                           [&](const Record& record) { take(rejection_of(record)); });
}

Result<std::set<LogIndex>> rejections_of_what_is_held(AuditStore& store) {
  std::map<LogIndex, Content> contents;
  auto read = store.each_rejected_document([&](LogIndex entry, const std::string& bytes) {
    if (Content content = content_of(bytes); !content.keys.empty()) contents[entry] = std::move(content);
  });
  if (!read) return Failure{read.error()};
  std::vector<std::string> keys, digests;
  for (const auto& [entry, content] : contents) {
    keys.insert(keys.end(), content.keys.begin(), content.keys.end());
    if (!content.is_journal) digests.push_back(content.keys.front());
  }
  const auto records = store.known_records(keys);
  if (!records) return Failure{records.error()};
  const auto certificates = store.known_certificates(digests);
  if (!certificates) return Failure{certificates.error()};
  std::set<std::string> known(records->begin(), records->end());
  known.insert(certificates->begin(), certificates->end());
  std::set<LogIndex> held;
  for (const auto& [entry, content] : contents)
    if (std::all_of(content.keys.begin(), content.keys.end(),
                    [&](const std::string& key) { return known.contains(key); }))
      held.insert(entry);
  return held;
}

}  // namespace preshift
