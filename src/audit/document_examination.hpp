#pragma once

#include "audit_log.hpp"
#include "given_documents.hpp"
#include "rejections.hpp"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace preshift {

/// What an import holds documents against.
struct ImportTerms {
  std::chrono::sys_seconds now{};
  std::string site;                                ///< of certificates that name none
  std::optional<std::set<std::string>> trusted;    ///< did:keys whose documents are taken; none: anybody's
  std::optional<std::set<std::string>> employers;  ///< did:keys whose answers are taken; none: as `trusted`
  std::set<std::string> revoked;                   ///< ids and digests of documents, and did:keys
};

using ReadyRecords = std::vector<std::pair<Record, Json>>;

/// What a document came to: a certificate, records (of an approval, a dispute or a journal), or a refusal.
using ExaminedDocument = std::variant<AuditTransaction::ReadyCertificate, ReadyRecords, Rejection>;

/// Verifies it: the form, the signature, the issuer, and that its dates held when it was made; that it has
/// expired since is no fault. Pure, so that several threads can do it at once.
[[nodiscard]] ExaminedDocument examined(const GivenDocument& given, const ImportTerms& terms);

}  // namespace preshift
