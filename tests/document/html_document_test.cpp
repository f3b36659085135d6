#include "html_document.hpp"

#include "example_documents.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace preshift {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string html_of(const Block& block, Language language = Language::english) {
  return html_document(Document{language, "Title", "", {block}, ""});
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(HtmlDocument, SaysItsLanguageAndHasOneHeadingOfTheFirstLevel) {
  for (const auto& [name, document] : testing::example_documents()) {
    const std::string html = html_document(document);
    EXPECT_EQ(count_of(html, "<h1>"), 1U) << name;
    const std::string language = document.language == Language::french ? "fr" : "en";
    const std::string on_paper = document.is_one_page ? " class=\"one-page\"" : "";
    EXPECT_THAT(html, HasSubstr("<html lang=\"" + language + "\"" + on_paper + ">"));
    EXPECT_EQ(count_of(html, "<main>"), 1U) << name;
  }
}

TEST(HtmlDocument, NeedsNothingFromElsewhere) {
  for (const auto& [name, document] : testing::example_documents()) {
    const std::string html = html_document(document);
    for (const char* way :
         {"src=", "href=", "url(", "@import", "<link", "<script", "<img", "<object", "<iframe"})
      EXPECT_THAT(html, Not(HasSubstr(way))) << name;
  }
}

TEST(HtmlDocument, LetsNoWordsOutOfTheirPlace) {
  const std::string html = html_document(testing::hostile_report(Language::english));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp;"));
  EXPECT_EQ(count_of(html, "<title>"), 2U);  // the page's, the chart's
  EXPECT_EQ(count_of(html, "</style>"), 1U);
  EXPECT_EQ(html.find_first_of("\x01\x1b\xFF"), std::string::npos);
  EXPECT_THAT(html, HasSubstr("gnp.exe"));
}

TEST(HtmlDocument, ShowsACommandAsOne) {
  EXPECT_THAT(html_of(Paragraph{"Type `preshift <x>`, then `ls`."}),
              HasSubstr("<p>Type <code>preshift &lt;x&gt;</code>, then <code>ls</code>.</p>"));
  EXPECT_THAT(html_of(Paragraph{"5` long, `` empty, `alone"}),
              HasSubstr("<p>5<code> long, </code><code> empty, </code>alone</p>"));
  EXPECT_THAT(html_of(Paragraph{"one ` alone"}), HasSubstr("<p>one ` alone</p>"));
}

TEST(HtmlDocument, NamesTheColumnsAndRowsOfATable) {
  const Table table{"t", "Days", {{"Day"}, {"Checks", true}}, {{{"1 May"}, {Number{12345.5, 1, "dB"}}}}, ""};
  EXPECT_THAT(
      html_of(table),
      HasSubstr("<caption>Days</caption>\n<thead><tr><th scope=\"col\">Day</th>"
                "<th scope=\"col\" class=\"number\">Checks</th></tr></thead>\n<tbody>\n"
                "<tr><th scope=\"row\">1 May</th><td class=\"neutral number\">12,345.5\u00A0dB</td></tr>"));
  EXPECT_THAT(html_of(table, Language::french), HasSubstr("12\u202F345,5\u00A0dB"));
}

TEST(HtmlDocument, SaysThatATableIsEmptyAndFillsAShortRow) {
  EXPECT_THAT(html_of(Table{"t", "T", {{"A"}, {"B"}}, {}, "No checks."}),
              HasSubstr("<td class=\"empty\" colspan=\"2\">No checks.</td>"));
  EXPECT_THAT(html_of(Table{"t", "T", {{"A"}, {"B"}}, {{{"a"}}}, ""}),
              HasSubstr("<tr><th scope=\"row\">a</th><td class=\"neutral\"></td></tr>"));
}

TEST(HtmlDocument, KeepsASmallPictureSmall) {
  const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>";
  EXPECT_THAT(html_of(Chart{svg, "code", 176, 176}), HasSubstr("<figure class=\"small\">"));
  EXPECT_THAT(html_of(Chart{svg, "chart", 660, 300}), HasSubstr("<figure>"));
}

TEST(HtmlDocument, MarksAToneByMoreThanColour) {
  EXPECT_THAT(html_of(Banner{Tone::bad, "Not cleared", "why"}),
              HasSubstr("<span class=\"mark\" aria-hidden=\"true\">✗</span>Not cleared</p>"
                        "<p class=\"detail\">why</p>"));
  EXPECT_THAT(html_of(KeyFigures{{{"1", "check"}}}), Not(HasSubstr("class=\"mark\"")));
}

}  // namespace
}  // namespace preshift
