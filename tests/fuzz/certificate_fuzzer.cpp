#include "canonical_json.hpp"
#include "certificate_view.hpp"
#include "strict_json.hpp"
#include "verification.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Any bytes as a certificate: no JSON, or a document that is verified step by step and is not valid, since
// nobody signed it; every finding has words in both languages.

namespace preshift {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(std::string_view text) {
  const auto document = read_strict_json(text);
  if (!document) return;
  const Verification verification = verify_certificate(*document, {});
  require(!verification.is_valid());
  for (const VerifiedStep& step : verification.steps)
    for (const Language language : {Language::english, Language::french})
      require(!render(step.finding, language).empty());
  require(!verified_signature(*document, "did:key:z6MkkA2JZEjFVho9exUqrc9QpFjsHJGw526H13KWvbcBbVKe")
               .finding.text.id.empty());
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  preshift::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
