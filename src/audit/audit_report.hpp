#pragma once

#include "audit_statistics.hpp"
#include "document.hpp"
#include "json_document.hpp"

#include <cstddef>
#include <string>

namespace preshift {

struct ReportChoices {
  Language language = Language::english;
  bool detail = false;         ///< the levels of single checks too
  std::size_t most_rows = 40;  ///< of a table, unless it is for a spreadsheet; 0: all
};

/// A page of summary, then tables and charts, the method and its limits in words.
[[nodiscard]] Result<Document> audit_document(AuditStore& store, const AuditStatistics& all,
                                              const ReportChoices& choices);

/// The same numbers for programs (docs/audit-json.md); with `detail`, levels that could be one agent's too.
[[nodiscard]] Result<Json> audit_json(AuditStore& store, const AuditStatistics& all, bool detail = false);

/// A table for programs: `columns`, and `rows` of texts, numbers and nulls.
[[nodiscard]] Json table_json(const Table& table);

}  // namespace preshift
