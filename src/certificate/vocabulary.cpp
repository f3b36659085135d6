#include "vocabulary.hpp"

#include "certificate_data.hpp"

namespace preshift {

std::string_view certificate_context() {
  return k_context_json;
}

std::string_view certificate_schema() {
  return k_schema_json;
}

}  // namespace preshift
