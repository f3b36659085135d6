#include "sealing.hpp"

#include "openssl_parts.hpp"
#include "random_bytes.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace preshift {
namespace {

using CipherContext = OpensslPointer<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

constexpr std::size_t k_key_size = 32;
constexpr int k_tag_size = 16;
constexpr std::uint64_t k_most_memory = std::uint64_t{512} << 20U;
constexpr std::uint32_t k_most_passes = 16;

bool is_bearable(const ScryptWork& work) {
  return work.cost >= 2 && std::has_single_bit(work.cost) && work.block_size >= 1 && work.parallel >= 1 &&
         work.parallel <= k_most_passes && work.block_size <= 32 &&
         work.cost <= k_most_memory / (128 * std::uint64_t{work.block_size});
}

SecretBytes key_of(const SecretBytes& passphrase, const Sealed& sealed) {
  constexpr std::uint64_t k_slack = std::uint64_t{1} << 20U;
  SecretBytes key(k_key_size);
  ensure(EVP_PBE_scrypt(reinterpret_cast<const char*>(passphrase.bytes().data()), passphrase.size(),
                        sealed.salt.data(), sealed.salt.size(), sealed.work.cost, sealed.work.block_size,
                        sealed.work.parallel, k_most_memory + k_slack, key.bytes().data(), key.size()) == 1);
  return key;
}

/// ChaCha20-Poly1305, one way or the other, ready for its text.
CipherContext cipher_with(const SecretBytes& key, const Sealed& sealed, int encrypting) {
  CipherContext context(EVP_CIPHER_CTX_new());
  ensure(context != nullptr && EVP_CipherInit_ex2(context.get(), EVP_chacha20_poly1305(), key.bytes().data(),
                                                  sealed.nonce.data(), encrypting, nullptr) == 1);
  return context;
}

}  // namespace

Sealed seal(const SecretBytes& secret, const SecretBytes& passphrase, const ScryptWork& work) {
  ensure(is_bearable(work));
  Sealed sealed;
  sealed.work = work;
  fill_with_random(sealed.salt);
  fill_with_random(sealed.nonce);
  sealed.bytes.resize(secret.size() + k_tag_size);
  const CipherContext context = cipher_with(key_of(passphrase, sealed), sealed, 1);
  int size = 0;
  int rest = 0;
  ensure(EVP_CipherUpdate(context.get(), sealed.bytes.data(), &size, secret.bytes().data(),
                          static_cast<int>(secret.size())) == 1 &&
         EVP_CipherFinal_ex(context.get(), sealed.bytes.data() + size, &rest) == 1 &&
         EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, k_tag_size,
                             sealed.bytes.data() + secret.size()) == 1);
  return sealed;
}

std::optional<SecretBytes> open_sealed(const Sealed& sealed, const SecretBytes& passphrase) {
  constexpr std::size_t k_longest = 64 * 1024;
  if (!is_bearable(sealed.work) || sealed.bytes.size() < k_tag_size || sealed.bytes.size() > k_longest)
    return std::nullopt;
  std::array<std::uint8_t, k_tag_size> tag{};
  const std::size_t secret_size = sealed.bytes.size() - tag.size();
  std::copy_n(sealed.bytes.end() - k_tag_size, k_tag_size, tag.begin());
  const CipherContext context = cipher_with(key_of(passphrase, sealed), sealed, 0);
  SecretBytes secret(secret_size);
  int size = 0;
  int rest = 0;
  ensure(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, k_tag_size, tag.data()) == 1 &&
         EVP_CipherUpdate(context.get(), secret.bytes().data(), &size, sealed.bytes.data(),
                          static_cast<int>(secret_size)) == 1);
  // The tag is compared here, in constant time.
  if (EVP_CipherFinal_ex(context.get(), secret.bytes().data() + size, &rest) != 1) return std::nullopt;
  return secret;
}

}  // namespace preshift
