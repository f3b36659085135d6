#include "sha256.hpp"

#include "openssl_parts.hpp"

namespace preshift {

Sha256 sha256(std::string_view bytes) {
  // Fetched once: a lookup by name takes longer than the digest of a short text.
  static const OpensslPointer<EVP_MD, EVP_MD_free> algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr));
  Sha256 digest;
  unsigned int size = 0;
  ensure(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, algorithm.get(), nullptr) == 1 &&
         size == digest.size());
  return digest;
}

}  // namespace preshift
