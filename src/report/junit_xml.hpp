#pragma once

#include <string>
#include <vector>

namespace preshift {

/// One test of a JUnit report, the XML that build servers read.
struct JunitCase {
  enum class Outcome {
    passed,
    failed,   ///< <failure>: it is not as it should be
    errored,  ///< <error>: it could not be told
    skipped,  ///< <skipped>: it does not count
  };

  std::string group;  ///< the attribute `classname`
  std::string name;
  Outcome outcome = Outcome::passed;
  std::string type{};     ///< of what did not pass, in one word
  std::string message{};  ///< of what did not pass, in one line
  std::string details{};  ///< may have several lines
};

struct JunitSuite {
  std::string name;
  std::vector<JunitCase> cases;
};

/// The report in the form that Jenkins, GitLab and others share: <testsuites> of <testsuite> of <testcase>,
/// with the numbers of tests, failures, errors and skipped ones. No times: a rule takes none.
[[nodiscard]] std::string junit_xml(const std::string& name, const std::vector<JunitSuite>& suites);

}  // namespace preshift
