#include "rule.hpp"

namespace preshift {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::required:
      return "required";
    case Severity::advisory:
      return "advisory";
    case Severity::informational:
      return "informational";
  }
  return "";
}

}  // namespace preshift
