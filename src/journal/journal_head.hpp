#pragma once

#include "ed25519.hpp"
#include "json_document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace preshift {

/// The signed record of how far a journal goes, kept beside it and, in a copy for others, as its last line:
/// without it nobody could tell whether the end was cut off.
struct JournalHead {
  int sequence = 0;    ///< of the last entry
  std::string digest;  ///< of the same
  std::string signer;  ///< did:key
  Json statements;     ///< that lead from the last entry's signer to this one, when they differ; else null
};

/// One line without its end. The signer is the key's.
[[nodiscard]] std::string signed_head(const JournalHead& head, const SigningKey& key);

struct ReadHead {
  std::optional<JournalHead> head;  ///< none: this is no head
  bool is_genuine = false;
};

/// A line end at its end is left out.
[[nodiscard]] ReadHead read_head(std::string_view text);

}  // namespace preshift
