#include "arguments.hpp"

#include "cli_texts.hpp"
#include "edit_distance.hpp"
#include "terminal.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <vector>

namespace preshift {
namespace {

using Words = std::vector<std::string>;

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> parts;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    parts.push_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return parts;
}

Failure<Problem> unknown_command(const std::string& name) {
  std::vector<std::string_view> names;
  for (const CommandInfo& command : commands()) names.push_back(command.name);
  const std::string_view near = nearest_word(name, names);
  if (near.empty()) return unusable_input(cli_text("cli.unknown_command"), name);
  return unusable_input(cli_text("cli.unknown_command_near"), name, std::string(near));
}

/// "lint, test, explain": the commands of a group.
std::string names_in(std::string_view group) {
  std::string names;
  for (const CommandInfo* command : commands_of(group))
    names += (names.empty() ? "" : ", ") + std::string(command->name.substr(group.size() + 1));
  return names;
}

Failure<Problem> unknown_option(const CommandInfo& command, const std::string& word) {
  std::vector<std::string_view> names;
  for (const OptionInfo& option : command.options) names.push_back(option.name);
  const std::string name(command.name);
  const std::string_view near = nearest_word(word.substr(0, word.find('=')), names);
  if (near.empty()) return unusable_input(cli_text("cli.unknown_option"), name, word);
  return unusable_input(cli_text("cli.unknown_option_near"), name, word, std::string(near));
}

std::string placeholder(const OptionInfo& option) {
  return std::string(option.value.english);
}

Failure<Problem> missing_value(const OptionInfo& option) {
  return unusable_input(cli_text("cli.missing_value"), std::string(option.name), placeholder(option));
}

/// What CLI11 filled in, for one command.
struct Collected {
  std::map<std::string, Words, std::less<>> values;
  std::map<std::string, bool, std::less<>> switches;
  Words arguments;
  bool help = false;
};

void declare(CLI::App& app, const CommandInfo& command, Collected& into) {
  app.allow_extras();
  app.set_help_flag("");
  app.add_flag("--help,-h", into.help);
  for (const OptionInfo& option : command.options) {
    const std::string name(option.name);
    if (option.value.english.empty()) {
      app.add_flag(name, into.switches[name]);
    } else {
      app.add_option(name, into.values[name])
          ->expected(option.value_optional ? 0 : 1, 1)
          ->take_all()
          ->allow_extra_args(false);
    }
  }
}

/// CLI11 takes the next word as the value, whatever it is; one that begins like an option was meant as one.
Result<void> check_value(const OptionInfo& option, const std::string& value) {
  if (value.starts_with("--")) return missing_value(option);
  if (value.empty() && option.value_optional) return {};
  if (value.empty())
    return unusable_input(cli_text("cli.empty_value"), std::string(option.name), placeholder(option));
  const auto words = split(option.words);
  if (option.completes == Completes::words && std::find(words.begin(), words.end(), value) == words.end()) {
    std::string list;
    for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string(word);
    return unusable_input(cli_text("cli.not_one_of"), std::string(option.name), value, list);
  }
  return {};
}

Result<void> check_values(const OptionInfo& option, const Words& given) {
  if (given.size() > 1 && !option.repeatable)
    return unusable_input(cli_text("cli.given_twice"), std::string(option.name));
  for (const std::string& value : given)
    if (auto good = check_value(option, value); !good) return good;
  return {};
}

Result<void> parse_with(const CommandInfo& command, const Words& words, Collected& collected, Words& extras) {
  CLI::App app;
  declare(app, command, collected);
  Words reversed(words.rbegin(), words.rend());  // as CLI11 wants them
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ArgumentMismatch& mismatch) {
    for (const OptionInfo& option : command.options)
      if (std::string_view(mismatch.what()).starts_with(std::string(option.name) + ":"))
        return missing_value(option);
    return unusable_input(cli_text("cli.option_use"), words.back(), std::string(command.name),
                          std::string(mismatch.what()));
  } catch (const CLI::ParseError& error) {
    return unusable_input(cli_text("cli.option_use"), words.back(), std::string(command.name),
                          std::string(error.what()));
  }
  extras = app.remaining();
  return {};
}

Result<void> take_extras(const CommandInfo& command, const Words& extras, Arguments& arguments) {
  for (const std::string& extra : extras) {
    const bool has_room = arguments.arguments.empty() || command.several_arguments;
    const bool is_option = extra.starts_with('-') && extra != "-";
    if (command.argument.english.empty() || !has_room || is_option) return unknown_option(command, extra);
    arguments.arguments.push_back(extra);
  }
  if (!arguments.arguments.empty()) arguments.argument = arguments.arguments.front();
  return {};
}

Result<Arguments> parse_command(const CommandInfo& command, const Words& words) {
  Arguments arguments;
  arguments.command = &command;
  Collected collected;
  Words extras;
  if (auto parsed = parse_with(command, words, collected, extras); !parsed) return Failure{parsed.error()};
  arguments.wants_help = collected.help;
  if (auto taken = take_extras(command, extras, arguments); !taken) return Failure{taken.error()};
  for (const OptionInfo& option : command.options) {
    const std::string name(option.name);
    if (collected.switches[name]) arguments.values[name] = "";
    const Words& given = collected.values[name];
    if (given.empty()) continue;
    if (auto good = check_values(option, given); !good) return Failure{good.error()};
    arguments.values[name] = given.front();
    if (option.repeatable) arguments.repeated[name] = given;
  }
  return arguments;
}

}  // namespace

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto found = values.find(option);
  if (found == values.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> Arguments::all(std::string_view option) const {
  const auto found = repeated.find(option);
  return found == repeated.end() ? std::vector<std::string>{} : found->second;
}

Result<Arguments> parse_arguments(const std::vector<std::string>& words) {
  if (words.empty()) return unusable_input(cli_text("cli.no_command"));
  const std::string& first = words.front();
  Arguments alone;
  alone.wants_help = first == "--help" || first == "-h";
  alone.wants_version = first == "--version";
  if (alone.wants_help || alone.wants_version) return alone;
  if (const CommandInfo* command = find_command(first))
    return parse_command(*command, Words(words.begin() + 1, words.end()));
  if (commands_of(first).empty()) return unknown_command(first);
  if (words.size() < 2) return unusable_input(cli_text("cli.which_of_group"), first, names_in(first));
  if (words[1] == "--help" || words[1] == "-h") {
    alone.wants_help = true;
    alone.group = first;
    return alone;
  }
  const CommandInfo* command = find_command(first + " " + words[1]);
  if (command == nullptr) return unknown_command(first + " " + words[1]);
  return parse_command(*command, Words(words.begin() + 2, words.end()));
}

Language choose_language(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--language" && i + 1 < words.size()) return language_of_locale(words[i + 1]);
    if (words[i].starts_with("--language=")) return language_of_locale(std::string_view(words[i]).substr(11));
  }
  return language_of_locale(user_locale());
}

}  // namespace preshift
