#include "enrolment_session.hpp"

#include "atomic_file.hpp"
#include "cli_texts.hpp"
#include "outline_sketch.hpp"
#include "terminal.hpp"
#include "utf8.hpp"
#include "wrapped_text.hpp"

#include <fmt/format.h>

#include <cstdio>
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

}  // namespace

Result<EnrolmentReport> enrol_into(const std::filesystem::path& file, const SensingRequest& request,
                                   Language language) {
  Guide guide(language);
  EnrolmentAnswers answers;
  if (request.enrolment.ask) answers = [&](const Waiting& waiting) { return guide.answer(waiting); };
  auto enrolled = run_enrolment(
      request, [&](const Event& event) { guide.show(event); }, answers);
  if (!enrolled) return enrolled;
  const std::string_view bytes(reinterpret_cast<const char*>(enrolled->bytes.data()), enrolled->bytes.size());
  if (const auto written = replace_file(file, bytes); !written)
    return unusable_input(cli_text("enrol.not_written"), file.string(), written.error());
  return enrolled;
}

}  // namespace preshift
