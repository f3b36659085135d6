#include "quiet_stderr.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <string>

namespace preshift {
namespace {

/// What reaches file descriptor 2 while this lives, in a pipe.
class CaughtStderr {
 public:
  CaughtStderr() : m_saved(::dup(STDERR_FILENO)) {
    EXPECT_EQ(::pipe(m_pipe.data()), 0);
    ::dup2(m_pipe[1], STDERR_FILENO);
    ::close(m_pipe[1]);
  }

  /// Ends the catching.
  std::string text() {
    ::dup2(m_saved, STDERR_FILENO);
    ::close(m_saved);
    std::array<char, 256> buffer{};
    const ssize_t count = ::read(m_pipe[0], buffer.data(), buffer.size());
    ::close(m_pipe[0]);
    return {buffer.data(), static_cast<std::size_t>(count < 0 ? 0 : count)};
  }

 private:
  int m_saved;
  std::array<int, 2> m_pipe{};
};

void complain(const std::string& text) {
  ASSERT_EQ(::write(STDERR_FILENO, text.data(), text.size()), static_cast<ssize_t>(text.size()));
}

TEST(QuietStderr, ThrowsAwayOnlyWhatIsWrittenWhileItLives) {
  CaughtStderr caught;
  complain("before ");
  {
    const QuietStderr quiet;
    complain("ALSA lib pcm.c: unknown PCM ");
  }
  complain("after");
  EXPECT_EQ(caught.text(), "before after");
}

TEST(QuietStderr, EndsWithTheLastOfThoseThatOverlap) {
  CaughtStderr caught;
  std::optional<QuietStderr> microphone(std::in_place);
  std::optional<QuietStderr> camera(std::in_place);
  microphone.reset();
  complain("still quiet ");
  camera.reset();
  complain("loud again");
  EXPECT_EQ(caught.text(), "loud again");
}

}  // namespace
}  // namespace preshift
