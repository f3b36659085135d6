#include "name_table.hpp"

#include <array>
#include <utility>

namespace preshift {

Result<void> NameTable::refresh(SqlDatabase& database) {
  std::int64_t made = 1;
  std::int64_t change = 0;
  auto asked = database.query("SELECT names_made, names_changed FROM log", {}, [&](const SqlRow& row) {
    made = row.integer(0);
    change = row.integer(1);
  });
  if (!asked || change == m_change) return asked;
  if (auto done = read(database, made); !done) return done;
  m_change = change;
  return {};
}

Result<void> NameTable::read(SqlDatabase& database, std::int64_t made) {
  forget();
  m_numbers.clear();
  m_names.assign(static_cast<std::size_t>(made), "");
  m_written = m_names.size();
  return database.scan("SELECT number, name FROM names", {}, [this](const SqlRow& row) {
    const std::int64_t number = row.integer(0);
    if (number <= 0 || static_cast<std::size_t>(number) >= m_names.size()) return;
    m_names[static_cast<std::size_t>(number)] = row.text(1);
    m_numbers.emplace(row.text(1), number);
  });
}

std::int64_t NameTable::number_of(std::string_view name) {
  if (name.empty()) return 0;
  const auto [entry, is_new] = m_numbers.try_emplace(std::string(name), std::ssize(m_names));
  if (is_new) m_names.emplace_back(name);
  return entry->second;
}

Result<void> NameTable::write(SqlDatabase& database) {
  if (m_written == m_names.size()) return {};
  std::vector<SqlValue> values;
  for (std::size_t i = m_written; i < m_names.size(); ++i) {
    values.emplace_back(static_cast<std::int64_t>(i));
    values.emplace_back(std::string_view(m_names[i]));
  }
  if (auto inserted = database.insert_rows("names", "number, name", values); !inserted) return inserted;
  const std::array<SqlValue, 2> state{std::ssize(m_names), ++m_change};
  auto noted = database.execute("UPDATE log SET names_made = $1, names_changed = $2", state);
  if (!noted) return Failure{noted.error()};
  m_written = m_names.size();
  return {};
}

Result<void> NameTable::remove_unused(SqlDatabase& database) {
  auto removed = database.execute(
      "DELETE FROM names WHERE number NOT IN ("
      "SELECT agent FROM certificates UNION SELECT site FROM certificates UNION "
      "SELECT profile FROM certificates UNION SELECT issuer FROM identities UNION "
      "SELECT rule FROM failed_rules UNION SELECT requirement FROM failed_rules UNION "
      "SELECT reason FROM failed_rules UNION SELECT rule FROM waivers UNION SELECT approver FROM waivers "
      "UNION "
      "SELECT agent FROM records)",
      {});
  if (!removed) return Failure{removed.error()};
  auto noted = database.execute("UPDATE log SET names_changed = names_changed + 1", {});
  if (!noted) return Failure{noted.error()};
  forget();
  return refresh(database);
}

std::optional<std::int64_t> NameTable::find(std::string_view name) const {
  const auto found = m_numbers.find(std::string(name));
  if (found == m_numbers.end()) return std::nullopt;
  return found->second;
}

const std::string& NameTable::name(std::int64_t number) const {
  const bool is_known = number > 0 && static_cast<std::size_t>(number) < m_names.size();
  return m_names[is_known ? static_cast<std::size_t>(number) : 0];
}

}  // namespace preshift
