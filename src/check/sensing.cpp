#include "sensing.hpp"

#include "check_texts.hpp"
#include "child_process.hpp"
#include "executable_path.hpp"
#include "terminal.hpp"
#include "utf8.hpp"

#include <system_error>
#include <utility>

namespace preshift {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds k_longest_silence{5000};
constexpr milliseconds k_ending_patience{2000};
constexpr std::chrono::minutes k_longest_run{45};  // ten minutes of pictures on a slow computer
constexpr std::size_t k_most_lines =
    1'000'000;  // eleven days of a meter; a ten-minute check writes some 15,000

template <class... Arguments>
SourceProblem device_problem(const Text& text, Arguments... arguments) {
  return {std::nullopt, {ProblemKind::device_failure, {text, {Argument(std::move(arguments))...}}}};
}

/// What a person should look at first when it breaks: the sources that are open.
std::string names_of(const std::vector<SourceOpened>& sources) {
  std::string names;
  for (const SourceOpened& source : sources) names += (names.empty() ? "" : ", ") + printable(source.name);
  return names.empty() ? "-" : names;
}

/// Follows one run of the program, event by event.
class Following {
 public:
  explicit Following(ChildProcess process) : m_process(std::move(process)) {}

  Sensing follow(const EventListener& listener, const EnrolmentAnswers& answers) {
    while (!m_finished) {
      if (take_interrupt()) m_process.interrupt();
      if (const auto event = next()) {
        take(*event);
        listener(*event);
        if (const auto* waiting = std::get_if<Waiting>(&*event)) answer(*waiting, answers);
      }
    }
    return std::move(m_sensing);
  }

 private:
  void answer(const Waiting& waiting, const EnrolmentAnswers& answers) {
    const auto given = answers ? answers(waiting) : std::nullopt;
    m_process.give_line(given ? std::optional(to_line(*given)) : std::nullopt);
  }

  void take_part(const EnrolmentPart& part) {
    if (m_sensing.enrolment.size() + part.bytes.size() > k_largest_enrolment)
      return end_with(device_problem(check_text("check.sense_garbled")));
    m_sensing.enrolment.insert(m_sensing.enrolment.end(), part.bytes.begin(), part.bytes.end());
  }

  std::optional<Event> next() {
    std::string line;
    switch (m_process.read_line(line, k_longest_silence, k_longest_event_line)) {
      case ChildProcess::Read::line:
        break;
      case ChildProcess::Read::timeout:
        end_with(device_problem(check_text("check.sense_hung"), names_of(m_sensing.sources)));
        return std::nullopt;
      case ChildProcess::Read::end:
        end_with(early_end());
        return std::nullopt;
      case ChildProcess::Read::too_long:
        line.clear();
        break;
    }
    auto event = event_from_json_line(line);
    const bool greeted = m_lines > 0 || (event && is_hello(*event));
    if (std::chrono::steady_clock::now() - m_started > k_longest_run) {
      end_with(device_problem(check_text("check.sense_hung"), names_of(m_sensing.sources)));
      return std::nullopt;
    }
    if (!event || !greeted || ++m_lines > k_most_lines) {
      end_with(device_problem(check_text("check.sense_garbled")));
      return std::nullopt;
    }
    return event;
  }

  static bool is_hello(const Event& event) {
    const auto* hello = std::get_if<Hello>(&event);
    return (hello != nullptr && hello->format == k_pipe_format) ||
           std::holds_alternative<SourceProblem>(event);
  }

  void take(const Event& event) {
    if (const auto* opened = std::get_if<SourceOpened>(&event)) m_sensing.sources.push_back(*opened);
    if (const auto* confined = std::get_if<Confined>(&event)) m_sensing.confined = *confined;
    if (const auto* measurement = std::get_if<Measurement>(&event))
      m_sensing.measurements.push_back(*measurement);
    if (const auto* spectrum = std::get_if<Spectrum>(&event)) m_sensing.spectrum = *spectrum;
    if (const auto* second = std::get_if<SecondPassed>(&event)) m_sensing.history.push_back(*second);
    if (const auto* device = std::get_if<DeviceListed>(&event)) m_sensing.devices.push_back(*device);
    if (const auto* door = std::get_if<DoorProposed>(&event)) m_sensing.door = *door;
    if (const auto* part = std::get_if<EnrolmentPart>(&event)) take_part(*part);
    if (const auto* problem = std::get_if<SourceProblem>(&event)) end_with(*problem);
    if (std::holds_alternative<Done>(event)) m_finished = true;
  }

  SourceProblem early_end() {
    const ProcessEnd end = m_process.finish(k_ending_patience);
    const std::string names = names_of(m_sensing.sources);
    if (end.signal != 0) return device_problem(check_text("check.sense_killed"), end.signal_name, names);
    return device_problem(check_text("check.sense_ended"), static_cast<double>(end.exit_status), names);
  }

  void end_with(SourceProblem problem) {
    m_sensing.problem = std::move(problem);
    m_finished = true;
  }

  ChildProcess m_process;
  Sensing m_sensing;
  std::chrono::steady_clock::time_point m_started = std::chrono::steady_clock::now();
  std::size_t m_lines = 0;
  bool m_finished = false;
};

}  // namespace

Sensing run_sensing(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                    const EventListener& listener, const EnrolmentAnswers& answers) {
  const auto input = answers ? ChildProcess::Input::lines : ChildProcess::Input::nothing;
  auto process = ChildProcess::start(program, arguments, input);
  if (!process) {
    Sensing nothing;
    nothing.problem = device_problem(check_text("check.sense_missing"), program.string(), process.error());
    return nothing;
  }
  return Following(std::move(*process)).follow(listener, answers);
}

std::filesystem::path sensing_program() {
  const auto folder = executable_directory();
  const auto installed = folder.parent_path() / "libexec" / "preshift" / "preshift-sense";
  std::error_code error;
  return std::filesystem::exists(installed, error) ? installed : folder / "preshift-sense";
}

}  // namespace preshift
