#include "enrol_command.hpp"

#include "atomic_file.hpp"
#include "cli_texts.hpp"
#include "enrol_options.hpp"
#include "enrolling.hpp"
#include "exit_status.hpp"
#include "hex.hpp"
#include "outline_sketch.hpp"
#include "sha256.hpp"
#include "terminal.hpp"
#include "utf8.hpp"
#include "wrapped_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

namespace preshift {
namespace {

/// Speaks with the person on standard error and standard input.
class Guide {
 public:
  explicit Guide(Language language) : m_language(language) {}

  void show(const Event& event) {
    if (const auto* opened = std::get_if<SourceOpened>(&event))
      say(opened->live ? cli_text("progress.opened_camera") : cli_text("progress.opened_pictures"),
          printable(opened->name));
    if (const auto* released = std::get_if<SourceReleased>(&event); released != nullptr)
      say(cli_text("enrol.pictures_freed"));
    if (const auto* door = std::get_if<DoorProposed>(&event)) m_door = *door;
  }

  std::optional<EnrolmentAnswer> answer(const Waiting& waiting) {
    switch (waiting.step) {
      case EnrolmentStep::door_closed:
        return after_enter(cli_text("enrol.close_the_door"));
      case EnrolmentStep::door_open:
        return after_enter(cli_text("enrol.open_the_door"));
      case EnrolmentStep::outline:
        break;
    }
    return about_the_outline();
  }

 private:
  void say(const Text& text, const std::string& argument = {}) const {
    say(render({text, {argument}}, m_language));
  }

  void say(const std::string& words) const {
    fmt::print(stderr, "{}\n", wrapped(words, static_cast<std::size_t>(terminal_width(Stream::error)), ""));
  }

  std::optional<EnrolmentAnswer> after_enter(const Text& text) const {
    fmt::print(stderr, "\n");
    say(text);
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    say(cli_text("enrol.taking_pictures"));
    return EnrolmentAnswer{};
  }

  std::optional<EnrolmentAnswer> about_the_outline() const {
    constexpr double k_sure = 0.6;
    if (m_door) {
      fmt::print(stderr, "\n{}", outline_sketch(*m_door, terminal_width(Stream::error) - 8));
      say(render(
          {cli_text("enrol.door_is_here"),
           {to_text(m_door->outline), std::to_string(m_door->width) + "x" + std::to_string(m_door->height)}},
          m_language));
      if (m_door->confidence < k_sure) say(cli_text("enrol.outline_unsure"));
    }
    std::string line;
    while (true) {
      say(cli_text("enrol.confirm_outline"));
      if (!std::getline(std::cin, line)) return std::nullopt;
      if (line.empty()) return EnrolmentAnswer{};
      if (auto outline = polygon_in(line)) return EnrolmentAnswer{std::move(outline)};
      say(render({cli_text("cli.bad_polygon"), {"", line}}, m_language));
    }
  }

  Language m_language;
  std::optional<DoorProposed> m_door;
};

/// An enrolment that an employer approved must not be lost by a slip.
Result<std::filesystem::path> new_file(const Arguments& arguments) {
  const auto name = arguments.value("--output");
  if (!name) return unusable_input(cli_text("enrol.output_needed"));
  std::error_code error;
  if (std::filesystem::exists(*name, error)) return unusable_input(cli_text("enrol.output_exists"), *name);
  return std::filesystem::path(*name);
}

void print_result(const EnrolmentReport& enrolled, const std::string& file, bool as_json, Language language) {
  const std::string_view bytes(reinterpret_cast<const char*>(enrolled.bytes.data()), enrolled.bytes.size());
  const std::string digest = to_hex(sha256(bytes));
  if (as_json) {
    const nlohmann::ordered_json json{
        {"file", file},
        {"bytes", bytes.size()},
        {"sha256", digest},
        {"picture", {{"width", enrolled.door.width}, {"height", enrolled.door.height}}},
        {"door", {{"outline", to_text(enrolled.door.outline)}, {"confidence", enrolled.door.confidence}}}};
    fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    return;
  }
  constexpr double k_kibibyte = 1024;
  const double size = static_cast<double>(bytes.size()) / k_kibibyte;
  fmt::print("{}\n",
             render({cli_text("enrol.done"),
                     {file, render_number(size, 0, language), to_text(enrolled.door.outline), digest}},
                    language));
}

}  // namespace

Result<int> run_enrol_command(const Arguments& arguments, Language language) {
  const auto file = new_file(arguments);
  if (!file) return Failure{file.error()};
  const bool can_ask = is_terminal(Stream::input) && is_terminal(Stream::error);
  const auto request = enrolment_request(arguments, can_ask);
  if (!request) return Failure{request.error()};
  Guide guide(language);
  EnrolmentAnswers answers;
  if (request->enrolment.ask) answers = [&](const Waiting& waiting) { return guide.answer(waiting); };
  const auto enrolled = run_enrolment(
      *request, [&](const Event& event) { guide.show(event); }, answers);
  if (!enrolled) return Failure{enrolled.error()};
  const std::string_view bytes(reinterpret_cast<const char*>(enrolled->bytes.data()), enrolled->bytes.size());
  if (const auto written = replace_file(*file, bytes); !written)
    return unusable_input(cli_text("enrol.not_written"), file->string(), written.error());
  print_result(*enrolled, file->string(), arguments.value("--format") == "json", language);
  return exit_status::k_cleared;
}

}  // namespace preshift
