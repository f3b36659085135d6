#include "capture_environment.hpp"
#include "confinement.hpp"
#include "event.hpp"
#include "exit_status.hpp"
#include "sense.hpp"
#include "sensing_texts.hpp"
#include "version.hpp"

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace {

constexpr const char* k_usage =
    R"(preshift-sense: measures sound and pictures and prints numbers; part of Preshift.

usage: preshift-sense check [--sound=FILE | --microphone[=NAME|INDEX]]
                            [--pictures=FILE|FOLDER|PATTERN|VIDEO | --camera[=INDEX|URL|PIPELINE]]
                            [--room=FILE] [--duration-ms=N] [--reading-ms=FROM-TO --silent-ms=FROM-TO]
                            [--challenge=HEX --challenge-ms=FROM [--loudspeaker=NAME|INDEX]]
       preshift-sense enrol --pictures=PLACE --open-door=PLACE | --camera[=INDEX|URL|PIPELINE] --ask
                            [--door=X1,Y1,...] [--mask=X1,Y1,...]...
       preshift-sense meter --sound=FILE | --microphone[=NAME|INDEX] [--duration-ms=N]
       preshift-sense devices
       preshift-sense --version | --help

Prints one JSON object a line (docs/pipe-format.md). Once its sources are open the kernel lets it
open no file for writing, make no socket and start no program. Exit status: 0 measured, 3 arguments
or files cannot be used, 4 a device failed.
)";

using namespace preshift;

int refuse(const SourceProblem& failed) {
  std::fputs(to_json_line(Hello{k_pipe_format, k_version}).c_str(), stdout);
  std::fputs(to_json_line(failed).c_str(), stdout);
  return exit_status_of(failed.problem.kind);
}

int run(const std::vector<std::string>& arguments) {
  if (!arguments.empty() && arguments[0] == "--help") return std::fputs(k_usage, stdout), 0;
  if (!arguments.empty() && arguments[0] == "--version")
    return std::printf("preshift-sense %s\n", k_version), 0;
  if (arguments == std::vector<std::string>{"devices"}) return run_devices(stdout);
  const auto request = from_arguments(arguments);
  if (!request) return refuse({std::nullopt, request.error()});
  run_check(*request, stdout);
}

}  // namespace

int main(int argc, char** argv) {
  harden_this_process();
  prepare_capture_environment();
  int status = 0;
  try {
    status = run({argv + 1, argv + argc});
  } catch (const std::exception& broken) {
    status = refuse(
        {std::nullopt, {ProblemKind::device_failure, {sensing_text("sense.crashed"), {broken.what()}}}});
  }
  std::fflush(stdout);
  end_process(status);
}
