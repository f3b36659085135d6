#include "document_rendering.hpp"

#include "document_words.hpp"
#include "example_documents.hpp"
#include "finished_pdf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace preshift {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(DocumentRendering, MakesTheSameFileOfTheSameDocument) {
  for (const auto& [name, document] : testing::example_documents()) {
    for (const DocumentFormat format : {DocumentFormat::html, DocumentFormat::pdf, DocumentFormat::xlsx}) {
      const auto first = rendered(document, format);
      const auto second = rendered(document, format);
      ASSERT_TRUE(first) << name;
      ASSERT_TRUE(second) << name;
      EXPECT_EQ(*first, *second) << name;
    }
  }
}

TEST(DocumentRendering, GivesAPdfItsLanguageAndNoDate) {
  const auto pdf = rendered(testing::small_report(Language::french), DocumentFormat::pdf);
  ASSERT_TRUE(pdf);
  EXPECT_THAT(*pdf, StartsWith("%PDF-1.5"));
  EXPECT_THAT(*pdf, HasSubstr("/Lang (fr)"));
  EXPECT_THAT(*pdf, HasSubstr("/MarkInfo << /Marked true >>"));
  EXPECT_THAT(*pdf, Not(HasSubstr("/CreationDate")));
}

TEST(DocumentRendering, LeavesAForeignPdfAsItIs) {
  for (const char* pdf :
       {"", "%PDF-1.5\nnothing", "startxref\n12\n<< /Size 3\n   /Root 1 0 R\n   /Info 2 0 R"})
    EXPECT_EQ(paper::finished_pdf(pdf, Language::english), pdf);
}

TEST(DocumentWords, LeaveOutWhatTurnsTheDirectionOfOthers) {
  EXPECT_EQ(shown_words("a\u202Egnp.exe\u2066\u2069"), "agnp.exe");
  EXPECT_EQ(shown_words("שלום\u200F"), "שלום\u200F");
  EXPECT_EQ(shown_words("a\nb\x01"), "a b ");
}

TEST(DocumentWords, WriteANumberAsItsLanguageDoes) {
  const Cell cell{Number{-12345.25, 2, "dB"}};
  EXPECT_EQ(written_cell(cell, Language::english), "\u221212,345.25\u00A0dB");
  EXPECT_EQ(written_cell(cell, Language::french), "\u221212\u202F345,25\u00A0dB");
  EXPECT_EQ(written_cell({}, Language::french), "");
}

}  // namespace
}  // namespace preshift
