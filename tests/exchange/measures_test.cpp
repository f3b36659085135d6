#include "measures.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace preshift {
namespace {

TEST(Measures, HaveUniqueNamesAndAKindEach) {
  std::set<std::string_view> names;
  for (const Measure& measure : measures()) {
    EXPECT_TRUE(names.insert(measure.name).second) << measure.name;
    EXPECT_NE(measure.unit.empty(), measure.words.empty())
        << measure.name << " is a number or a word, not both";
    EXPECT_FALSE(measure.title.english.empty() || measure.title.french.empty()) << measure.name;
  }
}

TEST(Measures, AreFoundByName) {
  ASSERT_NE(find_measure("sound.laeq"), nullptr);
  EXPECT_EQ(find_measure("sound.laeq")->unit, units::k_dba);
  EXPECT_EQ(find_measure("sound.laeqq"), nullptr);
  EXPECT_EQ(find_measure(""), nullptr);
}

}  // namespace
}  // namespace preshift
