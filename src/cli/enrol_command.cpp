#include "enrol_command.hpp"

#include "cli_texts.hpp"
#include "enrol_options.hpp"
#include "enrolment_session.hpp"
#include "exit_status.hpp"
#include "hex.hpp"
#include "sha256.hpp"
#include "terminal.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace preshift {
namespace {

/// An enrolment that an employer approved must not be lost by a slip.
Result<std::filesystem::path> new_file(const Arguments& arguments) {
  const auto name = arguments.value("--output");
  if (!name) return unusable_input(cli_text("enrol.output_needed"));
  std::error_code error;
  if (std::filesystem::exists(*name, error)) return unusable_input(cli_text("enrol.output_exists"), *name);
  return std::filesystem::path(*name);
}

void print_result(const EnrolmentReport& enrolled, const std::string& file, bool as_json, Language language) {
  const std::string_view bytes(reinterpret_cast<const char*>(enrolled.bytes.data()), enrolled.bytes.size());
  const std::string digest = to_hex(sha256(bytes));
  if (as_json) {
    const nlohmann::ordered_json json{
        {"file", file},
        {"bytes", bytes.size()},
        {"sha256", digest},
        {"picture", {{"width", enrolled.door.width}, {"height", enrolled.door.height}}},
        {"door", {{"outline", to_text(enrolled.door.outline)}, {"confidence", enrolled.door.confidence}}}};
    fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    return;
  }
  constexpr double k_kibibyte = 1024;
  const double size = static_cast<double>(bytes.size()) / k_kibibyte;
  fmt::print("{}\n",
             render({cli_text("enrol.done"),
                     {file, render_number(size, 0, language), to_text(enrolled.door.outline), digest}},
                    language));
}

}  // namespace

Result<int> run_enrol_command(const Arguments& arguments, Language language) {
  const auto file = new_file(arguments);
  if (!file) return Failure{file.error()};
  const bool can_ask = is_terminal(Stream::input) && is_terminal(Stream::error);
  const auto request = enrolment_request(arguments, can_ask);
  if (!request) return Failure{request.error()};
  const auto enrolled = enrol_into(*file, *request, language);
  if (!enrolled) return Failure{enrolled.error()};
  print_result(*enrolled, file->string(), arguments.value("--format") == "json", language);
  return exit_status::k_cleared;
}

}  // namespace preshift
