#include "document_examination.hpp"

#include "approval.hpp"
#include "audit_texts.hpp"
#include "canonical_json.hpp"
#include "certificate_facts.hpp"
#include "dispute.hpp"
#include "hex.hpp"
#include "journal_reading.hpp"
#include "journal_storage.hpp"
#include "json_texts.hpp"
#include "sha256.hpp"
#include "shift_state.hpp"
#include "strict_json.hpp"
#include "utc_time.hpp"
#include "verification.hpp"

#include <algorithm>

namespace preshift {
namespace {

Rejection rejected(const GivenDocument& given, const ImportTerms& terms, const Message& why) {
  Rejection rejection{terms.now, given.source, to_hex(sha256(given.bytes)), std::string(why.text.id), {}, {}};
  for (const Argument& argument : why.arguments) {
    const auto* words = std::get_if<std::string>(&argument);
    rejection.arguments.push_back(words != nullptr ? *words : ecmascript_number(std::get<double>(argument)));
  }
  rejection.bytes = given.bytes.substr(0, k_largest_json);
  return rejection;
}

Message why_unread(const JsonRefusal& refusal, const std::string& source) {
  const Text text = refusal.fault == JsonFault::too_large       ? json_text("json.too_large")
                    : refusal.fault == JsonFault::duplicate_key ? json_text("json.duplicate_key")
                    : refusal.fault == JsonFault::too_deep      ? json_text("json.too_deep")
                    : refusal.fault == JsonFault::huge_number   ? json_text("json.huge_number")
                                                                : json_text("json.malformed");
  return {text, {source, static_cast<double>(refusal.byte), refusal.key}};
}

/// A moment when the document was valid, if ever: now, or just before it expired.
std::chrono::sys_seconds moment_to_verify(const Json& document, std::chrono::sys_seconds now) {
  const auto until = from_date_time_stamp(text_member(document, "validUntil").value_or(""));
  return until && *until <= now ? *until - std::chrono::seconds(1) : now;
}

Expectations expectations_of(const Json& document, const ImportTerms& terms) {
  Expectations expected;
  expected.now = moment_to_verify(document, terms.now);
  expected.trusted_issuers = terms.trusted;
  expected.revoked = terms.revoked;
  expected.knows_revoked = true;
  expected.wants_cleared = false;
  return expected;
}

const VerifiedStep* failure_of(const Verification& verification) {
  const auto failed =
      std::find_if(verification.steps.begin(), verification.steps.end(),
                   [](const VerifiedStep& step) { return step.result == StepResult::failed; });
  return failed == verification.steps.end() ? nullptr : &*failed;
}

ExaminedDocument examined_approval(const GivenDocument& given, const Json& document,
                                   const ImportTerms& terms) {
  Expectations expected = expectations_of(document, terms);
  expected.employers = terms.employers;
  Verification verification = verify_approval(document, expected);
  // Whether it approves is no fault of the document.
  for (VerifiedStep& step : verification.steps)
    if (step.step == VerificationStep::outcome) step.result = StepResult::passed;
  if (const VerifiedStep* failed = failure_of(verification)) return rejected(given, terms, failed->finding);
  const ApprovalView& view = *verification.approval;
  if (view.issuer == view.workspace.agent)
    return rejected(given, terms, {audit_text("import.own_approval"), {}});
  Record record;
  record.kind = RecordKind::approval;
  record.at = view.valid_from;
  record.key = document_digest(document);
  record.agent = view.workspace.agent;
  record.certificate = view.workspace.certificate;
  record.event = to_string(view.decision);
  Json details{{"issuer", view.issuer},
               {"agentKey", view.workspace.agent},
               {"certificateDigest", view.workspace.digest},
               {"validUntil", to_utc_text(view.valid_until)},
               {"document", document}};
  return ReadyRecords{{std::move(record), std::move(details)}};
}

/// That it is of this agent's own certificate is told when that one is at hand.
ExaminedDocument examined_dispute(const GivenDocument& given, const Json& document,
                                  const ImportTerms& terms) {
  Expectations expected = expectations_of(document, terms);
  const Verification verification = verify_dispute(document, expected);
  if (const VerifiedStep* failed = failure_of(verification)) return rejected(given, terms, failed->finding);
  const auto view = read_dispute(document);
  Record record;
  record.kind = RecordKind::dispute;
  record.at = view->valid_from;
  record.key = document_digest(document);
  record.agent = view->issuer;
  record.certificate = view->certificate;
  Json details{{"issuer", view->issuer},
               {"certificateDigest", view->digest},
               {"note", view->note},
               {"document", document}};
  return ReadyRecords{{std::move(record), std::move(details)}};
}

ExaminedDocument examined_certificate(const GivenDocument& given, const Json& document,
                                      const ImportTerms& terms) {
  CanonicalForms forms = document.is_object() ? canonical_forms(document, "proof") : CanonicalForms{};
  const Verification verification =
      verify_certificate(document, expectations_of(document, terms), forms.without);
  if (const VerifiedStep* failed = failure_of(verification)) return rejected(given, terms, failed->finding);
  AuditTransaction::ReadyCertificate ready;
  ready.record = certificate_record(document, *verification.certificate, std::move(forms.whole), terms.site);
  ready.compressed = compressed_document(ready.record.document);
  return ready;
}

/// The pseudonym that the sign-ins give, else the key.
std::string agent_of(const Journal& journal, const std::string& signer) {
  for (auto placed = journal.entries.rbegin(); placed != journal.entries.rend(); ++placed)
    if (placed->entry.event == JournalEvent::sign_in)
      if (const auto id = read_sign_in(placed->entry).agent_id) return *id;
  return signer;
}

std::pair<Record, Json> shift_record(const JournalEntry& entry, const std::string& agent) {
  Record record;
  record.kind = RecordKind::shift;
  record.at = entry.clock.utc;
  record.key = entry.digest;
  record.agent = agent;
  record.event = to_string(entry.event);
  Json details{{"entry", entry.sequence}, {"signer", entry.signer}};
  if (entry.event == JournalEvent::sign_in) {
    const SignIn shift = read_sign_in(entry);
    record.certificate = shift.certificate_id;
    details["certificateDigest"] = shift.certificate_digest;
    details["outcome"] = shift.outcome;
    details["live"] = shift.is_live;
    if (shift.issued) details["issued"] = to_utc_text(*shift.issued);
    if (shift.valid_until) details["validUntil"] = to_utc_text(*shift.valid_until);
  } else if (entry.event == JournalEvent::refusal) {
    if (const Json* reasons = member(entry.details, "reasons")) details["reasons"] = *reasons;
  }
  return {std::move(record), std::move(details)};
}

/// What the reader notices of the clock is kept as an event of the entry that it was noticed at.
std::pair<Record, Json> clock_record(const JournalFinding& finding, const JournalEntry& entry,
                                     const std::string& agent) {
  Record record;
  record.kind = RecordKind::shift;
  record.at = entry.clock.utc;
  record.key = to_hex(sha256(std::string(to_string(finding.kind)) + entry.digest));
  record.agent = agent;
  record.event = to_string(finding.kind);
  Json details{{"entry", entry.sequence}, {"signer", entry.signer}};
  return {std::move(record), std::move(details)};
}

ExaminedDocument examined_journal(const GivenDocument& given, const ImportTerms& terms) {
  if (given.bytes.size() > k_largest_journal)
    return rejected(given, terms, {audit_text("import.journal_too_large"), {given.source}});
  const Journal journal = read_journal_copy(given.bytes);
  for (const JournalFinding& finding : journal.findings)
    if (is_fault(finding.kind)) return rejected(given, terms, finding.message);
  for (const std::string& signer : journal.signers)
    if (terms.revoked.contains(signer) || (terms.trusted && !terms.trusted->contains(journal.signer)))
      return rejected(given, terms, {audit_text("import.journal_of_stranger"), {given.source, signer}});
  const std::string agent = agent_of(journal, journal.signer);
  ReadyRecords records;
  for (const PlacedEntry& placed : journal.entries) {
    records.push_back(shift_record(placed.entry, agent));
    for (const JournalFinding& finding : journal.findings)
      if (is_of_the_clock(finding.kind) && finding.entry == placed.entry.sequence)
        records.push_back(clock_record(finding, placed.entry, agent));
  }
  return records;
}

}  // namespace

ExaminedDocument examined(const GivenDocument& given, const ImportTerms& terms) {
  if (given.is_journal) return examined_journal(given, terms);
  const auto document = read_strict_json(given.bytes);
  if (!document) return rejected(given, terms, why_unread(document.error(), given.source));
  if (is_approval(*document)) return examined_approval(given, *document, terms);
  if (is_dispute(*document)) return examined_dispute(given, *document, terms);
  return examined_certificate(given, *document, terms);
}

}  // namespace preshift
