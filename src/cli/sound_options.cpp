#include "sound_options.hpp"

#include "calibration_store.hpp"
#include "cli_texts.hpp"
#include "option_values.hpp"

namespace preshift {
namespace {

Result<std::optional<MicrophoneScale>> stated_scale(const Arguments& arguments) {
  const auto full_scale = arguments.value("--full-scale");
  const auto self_noise = arguments.value("--self-noise");
  if (!full_scale) {
    if (self_noise) return unusable_input(cli_text("cli.self_noise_alone"));
    return std::optional<MicrophoneScale>();
  }
  MicrophoneScale scale;
  auto level = parse_full_scale(*full_scale);
  if (!level) return Failure{level.error()};
  scale.full_scale = *level;
  if (self_noise) {
    auto noise = parse_self_noise(*self_noise);
    if (!noise) return Failure{noise.error()};
    scale.self_noise = *noise;
  }
  return std::optional(scale);
}

}  // namespace

Result<KnownScales> known_scales(const Arguments& arguments, const std::optional<SourceRequest>& sound) {
  KnownScales scales;
  scales.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  auto stated = stated_scale(arguments);
  if (!stated) return Failure{stated.error()};
  scales.stated = *stated;
  if (scales.stated || !sound || !std::holds_alternative<Device>(*sound)) return scales;
  auto stored = read_calibrations(calibrations_file());
  if (!stored) return Failure{stored.error()};
  scales.stored = std::move(*stored);
  return scales;
}

}  // namespace preshift
