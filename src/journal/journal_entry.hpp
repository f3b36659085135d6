#pragma once

#include "clock_reading.hpp"
#include "ed25519.hpp"
#include "json_document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace preshift {

enum class JournalEvent {
  sign_in,
  sign_out,
  refusal,     ///< a shift that might not start
  not_ended,   ///< the shift before was never signed out of: the power failed, or it was forgotten
  key_change,  ///< a new key follows the one that signed until here
};

/// "sign_in", "sign_out", ...: as in an entry.
[[nodiscard]] std::string_view to_string(JournalEvent event);

/// What a write left behind before an entry that did not come to its end. It stays where it is.
struct RepairedWrite {
  int bytes = 0;
  std::string digest;  ///< SHA-256 of these bytes, hexadecimal
};

/// One line of a journal (docs/shift-journal.md).
struct JournalEntry {
  int sequence = 0;      ///< from 1
  std::string previous;  ///< the digest of the entry before; k_no_entry for the first
  ClockReading clock;    ///< its boot is named by a digest (boot_name)
  JournalEvent event = JournalEvent::sign_in;
  Json details = Json::object();
  std::optional<RepairedWrite> repairs;
  std::string signer;  ///< did:key
  std::string digest;  ///< SHA-256 of the line without its end, hexadecimal
};

/// What the first entry names as the one before.
inline constexpr std::string_view k_no_entry =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// What a journal calls a start of the computer: a digest, so that it cannot be told from other logs.
[[nodiscard]] std::string boot_name(std::string_view boot);

/// The entry as one line without its end, signed; fills in its signer and digest.
[[nodiscard]] std::string signed_line(JournalEntry& entry, const SigningKey& key);

struct ReadLine {
  std::optional<JournalEntry> entry;  ///< none: the line does not have the form of an entry
  bool is_genuine = false;            ///< the signer signed exactly these bytes
};

[[nodiscard]] ReadLine read_line(std::string_view line);

/// "+01:00", as entries have it.
[[nodiscard]] std::string written_offset(std::chrono::minutes offset);

}  // namespace preshift
