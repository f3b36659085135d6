#pragma once

#include "key_store.hpp"

namespace preshift {

[[nodiscard]] Json written_record(const KeyRecord& record);

/// Or the path of the first member that is not as it must be.
[[nodiscard]] Expected<KeyRecord, std::string> read_record(const Json& json);

/// What the old key signs when a new one follows it.
[[nodiscard]] Json succession_statement(const SigningKey& from, const PublicKey& to,
                                        std::chrono::sys_seconds at);

}  // namespace preshift
