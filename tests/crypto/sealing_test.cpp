#include "sealing.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

constexpr ScryptWork k_little_work{1024, 8, 1};

SecretBytes secret(std::string_view text) {
  return SecretBytes(text);
}

std::string text_of(const SecretBytes& bytes) {
  return {bytes.bytes().begin(), bytes.bytes().end()};
}

TEST(Sealing, ThePassphraseOpensIt) {
  const Sealed sealed = seal(secret("the private key"), secret("correct horse"), k_little_work);
  EXPECT_EQ(sealed.bytes.size(), 15U + 16U);
  const auto opened = open_sealed(sealed, secret("correct horse"));
  ASSERT_TRUE(opened);
  EXPECT_EQ(text_of(*opened), "the private key");
}

TEST(Sealing, NothingElseOpensIt) {
  const Sealed sealed = seal(secret("the private key"), secret("correct horse"), k_little_work);
  for (const char* wrong : {"", "correct hors", "correct horse ", "Correct horse"})
    EXPECT_FALSE(open_sealed(sealed, secret(wrong))) << wrong;
}

TEST(Sealing, EveryAlteredByteIsNoticed) {
  const SecretBytes passphrase = secret("correct horse");
  const Sealed sealed = seal(secret("the private key"), passphrase, {2, 1, 1});
  for (std::size_t place = 0; place < sealed.bytes.size(); ++place) {
    Sealed changed = sealed;
    changed.bytes[place] ^= 1U;
    ASSERT_FALSE(open_sealed(changed, passphrase)) << place;
  }
  Sealed changed = sealed;
  changed.salt[3] ^= 1U;
  EXPECT_FALSE(open_sealed(changed, passphrase));
  changed = sealed;
  changed.nonce[3] ^= 1U;
  EXPECT_FALSE(open_sealed(changed, passphrase));
  changed = sealed;
  changed.bytes.resize(15);
  EXPECT_FALSE(open_sealed(changed, passphrase));
}

TEST(Sealing, TheSameSecretIsSealedDifferentlyEachTime) {
  const SecretBytes passphrase = secret("correct horse");
  EXPECT_NE(seal(secret("a"), passphrase, k_little_work).bytes,
            seal(secret("a"), passphrase, k_little_work).bytes);
}

TEST(Sealing, WorkOutOfMeasureIsRefusedAtOnce) {
  const SecretBytes passphrase = secret("correct horse");
  const Sealed sealed = seal(secret("a"), passphrase, k_little_work);
  for (const ScryptWork work : {ScryptWork{std::uint64_t{1} << 40U, 8, 1}, ScryptWork{1024, 1U << 30U, 1},
                                ScryptWork{1024, 8, 1000}, ScryptWork{1000, 8, 1}, ScryptWork{0, 8, 1},
                                ScryptWork{1, 8, 1}, ScryptWork{1024, 0, 1}, ScryptWork{1024, 8, 0}}) {
    Sealed changed = sealed;
    changed.work = work;
    EXPECT_FALSE(open_sealed(changed, passphrase));
  }
}

}  // namespace
}  // namespace preshift
