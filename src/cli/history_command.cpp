#include "history_command.hpp"

#include "cli_texts.hpp"
#include "exit_status.hpp"
#include "history_plot.hpp"
#include "history_store.hpp"
#include "history_text.hpp"
#include "history_texts.hpp"
#include "output_style.hpp"
#include "plot_file.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace preshift {
namespace {

std::string line(Language language, const Text& text) {
  return render({text, {}}, language) + "\n";
}

/// One of the three that change something; the others may not be given beside it.
Result<const char*> chosen_change(const Arguments& arguments) {
  const char* chosen = nullptr;
  for (const char* option : {"--clear", "--on", "--off"}) {
    if (!arguments.has(option)) continue;
    if (chosen != nullptr) return unusable_input(cli_text("cli.both_given"), chosen, option);
    chosen = option;
  }
  return chosen;
}

Result<int> change(std::string_view option, Language language) {
  const auto file = history_file();
  const auto changed = option == "--clear" ? clear_history(file) : keep_history(file, option == "--on");
  if (!changed) return Failure{changed.error()};
  const Text& said = option == "--clear" ? history_text("history.cleared_all")
                     : option == "--on"  ? history_text("history.turned_on")
                                         : history_text("history.turned_off");
  fmt::print("{}", line(language, said));
  return exit_status::k_cleared;
}

void leave_out_recordings(History& history) {
  std::erase_if(history.records, [](const HistoryRecord& record) { return !record.is_live; });
}

}  // namespace

Result<int> run_history_command(const Arguments& arguments, Language language) {
  const auto option = chosen_change(arguments);
  if (!option) return Failure{option.error()};
  if (*option != nullptr) return change(*option, language);
  auto history = read_history(history_file());
  if (!history) return Failure{history.error()};
  if (arguments.has("--live")) leave_out_recordings(*history);
  if (const auto picture = arguments.value("--output")) {
    const auto file = PlotFile::prepare(*picture);
    if (!file) return Failure{file.error()};
    if (auto drawn = file->write(history_svg(history->records, language)); !drawn)
      return Failure{drawn.error()};
  }
  const bool json = arguments.value("--format") == "json";
  fmt::print("{}", json ? history_json(*history) : history_report(*history, output_style(language)));
  if (!json && !is_history_kept(history_file()))
    fmt::print("{}", line(language, history_text("history.off")));
  return exit_status::k_cleared;
}

void keep_in_history(const CheckReport& report, Language language) {
  const auto file = history_file();
  if (report.problem || !is_history_kept(file)) return;
  const auto kept = add_to_history(file, history_record(report, read_clocks()));
  if (!kept) fmt::print(stderr, "preshift: {}\n", render(kept.error().message, language));
}

}  // namespace preshift
