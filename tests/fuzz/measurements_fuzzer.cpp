#include "check_json.hpp"
#include "check_junit.hpp"
#include "check_sarif.hpp"
#include "check_text.hpp"
#include "promises.hpp"
#include "saved_check.hpp"
#include "strict_json.hpp"
#include "utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Any bytes as a file of measurements: no JSON, refused in words of both languages, or a check that is judged
// by a shipped profile, is told in every form, and is written as it was read.

namespace preshift {
namespace {

const Profile& standard() {
  static const Profile read = [] {
    auto loaded = shipped_profile("standard");
    require(loaded.has_value());
    return *loaded;
  }();
  return read;
}

void check_reports(const CheckReport& report) {
  for (const Language language : {Language::english, Language::french}) {
    require(read_strict_json(check_json(report, language)).has_value());
    require(!check_junit(report, language).empty());
    require(read_strict_json(check_sarif(report, 0, language)).has_value());
    const std::string text = check_text_report(report, {language});
    require(!find_invalid_utf8(text) && text.find('\x1B') == std::string::npos);
  }
}

void check(const SavedCheck& saved) {
  require(!saved.attempts.empty() && saved.attempts.size() <= k_most_attempts);
  const Json written = saved_check_json(saved);
  const auto again = saved_check_in(written, "again.json");
  require(again && saved_check_json(*again).dump() == written.dump());
  Circumstances circumstances;
  circumstances.now = saved.at;
  circumstances.facts = saved.given;
  circumstances.facts.insert(saved.told.begin(), saved.told.end());
  for (const RecordedAnswer& answer : saved.answers) circumstances.declarations.push_back(answer.declaration);
  const CheckReport report = judged_again(saved, standard(), circumstances);
  require(report.evaluation.rules.size() == standard().rules.size());
  check_reports(report);
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace preshift;
  const auto document = read_strict_json({reinterpret_cast<const char*>(data), size});
  if (!document) return 0;
  const auto saved = saved_check_in(*document, "fuzz.json");
  if (saved) {
    check(*saved);
  } else {
    check_refusal(saved.error(), "fuzz.json");
  }
  return 0;
}
