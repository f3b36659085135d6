#pragma once

#include "key_store.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace preshift {

/// Whether the `statements` of an entry's details lead from one key to the other, each signed by the key that
/// it follows.
[[nodiscard]] inline bool leads_to(const Json& details, std::string from, const std::string& to) {
  const Json* statements = member(details, "statements");
  if (statements == nullptr || !statements->is_array()) return false;
  return lead_to(statements->get_ref<const Json::array_t&>(), std::move(from), to);
}

/// Those of the key's statements that lead from this key to its own; none when they do not.
[[nodiscard]] inline std::optional<Json> statements_since(const KeyRecord& record, const std::string& from) {
  Json statements = Json::array();
  for (const Json& statement : record.rotations) {
    const auto succession = read_succession(statement);
    if (!statements.empty() || (succession && succession->from == from)) statements.push_back(statement);
  }
  if (!leads_to({{"statements", statements}}, from, did_of(record.key))) return std::nullopt;
  return statements;
}

}  // namespace preshift
