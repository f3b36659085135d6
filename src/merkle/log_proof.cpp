#include "log_proof.hpp"

#include "checkpoint.hpp"
#include "note_fields.hpp"

#include <cstddef>

namespace preshift {
namespace {

constexpr std::string_view k_first_line = "c2sp.org/tlog-proof@v1";
constexpr std::string_view k_extra = "extra ";
constexpr std::string_view k_index = "index ";
constexpr std::size_t k_most_hashes = 64;  // the height of the tallest tree

/// Takes a line off the front, which must end in a line end.
std::optional<std::string_view> take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

/// What follows the word in the next line; none, and nothing taken, when it starts otherwise.
std::optional<std::string_view> take_value(std::string_view& rest, std::string_view word) {
  if (!rest.starts_with(word)) return std::nullopt;
  std::string_view line = take_line(rest).value_or("");
  line.remove_prefix(std::min(word.size(), line.size()));
  return line;
}

bool take_extra(std::string_view& rest, LogProof& proof) {
  const auto value = take_value(rest, k_extra);
  if (!value) return true;
  const auto bytes = from_base64(*value);
  if (bytes) proof.extra = std::string(bytes->begin(), bytes->end());
  return bytes.has_value();
}

bool take_hashes(std::string_view& rest, LogProof& proof) {
  for (;;) {
    const auto line = take_line(rest);
    if (!line) return false;
    if (line->empty()) return true;
    const auto hash = hash_of_base64(*line);
    if (!hash || proof.hashes.size() == k_most_hashes) return false;
    proof.hashes.push_back(*hash);
  }
}

std::string base64_of(std::string_view bytes) {
  return to_base64({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

}  // namespace

std::string written_proof(const LogProof& proof) {
  std::string text(k_first_line);
  text += '\n';
  if (proof.extra) text.append(k_extra).append(base64_of(*proof.extra)).append("\n");
  text.append(k_index).append(std::to_string(proof.index)).append("\n");
  for (const MerkleHash& hash : proof.hashes) text.append(to_base64(hash)).append("\n");
  return text + '\n' + proof.checkpoint;
}

std::optional<LogProof> read_proof(std::string_view text) {
  LogProof proof;
  if (take_line(text) != k_first_line || !take_extra(text, proof)) return std::nullopt;
  const auto index = read_decimal(take_value(text, k_index).value_or(""));
  if (!index || !take_hashes(text, proof) || text.empty()) return std::nullopt;
  proof.index = *index;
  proof.checkpoint = text;
  return proof;
}

bool proves(const LogProof& proof, const MerkleHash& leaf) {
  const auto checkpoint = read_checkpoint(proof.checkpoint);
  return checkpoint &&
         root_of_inclusion(proof.index, checkpoint->size, leaf, proof.hashes) == checkpoint->root;
}

}  // namespace preshift
