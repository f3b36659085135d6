#include "check_session.hpp"

#include "agent_dialogue.hpp"
#include "cli_texts.hpp"
#include "file_bytes.hpp"
#include "history_command.hpp"
#include "judging_options.hpp"
#include "judging_texts.hpp"
#include "mending.hpp"
#include "model_choice.hpp"
#include "nonce_challenge.hpp"
#include "onboarding_options.hpp"
#include "option_values.hpp"
#include "output_style.hpp"
#include "phase_choice.hpp"
#include "progress_display.hpp"
#include "sound_options.hpp"
#include "terminal.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>

namespace preshift {
namespace {

constexpr std::chrono::seconds k_default_window{20};

/// Which source a sensor has, from its three options.
struct SensorOptions {
  const char* device;
  const char* recorded;
  const char* declined;
};
constexpr SensorOptions k_sound_options{"--microphone", "--sound", "--no-microphone"};
constexpr SensorOptions k_picture_options{"--camera", "--pictures", "--no-camera"};

Result<std::optional<SourceRequest>> source_of(const Arguments& arguments, const SensorOptions& options,
                                               bool others_are_recorded) {
  const char* names[] = {options.device, options.recorded, options.declined};
  const char* given = nullptr;
  for (const char* name : names) {
    if (!arguments.has(name)) continue;
    if (given != nullptr) return unusable_input(cli_text("cli.both_given"), given, name);
    given = name;
  }
  if (const auto device = arguments.value(options.device))
    return std::optional<SourceRequest>(Device{*device});
  if (const auto place = arguments.value(options.recorded))
    return std::optional<SourceRequest>(Recorded{*place});
  if (given != nullptr || others_are_recorded) return std::optional<SourceRequest>();
  return std::optional<SourceRequest>(Device{});
}

bool is_device(const std::optional<SourceRequest>& source) {
  return source && std::holds_alternative<Device>(*source);
}

/// What a file beside a recording says of its phases: "room.wav.phases" beside "room.wav".
Result<std::optional<SoundPhases>> phases_beside(const std::string& recording) {
  constexpr std::size_t k_most_bytes = 1024;
  const std::string place = recording + ".phases";
  std::error_code error;
  if (!std::filesystem::is_regular_file(place, error)) return std::optional<SoundPhases>();
  const auto text = read_file(place, k_most_bytes);
  if (!text) return unusable_input(cli_text("cli.bad_phases"), place, std::string("?"));
  const auto phases =
      parse_phases(std::string_view(*text).substr(0, text->find_last_not_of(" \r\n") + 1), place);
  if (!phases) return Failure{phases.error()};
  return std::optional(*phases);
}

Result<std::optional<SoundPhases>> recorded_phases(const Arguments& arguments, const std::string& recording) {
  const auto text = arguments.value("--phases");
  if (!text) return phases_beside(recording);
  const auto phases = parse_phases(*text, "--phases");
  if (!phases) return Failure{phases.error()};
  return std::optional(*phases);
}

/// The acoustic challenge: at the end of a live check, when it is asked for or the profile has a rule on it
/// and the employer gave a nonce.
Result<void> plan_challenge(const Arguments& arguments, const Profile& profile, SensingRequest& sensing) {
  const auto nonce = arguments.value("--nonce");
  const bool is_wanted = wants_challenge(arguments);
  if (is_wanted && !nonce) return unusable_input(cli_text("cli.challenge_needs_nonce"));
  if (is_wanted && !is_device(sensing.sound))
    return unusable_input(cli_text("cli.challenge_needs_microphone"));
  const bool is_played = is_wanted || (nonce && asks_for_challenge(profile) && is_device(sensing.sound));
  if (!is_played) return {};
  // Without phases all that comes before it is the silence.
  const std::chrono::milliseconds pause{sensing.phases ? 500 : 0};
  sensing.challenge = ChallengeRequest{challenge_of_nonce(*nonce), *sensing.window + pause,
                                       arguments.value("--loudspeaker").value_or("")};
  sensing.window = sensing.challenge->from + k_challenge_listening;
  return {};
}

/// When each sensor is listened to. A live check has time for the sentence on top of its duration.
Result<void> plan_time(const Arguments& arguments, const Profile& profile, SensingRequest& sensing) {
  if (const auto text = arguments.value("--duration")) {
    const auto duration = parse_duration(*text);
    if (!duration) return Failure{duration.error()};
    sensing.window = *duration;
  } else if (is_device(sensing.sound) || is_device(sensing.pictures)) {
    sensing.window = k_default_window;
  }
  if (is_device(sensing.sound)) {
    if (arguments.has("--phases")) return unusable_input(cli_text("cli.phases_of_a_microphone"));
    if (arguments.has("--no-voice") || !asks_for_voice(profile)) return {};
    sensing.phases = live_phases(*sensing.window);
    sensing.window = sensing.phases->silent.to;
  } else if (sensing.sound) {
    auto phases = recorded_phases(arguments, std::get<Recorded>(*sensing.sound).place);
    if (!phases) return Failure{phases.error()};
    sensing.phases = *phases;
  }
  return {};
}

CheckReport check_and_show(const CheckRequest& request, const Profile& profile, Language language) {
  if (!is_terminal(Stream::error)) return run_check(request, profile, [](const Event&) {});
  ProgressDisplay display(stderr, terminal_width(Stream::error), language, colour_on(Stream::error),
                          request.scales);
  return run_check(request, profile, [&](const Event& event) { display.show(event); });
}

bool is_worth_measuring_again(const CheckReport& report) {
  const std::vector<RuleEvaluation>& rules = report.evaluation.rules;
  return !report.problem && report.evaluation.outcome != Outcome::cleared &&
         std::any_of(rules.begin(), rules.end(), is_worth_repeating);
}

}  // namespace

bool wants_challenge(const Arguments& arguments) {
  return arguments.has("--challenge") || arguments.has("--loudspeaker");
}

Result<SensingRequest> check_sources(const Arguments& arguments) {
  SensingRequest sensing;
  auto sound = source_of(arguments, k_sound_options, arguments.has("--pictures"));
  if (!sound) return Failure{sound.error()};
  auto pictures = source_of(arguments, k_picture_options, arguments.has("--sound"));
  if (!pictures) return Failure{pictures.error()};
  sensing.sound = *sound;
  sensing.pictures = *pictures;
  sensing.room = arguments.value("--room").value_or("");
  if (!sensing.room.empty() && !sensing.pictures) return unusable_input(cli_text("cli.room_needs_pictures"));
  return sensing;
}

Result<CheckRequest> check_request(const Arguments& arguments, const Profile& profile) {
  CheckRequest request;
  auto sensing = check_sources(arguments);
  if (!sensing) return Failure{sensing.error()};
  request.sensing = std::move(*sensing);
  if (request.sensing.sound) {
    auto model = chosen_sound_model(configuration_file());
    if (!model) return Failure{model.error()};
    request.sensing.sound_model = std::move(*model);
  }
  request.microphone_declined = arguments.has("--no-microphone");
  request.camera_declined = arguments.has("--no-camera");
  if (request.microphone_declined && request.camera_declined)
    return unusable_input(cli_text("cli.nothing_to_check"));
  if (auto planned = plan_time(arguments, profile, request.sensing); !planned)
    return Failure{planned.error()};
  if (auto planned = plan_challenge(arguments, profile, request.sensing); !planned)
    return Failure{planned.error()};
  auto scales = known_scales(arguments, request.sensing.sound);
  if (!scales) return Failure{scales.error()};
  request.scales = std::move(*scales);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  auto circumstances = given_circumstances(arguments, profile, own_facts(request.sensing, now), now);
  if (!circumstances) return Failure{circumstances.error()};
  request.circumstances = std::move(*circumstances);
  if (auto taken = take_onboarding(arguments, now, request); !taken) return Failure{taken.error()};
  return request;
}

bool can_ask() {
  return is_terminal(Stream::input) && is_terminal(Stream::error);
}

Result<int> most_repeats(const Arguments& arguments, const CheckRequest& request) {
  constexpr int k_most = static_cast<int>(k_most_attempts) - 1;
  constexpr int k_usual = 3;
  const auto text = arguments.value("--again");
  if (!text) {
    const bool is_live = is_device(request.sensing.sound) || is_device(request.sensing.pictures);
    return is_live && can_ask() ? k_usual : 0;
  }
  int repeats = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), repeats);
  const bool is_number = error == std::errc{} && end == text->data() + text->size();
  if (is_number && repeats >= 0 && repeats <= k_most) return repeats;
  return unusable_input(judging_text("judging.bad_again"), printable(*text), static_cast<double>(k_most));
}

CheckReport check_until_mended(const CheckRequest& request, const Profile& profile, int repeats,
                               Language language, std::vector<Attempt>* attempts) {
  const auto measure = [&] {
    CheckReport report = check_and_show(request, profile, language);
    if (attempts != nullptr) attempts->push_back(attempt_of(report));
    return report;
  };
  CheckReport report = measure();
  for (int left = repeats; left > 0; --left) {
    if (!is_worth_measuring_again(report)) break;
    if (!wants_to_measure_again(report.evaluation, left, language)) break;
    CheckReport later = measure();
    later.evaluation = after(report.evaluation, std::move(later.evaluation));
    report = std::move(later);
  }
  keep_in_history(report, language);
  return report;
}

}  // namespace preshift
