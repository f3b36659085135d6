#pragma once

#include "ed25519.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// A public key as a name that needs no registry: `did:key:z6Mk...` (W3C did:key; multibase base58btc of the
/// multicodec 0xed01 and the 32 bytes).
[[nodiscard]] std::string did_of(const PublicKey& key);

/// None for another method, kind of key or spelling.
[[nodiscard]] std::optional<PublicKey> key_of_did(std::string_view did);

/// The one verification method of such a name: `DID#z6Mk...`.
[[nodiscard]] std::string verification_method_of(const PublicKey& key);

/// None unless what follows the # is the same key.
[[nodiscard]] std::optional<PublicKey> key_of_verification_method(std::string_view method);

/// A signature as multibase text: `z` and base58btc.
[[nodiscard]] std::string to_multibase(const Signature& signature);
[[nodiscard]] std::optional<Signature> signature_of_multibase(std::string_view text);

}  // namespace preshift
