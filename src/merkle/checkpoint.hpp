#pragma once

#include "ed25519.hpp"
#include "merkle_tree.hpp"
#include "problem.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace preshift {

/// How far a log goes (c2sp.org/tlog-checkpoint): a signed note of its origin, its size and its root.
struct Checkpoint {
  std::string origin;  ///< names the log, and its key: is_note_key_name
  std::uint64_t size = 0;
  MerkleHash root{};

  bool operator==(const Checkpoint&) const = default;
};

/// The note, signed in the origin's name.
[[nodiscard]] std::string signed_checkpoint(const Checkpoint& checkpoint, const SigningKey& key);

/// What a note says that has the form of a checkpoint; lines after the root are left out. None when its
/// origin cannot name a key, as nobody could sign in its name. Nothing of it is verified.
[[nodiscard]] std::optional<Checkpoint> read_checkpoint(std::string_view note);

struct VerifiedCheckpoint {
  Checkpoint checkpoint;
  PublicKey signer{};  ///< the first of the keys that signed it
};

/// Refuses one that none of the keys signed, or that says so wrongly of one of them. `place` is where it
/// comes from.
[[nodiscard]] Result<VerifiedCheckpoint> verify_checkpoint(std::string_view note, const std::string& place,
                                                           std::span<const PublicKey> keys);

}  // namespace preshift
