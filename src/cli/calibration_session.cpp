#include "calibration_session.hpp"

#include "calibration_store.hpp"
#include "cli_texts.hpp"
#include "phase_prompt.hpp"
#include "progress_display.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace preshift {
namespace {

CalibratingResult calibrate_and_show(const CalibratingRequest& request, Language language) {
  if (!is_terminal(Stream::error)) {
    return run_calibration(request, [&](const Event& event) {
      const auto* begun = std::get_if<PhaseBegun>(&event);
      if (begun != nullptr && !request.recording) fmt::print(stderr, "{}", phase_prompt(*begun, language));
    });
  }
  const KnownScales none_yet;
  ProgressDisplay display(stderr, terminal_width(Stream::error), language, !environment("NO_COLOR"),
                          none_yet);
  return run_calibration(request, [&](const Event& event) { display.show(event); });
}

Failure<Problem> refusal(const std::variant<Problem, Message>& objection, Language language) {
  if (const auto* problem = std::get_if<Problem>(&objection)) return Failure{*problem};
  const auto& reason = std::get<Message>(objection);
  return unusable_input(cli_text("cli.not_calibrated"), render(reason, language),
                        render_remedy(reason, language));
}

}  // namespace

Result<Calibration> make_calibration(const CalibratingRequest& request, Language language) {
  const auto made = calibrate_and_show(request, language);
  if (!made) return refusal(made.error(), language);
  auto stored = read_calibrations(calibrations_file());  // now: listening took a while
  if (!stored) return Failure{stored.error()};
  put_calibration(*stored, *made);
  if (auto written = write_calibrations(calibrations_file(), *stored); !written)
    return Failure{written.error()};
  return *made;
}

}  // namespace preshift
