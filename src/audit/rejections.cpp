#include "rejections.hpp"

#include "audit_log.hpp"
#include "certificate.hpp"
#include "hex.hpp"
#include "sha256.hpp"
#include "strict_json.hpp"
#include "utf8.hpp"

#include <map>

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
  std::map<LogIndex, std::string> digests;
  auto read = store.each_rejected_document([&](LogIndex entry, const std::string& bytes) {
    if (const auto document = read_strict_json(bytes)) digests[entry] = document_digest(*document);
  });
  if (!read) return Failure{read.error()};
  std::set<std::string> keys;
  for (const RecordKind kind : {RecordKind::approval, RecordKind::dispute})
    if (read = store.each_record(kind, {}, [&](const Record& record) { keys.insert(record.key); }); !read)
      return Failure{read.error()};
  std::set<LogIndex> held;
  for (const auto& [entry, digest] : digests) {
    const auto certificate = store.certificate(digest);
    if (!certificate) return Failure{certificate.error()};
    if (*certificate || keys.contains(digest)) held.insert(entry);
  }
  return held;
}

}  // namespace preshift
