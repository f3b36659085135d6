#include "audit_command_texts.hpp"
#include "audit_texts.hpp"
#include "authoring_texts.hpp"
#include "calibration_texts.hpp"
#include "certificate_report_texts.hpp"
#include "certificate_texts.hpp"
#include "check_texts.hpp"
#include "cli_texts.hpp"
#include "command_table.hpp"
#include "difference_texts.hpp"
#include "dispute_texts.hpp"
#include "document_texts.hpp"
#include "history_texts.hpp"
#include "journal_texts.hpp"
#include "json_texts.hpp"
#include "judging_texts.hpp"
#include "key_texts.hpp"
#include "measures.hpp"
#include "merkle_texts.hpp"
#include "onboard_texts.hpp"
#include "onboarding_store_texts.hpp"
#include "onboarding_texts.hpp"
#include "plot_texts.hpp"
#include "printed_texts.hpp"
#include "report_command_texts.hpp"
#include "report_texts.hpp"
#include "rules_test_texts.hpp"
#include "rules_texts.hpp"
#include "schema_texts.hpp"
#include "sensing_texts.hpp"
#include "shift_report_texts.hpp"
#include "shift_texts.hpp"
#include "signing_texts.hpp"
#include "store_texts.hpp"

#include <gtest/gtest.h>

#include <set>
#include <span>
#include <string>

namespace preshift {
namespace {

constexpr std::span<const Text> k_tables[] = {
    k_sensing_texts,    k_check_texts,        k_report_texts,
    k_rules_texts,      k_calibration_texts,  k_plot_texts,
    k_cli_texts,        k_certificate_texts,  k_certificate_report_texts,
    k_json_texts,       k_key_texts,          k_signing_texts,
    k_judging_texts,    k_authoring_texts,    k_rules_test_texts,
    k_difference_texts, k_schema_texts,       k_journal_texts,
    k_shift_texts,      k_shift_report_texts, k_history_texts,
    k_onboarding_texts, k_onboard_texts,      k_onboarding_store_texts,
    k_document_texts,   k_merkle_texts,       k_dispute_texts,
    k_store_texts,      k_printed_texts,      k_report_command_texts,
    k_audit_texts,      k_audit_command_texts};

std::set<std::string> places_in(std::string_view pattern) {
  std::set<std::string> places;
  for (std::size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1))
    places.insert(std::string(pattern.substr(at, pattern.find('}', at) - at + 1)));
  return places;
}

TEST(Texts, ExistInBothLanguages) {
  for (const auto table : k_tables) {
    for (const Text& text : table) {
      EXPECT_FALSE(text.english.empty()) << text.id;
      EXPECT_FALSE(text.french.empty()) << text.id;
      EXPECT_EQ(text.english_remedy.empty(), text.french_remedy.empty()) << text.id;
    }
  }
}

TEST(Texts, HaveTheSamePlacesInBothLanguages) {
  for (const auto table : k_tables)
    for (const Text& text : table) EXPECT_EQ(places_in(text.english), places_in(text.french)) << text.id;
}

TEST(Texts, AreTemplatesThatCanBeFilled) {
  const std::vector<Argument> plenty(9, Argument(std::string("filled")));
  for (const auto table : k_tables) {
    for (const Text& text : table) {
      for (const Language language : {Language::english, Language::french}) {
        const bool has_places = !places_in(text.in(language)).empty();
        const bool filled =
            render({text, plenty}, language) != text.in(language);  // a bad template stays bare
        EXPECT_EQ(filled, has_places) << text.id;
      }
    }
  }
}

TEST(Texts, HaveUniqueIds) {
  std::set<std::string_view> ids;
  for (const auto table : k_tables)
    for (const Text& text : table) EXPECT_TRUE(ids.insert(text.id).second) << text.id;
}

TEST(CommandTable, SpeaksBothLanguages) {
  for (const CommandInfo& command : commands()) {
    EXPECT_FALSE(command.summary.english.empty() || command.summary.french.empty()) << command.name;
    EXPECT_FALSE(command.examples.empty()) << command.name << " has no example";
    for (const OptionInfo& option : command.options) {
      EXPECT_FALSE(option.help.english.empty() || option.help.french.empty()) << option.name;
      EXPECT_EQ(option.value.english.empty(), option.value.french.empty()) << option.name;
    }
  }
}

}  // namespace
}  // namespace preshift
