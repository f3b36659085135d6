#pragma once

#include "merkle_tree.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// That an entry is in a log, for who has no access to it (c2sp.org/tlog-proof@v1, in files *.tlog-proof):
/// its place, the hashes up to the root, and the checkpoint with that root.
struct LogProof {
  std::uint64_t index = 0;
  std::vector<MerkleHash> hashes;    ///< inclusion_proof()
  std::string checkpoint;            ///< the signed note; verify_checkpoint() says whether it is genuine
  std::optional<std::string> extra;  ///< bytes of any meaning, which nothing vouches for
};

[[nodiscard]] std::string written_proof(const LogProof& proof);

/// None when it has not the form; the checkpoint is not looked into.
[[nodiscard]] std::optional<LogProof> read_proof(std::string_view text);

/// Whether the proof leads from this leaf to its own checkpoint's root. Whether that one is genuine is
/// another question.
[[nodiscard]] bool proves(const LogProof& proof, const MerkleHash& leaf);

}  // namespace preshift
