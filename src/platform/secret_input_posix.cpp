#include "secret_input.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstddef>

namespace preshift {
namespace {

constexpr std::size_t k_longest = 1024;

/// Typed characters are not shown while this lives.
class HiddenTyping {
 public:
  explicit HiddenTyping(int terminal) : m_terminal(terminal) {
    m_works = ::tcgetattr(terminal, &m_before) == 0;
    termios hidden = m_before;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (m_works) m_works = ::tcsetattr(terminal, TCSAFLUSH, &hidden) == 0;
  }
  ~HiddenTyping() {
    if (m_works) ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
  }
  HiddenTyping(const HiddenTyping&) = delete;
  HiddenTyping& operator=(const HiddenTyping&) = delete;

  [[nodiscard]] bool works() const { return m_works; }

 private:
  int m_terminal;
  termios m_before{};
  bool m_works = false;
};

bool write_all(int terminal, const std::string& text) {
  return ::write(terminal, text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

std::optional<std::string> read_line(int terminal) {
  std::string line;
  line.reserve(k_longest);  // so that no copy of it stays behind
  char c = 0;
  while (::read(terminal, &c, 1) == 1) {
    if (c == '\n') return line;
    if (line.size() < k_longest) line += c;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> ask_for_secret(const std::string& prompt) {
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0) return std::nullopt;
  std::optional<std::string> line;
  {
    const HiddenTyping hidden(terminal);
    if (hidden.works() && write_all(terminal, prompt)) line = read_line(terminal);
  }
  static_cast<void>(write_all(terminal, "\n"));
  ::close(terminal);
  return line;
}

}  // namespace preshift
