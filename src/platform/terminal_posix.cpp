#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>

namespace preshift {
namespace {

std::atomic<bool> s_interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "it is set by a signal's handler");

int descriptor_of(Stream stream) {
  switch (stream) {
    case Stream::input:
      return STDIN_FILENO;
    case Stream::output:
      return STDOUT_FILENO;
    case Stream::error:
      break;
  }
  return STDERR_FILENO;
}

}  // namespace

bool is_terminal(Stream stream) {
  return ::isatty(descriptor_of(stream)) == 1;
}

int terminal_width(Stream stream) {
  constexpr int k_default_width = 80;
  winsize size{};
  const bool known = ::ioctl(descriptor_of(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : k_default_width;
}

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return std::string(value);
}

std::string user_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (auto value = environment(name)) return *value;
  return {};
}

void outlive_interrupts() {
  std::signal(SIGINT, [](int) { s_interrupted = true; });
}

bool take_interrupt() {
  return s_interrupted.exchange(false);
}

}  // namespace preshift
