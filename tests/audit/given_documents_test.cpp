#include "given_documents.hpp"

#include "strict_json.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <sstream>

namespace preshift::testing {
namespace {

using ::testing::ElementsAre;

struct GivenDocuments : ::testing::Test {
  std::vector<std::string> sources(const std::vector<std::string>& paths, const std::string& input = "") {
    std::istringstream stream(input);
    found.clear();
    const auto read = each_given_document(paths, stream, [&](GivenDocument document) {
      found.push_back(std::move(document));
      return true;
    });
    EXPECT_TRUE(read);
    aside = read ? *read : 0;
    std::vector<std::string> names;
    for (const GivenDocument& document : found)
      names.push_back(std::filesystem::path(document.source).filename().string());
    return names;
  }

  TemporaryFolder folder;
  std::vector<GivenDocument> found;
  std::size_t aside = 0;
};

TEST_F(GivenDocuments, AFolderStandsForItsDocumentsHoweverDeep) {
  std::filesystem::create_directory(folder.path() / "a");
  folder.write("b.json", "{}");
  folder.write("a/c.json", "{}");
  folder.write("a/d.txt", "{}");
  folder.write("a/e.JSON", "{}");
  folder.write("f.ndjson", "{}\n{}\n");
  EXPECT_THAT(sources({folder.path().string()}),
              ElementsAre("c.json", "e.JSON", "b.json", "f.ndjson:1", "f.ndjson:2"));
  EXPECT_EQ(aside, 1U) << "and it is said";
}

TEST_F(GivenDocuments, AFileHoldsOneDocumentHoweverItIsLaidOut) {
  folder.write("one.json", "{\n \"a\": 1\n}\n");
  EXPECT_THAT(sources({(folder.path() / "one.json").string()}), ElementsAre("one.json"));
  EXPECT_EQ(found.front().bytes, "{\n \"a\": 1\n}\n");
}

TEST_F(GivenDocuments, AFileHoldsOneDocumentOnEachLine) {
  folder.write("many.jsonl", "{\"a\":1}\n\n{\"a\":2}\n{\"a\":3}");
  EXPECT_THAT(sources({(folder.path() / "many.jsonl").string()}),
              ElementsAre("many.jsonl:1", "many.jsonl:3", "many.jsonl:4"));
  EXPECT_EQ(found.back().bytes, "{\"a\":3}");
}

TEST_F(GivenDocuments, AFileOfLinesMayBeginWithABlankOrABrokenOne) {
  for (const std::string first : {"", "{"}) {
    folder.write("many.jsonl", first + "\n{\"a\":1}\n{\"a\":2}\n");
    const auto names = sources({(folder.path() / "many.jsonl").string()});
    EXPECT_EQ(names.back(), "many.jsonl:3");
  }
}

TEST_F(GivenDocuments, AJournalComesAsAWhole) {
  const std::string text =
      "{\"at\":1,\"format\":\"preshift-journal/1\"}\n{\"format\":\"preshift-journal-head/1\"}\n";
  folder.write("shifts.jsonl", text);
  sources({(folder.path() / "shifts.jsonl").string()});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found.front().is_journal);
  EXPECT_EQ(found.front().bytes, text);
}

TEST_F(GivenDocuments, ALineThatIsTooLongIsCutOffAndTheNextIsRead) {
  sources({"-"}, std::string(3 * k_largest_json, 'x') + "\n{}\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].bytes.size(), k_largest_json + 1);
  EXPECT_EQ(found[1].bytes, "{}");
}

TEST_F(GivenDocuments, ALineIsReadWhateverItsLengthAndBytes) {
  for (const std::size_t length : {1U, 16382U, 16383U, 16384U, 16385U, 40000U}) {
    std::string line(length, 'x');
    line[length / 2] = '\0';
    sources({"-"}, line + "\n" + line);
    ASSERT_EQ(found.size(), 2U) << length;
    EXPECT_EQ(found[0].bytes, line);
    EXPECT_EQ(found[1].bytes, line);
  }
}

TEST_F(GivenDocuments, AFileThatIsTooLargeIsNotReadToItsEnd) {
  folder.write("large.json", "[\n" + std::string(3 * k_largest_json, ' '));
  sources({(folder.path() / "large.json").string()});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].bytes.size(), k_largest_json + 1);
}

TEST_F(GivenDocuments, StopsWhenTold) {
  std::istringstream stream("{}\n{}\n{}\n");
  int count = 0;
  EXPECT_TRUE(each_given_document({"-"}, stream, [&](const GivenDocument&) { return ++count < 2; }));
  EXPECT_EQ(count, 2);
}

TEST_F(GivenDocuments, NamesAFileThatIsNotThere) {
  std::istringstream stream;
  const auto read =
      each_given_document({"/nowhere/x.json"}, stream, [](const GivenDocument&) { return true; });
  ASSERT_FALSE(read);
  EXPECT_THAT(render(read.error().message, Language::english), ::testing::HasSubstr("/nowhere/x.json"));
}

TEST_F(GivenDocuments, AnEmptyFileIsADocumentThatWillBeRefused) {
  folder.write("empty.json", "");
  EXPECT_THAT(sources({(folder.path() / "empty.json").string()}), ElementsAre("empty.json"));
}

TEST_F(GivenDocuments, AnEmptyFileOfLinesHoldsNone) {
  folder.write("empty.jsonl", "");
  EXPECT_THAT(sources({(folder.path() / "empty.jsonl").string()}), ElementsAre());
}

}  // namespace
}  // namespace preshift::testing
