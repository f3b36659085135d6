#include "condition.hpp"

namespace preshift {

std::string_view to_string(Combinator combinator) {
  switch (combinator) {
    case Combinator::any:
      return "any";
    case Combinator::all:
      return "all";
    case Combinator::none:
      return "none";
  }
  return "";
}

}  // namespace preshift
