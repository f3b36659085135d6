#include "canonical_json.hpp"
#include "compact_certificate.hpp"
#include "made_certificate.hpp"
#include "onboarding_state.hpp"
#include "strict_json.hpp"
#include "verification.hpp"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

// How many certificates one core signs and verifies in a second, beside the bare signatures that are the
// limit.

namespace preshift {
namespace {

const SigningKey& signing_key() {
  static const SigningKey key = SigningKey::make();
  return key;
}

const Json& certificate() {
  static const Json document = signed_certificate(testing::made_contents(), signing_key());
  return document;
}

Expectations in_the_shift() {
  Expectations expected;
  expected.now = testing::k_issued + std::chrono::hours(1);
  expected.trusted_issuers = {did_of(signing_key().public_key())};
  expected.knows_revoked = true;
  return expected;
}

void per_second(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations());
}

/// 64 bytes, as many as a Data Integrity proof signs.
const std::string k_message(64, 'm');

void bare_sign(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(signing_key().sign(k_message));
  per_second(state);
}
BENCHMARK(bare_sign);

void bare_verify(benchmark::State& state) {
  const Signature signature = signing_key().sign(k_message);
  const PublicKey key = signing_key().public_key();
  for (auto _ : state)
    if (!is_signed_by(key, signature, k_message)) state.SkipWithError("not signed");
  per_second(state);
}
BENCHMARK(bare_verify);

void canonicalise(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(canonical_json(certificate()));
  per_second(state);
}
BENCHMARK(canonicalise);

void sign_certificate(benchmark::State& state) {
  const CertificateContents contents = testing::made_contents();
  for (auto _ : state) benchmark::DoNotOptimize(signed_certificate(contents, signing_key()));
  per_second(state);
}
BENCHMARK(sign_certificate);

/// From the bytes of its file to the finding of every step; signature, dates, issuer and revocation are
/// checked.
void verify_certificate_file(benchmark::State& state) {
  const std::string text = written_document(certificate());
  const Expectations expected = in_the_shift();
  for (auto _ : state) {
    const auto document = read_strict_json(text);
    if (!verify_document(*document, expected).is_valid()) state.SkipWithError("not valid");
  }
  per_second(state);
  state.SetLabel(std::to_string(text.size()) + " bytes");
}
BENCHMARK(verify_certificate_file);

/// The same of a document that is read already.
void verify_read_certificate(benchmark::State& state) {
  const Expectations expected = in_the_shift();
  for (auto _ : state)
    if (!verify_document(certificate(), expected).is_valid()) state.SkipWithError("not valid");
  per_second(state);
}
BENCHMARK(verify_read_certificate);

void verify_compact_form(benchmark::State& state) {
  const auto compact = compact_of(certificate(), *read_certificate(certificate()));
  const std::string text = written_compact(*compact, signing_key());
  const Expectations expected = in_the_shift();
  for (auto _ : state)
    if (!verify_compact(text, expected).is_valid()) state.SkipWithError("not valid");
  per_second(state);
}
BENCHMARK(verify_compact_form);

/// How an onboarding stands: one certificate and one approval, both verified.
void onboarding_is_approved(benchmark::State& state) {
  const SigningKey employer = SigningKey::make();
  const Json document = signed_certificate(testing::onboarding_contents(std::string(64, 'c')), signing_key());
  ApprovalContents contents;
  contents.workspace = workspace_of(document, *read_certificate(document));
  contents.issued_at = testing::k_issued;
  contents.expires_at = testing::k_issued + std::chrono::days(30);
  const std::vector<Json> answers{signed_approval(contents, employer)};
  OnboardingQuestion question;
  question.now = testing::k_issued + std::chrono::hours(1);
  question.employers = {did_of(employer.public_key())};
  for (auto _ : state)
    if (!onboarding_state(document, answers, question).reference) state.SkipWithError("not approved");
  per_second(state);
}
BENCHMARK(onboarding_is_approved);

}  // namespace
}  // namespace preshift
