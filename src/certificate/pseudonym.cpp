#include "pseudonym.hpp"

#include "event_names.hpp"
#include "hex.hpp"
#include "sha256.hpp"

#include <algorithm>
#include <cstddef>

namespace preshift {
namespace {

constexpr std::size_t k_pseudonym_bytes = 16;
constexpr std::string_view k_agent_id_characters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-";

}  // namespace

std::string device_pseudonym(std::span<const std::uint8_t> salt, const SourceOpened& source) {
  std::string bytes(salt.begin(), salt.end());
  for (const std::string_view part :
       {std::string_view(name_of(source.sensor)), std::string_view(source.host_api),
        std::string_view(source.name), std::string_view(source.route.source)}) {
    bytes += '\0';
    bytes += part;
  }
  const Sha256 digest = sha256(bytes);
  return to_hex(std::span(digest).first(k_pseudonym_bytes));
}

bool is_agent_id(std::string_view text) {
  constexpr std::size_t k_longest = 64;
  return !text.empty() && text.size() <= k_longest &&
         text.find_first_not_of(k_agent_id_characters) == std::string_view::npos;
}

bool is_nonce(std::string_view text) {
  constexpr std::size_t k_longest = 128;
  return !text.empty() && text.size() <= k_longest &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace preshift
