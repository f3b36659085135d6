#include "stored_values.hpp"

#include "audit_store.hpp"

#include <gtest/gtest.h>

#include <set>

namespace preshift {
namespace {

TEST(StoredValues, GiveIdsBackAsTheyWere) {
  for (const char* id :
       {"", "x", "urn:uuid:", "urn:uuid:00112233-4455-6677-8899-aabbccddeeff",
        "urn:uuid:00112233-4455-6677-8899-AABBCCDDEEFF", "urn:uuid:00112233445566778899aabbccddeeff",
        "urn:uuid:0-0112233-4455-6677-8899-aabbccddeeff", "https://example.org/3"})
    EXPECT_EQ(unpacked_id(packed_id(id)), id);
  EXPECT_EQ(packed_id("urn:uuid:00112233-4455-6677-8899-aabbccddeeff").size(), 17U);
}

TEST(StoredValues, GiveDigestsBackAndTakeNothingElse) {
  const std::string digest(64, 'a');
  ASSERT_TRUE(packed_digest(digest));
  EXPECT_EQ(packed_digest(digest)->size(), 32U);
  EXPECT_EQ(unpacked_digest(*packed_digest(digest)), digest);
  for (const std::string& wrong :
       {std::string(), std::string(62, 'a'), std::string(64, 'A'), std::string(64, 'g')})
    EXPECT_FALSE(packed_digest(wrong)) << wrong;
}

TEST(StoredValues, GiveDocumentsBackAndRefuseWhatIsNone) {
  std::string document;
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(decompressed_document(compressed_document(document)), document);
    document += std::to_string(i * 7919);
  }
  const std::string largest(1U << 20U, 'x');
  EXPECT_EQ(decompressed_document(compressed_document(largest)), largest);
  EXPECT_FALSE(decompressed_document(compressed_document(largest + "x")));
  EXPECT_FALSE(decompressed_document(""));
  EXPECT_FALSE(decompressed_document(document));
  std::string cut = compressed_document(document);
  cut.pop_back();
  EXPECT_FALSE(decompressed_document(cut));
}

TEST(StoredValues, NameEveryKindOfRecord) {
  std::set<std::string_view> names;
  for (int kind = 0; kind <= static_cast<int>(RecordKind::retention); ++kind)
    names.insert(to_string(static_cast<RecordKind>(kind)));
  EXPECT_EQ(names, (std::set<std::string_view>{"shift", "approval", "dispute", "review", "access", "erasure",
                                               "retention"}));
}

}  // namespace
}  // namespace preshift
