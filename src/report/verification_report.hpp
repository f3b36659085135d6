#pragma once

#include "text_writer.hpp"
#include "verification.hpp"

#include <string>
#include <vector>

namespace preshift {

struct VerifiedFile {
  std::string file;
  Verification verification;
};

/// What was found in each file, step by step, for a person.
[[nodiscard]] std::string verification_text(const std::vector<VerifiedFile>& files, const TextStyle& style);

/// The same for a program: `preshift-verification/1`.
[[nodiscard]] std::string verification_json(const std::vector<VerifiedFile>& files, Language language);

/// What a certificate says, for a person. What is not proven is said to be so.
[[nodiscard]] std::string certificate_text(const VerifiedFile& file, const TextStyle& style);

}  // namespace preshift
