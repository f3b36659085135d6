#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// postgresql://USER:PASSWORD@HOST:PORT/DATABASE?NAME=VALUE&..., as libpq takes it.
struct ServerAddress {
  std::string address;
  std::string place;                 ///< the same without passwords: for messages
  std::vector<std::string> secrets;  ///< the passwords, as they stand there and decoded
};

[[nodiscard]] bool is_server_address(std::string_view place);
[[nodiscard]] ServerAddress read_server_address(const std::string& address);

/// A library's message, which may repeat the address, in one line and without passwords.
[[nodiscard]] std::string without_secrets(std::string message, const ServerAddress& address);

}  // namespace preshift
