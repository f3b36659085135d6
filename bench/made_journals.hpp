#pragma once

#include "made_documents.hpp"
#include "workforce.hpp"

#include <filesystem>
#include <vector>

namespace preshift {

/// Writes each agent's journal of shifts into the folder as AGENT.jsonl: a copy as `preshift shift log
/// --export` makes it, its head being the last line. The shifts are those that the planned checks cleared; a
/// few were never signed out of, and a few were started without a clearance, by a client that was tampered
/// with: with a certificate that did not clear, or with the one of an earlier day, which had expired. For
/// some thousands of checks, since every certificate is made for it. Throws when the folder cannot be
/// written.
void write_journals(const Workforce& workforce, const DocumentMaker& maker,
                    const std::vector<PlannedCheck>& plan, const std::filesystem::path& folder);

}  // namespace preshift
