#include "report_signature.hpp"

#include "data_integrity.hpp"
#include "document_reading.hpp"
#include "hex.hpp"
#include "sha256.hpp"
#include "utc_time.hpp"

namespace preshift {
namespace {

constexpr std::string_view k_format = "preshift-report-signature/1";

}  // namespace

Json signed_report(std::string_view report, const std::string& checkpoint, const SigningKey& key,
                   std::chrono::sys_seconds now) {
  Json document{{"format", k_format},
                {"digest", to_hex(sha256(report))},
                {"made", to_utc_text(now)},
                {"signer", did_of(key.public_key())},
                {"checkpoint", checkpoint}};
  return with_proof(std::move(document), key, now);
}

std::optional<ReportSignature> read_report_signature(const Json& document) {
  DocumentReading reading;
  ReportSignature signature;
  reading.require(text_member(document, "format") == k_format, "format");
  signature.digest = reading.text(document, "digest", "digest");
  signature.made = reading.moment(document, "made", "made");
  signature.signer = reading.text(document, "signer", "signer");
  signature.checkpoint = text_member(document, "checkpoint").value_or("");
  if (reading.wrong()) return std::nullopt;
  const auto proof = verify_proof(document);
  if (!proof || proof->did != signature.signer) return std::nullopt;
  return signature;
}

}  // namespace preshift
