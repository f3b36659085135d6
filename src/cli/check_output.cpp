#include "check_output.hpp"

#include "check.hpp"
#include "check_json.hpp"
#include "check_junit.hpp"
#include "check_sarif.hpp"
#include "check_text.hpp"
#include "output_style.hpp"

#include <fmt/format.h>

namespace preshift {
namespace {

std::string written(const CheckReport& report, const std::string& format, Language language) {
  if (format == "json") return check_json(report, language) + "\n";
  if (format == "sarif") return check_sarif(report, exit_status_of(report), language);
  if (format == "junit") return check_junit(report, language);
  return report.problem ? std::string() : check_text_report(report, output_style(language));
}

}  // namespace

Result<int> print_check(const CheckReport& report, const Arguments& arguments, Language language) {
  fmt::print("{}", written(report, arguments.value("--format").value_or("text"), language));
  if (report.problem) return Failure{report.problem->problem};
  return exit_status_of(report);
}

}  // namespace preshift
