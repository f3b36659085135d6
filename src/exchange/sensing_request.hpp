#pragma once

#include "phase.hpp"
#include "picture_polygon.hpp"
#include "problem.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace preshift {

/// A device by the name the user gave; empty is the system's default.
struct Device {
  std::string name;
};

/// A file, folder or pattern that was recorded before.
struct Recorded {
  std::string place;
};

using SourceRequest = std::variant<Device, Recorded>;

/// What a run of preshift-sense is for.
enum class Purpose {
  check,  ///< measurements alone; recordings must not be too long for a check
  meter,  ///< sound alone, of any length; with readings, history and spectrum, and ended early by an
          ///< interrupt
  enrol,  ///< pictures alone, of a room with its door closed and open; ends with the room's enrolment
};

/// How a room is enrolled.
struct EnrolmentRequest {
  std::optional<SourceRequest>
      open_door;                       ///< recorded pictures; a camera shows both states one after the other
  std::optional<PicturePolygon> door;  ///< none: it is proposed from what changed
  std::vector<PicturePolygon> masks;   ///< regions never looked at, at most k_most_masks
  bool ask = false;  ///< wait for an answer (enrolment_answer.hpp) at each step; a camera needs it
};

inline constexpr std::size_t k_most_masks = 16;

/// A network of sound events to use instead of Preshift's own.
struct SoundModelRequest {
  std::string network;  ///< ONNX file; empty for Preshift's own
  std::string labels;   ///< its labels file
  std::string sha256;   ///< of `network`, in hexadecimal
};

/// An acoustic challenge: played at `from`, and listened for until k_challenge_listening later. What is heard
/// from then on is measured for nothing else.
struct ChallengeRequest {
  std::vector<std::uint8_t> code;  ///< k_challenge_code_bytes
  std::chrono::milliseconds from{0};
  std::string loudspeaker;  ///< as of a Device
};

inline constexpr std::size_t k_challenge_code_bytes = 256;

/// What preshift-sense is asked to measure.
struct SensingRequest {
  Purpose purpose = Purpose::check;
  std::optional<SourceRequest> sound;
  std::optional<SourceRequest> pictures;
  std::optional<std::chrono::milliseconds> window;  ///< devices need one; files are measured whole without
  std::optional<SoundPhases> phases;                ///< without them all of the sound is a silent phase
  std::optional<ChallengeRequest> challenge;        ///< of a live check, after the phases
  std::string room;                                 ///< file of the enrolled room; empty for none
  SoundModelRequest sound_model{};                  ///< of Purpose::check
  EnrolmentRequest enrolment{};                     ///< of Purpose::enrol; `pictures` show the closed door
};

/// The command line, without the program's name, that from_arguments reads back as the same request.
[[nodiscard]] std::vector<std::string> to_arguments(const SensingRequest& request);

/// `check` or `meter`, [--sound=FILE | --microphone[=NAME]] [--pictures=PLACE | --camera[=NAME]]
/// [--room=FILE] [--duration-ms=N] [--reading-ms=FROM-TO --silent-ms=FROM-TO]
/// [--challenge=HEX --challenge-ms=FROM [--loudspeaker=NAME]]
/// [--sound-model=FILE --sound-labels=FILE --sound-sha256=HEX]; or `enrol`, --camera[=NAME] |
/// --pictures=PLACE --open-door=PLACE, [--door=OUTLINE] [--mask=OUTLINE]... [--ask]. Anything else is refused
/// by name.
[[nodiscard]] Result<SensingRequest> from_arguments(std::span<const std::string> arguments);

}  // namespace preshift
