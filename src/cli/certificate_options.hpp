#pragma once

#include "arguments.hpp"
#include "certifying.hpp"
#include "signing_options.hpp"
#include "verification.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace preshift {

/// A certificate to be made: where, what it is to say, and the key that signs it.
struct CertificateOrder {
  std::filesystem::path file;
  CertificateRequest request;
  UnlockedKey key;
};

/// The nonce and the agent's id, of a certificate to be made.
[[nodiscard]] Result<CertificateRequest> named_request(const Arguments& arguments);

/// The time of --at, else now.
[[nodiscard]] Result<std::chrono::sys_seconds> chosen_time(const Arguments& arguments);

/// What `preshift check --certificate` asks for; none without the option. The key is unlocked before anything
/// is measured, so that nobody sits through a check for nothing.
[[nodiscard]] Result<std::optional<CertificateOrder>> certificate_order(const Arguments& arguments,
                                                                        Language language);

/// What a certificate is to say by --valid-for, --nonce, --agent-id and --room.
[[nodiscard]] Result<CertificateRequest> certificate_request(const Arguments& arguments);

/// Signs and writes what the check came to.
[[nodiscard]] Result<Json> make_certificate(const CertificateOrder& order, const CheckReport& report,
                                            const Profile& profile);

/// Where it is and how long it is valid: a line for the person.
[[nodiscard]] std::string certificate_line(const CertificateOrder& order, const Json& certificate,
                                           Language language);

/// SHA-256 of the room's file that --room names; none without it.
[[nodiscard]] Result<std::optional<std::string>> room_digest_of(const Arguments& arguments);

/// What `preshift verify` compares certificates with.
[[nodiscard]] Result<Expectations> expectations(const Arguments& arguments);

}  // namespace preshift
