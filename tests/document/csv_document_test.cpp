#include "csv_document.hpp"

#include "example_documents.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace preshift {
namespace {

using ::testing::HasSubstr;

std::string csv_of(const std::string& words) {
  const std::string csv = csv_table({"t", "", {{"a"}}, {{{words}}}, ""});
  return csv.substr(3, csv.size() - 5);
}

TEST(CsvDocument, WritesTitlesAndRowsAsRfc4180Has) {
  const Table table{
      "t",
      "Title",
      {{"Day"}, {"Level", true}, {"Said, \"so\""}},
      {{{"1 May"}, {Number{-41.25, 1, "dB(A)"}}, {"a,b"}}, {{"2 May"}, {Number{12345, 0, "dB(A)"}}}},
      ""};
  EXPECT_EQ(csv_table(table),
            "Day,\"Level, dB(A)\",\"Said, \"\"so\"\"\"\r\n1 May,-41.2,\"a,b\"\r\n2 May,12345,\r\n");
}

TEST(CsvDocument, DisarmsWhatASpreadsheetWouldCompute) {
  EXPECT_EQ(csv_of("=1+1"), "'=1+1");
  EXPECT_EQ(csv_of("+cmd"), "'+cmd");
  EXPECT_EQ(csv_of("-2+3"), "'-2+3");
  EXPECT_EQ(csv_of("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(csv_of("\t=1"), "' =1");
  EXPECT_EQ(csv_of("\r=1"), "' =1");
  EXPECT_EQ(csv_of("＝1"), "'＝1");
  EXPECT_EQ(csv_of("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
}

TEST(CsvDocument, LeavesNumbersAndWordsAsTheyAre) {
  EXPECT_EQ(csv_of("-5.25"), "-5.25");
  EXPECT_EQ(csv_of("+7"), "+7");
  EXPECT_EQ(csv_of("a=b"), "a=b");
  EXPECT_EQ(csv_of("été"), "été");
}

TEST(CsvDocument, LeavesOutWhatIsNoNumber) {
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(csv_table({"t", "", {{"a"}, {"b"}}, {{{Number{nothing}}, {Number{1}}}}, ""}), "a,b\r\n,1\r\n");
}

TEST(CsvDocument, IsTheTableThatIsNamed) {
  Document document;
  document.blocks = {Table{"days", "", {{"a"}}, {}, ""}, Table{"agents", "", {{"b"}}, {}, ""}};
  const auto agents = csv_document(document, "agents");
  ASSERT_TRUE(agents);
  EXPECT_EQ(*agents, "b\r\n");
  const auto none = csv_document(document, "weeks");
  ASSERT_FALSE(none);
  EXPECT_EQ(render(none.error().message, Language::english),
            "There is no table 'weeks' in this document. There are: days, agents.");
  const auto unsaid = csv_document(document);
  ASSERT_FALSE(unsaid);
  EXPECT_THAT(render(unsaid.error().message, Language::french), HasSubstr("days, agents"));
  document.blocks.pop_back();
  EXPECT_TRUE(csv_document(document));
}

TEST(CsvDocument, NamesFilesThatNoFolderMindsAndEachOnce) {
  Document document;
  for (const char* name : {"../a:b", "Days", "days", ""})
    document.blocks.emplace_back(Table{name, "", {{"a"}}, {}, ""});
  document.blocks.emplace_back(Table{std::string(100, 'x'), "", {{"a"}}, {}, ""});
  std::vector<std::string> names;
  for (const CsvFile& file : csv_files(document)) names.push_back(file.name);
  EXPECT_THAT(names, ::testing::ElementsAre("___a_b.csv", "Days.csv", "days-2.csv", "table.csv",
                                            std::string(31, 'x') + ".csv"));
}

}  // namespace
}  // namespace preshift
