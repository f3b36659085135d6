#include "onboarding_walk.hpp"

#include "agent_dialogue.hpp"
#include "calibration_session.hpp"
#include "calibration_store.hpp"
#include "certificate_options.hpp"
#include "check_session.hpp"
#include "enrol_options.hpp"
#include "enrolment_session.hpp"
#include "judging_options.hpp"
#include "onboard_texts.hpp"
#include "onboarding_store.hpp"
#include "option_values.hpp"
#include "terminal.hpp"
#include "wrapped_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <system_error>
#include <utility>

namespace preshift {
namespace {

constexpr std::chrono::days k_usual_validity{365};

class Walk {
 public:
  Walk(const Arguments& arguments, Language language)
      : m_arguments(arguments), m_language(language), m_folder(onboarding_folder()) {}

  Result<OnboardingWalk> go() {
    for (const auto step :
         {&Walk::take_key, &Walk::declare, &Walk::scale_sound, &Walk::enrol, &Walk::check, &Walk::certify}) {
      ++m_step;
      if (auto done = (this->*step)(); !done) {
        if (m_announced == m_step) say_where(onboard_text("onboard.stopped"));
        return Failure{done.error()};
      }
      if (m_is_over) break;
    }
    return std::move(m_walk);
  }

 private:
  Result<void> take_key() {
    auto profile = named_profile(m_arguments.value("--rules").value_or("onboarding"), m_arguments);
    if (!profile) return Failure{profile.error()};
    m_profile = std::move(*profile);
    auto request = named_request(m_arguments);
    if (!request) return Failure{request.error()};
    m_request = std::move(*request);
    announce(onboard_text("onboard.key"));
    const auto file = chosen_key_file(m_arguments);
    const auto there = read_key_record(file);
    if (!there) return Failure{there.error()};
    if (!*there) {
      const auto made = create_key(file, std::nullopt, present_time());
      if (!made) return Failure{made.error()};
      say(onboard_text("onboard.key_made"), did_of(made->key));
    }
    auto key = unlocked_key(m_arguments, m_language);
    if (!key) return Failure{key.error()};
    m_key.emplace(std::move(*key));
    if (*there) say(onboard_text("onboard.key_there"), did_of(m_key->record.key));
    return {};
  }

  Result<void> declare() {
    announce(onboard_text("onboard.equipment"));
    m_walk.room = m_arguments.value("--room").value_or(usual_room_file(m_folder).string());
    m_arguments.values["--room"] = m_walk.room.string();
    say_source(onboard_text("onboard.microphone"), "--microphone", "--sound", "--no-microphone");
    say_source(onboard_text("onboard.camera"), "--camera", "--pictures");
    auto sensing = check_sources(m_arguments);
    if (!sensing) return Failure{sensing.error()};
    const auto now = present_time();
    auto circumstances = given_circumstances(m_arguments, m_profile, own_facts(*sensing, now), now);
    if (!circumstances) return Failure{circumstances.error()};
    if (can_ask()) ask_manual_rules(m_profile, m_language, m_arguments.value("--agent-id"), *circumstances);
    m_circumstances = std::move(*circumstances);
    return {};
  }

  Result<void> scale_sound() {
    announce(onboard_text("onboard.sound"));
    const bool is_recorded = m_arguments.has("--sound");
    auto distance = m_arguments.value("--distance");
    if (distance && is_recorded) return unusable_input(onboard_text("onboard.distance_of_recording"));
    const bool hears = !is_recorded && !m_arguments.has("--no-microphone");
    auto scales = known_scales_of(hears);
    if (!scales) return Failure{scales.error()};
    if (m_arguments.has("--full-scale")) {
      say(onboard_text("onboard.scale_stated"), *m_arguments.value("--full-scale"));
      return {};
    }
    if (hears && !distance && *scales > 0) {
      say(onboard_text("onboard.scales_stored"), std::to_string(*scales));
      return {};
    }
    if (hears && !distance && can_ask()) distance = asked_distance();
    if (hears && distance) return calibrate(*distance);
    say(onboard_text("onboard.voice_reference"));
    return {};
  }

  Result<void> enrol() {
    announce(onboard_text("onboard.room"));
    std::error_code error;
    if (std::filesystem::exists(m_walk.room, error)) {
      say(onboard_text("onboard.room_there"), m_walk.room.string());
      return {};
    }
    if (m_arguments.has("--pictures") && !m_arguments.has("--closed"))
      return unusable_input(onboard_text("onboard.no_room"), m_walk.room.string());
    const auto request = enrolment_request(m_arguments, can_ask());
    if (!request) return Failure{request.error()};
    const auto enrolled = enrol_into(m_walk.room, *request, m_language);
    if (!enrolled) return Failure{enrolled.error()};
    say(onboard_text("onboard.room_made"), m_walk.room.string());
    return {};
  }

  Result<void> check() {
    announce(onboard_text("onboard.check"), m_profile.name);
    auto request = check_request(m_arguments, m_profile);
    if (!request) return Failure{request.error()};
    m_circumstances.now = request->circumstances.now;
    request->circumstances = m_circumstances;
    const auto repeats = most_repeats(m_arguments, *request);
    if (!repeats) return Failure{repeats.error()};
    m_walk.report = check_until_mended(*request, m_profile, *repeats, m_language);
    if (m_walk.report.problem) return Failure{m_walk.report.problem->problem};
    m_walk.is_live = std::ranges::all_of(m_walk.report.sources, &SourceOpened::live);
    m_is_over = m_walk.report.evaluation.outcome != Outcome::cleared;
    return {};
  }

  Result<void> certify() {
    announce(onboard_text("onboard.certificate"));
    auto room_digest = room_digest_of(m_arguments);
    if (!room_digest) return Failure{room_digest.error()};
    m_request.kind = CertificateKind::onboarding;
    m_request.validity = m_profile.onboarding_valid_for.value_or(k_usual_validity);
    m_request.room_digest = std::move(*room_digest);
    const CertificateContents contents =
        certificate_contents(m_walk.report, m_profile, m_request, m_key->record, present_time());
    const Json document = signed_certificate(contents, m_key->key);
    const auto copy = m_arguments.value("--certificate");
    if (copy)
      if (auto written = write_document_file(*copy, document); !written) return written;
    auto kept = keep_certificate(m_folder, document);
    if (!kept) return Failure{kept.error()};
    m_walk.certificate = copy ? std::filesystem::path(*copy) : std::move(*kept);
    m_walk.expires_at = contents.expires_at;
    return {};
  }

  /// How many calibrations are stored.
  Result<std::size_t> known_scales_of(bool hears) const {
    if (!hears) return std::size_t{0};
    const auto stored = read_calibrations(calibrations_file());
    if (!stored) return Failure{stored.error()};
    return stored->size();
  }

  std::optional<std::string> asked_distance() const {
    say(onboard_text("onboard.ask_distance"));
    std::string line;
    if (!std::getline(std::cin, line) || line.empty()) return std::nullopt;
    return line;
  }

  Result<void> calibrate(const std::string& distance) const {
    const auto distance_m = parse_distance(distance);
    if (!distance_m) return Failure{distance_m.error()};
    CalibratingRequest request;
    request.with = VoiceAtDistance{*distance_m};
    request.microphone = m_arguments.value("--microphone").value_or("");
    request.now = present_time();
    const auto made = make_calibration(request, m_language);
    if (!made) return Failure{made.error()};
    say(onboard_text("onboard.calibrated"));
    return {};
  }

  void announce(const Text& purpose, const std::string& argument = {}) {
    m_announced = m_step;
    fmt::print(stderr, "\n");
    say_line({onboard_text("onboard.step"),
              {static_cast<double>(m_step), static_cast<double>(k_onboarding_steps),
               render({purpose, {argument}}, m_language)}});
  }

  void say_where(const Text& text) const {
    fmt::print(stderr, "\n");
    say_line({text, {static_cast<double>(m_step), static_cast<double>(k_onboarding_steps)}});
  }

  void say_source(const Text& text, const char* device, const char* recorded,
                  const char* declined = nullptr) const {
    std::string source = m_arguments.value(device).value_or("");
    if (const auto place = m_arguments.value(recorded))
      source = render({onboard_text("onboard.recording"), {*place}}, m_language);
    if (declined != nullptr && m_arguments.has(declined))
      source = onboard_text("onboard.declined").in(m_language);
    if (source.empty()) source = onboard_text("onboard.default_device").in(m_language);
    say(text, source);
  }

  void say(const Text& text, const std::string& argument = {}) const { say_line({text, {argument}}); }

  void say_line(const Message& message) const {
    const auto width = static_cast<std::size_t>(terminal_width(Stream::error));
    fmt::print(stderr, "{}\n", wrapped(render(message, m_language), width, ""));
  }

  Arguments m_arguments;
  Language m_language;
  std::filesystem::path m_folder;
  int m_step = 0;
  int m_announced = 0;
  bool m_is_over = false;
  Profile m_profile;
  CertificateRequest m_request;
  std::optional<UnlockedKey> m_key;
  Circumstances m_circumstances;
  OnboardingWalk m_walk;
};

}  // namespace

Result<OnboardingWalk> walk_through_onboarding(const Arguments& arguments, Language language) {
  return Walk(arguments, language).go();
}

}  // namespace preshift
