#include "signed_note.hpp"

#include "base64.hpp"
#include "sha256.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace preshift {
namespace {

constexpr std::string_view k_dash = "\xE2\x80\x94 ";  // U+2014 and a space
constexpr std::size_t k_most_signatures = 100;
constexpr char k_ed25519 = '\x01';
constexpr unsigned char k_first_visible = 0x20;

/// All code points that Unicode 15 calls spaces (White_Space), but for those among the control characters.
constexpr std::string_view k_spaces[] = {" ",
                                         "\xC2\x85",
                                         "\xC2\xA0",
                                         "\xE1\x9A\x80",
                                         "\xE2\x80\x80",
                                         "\xE2\x80\x81",
                                         "\xE2\x80\x82",
                                         "\xE2\x80\x83",
                                         "\xE2\x80\x84",
                                         "\xE2\x80\x85",
                                         "\xE2\x80\x86",
                                         "\xE2\x80\x87",
                                         "\xE2\x80\x88",
                                         "\xE2\x80\x89",
                                         "\xE2\x80\x8A",
                                         "\xE2\x80\xA8",
                                         "\xE2\x80\xA9",
                                         "\xE2\x80\xAF",
                                         "\xE2\x81\x9F",
                                         "\xE3\x80\x80"};

bool is_note_text(std::string_view text) {
  const auto is_allowed = [](char c) {
    return c == '\n' || static_cast<unsigned char>(c) >= k_first_visible;
  };
  return std::all_of(text.begin(), text.end(), is_allowed) && !find_invalid_utf8(text);
}

std::array<std::uint8_t, 4> key_id_of(std::string_view name, const PublicKey& key) {
  std::string bytes(name);
  bytes += '\n';
  bytes += k_ed25519;
  bytes.append(key.begin(), key.end());
  const Sha256 digest = sha256(bytes);
  return {digest[0], digest[1], digest[2], digest[3]};
}

std::optional<NoteSignature> read_line(std::string_view line) {
  if (!line.starts_with(k_dash)) return std::nullopt;
  line.remove_prefix(k_dash.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || !is_note_key_name(line.substr(0, space))) return std::nullopt;
  const auto bytes = from_base64(line.substr(space + 1));
  NoteSignature signature{std::string(line.substr(0, space)), {}, {}};
  if (!bytes || bytes->size() <= signature.key_id.size()) return std::nullopt;
  const auto after_id = bytes->begin() + static_cast<std::ptrdiff_t>(signature.key_id.size());
  std::copy(bytes->begin(), after_id, signature.key_id.begin());
  signature.bytes.assign(after_id, bytes->end());
  return signature;
}

}  // namespace

bool is_note_key_name(std::string_view name) {
  const auto holds = [name](std::string_view part) { return name.find(part) != std::string_view::npos; };
  return !name.empty() && is_note_text(name) && !holds("\n") && !holds("+") &&
         std::none_of(std::begin(k_spaces), std::end(k_spaces), holds);
}

std::string signed_note(std::string_view text, std::string_view name, const SigningKey& key) {
  const auto id = key_id_of(name, key.public_key());
  const Signature signature = key.sign(text);
  std::vector<std::uint8_t> bytes(id.begin(), id.end());
  bytes.insert(bytes.end(), signature.begin(), signature.end());
  std::string note(text);
  note.append("\n").append(k_dash).append(name).append(" ").append(to_base64(bytes)).append("\n");
  return note;
}

std::optional<SignedNote> read_signed_note(std::string_view note) {
  const std::size_t empty_line = note.rfind("\n\n");
  if (empty_line == std::string_view::npos || !note.ends_with('\n') || !is_note_text(note))
    return std::nullopt;
  SignedNote read{std::string(note.substr(0, empty_line + 1)), {}};
  for (std::string_view rest = note.substr(empty_line + 2); !rest.empty();) {
    const std::size_t end = rest.find('\n');
    auto signature = read_line(rest.substr(0, end));
    if (!signature || read.signatures.size() == k_most_signatures) return std::nullopt;
    read.signatures.push_back(std::move(*signature));
    rest.remove_prefix(end + 1);
  }
  if (read.signatures.empty()) return std::nullopt;
  return read;
}

NoteVerdict verify_note(const SignedNote& note, std::string_view name, const PublicKey& key) {
  const auto id = key_id_of(name, key);
  NoteVerdict verdict = NoteVerdict::unsigned_by_key;
  for (const NoteSignature& line : note.signatures) {
    if (line.name != name || line.key_id != id) continue;
    Signature signature{};
    if (line.bytes.size() != signature.size()) return NoteVerdict::forged;
    std::copy(line.bytes.begin(), line.bytes.end(), signature.begin());
    if (!is_signed_by(key, signature, note.text)) return NoteVerdict::forged;
    verdict = NoteVerdict::genuine;
  }
  return verdict;
}

}  // namespace preshift
