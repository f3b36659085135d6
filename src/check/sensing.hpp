#pragma once

#include "enrolment_answer.hpp"
#include "event.hpp"
#include "sensing_request.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace preshift {

/// All that came out of preshift-sense.
struct Sensing {
  std::vector<SourceOpened> sources;
  std::optional<Confined> confined;
  Measurements measurements;
  std::optional<Spectrum> spectrum;
  std::vector<SecondPassed> history;
  std::vector<DeviceListed> devices;
  std::optional<DoorProposed> door;      ///< of an enrolment: the last one proposed
  std::vector<std::uint8_t> enrolment;   ///< the file of a room that was enrolled; empty for none
  std::optional<SourceProblem> problem;  ///< why it did not come to its end; nullopt when it did
};

using EventListener = std::function<void(const Event&)>;

/// What to answer when an enrolment waits; nullopt gives it up. Takes as long as a person does.
using EnrolmentAnswers = std::function<std::optional<EnrolmentAnswer>(const Waiting&)>;

/// Runs the sensing program with these arguments until it says that it is done, and believes nothing that is
/// not in the pipe's format. A program that cannot be started, crashes, is killed, falls silent for five
/// seconds, talks too much or ends without saying so becomes a problem of kind device_failure; this function
/// always returns. `listener` sees each event as it comes, on this thread, and so does `answers`; without
/// answers whatever waits is given up.
[[nodiscard]] Sensing run_sensing(const std::filesystem::path& program,
                                  const std::vector<std::string>& arguments, const EventListener& listener,
                                  const EnrolmentAnswers& answers = {});

/// Where preshift-sense stands: beside this program, or in ../libexec/preshift once installed.
[[nodiscard]] std::filesystem::path sensing_program();

}  // namespace preshift
