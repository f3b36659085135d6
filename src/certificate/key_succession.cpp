#include "key_succession.hpp"

#include "data_integrity.hpp"
#include "did_key.hpp"
#include "document_reading.hpp"

namespace preshift {

std::optional<Succession> read_succession(const Json& statement) {
  DocumentReading reading;
  reading.require(text_member(statement, "format") == k_succession_format, "format");
  const Succession succession{reading.text(statement, "from", "from"), reading.text(statement, "to", "to"),
                              reading.moment(statement, "at", "at")};
  const auto proof = verify_proof(statement);
  reading.require(key_of_did(succession.to).has_value() && proof && proof->did == succession.from, "proof");
  if (reading.wrong()) return std::nullopt;
  return succession;
}

bool lead_to(std::span<const Json> statements, std::string from, const std::string& to) {
  if (statements.empty()) return false;
  for (const Json& statement : statements) {
    const auto succession = read_succession(statement);
    if (!succession || succession->from != from) return false;
    from = succession->to;
  }
  return from == to;
}

}  // namespace preshift
