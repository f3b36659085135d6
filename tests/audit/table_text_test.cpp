#include "table_text.hpp"

#include "csv_document.hpp"

#include <gtest/gtest.h>

namespace preshift::testing {
namespace {

TEST(JoinedTables, HaveARowOfEachAndTheColumnsOfAll) {
  const auto cell = [](const char* words) { return Cell{std::string(words), Tone::neutral}; };
  const Table first{"a", "First", {{"Time"}, {"What"}}, {{cell("8:00"), cell("one")}}, ""};
  const Table second{
      "b", "Second", {{"Agent"}, {"Time"}}, {{cell("A1"), cell("9:00")}, {cell("A2"), cell("10:00")}}, ""};
  EXPECT_EQ(csv_table(joined_tables({first, second}, Language::english)),
            "Table,Time,What,Agent\r\nFirst,8:00,one,\r\nSecond,9:00,,A1\r\nSecond,10:00,,A2\r\n");
}

}  // namespace
}  // namespace preshift::testing
