#include "promises.hpp"
#include "report_signature.hpp"
#include "strict_json.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

// Any bytes as the file beside a report: nothing is read of it but what was signed. The seed is the audit's
// output, signed by a key that was thrown away.

namespace preshift {
namespace {

constexpr std::string_view k_signer = "did:key:z6MksmjS1i3LRkZfVUto6vd1dBGnyKkg7nJoVxFSUkTqRJKw";
constexpr std::string_view k_digest = "aff4753dfd964abb90426c29859afdee922f4fb4db6019dcd03b2c8fa93296aa";
constexpr std::chrono::sys_seconds k_made{std::chrono::seconds(1795681354)};

/// What a document says under another's signature is not read.
void check_altered(Json document) {
  document["digest"] = std::string(k_digest.size(), '0');
  require(!read_report_signature(document));
}

void check(std::string_view text) {
  const auto document = read_strict_json(text);
  if (!document) return;
  const auto signature = read_report_signature(*document);
  if (!signature) return;
  require(signature->signer == k_signer && signature->digest == k_digest && signature->made == k_made);
  const auto checkpoint = read_checkpoint(signature->checkpoint);
  require(checkpoint && checkpoint->size == 6);
  check_altered(*document);
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  preshift::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
