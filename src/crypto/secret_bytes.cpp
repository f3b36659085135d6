#include "secret_bytes.hpp"

#include <openssl/crypto.h>

#include <utility>

namespace preshift {

SecretBytes::~SecretBytes() {
  OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  std::swap(m_bytes, other.m_bytes);
  return *this;
}

void cleanse(std::string& text) {
  OPENSSL_cleanse(text.data(), text.size());
  text.clear();
}

}  // namespace preshift
