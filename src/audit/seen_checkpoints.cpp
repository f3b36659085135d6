#include "seen_checkpoints.hpp"

#include "atomic_file.hpp"
#include "audit_texts.hpp"
#include "checkpoint.hpp"
#include "file_bytes.hpp"
#include "hex.hpp"
#include "sha256.hpp"
#include "user_folders.hpp"

namespace preshift {

std::filesystem::path seen_checkpoint_file(const std::string& origin) {
  const auto folder = state_folder();
  return folder.empty() ? folder : folder / "audit-checkpoints" / to_hex(sha256(origin));
}

std::string seen_checkpoint(const std::string& origin) {
  constexpr std::size_t k_largest = 65536;
  const auto file = seen_checkpoint_file(origin);
  if (file.empty()) return {};
  const auto bytes = read_file(file, k_largest);
  return bytes ? *bytes : std::string();
}

Result<std::string> seen_checkpoint_of(AuditStore& store) {
  const auto state = store.log_state();
  if (!state) return Failure{state.error()};
  return seen_checkpoint(state->origin);
}

Result<std::uint64_t> missed_beginning(AuditStore& store, const std::string& seen_checkpoint) {
  const auto state = store.log_state();
  if (!state) return Failure{state.error()};
  const auto seen = read_checkpoint(seen_checkpoint);
  if (!seen || seen->size == 0 || seen_checkpoint == state->checkpoint) return std::uint64_t{0};
  CompactRange tree;
  std::optional<MerkleHash> root;
  auto read = store.each_leaf([&](LogIndex, const MerkleHash& leaf) {
    if (tree.size() >= seen->size) return;
    tree.append(leaf);
    if (tree.size() == seen->size) root = tree.root();
  });
  if (!read) return Failure{read.error()};
  return root == seen->root ? std::uint64_t{0} : seen->size;
}

Result<void> require_seen_beginning(AuditStore& store) {
  const auto state = store.log_state();
  if (!state) return Failure{state.error()};
  const auto missed = missed_beginning(store, seen_checkpoint(state->origin));
  if (!missed) return Failure{missed.error()};
  if (*missed == 0) return {};
  return unusable_input(audit_text("log.not_continued"), store.place(), static_cast<double>(*missed),
                        seen_checkpoint_file(state->origin).string());
}

void remember_log(AuditStore& store) {
  if (const auto state = store.log_state()) remember_checkpoint(state->origin, state->checkpoint);
}

void remember_checkpoint(const std::string& origin, const std::string& checkpoint) {
  const auto file = seen_checkpoint_file(origin);
  if (!file.empty() && !checkpoint.empty()) static_cast<void>(replace_file(file, checkpoint));
}

}  // namespace preshift
