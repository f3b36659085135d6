#include "decision.hpp"

namespace preshift {

std::string_view to_string(DecisionRule rule) {
  switch (rule) {
    case DecisionRule::simple:
      return "simple";
    case DecisionRule::guarded:
      return "guarded";
    case DecisionRule::lenient:
      return "lenient";
  }
  return "";
}

}  // namespace preshift
