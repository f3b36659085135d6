#include "help_pages.hpp"

#include "cli_texts.hpp"
#include "utf8.hpp"
#include "version.hpp"
#include "wrapped_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace preshift {
namespace {

constexpr std::size_t k_width = 80;
constexpr std::size_t k_name_column = 22;

std::string in(Text text, Language language) {
  return std::string(text.in(language));
}

std::string heading(Text text, Language language) {
  const char* colon = language == Language::french ? " :" : ":";
  return fmt::format("\n{}{}\n", text.in(language), colon);
}

/// "  name   meaning", the meaning wrapped in its own column.
std::string row(const std::string& name, const std::string& meaning, std::size_t column) {
  const std::string indent(column, ' ');
  std::string first = "  " + name;
  if (display_width(first) + 2 > column) {
    first += "\n" + indent;
  } else {
    first.append(column - display_width(first), ' ');
  }
  return first + wrapped(meaning, k_width - column, indent) + "\n";
}

std::string signature(const OptionInfo& option, Language language) {
  const std::string_view value = option.value.in(language);
  return value.empty() ? std::string(option.name) : fmt::format("{} {}", option.name, value);
}

std::string usage(const CommandInfo& command, Language language) {
  std::string line = fmt::format("preshift {}", command.name);
  if (!command.options.empty()) line += fmt::format(" {}", cli_text("help.options_placeholder").in(language));
  if (!command.argument.in(language).empty())
    line += fmt::format(" [{}]{}", command.argument.in(language), command.several_arguments ? "..." : "");
  return line;
}

std::string status_rows(Language language) {
  std::string rows;
  for (const StatusInfo& status : statuses())
    rows += row(std::to_string(status.status), in(status.meaning, language), 6);
  return rows;
}

std::string example_rows(std::span<const ExampleInfo> examples, Language language) {
  std::string rows;
  for (const ExampleInfo& example : examples)
    rows += fmt::format("  {}\n{}", example.command, row("", in(example.meaning, language), 6));
  return rows;
}

/// roff: a backslash, and a dot or apostrophe that begins a line, would be commands; a hyphen is typed to be
/// copied.
std::string roff(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      const bool at_line_start = escaped.empty() || escaped.back() == '\n';
      if (at_line_start && (c == '.' || c == '\'')) escaped += "\\&";
      escaped += c;
    }
  }
  return escaped;
}

std::string roff_paragraphs(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    out += ".PP\n" + roff(text.substr(begin, end - begin)) + "\n";
    begin = end + 2;
  }
  return out;
}

std::string roff_command(const CommandInfo& command, Language language) {
  std::string page =
      fmt::format(".SS {}\n.B {}\n", roff(usage(command, language)), roff(usage(command, language)));
  page += roff_paragraphs(command.description.in(language));
  for (const OptionInfo& option : command.options)
    page +=
        fmt::format(".TP\n.B {}\n{}\n", roff(signature(option, language)), roff(option.help.in(language)));
  for (const ExampleInfo& example : command.examples)
    page += fmt::format(".TP\n.I {}\n{}\n", roff(example.command), roff(example.meaning.in(language)));
  return page;
}

std::string upper(Text text, Language language) {
  std::string title = in(text, language);
  std::transform(title.begin(), title.end(), title.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::toupper(c)) : static_cast<char>(c);
  });
  return title;
}

std::string_view first_word(std::string_view name) {
  return name.substr(0, name.find(' '));
}

bool is_in_group(const CommandInfo& command) {
  return command.name.find(' ') != std::string_view::npos;
}

/// Every word a command can begin with, once.
std::string first_words() {
  std::string words;
  std::string_view last;
  for (const CommandInfo& command : commands()) {
    const std::string_view word = first_word(command.name);
    if (word != last) words += fmt::format("{}{}", words.empty() ? "" : " ", word);
    last = word;
  }
  return words;
}

/// The words that are groups, once for each of their commands.
std::string groups() {
  std::string words;
  for (const CommandInfo& command : commands())
    if (is_in_group(command))
      words += fmt::format("{}{}", words.empty() ? "" : " ", first_word(command.name));
  return words;
}

/// One case of a group a line, with what may follow it.
std::string second_words() {
  std::string cases;
  std::string_view group;
  for (const CommandInfo& command : commands()) {
    if (!is_in_group(command) || first_word(command.name) == group) continue;
    group = first_word(command.name);
    std::string words;
    for (const CommandInfo* each : commands_of(group))
      words += fmt::format("{}{}", words.empty() ? "" : " ", each->name.substr(group.size() + 1));
    cases += fmt::format("        {}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\")) ;;\n", group, words);
  }
  return cases;
}

std::string bash_words(const OptionInfo& option) {
  if (option.completes == Completes::files) return "local IFS=$'\\n'; COMPREPLY=($(compgen -f -- \"$word\"))";
  return fmt::format("COMPREPLY=($(compgen -W \"{}\" -- \"$word\"))", option.words);
}

}  // namespace

std::string help_page(Language language) {
  std::string page = wrapped(fmt::format("Preshift {}", program_summary().in(language)), k_width, "") + ".\n";
  page += heading(cli_text("help.usage"), language);
  page += fmt::format("  preshift {} [OPTION]...\n", cli_text("help.command_placeholder").in(language));
  page += heading(cli_text("help.commands"), language);
  for (const CommandInfo& command : commands())
    page += row(std::string(command.name), in(command.summary, language), k_name_column);
  page += heading(cli_text("help.options"), language);
  page += row("--help", in(cli_text("help.help_option"), language), k_name_column);
  page += row("--version", in(cli_text("help.version_option"), language), k_name_column);
  page += heading(cli_text("help.status"), language) + status_rows(language);
  return page + fmt::format("\n{}\n", cli_text("help.more").in(language));
}

std::string group_help_page(std::string_view group, Language language) {
  std::string page = heading(cli_text("help.usage"), language).substr(1);
  page +=
      fmt::format("  preshift {} {} [OPTION]...\n", group, cli_text("help.command_placeholder").in(language));
  page += heading(cli_text("help.commands"), language);
  for (const CommandInfo* command : commands_of(group))
    page += row(std::string(command->name.substr(group.size() + 1)), in(command->summary, language),
                k_name_column);
  return page + "\n" + render({cli_text("help.more_of_group"), {std::string(group)}}, language) + "\n";
}

std::string help_page(const CommandInfo& command, Language language) {
  std::string page = heading(cli_text("help.usage"), language).substr(1);
  page += fmt::format("  {}\n\n{}\n", usage(command, language),
                      wrapped(command.description.in(language), k_width, ""));
  if (!command.options.empty()) page += heading(cli_text("help.options"), language);
  for (const OptionInfo& option : command.options)
    page += row(signature(option, language), in(option.help, language), 26);
  page += heading(cli_text("help.examples"), language) + example_rows(command.examples, language);
  if (command.name == "check") page += heading(cli_text("help.status"), language) + status_rows(language);
  return page;
}

std::string man_page(Language language) {
  std::string page = fmt::format(".TH PRESHIFT 1 \"\" \"Preshift {}\"\n", k_version);
  page += fmt::format(".SH {}\npreshift \\- {}\n", upper(cli_text("help.name"), language),
                      roff(program_summary().in(language)));
  page += fmt::format(".SH {}\n.B preshift\n{} [OPTION]...\n", upper(cli_text("help.usage"), language),
                      cli_text("help.command_placeholder").in(language));
  page += fmt::format(".SH {}\n", upper(cli_text("help.commands"), language));
  for (const CommandInfo& command : commands()) page += roff_command(command, language);
  page += fmt::format(".SH {}\n", upper(cli_text("help.status"), language));
  for (const StatusInfo& status : statuses())
    page += fmt::format(".TP\n.B {}\n{}\n", status.status, roff(status.meaning.in(language)));
  page += fmt::format(".SH {}\n{}\n", upper(cli_text("help.environment"), language),
                      roff(cli_text("help.environment_text").in(language)));
  return page;
}

std::string bash_completion() {
  std::string script = R"(# bash completion for preshift
_preshift() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ")";
  script += first_words() + R"( --help --version" -- "$word"))
    return
  fi
  case " )" +
            groups() + R"( " in *" $command "*)
    if [ "$COMP_CWORD" -eq 2 ]; then
      case "$command" in
)" + second_words() +
            R"(      esac
      return
    fi
    command="$command ${COMP_WORDS[2]}" ;;
  esac
  case "$command $before" in
)";
  for (const CommandInfo& command : commands()) {
    for (const OptionInfo& option : command.options) {
      if (option.completes == Completes::nothing) continue;
      script += fmt::format("    \"{} {}\") {}; return ;;\n", command.name, option.name, bash_words(option));
    }
  }
  script += "  esac\n  case \"$command\" in\n";
  for (const CommandInfo& command : commands()) {
    std::string words = command.name == "help" ? first_words() : std::string(command.words);
    for (const OptionInfo& option : command.options) words += fmt::format(" {}", option.name);
    script +=
        fmt::format("    \"{}\") COMPREPLY=($(compgen -W \"{}\" -- \"$word\")) ;;\n", command.name, words);
  }
  return script + "  esac\n}\ncomplete -o filenames -F _preshift preshift\n";
}

}  // namespace preshift
