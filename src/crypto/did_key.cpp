#include "did_key.hpp"

#include "base58.hpp"

#include <algorithm>
#include <vector>

namespace preshift {
namespace {

constexpr std::string_view k_method = "did:key:";
constexpr char k_base58btc = 'z';
constexpr std::array<std::uint8_t, 2> k_ed25519_public{0xed, 0x01};

std::string multibase_of(const PublicKey& key) {
  std::vector<std::uint8_t> bytes(k_ed25519_public.begin(), k_ed25519_public.end());
  bytes.insert(bytes.end(), key.begin(), key.end());
  return k_base58btc + to_base58(bytes);
}

std::optional<std::vector<std::uint8_t>> bytes_of_multibase(std::string_view text) {
  if (!text.starts_with(k_base58btc)) return std::nullopt;
  return from_base58(text.substr(1));
}

}  // namespace

std::string did_of(const PublicKey& key) {
  return std::string(k_method) + multibase_of(key);
}

std::optional<PublicKey> key_of_did(std::string_view did) {
  if (!did.starts_with(k_method)) return std::nullopt;
  const auto bytes = bytes_of_multibase(did.substr(k_method.size()));
  PublicKey key;
  const bool is_ed25519 = bytes && bytes->size() == k_ed25519_public.size() + key.size() &&
                          std::equal(k_ed25519_public.begin(), k_ed25519_public.end(), bytes->begin());
  if (!is_ed25519) return std::nullopt;
  std::copy(bytes->begin() + k_ed25519_public.size(), bytes->end(), key.begin());
  return key;
}

std::string verification_method_of(const PublicKey& key) {
  return did_of(key) + "#" + multibase_of(key);
}

std::optional<PublicKey> key_of_verification_method(std::string_view method) {
  const auto key = key_of_did(method.substr(0, method.find('#')));
  if (!key || verification_method_of(*key) != method) return std::nullopt;
  return key;
}

std::string to_multibase(const Signature& signature) {
  return k_base58btc + to_base58(signature);
}

std::optional<Signature> signature_of_multibase(std::string_view text) {
  const auto bytes = bytes_of_multibase(text);
  Signature signature;
  if (!bytes || bytes->size() != signature.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), signature.begin());
  return signature;
}

}  // namespace preshift
