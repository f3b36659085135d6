#include "server_address.hpp"

#include "hex.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace preshift {
namespace {

constexpr std::string_view k_schemes[] = {"postgresql://", "postgres://"};
constexpr std::string_view k_secret_names[] = {"password=", "sslpassword="};

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = text[i] == '%' ? from_hex(text.substr(i + 1, 2)) : std::nullopt;
    if (byte && byte->size() == 1) {
      decoded += static_cast<char>(byte->front());
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

void add_secret(std::string_view secret, ServerAddress& address) {
  if (secret.empty()) return;
  address.secrets.emplace_back(secret);
  address.secrets.push_back(percent_decoded(secret));
}

/// USER:PASSWORD@HOST without the password.
std::string plain_authority(std::string_view authority, ServerAddress& address) {
  const std::size_t at = authority.rfind('@');
  const std::size_t colon = authority.find(':');
  if (at == std::string_view::npos || colon > at) return std::string(authority);
  add_secret(authority.substr(colon + 1, at - colon - 1), address);
  return std::string(authority.substr(0, colon)) + std::string(authority.substr(at));
}

/// NAME=VALUE&... without passwords.
std::string plain_options(std::string_view options, ServerAddress& address) {
  std::string plain;
  while (!options.empty()) {
    const std::string_view option = options.substr(0, options.find('&'));
    options.remove_prefix(std::min(option.size() + 1, options.size()));
    const auto* const name = std::find_if(std::begin(k_secret_names), std::end(k_secret_names),
                                          [option](std::string_view n) { return option.starts_with(n); });
    if (name != std::end(k_secret_names))
      add_secret(option.substr(name->size()), address);
    else
      plain.append(plain.empty() ? "" : "&").append(option);
  }
  return plain;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

bool is_server_address(std::string_view place) {
  return std::any_of(std::begin(k_schemes), std::end(k_schemes),
                     [place](std::string_view scheme) { return place.starts_with(scheme); });
}

ServerAddress read_server_address(const std::string& address) {
  ServerAddress read{address, "", {}};
  const std::string_view whole = address;
  const std::size_t start = std::min(whole.find("://"), whole.size() - 3) + 3;
  const std::size_t question = std::min(whole.find('?', start), whole.size());
  // A password may hold a slash that its user forgot to encode; hosts and databases hold no @.
  const std::size_t at = whole.substr(0, question).rfind('@');
  const std::size_t slash = whole.find('/', at == std::string_view::npos ? start : std::max(at, start));
  const std::size_t end = std::min(slash, question);
  read.place = whole.substr(0, start);
  read.place += plain_authority(whole.substr(start, end - start), read);
  read.place += whole.substr(end, question - end);
  if (question < whole.size()) {
    const std::string options = plain_options(whole.substr(question + 1), read);
    if (!options.empty()) read.place += '?' + options;
  }
  return read;
}

std::string without_secrets(std::string message, const ServerAddress& address) {
  replace_all(message, address.address, address.place);
  for (const std::string& secret : address.secrets) replace_all(message, secret, "***");
  while (!message.empty() && (message.back() == '\n' || message.back() == ' ')) message.pop_back();
  return printable(message);
}

}  // namespace preshift
