#pragma once

#include "checkpoint.hpp"
#include "json_document.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// Who made a report, when, and of what: stands beside it, because no format can hold its own digest.
struct ReportSignature {
  std::string signer;  ///< did:key
  std::string digest;  ///< SHA-256 of the report's bytes, hexadecimal
  std::chrono::sys_seconds made{};
  std::string checkpoint;  ///< of the log that it was made of
};

[[nodiscard]] Json signed_report(std::string_view report, const std::string& checkpoint,
                                 const SigningKey& key, std::chrono::sys_seconds now);

/// What the document says; none unless its signer signed it (Data Integrity, eddsa-jcs-2022).
[[nodiscard]] std::optional<ReportSignature> read_report_signature(const Json& document);

}  // namespace preshift
