#pragma once

#include "certificate.hpp"
#include "evaluation.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// The place of an entry in the log, from 0. It names a row too: every row is there by an entry.
using LogIndex = std::int64_t;

/// A rule of a certificate that did not pass, though it had a say.
struct FailedRule {
  std::string rule;
  std::string requirement;
  bool required = true;
  RuleResult result = RuleResult::unknown;
  std::string reason;  ///< id of the text that says why; empty when the certificate gives none
  bool waived = false;
};

/// A waiver that a certificate lists.
struct ListedWaiver {
  std::string rule;
  std::string approver;
  std::string justification;
  std::chrono::sys_seconds until{};
  WaiverState state = WaiverState::counts;
};

/// LAeq of the silent phase, when it was measured in dB(A).
struct JudgedLevel {
  double level_dba = 0;
  double expanded_uncertainty_db = 0;
  std::optional<double> limit_dba;  ///< that it was judged by
};

/// A verified certificate as the store takes it: what questions ask for, and the document itself.
struct CertificateRecord {
  std::string id;      ///< urn:uuid:...
  std::string digest;  ///< document_digest; the same digest is the same certificate
  std::string issuer;  ///< did:key
  std::string agent;   ///< the employer's pseudonym, else the issuer
  std::string site;    ///< empty: not known
  CertificateKind kind = CertificateKind::pre_shift;
  Outcome outcome = Outcome::undecided;
  Assurance assurance = Assurance::self_asserted;
  bool is_live = false;
  std::string profile;  ///< its name
  int profile_version = 0;
  std::chrono::sys_seconds issued_at{};
  std::chrono::sys_seconds valid_until{};
  std::optional<JudgedLevel> level;
  std::string nonce;                ///< empty: none
  std::string measurements_digest;  ///< hexadecimal; two certificates with one hold the same measurements
  std::vector<FailedRule> failed_rules;
  std::vector<ListedWaiver> waivers;
  std::string document;  ///< its canonical form (RFC 8785)
};

/// What is kept of a certificate for counting, by numbers that names() resolves. Of an erased one the agent,
/// the site, the level and the document are gone.
struct CertificateRow {
  LogIndex index = 0;
  std::int64_t issued_at = 0;  ///< seconds since 1970
  std::int64_t valid_until = 0;
  std::int32_t agent = 0;
  std::int32_t site = 0;
  std::int32_t profile = 0;  ///< "standard 4"
  CertificateKind kind = CertificateKind::pre_shift;
  Outcome outcome = Outcome::undecided;
  Assurance assurance = Assurance::self_asserted;
  bool is_live = false;
  bool is_erased = false;
  float level_dba = 0;  ///< not a number: none
  float uncertainty_db = 0;
  float limit_dba = 0;  ///< not a number: none
};

struct FailedRuleRow {
  LogIndex certificate = 0;
  std::int32_t rule = 0;
  std::int32_t requirement = 0;
  std::int32_t reason = 0;
  bool required = true;
  bool waived = false;
  RuleResult result = RuleResult::unknown;
};

struct WaiverRow {
  LogIndex certificate = 0;
  std::int32_t rule = 0;
  std::int32_t approver = 0;
  std::int64_t until = 0;
  WaiverState state = WaiverState::counts;
  std::string justification;
};

/// Everything but certificates that the log holds, in the order it came.
enum class RecordKind {
  shift,      ///< an entry of an agent's journal of shifts
  approval,   ///< an employer's answer to an onboarding certificate
  dispute,    ///< an agent contests a certificate
  review,     ///< a person's judgement of a certificate
  access,     ///< somebody read what is held on one agent
  erasure,    ///< an agent's data was removed
  retention,  ///< what was older than a day was removed
  rejection,  ///< a document that was given and does not verify; kept apart, never counted as one that does
};

inline constexpr std::array k_record_kinds{RecordKind::shift,     RecordKind::approval, RecordKind::dispute,
                                           RecordKind::review,    RecordKind::access,   RecordKind::erasure,
                                           RecordKind::retention, RecordKind::rejection};

/// "shift", "approval", ...: as in an entry of the log.
[[nodiscard]] std::string_view to_string(RecordKind kind);

struct Record {
  LogIndex index = 0;
  RecordKind kind = RecordKind::review;
  std::chrono::sys_seconds at{};  ///< when it happened, not when it was imported
  std::string key;                ///< unique: a digest of what it came from; a second one is left out
  std::string agent;              ///< whom it is about; empty: nobody, or erased
  std::string certificate;        ///< id of the certificate it is about; empty: none
  std::string event;  ///< of a shift: sign_in, sign_out, ...; of a review: its mark; of an approval: the
                      ///< decision; of a rejection: the id of the text that says why
  std::string text;   ///< the entry of the log, canonical JSON; empty once erased
};

/// Which certificates a question is about; what is empty does not narrow it.
struct AuditFilter {
  std::optional<std::chrono::sys_seconds> from;   ///< issued at or after
  std::optional<std::chrono::sys_seconds> until;  ///< issued before
  std::string site;
  std::string agent;
  std::string profile;      ///< its name
  std::string requirement;  ///< of rules
};

}  // namespace preshift
