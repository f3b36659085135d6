#include "ed25519.hpp"

#include "openssl_parts.hpp"

#include <cstddef>
#include <utility>

namespace preshift {
namespace {

using Key = OpensslPointer<EVP_PKEY, EVP_PKEY_free>;
using Context = OpensslPointer<EVP_MD_CTX, EVP_MD_CTX_free>;

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

Context context() {
  Context made(EVP_MD_CTX_new());
  ensure(made != nullptr);
  return made;
}

}  // namespace

struct SigningKey::Handle {
  Key key;
};

SigningKey::SigningKey(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) {}
SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey&&) noexcept = default;
SigningKey& SigningKey::operator=(SigningKey&&) noexcept = default;

SigningKey SigningKey::make() {
  Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
  ensure(key != nullptr);
  return SigningKey(std::make_unique<Handle>(Handle{std::move(key)}));
}

std::optional<SigningKey> SigningKey::from_seed(std::span<const std::uint8_t> seed) {
  constexpr std::size_t k_seed_size = 32;
  if (seed.size() != k_seed_size) return std::nullopt;
  Key key(EVP_PKEY_new_raw_private_key_ex(nullptr, "ED25519", nullptr, seed.data(), seed.size()));
  ensure(key != nullptr);
  return SigningKey(std::make_unique<Handle>(Handle{std::move(key)}));
}

PublicKey SigningKey::public_key() const {
  PublicKey bytes;
  std::size_t size = bytes.size();
  ensure(EVP_PKEY_get_raw_public_key(m_handle->key.get(), bytes.data(), &size) == 1 && size == bytes.size());
  return bytes;
}

SecretBytes SigningKey::seed() const {
  SecretBytes bytes(std::size_t{32});
  std::size_t size = bytes.size();
  ensure(EVP_PKEY_get_raw_private_key(m_handle->key.get(), bytes.bytes().data(), &size) == 1 &&
         size == bytes.size());
  return bytes;
}

Signature SigningKey::sign(std::string_view message) const {
  const Context signing = context();
  Signature signature;
  std::size_t size = signature.size();
  ensure(EVP_DigestSignInit_ex(signing.get(), nullptr, nullptr, nullptr, nullptr, m_handle->key.get(),
                               nullptr) == 1 &&
         EVP_DigestSign(signing.get(), signature.data(), &size, bytes_of(message), message.size()) == 1 &&
         size == signature.size());
  return signature;
}

bool is_signed_by(const PublicKey& key, const Signature& signature, std::string_view message) {
  const Key public_key(EVP_PKEY_new_raw_public_key_ex(nullptr, "ED25519", nullptr, key.data(), key.size()));
  ensure(public_key != nullptr);
  const Context verifying = context();
  ensure(EVP_DigestVerifyInit_ex(verifying.get(), nullptr, nullptr, nullptr, nullptr, public_key.get(),
                                 nullptr) == 1);
  return EVP_DigestVerify(verifying.get(), signature.data(), signature.size(), bytes_of(message),
                          message.size()) == 1;
}

}  // namespace preshift
