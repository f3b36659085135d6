#include "journal_head.hpp"

#include "signed_record.hpp"

#include <utility>

namespace preshift {
namespace {

constexpr const char* k_format = "preshift-journal-head/1";

}  // namespace

std::string signed_head(const JournalHead& head, const SigningKey& key) {
  Json record{{"format", k_format}, {"sequence", head.sequence}, {"digest", head.digest}};
  if (!head.statements.is_null()) record["statements"] = head.statements;
  return signed_record(std::move(record), key);
}

ReadHead read_head(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  const auto json = read_strict_json(text);
  if (!json) return {};
  DocumentReading reading;
  JournalHead head;
  reading.require(text_member(*json, "format") == k_format, "format");
  head.sequence = reading.small_number(*json, "sequence", "sequence");
  head.digest = reading.text(*json, "digest", "digest");
  head.signer = reading.text(*json, "signer", "signer");
  if (const Json* statements = member(*json, "statements")) head.statements = *statements;
  if (reading.wrong()) return {};
  return {std::move(head), is_genuine_record(*json, text)};
}

}  // namespace preshift
