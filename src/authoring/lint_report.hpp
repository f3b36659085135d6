#pragma once

#include "finding.hpp"
#include "json_parts.hpp"
#include "text_writer.hpp"

#include <span>
#include <string>
#include <vector>

namespace preshift {

/// "file:line:column: error: what is wrong and what to do", a line each, and their number.
[[nodiscard]] std::string lint_text(const std::vector<std::string>& files, const Findings& findings,
                                    const TextStyle& style);

/// One finding for programs: level, kind, file, line and column where it has a place, message.
[[nodiscard]] Json finding_json(const Finding& finding, Language language);

/// For programs: `preshift-lint/1`.
[[nodiscard]] std::string lint_json(const std::vector<std::string>& files, const Findings& findings,
                                    Language language);

/// For what collects findings: a SARIF log, the id of the text being that of the rule.
[[nodiscard]] std::string lint_sarif(const Findings& findings, int exit_status, Language language);

}  // namespace preshift
