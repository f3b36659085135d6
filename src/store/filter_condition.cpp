#include "filter_condition.hpp"

#include "stored_values.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace preshift {
namespace {

/// Those of "standard 3", "standard 4", ... for the profile "standard".
std::vector<SqlValue> versions_of(const std::string& profile, const NameTable& names) {
  const std::string start = profile + ' ';
  const auto is_version = [&](std::string_view name) {
    return name.starts_with(start) && name.substr(start.size()).find(' ') == std::string_view::npos;
  };
  std::vector<SqlValue> numbers;
  for (std::size_t i = 0; i < names.all().size(); ++i)
    if (is_version(names.all()[i])) numbers.emplace_back(static_cast<std::int64_t>(i));
  return numbers;
}

}  // namespace

void FilterCondition::require(const std::string& left_side, SqlValue value) {
  values.push_back(value);
  sql += " AND " + left_side + " $" + std::to_string(values.size());
}

void FilterCondition::require_one_of(const std::string& column, const std::vector<SqlValue>& choices) {
  if (choices.empty()) {
    matches_nothing = true;
    return;
  }
  sql += " AND " + column + " IN (";
  for (std::size_t i = 0; i < choices.size(); ++i) {
    values.push_back(choices[i]);
    sql += (i == 0 ? "$" : ", $") + std::to_string(values.size());
  }
  sql += ')';
}

void FilterCondition::require_name(const std::string& column, const std::string& name,
                                   const NameTable& names) {
  if (name.empty()) return;
  if (const auto number = names.find(name))
    require(column + " =", *number);
  else
    matches_nothing = true;
}

FilterCondition certificate_condition(const AuditFilter& filter, const NameTable& names) {
  FilterCondition condition;
  if (filter.from) condition.require("c.issued_at >=", seconds_of(*filter.from));
  if (filter.until) condition.require("c.issued_at <", seconds_of(*filter.until));
  condition.require_name("c.site", filter.site, names);
  condition.require_name("c.agent", filter.agent, names);
  if (!filter.profile.empty()) condition.require_one_of("c.profile", versions_of(filter.profile, names));
  return condition;
}

}  // namespace preshift
