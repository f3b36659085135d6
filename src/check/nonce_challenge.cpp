#include "nonce_challenge.hpp"

#include "sensing_request.hpp"
#include "sha256.hpp"

#include <string>

namespace preshift {

std::vector<std::uint8_t> challenge_of_nonce(std::string_view nonce) {
  std::vector<std::uint8_t> code;
  for (int counter = 0; code.size() < k_challenge_code_bytes; ++counter) {
    std::string text = "preshift acoustic challenge 1\n";
    text.append(nonce).append("\n").append(std::to_string(counter));
    const auto digest = sha256(text);
    code.insert(code.end(), digest.begin(), digest.end());
  }
  return code;
}

}  // namespace preshift
