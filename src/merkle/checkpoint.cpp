#include "checkpoint.hpp"

#include "base64.hpp"
#include "merkle_texts.hpp"
#include "note_fields.hpp"
#include "signed_note.hpp"

#include <cstddef>
#include <utility>

namespace preshift {
namespace {

/// Takes the next line off the front.
std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

std::optional<Checkpoint> read_text(std::string_view text) {
  Checkpoint read;
  read.origin = next_line(text);
  const auto size = read_decimal(next_line(text));
  const auto root = hash_of_base64(next_line(text));
  if (!is_note_key_name(read.origin) || !size || !root) return std::nullopt;
  while (!text.empty())
    if (next_line(text).empty()) return std::nullopt;
  read.size = *size;
  read.root = *root;
  return read;
}

/// The origin for a message, not longer than a line: a stranger wrote it.
std::string shown_origin(const std::string& origin) {
  constexpr std::size_t k_longest = 200;
  if (origin.size() <= k_longest) return origin;
  const auto continues = [&](std::size_t at) {  // within a code point of UTF-8
    return (static_cast<unsigned char>(origin[at]) & 0xC0U) == 0x80U;
  };
  std::size_t end = k_longest;
  while (end > 0 && continues(end)) --end;
  return origin.substr(0, end) + "…";
}

}  // namespace

std::string signed_checkpoint(const Checkpoint& checkpoint, const SigningKey& key) {
  const std::string text =
      checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' + to_base64(checkpoint.root) + '\n';
  return signed_note(text, checkpoint.origin, key);
}

std::optional<Checkpoint> read_checkpoint(std::string_view note) {
  const auto read = read_signed_note(note);
  return read ? read_text(read->text) : std::nullopt;
}

Result<VerifiedCheckpoint> verify_checkpoint(std::string_view note, const std::string& place,
                                             std::span<const PublicKey> keys) {
  const auto read = read_signed_note(note);
  auto checkpoint = read ? read_text(read->text) : std::nullopt;
  if (!checkpoint) return unusable_input(merkle_text("checkpoint.malformed"), place);
  std::optional<PublicKey> signer;
  for (const PublicKey& key : keys) {
    const NoteVerdict verdict = verify_note(*read, checkpoint->origin, key);
    if (verdict == NoteVerdict::forged)
      return unusable_input(merkle_text("checkpoint.forged"), place, shown_origin(checkpoint->origin));
    if (verdict == NoteVerdict::genuine && !signer) signer = key;
  }
  if (!signer)
    return unusable_input(merkle_text("checkpoint.unsigned"), place, shown_origin(checkpoint->origin));
  return VerifiedCheckpoint{std::move(*checkpoint), *signer};
}

}  // namespace preshift
