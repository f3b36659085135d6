#include "base64.hpp"
#include "checkpoint.hpp"
#include "did_key.hpp"
#include "log_proof.hpp"
#include "promises.hpp"
#include "signed_note.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Any bytes as a signed note, a checkpoint or a proof: none, or what is written again byte for byte. The
// seeds are the audit's output, signed by a key that was thrown away: by it nothing verifies but what they
// say.

namespace preshift {
namespace {

constexpr std::string_view k_signer = "did:key:z6MksmjS1i3LRkZfVUto6vd1dBGnyKkg7nJoVxFSUkTqRJKw";
constexpr std::string_view k_origin = "preshift.example/audit/5de43a62-dfa5-4e43-be4e-918cf69ea79a";
constexpr std::string_view k_root = "ZHL9enhN4s/toHFgDrz8t7Gp1u3yFC5QsioDzZ0E/1A=";
constexpr std::uint64_t k_size = 6;
constexpr std::uint64_t k_index = 2;
constexpr std::string_view k_entry =
    R"({"digest":"85cd9b0b5ef2d9ae0f3f0c7134641a7a0c209247b3b76d31bee8ca0452eda29f",)"
    R"("imported":"2026-11-26T08:22:34Z","site":"Lille","type":"certificate"})";

const PublicKey& signer() {
  static const PublicKey key = key_of_did(k_signer).value();
  return key;
}

std::string signature_line(const NoteSignature& signature) {
  std::vector<std::uint8_t> bytes(signature.key_id.begin(), signature.key_id.end());
  bytes.insert(bytes.end(), signature.bytes.begin(), signature.bytes.end());
  return "— " + signature.name + " " + to_base64(bytes) + "\n";
}

std::string signed_text() {
  return std::string(k_origin) + "\n" + std::to_string(k_size) + "\n" + std::string(k_root) + "\n";
}

void check_note(std::string_view text) {
  const auto note = read_signed_note(text);
  if (!note) return;
  std::string again = note->text + "\n";
  for (const NoteSignature& signature : note->signatures) {
    require(is_note_key_name(signature.name));
    again += signature_line(signature);
    const NoteVerdict verdict = verify_note(*note, signature.name, signer());
    require(verdict != NoteVerdict::genuine || (signature.name == k_origin && note->text == signed_text()));
  }
  require(again == text);
}

/// A checkpoint that is signed anew is read as it was.
void check_round_trip(const Checkpoint& checkpoint) {
  static const SigningKey key = SigningKey::from_seed(std::vector<std::uint8_t>(32, 7)).value();
  const std::string note = signed_checkpoint(checkpoint, key);
  require(read_checkpoint(note) == checkpoint);
  const PublicKey keys[] = {signer(), key.public_key()};
  const auto verified = verify_checkpoint(note, "checkpoint", keys);
  require(verified && verified->checkpoint == checkpoint && verified->signer == key.public_key());
}

/// Whether it is the one that was signed.
bool check_checkpoint(std::string_view text) {
  const auto read = read_checkpoint(text);
  if (read) check_round_trip(*read);
  const PublicKey keys[] = {signer()};
  const auto verified = verify_checkpoint(text, "checkpoint", keys);
  if (!verified) {
    check_refusal(verified.error(), "checkpoint");
    return false;
  }
  require(read == verified->checkpoint && verified->signer == signer());
  require(read->origin == k_origin && read->size == k_size && to_base64(read->root) == k_root);
  return true;
}

/// No other leaf has the same proof, nor has the leaf an altered one.
void check_proven(LogProof proof, const MerkleHash& leaf) {
  require(!proves(proof, leaf_hash("another entry")));
  if (proof.hashes.empty()) return;
  proof.hashes.back().front() ^= 1U;
  require(!proves(proof, leaf));
}

void check_proof(std::string_view text) {
  const auto proof = read_proof(text);
  if (!proof) return;
  require(written_proof(*proof) == text);
  const bool is_genuine = check_checkpoint(proof->checkpoint);
  const MerkleHash leaf = leaf_hash(proof->extra.value_or(""));
  if (!proves(*proof, leaf)) return;
  check_proven(*proof, leaf);
  if (is_genuine) require(proof->index == k_index && proof->extra == k_entry);
}

void check(std::string_view text) {
  check_note(text);
  check_checkpoint(text);
  check_proof(text);
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  preshift::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
