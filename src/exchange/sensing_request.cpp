#include "sensing_request.hpp"

#include "hex.hpp"
#include "sensing_texts.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace preshift {
namespace {

using std::chrono::milliseconds;

constexpr double k_longest_ms = 24 * 3600 * 1000;

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

constexpr Purpose k_purposes[] = {Purpose::check, Purpose::meter, Purpose::enrol};

std::string_view name_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::check:
      return "check";
    case Purpose::meter:
      return "meter";
    case Purpose::enrol:
      break;
  }
  return "enrol";
}

void write_source(std::vector<std::string>& arguments, const std::optional<SourceRequest>& source,
                  const std::string& device_option, const std::string& file_option) {
  if (!source) return;
  if (const auto* device = std::get_if<Device>(&*source)) {
    arguments.push_back(device_option + "=" + device->name);
  } else {
    arguments.push_back(file_option + "=" + std::get<Recorded>(*source).place);
  }
}

void write_enrolment(std::vector<std::string>& arguments, const EnrolmentRequest& enrolment) {
  if (enrolment.open_door)
    arguments.push_back("--open-door=" + std::get<Recorded>(*enrolment.open_door).place);
  if (enrolment.door) arguments.push_back("--door=" + to_text(*enrolment.door));
  for (const PicturePolygon& mask : enrolment.masks) arguments.push_back("--mask=" + to_text(mask));
  if (enrolment.ask) arguments.emplace_back("--ask");
}

std::string span_text(const TimeSpan& span) {
  return std::to_string(span.from.count()) + '-' + std::to_string(span.to.count());
}

std::optional<TimeSpan> span_in(std::string_view text) {
  const std::size_t dash = text.find('-', 1);
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = number_in(text.substr(0, dash));
  const auto to = number_in(text.substr(dash + 1));
  if (!from || !to || *from < 0 || *to <= *from || *to > k_longest_ms) return std::nullopt;
  return TimeSpan{milliseconds(std::llround(*from)), milliseconds(std::llround(*to))};
}

SoundPhases& phases_of(SensingRequest& request) {
  if (!request.phases) request.phases.emplace();
  return *request.phases;
}

/// Both are there, one after the other.
bool is_sound(const SoundPhases& phases) {
  const TimeSpan none{};
  if (phases.reading == none || phases.silent == none) return false;
  return phases.reading.to <= phases.silent.from || phases.silent.to <= phases.reading.from;
}

bool apply_to_room(SensingRequest& request, std::string_view option, const std::string& value) {
  EnrolmentRequest& enrolment = request.enrolment;
  const auto outline = polygon_in(value);
  if (option == "--room" && !value.empty()) {
    request.room = value;
  } else if (option == "--open-door" && !value.empty()) {
    enrolment.open_door = Recorded{value};
  } else if (option == "--door" && outline) {
    enrolment.door = outline;
  } else if (option == "--mask" && outline && enrolment.masks.size() < k_most_masks) {
    enrolment.masks.push_back(*outline);
  } else if (option == "--ask" && value.empty()) {
    enrolment.ask = true;
  } else {
    return false;
  }
  return true;
}

bool apply_to_sound_model(SensingRequest& request, std::string_view option, const std::string& value) {
  SoundModelRequest& model = request.sound_model;
  if (value.empty()) return false;
  if (option == "--sound-model") {
    model.network = value;
  } else if (option == "--sound-labels") {
    model.labels = value;
  } else if (option == "--sound-sha256") {
    model.sha256 = value;
  } else {
    return false;
  }
  return true;
}

ChallengeRequest& challenge_of(SensingRequest& request) {
  if (!request.challenge) request.challenge.emplace();
  return *request.challenge;
}

void write_challenge(std::vector<std::string>& arguments, const std::optional<ChallengeRequest>& challenge) {
  if (!challenge) return;
  arguments.push_back("--challenge=" + to_hex(challenge->code));
  arguments.push_back("--challenge-ms=" + std::to_string(challenge->from.count()));
  arguments.push_back("--loudspeaker=" + challenge->loudspeaker);
}

bool apply_to_challenge(SensingRequest& request, std::string_view option, const std::string& value) {
  if (option == "--challenge") {
    auto code = from_hex(value);
    if (!code || code->size() != k_challenge_code_bytes) return false;
    challenge_of(request).code.assign(code->begin(), code->end());
  } else if (const auto from = number_in(value);
             option == "--challenge-ms" && from && *from >= 0 && *from <= k_longest_ms) {
    challenge_of(request).from = milliseconds(std::llround(*from));
  } else if (option == "--loudspeaker") {
    challenge_of(request).loudspeaker = value;
  } else {
    return false;
  }
  return true;
}

bool apply(SensingRequest& request, std::string_view option, const std::string& value) {
  const auto number = number_in(value);
  if (option == "--sound" && !value.empty()) {
    request.sound = Recorded{value};
  } else if (option == "--microphone") {
    request.sound = Device{value};
  } else if (option == "--pictures" && !value.empty()) {
    request.pictures = Recorded{value};
  } else if (option == "--camera") {
    request.pictures = Device{value};
  } else if (option == "--duration-ms" && number && *number >= 1 && *number <= k_longest_ms) {
    request.window = milliseconds(std::llround(*number));
  } else if (const auto span = span_in(value); span && option == "--reading-ms") {
    phases_of(request).reading = *span;
  } else if (span && option == "--silent-ms") {
    phases_of(request).silent = *span;
  } else {
    return apply_to_challenge(request, option, value) || apply_to_sound_model(request, option, value) ||
           apply_to_room(request, option, value);
  }
  return true;
}

bool is_device(const std::optional<SourceRequest>& source) {
  return source && std::holds_alternative<Device>(*source);
}

std::string_view what_an_enrolment_misses(const SensingRequest& request) {
  const EnrolmentRequest& enrolment = request.enrolment;
  if (!request.pictures || request.sound || !request.room.empty())
    return "An enrolment needs pictures alone.";
  if (is_device(request.pictures) == enrolment.open_door.has_value())
    return "Pictures of the closed door need --open-door=PLACE, a camera does not.";
  if (is_device(request.pictures) && !enrolment.ask) return "A camera needs --ask.";
  return {};
}

/// Empty when the request makes sense.
std::string_view what_is_missing(const SensingRequest& request) {
  if (request.purpose == Purpose::enrol) return what_an_enrolment_misses(request);
  const EnrolmentRequest& enrolment = request.enrolment;
  if (enrolment.open_door || enrolment.door || !enrolment.masks.empty() || enrolment.ask)
    return "Only enrol takes that.";
  if (!request.sound && !request.pictures) return "A source is needed.";
  if (!request.room.empty() && !request.pictures) return "--room needs pictures.";
  if (request.challenge && (request.challenge->code.empty() || !is_device(request.sound)))
    return "A challenge needs --challenge=HEX and a microphone.";
  if (request.phases && !is_sound(*request.phases)) return "Two phases that do not overlap are needed.";
  if (request.purpose == Purpose::meter && (!request.sound || request.pictures))
    return "A meter needs a sound and nothing else.";
  const SoundModelRequest& model = request.sound_model;
  if (model.network.empty() != model.labels.empty() || model.network.empty() != model.sha256.empty())
    return "A sound model needs its file, labels and digest.";
  if (!request.window && (is_device(request.sound) || is_device(request.pictures)))
    return "A device needs --duration-ms=N.";
  return {};
}

}  // namespace

std::vector<std::string> to_arguments(const SensingRequest& request) {
  std::vector<std::string> arguments{std::string(name_of(request.purpose))};
  write_source(arguments, request.sound, "--microphone", "--sound");
  write_source(arguments, request.pictures, "--camera", "--pictures");
  if (request.window) arguments.push_back("--duration-ms=" + std::to_string(request.window->count()));
  if (request.phases) {
    arguments.push_back("--reading-ms=" + span_text(request.phases->reading));
    arguments.push_back("--silent-ms=" + span_text(request.phases->silent));
  }
  write_challenge(arguments, request.challenge);
  if (!request.room.empty()) arguments.push_back("--room=" + request.room);
  if (const SoundModelRequest& model = request.sound_model; !model.network.empty()) {
    arguments.push_back("--sound-model=" + model.network);
    arguments.push_back("--sound-labels=" + model.labels);
    arguments.push_back("--sound-sha256=" + model.sha256);
  }
  write_enrolment(arguments, request.enrolment);
  return arguments;
}

Result<SensingRequest> from_arguments(std::span<const std::string> arguments) {
  const auto purpose = std::find_if(std::begin(k_purposes), std::end(k_purposes), [&](Purpose each) {
    return !arguments.empty() && arguments[0] == name_of(each);
  });
  if (purpose == std::end(k_purposes))
    return unusable_input(sensing_text("sense.arguments"), "check, meter, enrol or devices is needed.");
  SensingRequest request;
  request.purpose = *purpose;
  for (const std::string& argument : arguments.subspan(1)) {
    const std::size_t equals = argument.find('=');
    const std::string value = equals == std::string::npos ? "" : argument.substr(equals + 1);
    if (!apply(request, argument.substr(0, equals), value))
      return unusable_input(sensing_text("sense.arguments"), argument + "?");
  }
  if (const std::string_view missing = what_is_missing(request); !missing.empty())
    return unusable_input(sensing_text("sense.arguments"), std::string(missing));
  return request;
}

}  // namespace preshift
