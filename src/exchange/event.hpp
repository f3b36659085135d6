#pragma once

#include "measurement.hpp"
#include "measures.hpp"
#include "phase.hpp"
#include "picture_polygon.hpp"
#include "problem.hpp"
#include "sound_route.hpp"
#include "spectrum.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace preshift {

/// What `preshift-sense` says, one event a line (see event_json.hpp). This is all that ever leaves it.

/// Always the first line.
struct Hello {
  int format = 0;       ///< k_pipe_format of the writer; a reader refuses any other
  std::string version;  ///< of the program
};

/// A device or file is open.
struct SourceOpened {
  Sensor sensor = Sensor::microphone;
  bool live = false;     ///< a device, not a file
  std::string name;      ///< device name or file name
  std::string host_api;  ///< such as ALSA; empty for files
  double rate = 0;       ///< samples or pictures per second; 0 when not known
  int channels = 0;      ///< of sound; 0 for pictures
  SoundRoute route{};    ///< of sound
};

struct SourceReleased {
  Sensor sensor = Sensor::microphone;
};

/// What the kernel enforces from here on.
struct Confined {
  bool system_calls = false;  ///< seccomp: no file opened for writing, no new socket, no program
  bool file_system = false;   ///< Landlock: the same for the file system, one layer below
  std::string detail;         ///< why not, where it is not; empty otherwise
};

struct Progress {
  Sensor sensor = Sensor::microphone;
  double seconds = 0;                ///< measured so far
  std::optional<double> of_seconds;  ///< the whole window, when known
};

/// The momentary LAF, for a person to watch. Levels leave this program relative to full scale, in dBFS
/// (measures.hpp); what that is in the room is the reader's business.
struct Level {
  double dbfs = 0;
};

/// What a meter shows when nothing sounds.
inline constexpr double k_silence_dbfs = -160;

/// What the agent has to do from here on, and for how long.
struct PhaseBegun {
  Phase phase = Phase::none;
  double seconds = 0;
};

/// What a sound level meter shows, for a person to watch; dBFS.
struct MeterReading {
  double seconds = 0;          ///< measured so far
  double laf = 0;              ///< momentary
  double laeq = 0;             ///< from the beginning
  std::optional<double> la90;  ///< from the beginning; none in the first moments
};

/// One full second of a meter's history; dBFS.
struct SecondPassed {
  double laeq = 0;
  double lafmax = 0;
  bool overloaded = false;
};

/// A source failed or cannot be used; no measurement of that sensor follows.
struct SourceProblem {
  std::optional<Sensor> sensor;
  Problem problem;
};

/// What an enrolment waits for: one line on the standard input of `preshift-sense` (enrolment_answer.hpp).
enum class EnrolmentStep {
  door_closed,  ///< the door is to be closed, then pictures are taken
  door_open,    ///< the same for the open door
  outline,      ///< the outline just proposed is to be confirmed or replaced
};

struct Waiting {
  EnrolmentStep step = EnrolmentStep::door_closed;
};

/// Where the door seems to be, in pictures of this size.
struct DoorProposed {
  int width = 0;   ///< pixels
  int height = 0;  ///< pixels
  PicturePolygon outline;
  double confidence = 0;  ///< 0 to 1; 1 when the user gave it
};

/// A part of the enrolment's file, in order; at most k_most_part_bytes.
struct EnrolmentPart {
  std::vector<std::uint8_t> bytes;  ///< not empty
};

inline constexpr std::size_t k_most_part_bytes = 4096;
inline constexpr std::size_t k_largest_enrolment = 1024 * 1024;  ///< bytes, of the whole file

/// The last line of a check that ran to its end.
struct Done {};

/// Sent at least once a second while nothing else is, so that a silent pipe means a hang.
struct Alive {};

/// One device of `preshift-sense devices`.
struct DeviceListed {
  Sensor sensor = Sensor::microphone;
  int index = 0;
  std::string name;
  std::string host_api;
  int channels = 0;
  std::vector<double> rates;  ///< sample rates in hertz that the device accepts; empty for cameras
  bool is_default = false;
  SoundRoute route{};  ///< of a microphone, as far as its name tells
};

using Event = std::variant<Hello, SourceOpened, SourceReleased, Confined, Progress, Level, PhaseBegun,
                           MeterReading, SecondPassed, Measurement, Spectrum, Waiting, DoorProposed,
                           EnrolmentPart, SourceProblem, DeviceListed, Alive, Done>;

inline constexpr int k_pipe_format = 3;
inline constexpr std::size_t k_longest_event_line = 16 * 1024;  ///< bytes, line end included

/// One line of JSON, line end included, in UTF-8; never longer than k_longest_event_line (long names are
/// cut).
[[nodiscard]] std::string to_json_line(const Event& event);

/// The event in this line, or nullopt when the line is not one (unknown event, missing or mistyped member,
/// a number that is not finite, an unknown text id): the reader then trusts nothing more from that pipe.
[[nodiscard]] std::optional<Event> event_from_json_line(std::string_view line);

}  // namespace preshift
