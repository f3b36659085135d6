#include "history_record.hpp"
#include "promises.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

// Any bytes as a line of the history: none, or a record that is read again as it is written.

namespace preshift {
namespace {

void check(std::string_view line) {
  const auto record = read_history_record(line);
  if (!record) return;
  const std::string again = written(*record);
  const auto read = read_history_record(again);
  require(read.has_value() && written(*read) == again);
}

}  // namespace
}  // namespace preshift

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  preshift::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
