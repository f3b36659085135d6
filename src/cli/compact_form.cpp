#include "compact_form.hpp"

#include "signing_options.hpp"
#include "signing_texts.hpp"
#include "verification.hpp"

namespace preshift {
namespace {

/// As wide as a terminal usually is.
constexpr int k_usual_modules = 72;

}  // namespace

Result<std::string> compact_form(const std::string& file, const Json& document, const CertificateView& view,
                                 const Arguments& arguments, Language language) {
  const auto compact = compact_of(document, view);
  if (!compact) return unusable_input(signing_text("show.no_compact_form"), file);
  if (verified_signature(document, compact->issuer).result != StepResult::passed)
    return unusable_input(signing_text("show.altered"), file);
  const auto key = unlocked_key(arguments, language);
  if (!key) return Failure{key.error()};
  const std::string signer = did_of(key->record.key);
  if (signer != compact->issuer)
    return unusable_input(signing_text("show.other_key"), file, compact->issuer, signer);
  return written_compact(*compact, key->key);
}

Result<QrCode> compact_code(const std::string& file, const std::string& compact) {
  auto code = QrCode::of(compact, k_usual_modules);
  if (!code) return unusable_input(signing_text("show.no_compact_form"), file);
  return std::move(*code);
}

}  // namespace preshift
