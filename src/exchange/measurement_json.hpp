#pragma once

#include "event.hpp"

#include <nlohmann/json.hpp>

namespace preshift {

class Members;

/// The parts that the pipe's events and documents of measurements have in common. Numbers are written with as
/// many digits as read back to the same number, messages as the id of their text and their arguments.

[[nodiscard]] nlohmann::ordered_json written_message(const Message& message);
[[nodiscard]] nlohmann::ordered_json written_measurement(const Measurement& measurement);
[[nodiscard]] nlohmann::ordered_json written_route(const SoundRoute& route);
[[nodiscard]] nlohmann::ordered_json written_source(const SourceOpened& source);
[[nodiscard]] nlohmann::ordered_json written_confinement(const Confined& confined);
[[nodiscard]] nlohmann::ordered_json written_problem(const SourceProblem& problem);

/// A name as it is written: what is beyond 1024 bytes is cut.
[[nodiscard]] std::string shortened_name(const std::string& name);

/// Each notes in the members what is missing or wrong.
[[nodiscard]] Measurement read_measurement(Members& members);
[[nodiscard]] SoundRoute read_route(Members& members);
[[nodiscard]] SourceOpened read_source(Members& members);
[[nodiscard]] Confined read_confinement(Members& members);
[[nodiscard]] SourceProblem read_problem(Members& members);

}  // namespace preshift
