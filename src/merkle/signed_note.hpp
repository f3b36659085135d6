#pragma once

#include "ed25519.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// A signed note (c2sp.org/signed-note): a text that ends in a line end, an empty line, and lines of
/// signatures, `— NAME BASE64(key id, signature)`. Of Ed25519 keys; signatures of other kinds are read too,
/// and verify by none.
struct NoteSignature {
  std::string name;
  std::array<std::uint8_t, 4> key_id{};
  std::vector<std::uint8_t> bytes;
};

struct SignedNote {
  std::string text;  ///< what is signed, its line end included
  std::vector<NoteSignature> signatures;
};

/// Whether this can name a key: UTF-8 without spaces, control characters and `+`.
[[nodiscard]] bool is_note_key_name(std::string_view name);

/// The text must end in a line end and hold no other control characters; the name, see above.
[[nodiscard]] std::string signed_note(std::string_view text, std::string_view name, const SigningKey& key);

/// None when it has not the form; more than 100 signatures are none either. Nothing is verified.
[[nodiscard]] std::optional<SignedNote> read_signed_note(std::string_view note);

enum class NoteVerdict {
  genuine,  ///< this key signed it, and did so in every line that names it
  unsigned_by_key,
  forged,  ///< a line names this key, and its signature is wrong
};
[[nodiscard]] NoteVerdict verify_note(const SignedNote& note, std::string_view name, const PublicKey& key);

}  // namespace preshift
