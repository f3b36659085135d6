#include "canonical_json.hpp"
#include "certificate_view.hpp"
#include "onboarding_state.hpp"
#include "promises.hpp"
#include "strict_json.hpp"
#include "verification.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

// Any bytes as a certificate, an approval, a dispute or a compact form: no JSON, or a document that is
// verified step by step and is not valid, since nobody signed it; every finding has words in both languages.
// Of an onboarding nothing unsigned is ever approved.

namespace preshift {
namespace {

void check_words(const Message& message) {
  for (const Language language : {Language::english, Language::french})
    require(!render(message, language).empty());
}

void check_invalid(const Verification& verification) {
  require(!verification.is_valid());
  for (const VerifiedStep& step : verification.steps) check_words(step.finding);
}

void check_compact(std::string_view text) {
  check_invalid(verify_compact(text, {}));
  const auto read = read_compact(text);
  if (!read) return;
  require(!view_of(read->compact).issuer.empty());
}

/// As the certificate and as the answer to it.
void check_onboarding(const Json& document) {
  const std::vector<Json> answers{document};
  OnboardingQuestion question;
  question.employers = {text_member(document, "issuer").value_or("")};
  const OnboardingFinding finding = onboarding_state(document, answers, question);
  require(finding.state == OnboardingState::missing && !finding.reference);
  check_words(finding.reason);
  const ApprovedWorkspace workspace{
      text_member(document, "id").value_or(""), document_digest(document), "", {}};
  const auto decision = counting_decision(workspace, answers, question);
  require(!decision);
  check_words(decision.error());
}

void check(std::string_view text) {
  check_compact(text);
  const auto document = read_strict_json(text);
  if (!document) return;
  check_invalid(verify_certificate(*document, {}));
  check_invalid(verify_approval(*document, {}));
  check_invalid(verify_dispute(*document, {}));
  check_invalid(verify_document(*document, {}));
  check_onboarding(*document);
  require(!verified_signature(*document, "did:key:z6MkkA2JZEjFVho9exUqrc9QpFjsHJGw526H13KWvbcBbVKe")
               .finding.text.id.empty());
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  preshift::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
