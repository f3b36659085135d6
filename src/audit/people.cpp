#include "people.hpp"

#include "audit_texts.hpp"
#include "did_key.hpp"
#include "random_bytes.hpp"
#include "strict_json.hpp"
#include "utc_time.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>

namespace preshift {
namespace {

bool is_mark(std::string_view word) {
  return word == "false-positive" || word == "not-applicable" || word == "violation";
}

std::string trimmed(const std::string& words) {
  const std::size_t begin = words.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return words.substr(begin, words.find_last_not_of(" \t\r\n") + 1 - begin);
}

/// Whatever the capitals of their letters from A to Z.
bool is_same_person(const std::string& one, const std::string& other) {
  const auto small = [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  };
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [&](char a, char b) { return small(a) == small(b); });
}

/// Whether this person has reviewed it before.
Result<bool> has_reviewed(AuditStore& store, const std::string& digest, const std::string& reviewer) {
  bool has = false;
  auto read = store.each_record(RecordKind::review, {}, [&](const Record& record) {
    const Json details = record_details(record.text);
    has = has || (text_member(details, "certificateDigest") == digest &&
                  is_same_person(text_member(details, "reviewer").value_or(""), reviewer));
  });
  if (!read) return Failure{read.error()};
  return has;
}

Result<void> added(AuditStore& store, const LogKey& key, Record& record, const Json& details) {
  auto transaction = AuditTransaction::begin(store, key);
  if (!transaction) return Failure{transaction.error()};
  record.text = record_entry(record, details);
  if (auto done = transaction->add({{record, details}}); !done) return Failure{done.error()};
  return transaction->commit();
}

Record new_record(RecordKind kind, std::chrono::sys_seconds now) {
  Record record;
  record.kind = kind;
  record.at = now;
  record.key = random_uuid_urn();
  return record;
}

}  // namespace

Result<Record> add_review(AuditStore& store, const LogKey& key, const Review& review,
                          std::chrono::sys_seconds now) {
  if (!is_mark(review.mark)) return unusable_input(audit_text("review.bad_mark"), review.mark);
  const std::string reviewer = trimmed(review.reviewer), note = trimmed(review.note);
  if (reviewer.empty()) return unusable_input(audit_text("review.no_reviewer"));
  if (note.empty() || note.size() > k_longest_review_note)
    return unusable_input(audit_text("review.bad_note"), static_cast<double>(k_longest_review_note));
  const auto certificate = store.certificate(review.certificate);
  if (!certificate) return Failure{certificate.error()};
  if (!*certificate) return unusable_input(audit_text("review.no_certificate"), review.certificate);
  const CertificateRecord& about = (*certificate)->record;
  const auto before = has_reviewed(store, about.digest, reviewer);
  if (!before) return Failure{before.error()};
  if (*before) return unusable_input(audit_text("review.same_reviewer"), reviewer);
  Record record = new_record(RecordKind::review, now);
  record.agent = about.agent;
  record.certificate = about.id;
  record.event = review.mark;
  const Json details{{"certificateDigest", about.digest},
                     {"note", note},
                     {"reviewer", reviewer},
                     {"by", did_of(key.signing->public_key())}};
  if (auto done = added(store, key, record, details); !done) return Failure{done.error()};
  return record;
}

Result<void> log_access(AuditStore& store, const LogKey& key, const std::string& agent,
                        const std::string& what, std::chrono::sys_seconds now) {
  Record record = new_record(RecordKind::access, now);
  record.agent = agent;
  record.event = what;
  return added(store, key, record, {{"by", did_of(key.signing->public_key())}});
}

Result<std::vector<std::string>> names_of_agent(AuditStore& store, const std::string& agent) {
  std::set<std::string> names{agent};
  AuditFilter filter;
  const bool is_key = key_of_did(agent).has_value();
  if (!is_key) filter.agent = agent;  // the issuer of a certificate is no filter: all are looked at
  auto read = store.each_stored(filter, [&](const StoredCertificate& stored) {
    if (!is_key) names.insert(stored.record.issuer);
    if (is_key && stored.record.issuer == agent) names.insert(stored.record.agent);
  });
  if (!read) return Failure{read.error()};
  names.erase("");
  return std::vector<std::string>(names.begin(), names.end());
}

namespace {

/// Rejected documents that name the agent, with their bytes, as far as JSON can hold them.
Result<void> take_rejected(AuditStore& store, const std::string& name, std::map<LogIndex, Json>& rejected) {
  const auto naming = store.rejections_naming(name);
  if (!naming) return Failure{naming.error()};
  const auto is_one = [&](LogIndex index) {
    return std::binary_search(naming->begin(), naming->end(), index);
  };
  auto read = store.each_record(RecordKind::rejection, {}, [&](const Record& record) {
    if (!is_one(record.index)) return;
    const auto entry = read_strict_json(record.text);
    rejected[record.index] = {
        {"entry", record.index}, {"record", entry ? *entry : Json()}, {"document", nullptr}};
  });
  if (!read) return read;
  return store.each_rejected_document([&](LogIndex index, const std::string& bytes) {
    if (is_one(index)) rejected[index]["document"] = find_invalid_utf8(bytes) ? printable(bytes) : bytes;
  });
}

Result<void> take_held(AuditStore& store, const std::string& name, Json& certificates, Json& entries) {
  AuditFilter filter;
  filter.agent = name;
  auto read = store.each_stored(filter, [&](const StoredCertificate& stored) {
    const auto document = read_strict_json(stored.record.document);
    certificates.push_back({{"entry", stored.index},
                            {"site", stored.record.site},
                            {"imported", to_utc_text(stored.imported_at)},
                            {"document", document ? *document : Json()}});
  });
  if (!read) return Failure{read.error()};
  for (const RecordKind kind : {RecordKind::shift, RecordKind::approval, RecordKind::dispute,
                                RecordKind::review, RecordKind::access}) {
    auto records = store.each_record(kind, filter, [&](const Record& record) {
      const auto entry = read_strict_json(record.text);
      entries.push_back({{"entry", record.index}, {"record", entry ? *entry : Json()}});
    });
    if (!records) return Failure{records.error()};
  }
  return {};
}

}  // namespace

Result<Json> held_on_agent(AuditStore& store, const std::string& agent, std::chrono::sys_seconds now) {
  Json certificates = Json::array(), entries = Json::array(), documents = Json::array();
  std::map<LogIndex, Json> rejected;  // one may name the agent and its key
  const auto names = names_of_agent(store, agent);
  if (!names) return Failure{names.error()};
  for (const std::string& name : *names) {
    if (auto taken = take_held(store, name, certificates, entries); !taken) return Failure{taken.error()};
    if (auto taken = take_rejected(store, name, rejected); !taken) return Failure{taken.error()};
  }
  for (auto& [index, each] : rejected) documents.push_back(std::move(each));
  return Json{{"format", "preshift-held-on-agent/1"},
              {"agent", agent},
              {"made", to_utc_text(now)},
              {"certificates", std::move(certificates)},
              {"entries", std::move(entries)},
              {"rejections", std::move(documents)}};
}

}  // namespace preshift
