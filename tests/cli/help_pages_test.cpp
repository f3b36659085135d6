#include "help_pages.hpp"

#include "utf8.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace preshift {
namespace {

using ::testing::HasSubstr;

void expect_no_line_past(std::size_t columns, const std::string& page) {
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), columns) << line;
}

TEST(HelpPages, NameEveryOptionOfEveryCommandEverywhere) {
  const std::string completion = bash_completion();
  for (const CommandInfo& command : commands()) {
    for (const OptionInfo& option : command.options) {
      for (const Language language : {Language::english, Language::french})
        EXPECT_THAT(help_page(command, language), HasSubstr(std::string(option.name)));
      EXPECT_THAT(completion, HasSubstr(std::string(option.name)));
    }
    EXPECT_THAT(help_page(Language::english), HasSubstr(std::string(command.name)));
  }
}

TEST(HelpPages, FitAnOrdinaryTerminal) {
  for (const Language language : {Language::english, Language::french}) {
    expect_no_line_past(80, help_page(language));
    for (const CommandInfo& command : commands()) expect_no_line_past(80, help_page(command, language));
  }
}

TEST(HelpPages, OfAGroupListItsCommands) {
  for (const Language language : {Language::english, Language::french}) {
    const std::string page = group_help_page("audit", language);
    EXPECT_THAT(commands_of("audit"), ::testing::SizeIs(::testing::Gt(15)));
    for (const CommandInfo* command : commands_of("audit")) {
      EXPECT_THAT(page, HasSubstr("\n  " + std::string(command->name.substr(6)) + " "));
      EXPECT_THAT(page, HasSubstr(std::string(command->summary.in(language)).substr(0, 20)));
    }
    expect_no_line_past(80, page);
  }
  EXPECT_TRUE(commands_of("check").empty());
}

TEST(HelpPages, ShowExamplesAndExitStatuses) {
  const std::string page = help_page(*find_command("check"), Language::english);
  EXPECT_THAT(page, HasSubstr("Examples:"));
  EXPECT_THAT(page, HasSubstr("a device failed"));
}

TEST(ManPage, EscapesWhatRoffWouldTakeForCommands) {
  const std::string page = man_page(Language::english);
  EXPECT_THAT(page, HasSubstr(".B \\-\\-sound FILE"));
  EXPECT_THAT(page, ::testing::StartsWith(".TH PRESHIFT 1"));
}

}  // namespace
}  // namespace preshift
