#include "xml_text.hpp"

#include <gtest/gtest.h>

namespace preshift {
namespace {

TEST(XmlText, EscapesWhatXmlWouldTakeForMarkup) {
  EXPECT_EQ(xml_text("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
  EXPECT_EQ(xml_text("]]>"), "]]&gt;");
  EXPECT_EQ(xml_text("caméra"), "caméra");
}

TEST(XmlText, HoldsNothingThatXmlCannot) {
  EXPECT_EQ(xml_text("a\x1b"
                     "b\nc"),
            "a b c");
  EXPECT_EQ(xml_text("\xEF\xBF\xBE|\xEF\xBF\xBF|\xFF"), "\xEF\xBF\xBD|\xEF\xBF\xBD|\xEF\xBF\xBD");
}

}  // namespace
}  // namespace preshift
