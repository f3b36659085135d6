#pragma once

#include "certificate_view.hpp"
#include "journal_reading.hpp"

#include <optional>
#include <string>

namespace preshift {

/// What an entry says of a sign-in. Members that are not there are empty.
struct SignIn {
  int entry = 0;
  ClockReading clock;
  std::string certificate_id;
  std::string certificate_digest;  ///< document_digest
  std::string outcome;
  std::optional<std::chrono::sys_seconds> issued;
  std::optional<std::chrono::sys_seconds> valid_until;
  bool is_live = false;  ///< the check was made of devices alone, not of recordings
  std::string profile;
  int profile_version = 0;
  std::string profile_digest;
  std::optional<std::string> agent_id;
};

/// The details of a sign-in with this certificate.
[[nodiscard]] Json sign_in_details(const CertificateView& certificate, const std::string& digest);

[[nodiscard]] SignIn read_sign_in(const JournalEntry& entry);

/// The last sign-in, when nothing after it ends it; none: off shift.
[[nodiscard]] std::optional<SignIn> current_shift(const Journal& journal);

/// The details of a sign-out, or of a shift that was never signed out of.
[[nodiscard]] Json end_details(const SignIn& shift);

}  // namespace preshift
