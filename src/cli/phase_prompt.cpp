#include "phase_prompt.hpp"

#include "cli_texts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace preshift {

std::string phase_prompt(const PhaseBegun& begun, Language language) {
  const double seconds = std::round(begun.seconds);
  switch (begun.phase) {
    case Phase::reading:
      return fmt::format("\n{}\n\n  {}\n\n", render({cli_text("phase.read"), {seconds}}, language),
                         cli_text("phase.sentence").in(language));
    case Phase::silent:
      return render({cli_text("phase.silent"), {seconds}}, language) + "\n";
    case Phase::challenge:
      return render({cli_text("phase.challenge"), {seconds}}, language) + "\n";
    case Phase::none:
      break;
  }
  return {};
}

}  // namespace preshift
