#pragma once

#include "audit_rows.hpp"
#include "name_table.hpp"
#include "sql_database.hpp"

#include <string>
#include <vector>

namespace preshift {

/// What an AuditFilter asks, as SQL over the table `certificates`, called c: "c.agent = $1 AND ...".
struct FilterCondition {
  std::string sql = "1 = 1";
  std::vector<SqlValue> values;
  bool matches_nothing = false;  ///< it asks for a name that the store does not know

  void require(const std::string& left_side, SqlValue value);  ///< "c.agent =" and what follows
  void require_one_of(const std::string& column, const std::vector<SqlValue>& choices);
  void require_name(const std::string& column, const std::string& name, const NameTable& names);
};

/// Looks at from, until, site, agent and profile.
[[nodiscard]] FilterCondition certificate_condition(const AuditFilter& filter, const NameTable& names);

}  // namespace preshift
