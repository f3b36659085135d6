#include "junit_xml.hpp"

#include "xml_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preshift {
namespace {

using Outcome = JunitCase::Outcome;

struct Counts {
  std::ptrdiff_t tests = 0;
  std::ptrdiff_t failures = 0;
  std::ptrdiff_t errors = 0;
  std::ptrdiff_t skipped = 0;
};

std::ptrdiff_t count(const JunitSuite& suite, Outcome outcome) {
  return std::count_if(suite.cases.begin(), suite.cases.end(),
                       [&](const JunitCase& each) { return each.outcome == outcome; });
}

Counts counts_of(const JunitSuite& suite) {
  return {std::ssize(suite.cases), count(suite, Outcome::failed), count(suite, Outcome::errored),
          count(suite, Outcome::skipped)};
}

Counts sum_of(const std::vector<JunitSuite>& suites) {
  Counts sum;
  for (const JunitSuite& suite : suites) {
    const Counts counts = counts_of(suite);
    sum.tests += counts.tests;
    sum.failures += counts.failures;
    sum.errors += counts.errors;
    sum.skipped += counts.skipped;
  }
  return sum;
}

std::string attributes(const std::string& name, const Counts& counts) {
  return fmt::format(R"(name="{}" tests="{}" failures="{}" errors="{}" skipped="{}")", xml_text(name),
                     counts.tests, counts.failures, counts.errors, counts.skipped);
}

std::string_view element_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::failed:
      return "failure";
    case Outcome::errored:
      return "error";
    case Outcome::skipped:
    case Outcome::passed:
      break;
  }
  return "skipped";
}

/// xml_text takes line ends for control characters, and here they may stay.
std::string xml_lines(const std::string& text) {
  std::string safe;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    safe += xml_text(std::string_view(text).substr(begin, end - begin));
    if (end < text.size()) safe += '\n';
    begin = end + 1;
  }
  return safe;
}

std::string written(const JunitCase& test) {
  std::string xml =
      fmt::format(R"(    <testcase classname="{}" name="{}")", xml_text(test.group), xml_text(test.name));
  if (test.outcome == Outcome::passed) {
    if (test.details.empty()) return xml + "/>\n";
    return xml +
           fmt::format(">\n      <system-out>{}</system-out>\n    </testcase>\n", xml_lines(test.details));
  }
  const std::string_view element = element_of(test.outcome);
  xml += fmt::format(">\n      <{} message=\"{}\"", element, xml_text(test.message));
  if (test.outcome != Outcome::skipped) xml += fmt::format(R"( type="{}")", xml_text(test.type));
  return xml + fmt::format(">{}</{}>\n    </testcase>\n", xml_lines(test.details), element);
}

}  // namespace

std::string junit_xml(const std::string& name, const std::vector<JunitSuite>& suites) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  xml += fmt::format("<testsuites {}>\n", attributes(name, sum_of(suites)));
  for (const JunitSuite& suite : suites) {
    xml += fmt::format("  <testsuite {}>\n", attributes(suite.name, counts_of(suite)));
    for (const JunitCase& test : suite.cases) xml += written(test);
    xml += "  </testsuite>\n";
  }
  return xml + "</testsuites>\n";
}

}  // namespace preshift
