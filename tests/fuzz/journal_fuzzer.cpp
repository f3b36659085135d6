#include "journal_reading.hpp"
#include "promises.hpp"
#include "shift_state.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

// Any bytes as a journal: every finding has words in both languages and a line that is there, every entry
// read is one that its key signed, and what is sound has numbers without a gap.

namespace preshift {
namespace {

void check_finding(const JournalFinding& finding, std::size_t lines) {
  require(finding.line <= lines && !to_string(finding.kind).empty());
  for (const Language language : {Language::english, Language::french}) {
    const std::string words = render(finding.message, language);
    require(!words.empty() && words.find('\n') == std::string::npos &&
            words.find('\x1B') == std::string::npos);
  }
}

void check(std::string_view text) {
  const Journal journal = read_journal_copy(text);
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  for (const JournalFinding& finding : journal.findings) check_finding(finding, lines);
  int expected = 1;
  for (const PlacedEntry& placed : journal.entries) {
    require(placed.line >= 1 && placed.line <= lines);
    if (journal.is_sound()) require(placed.entry.sequence == expected++);
    static_cast<void>(read_sign_in(placed.entry));
  }
  require(journal.entries.empty() == journal.signer.empty());
  static_cast<void>(current_shift(journal));
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  preshift::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
