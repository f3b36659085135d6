#include "quiet_stderr.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <mutex>

namespace preshift {
namespace {

/// The first one in saves the descriptor, the last one out puts it back: saving it once each would let two
/// that overlap in time leave it on /dev/null for good.
std::mutex g_mutex;
int g_holders = 0;
int g_saved = -1;

void redirect() {
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere < 0) return;
  g_saved = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (g_saved >= 0) ::dup2(nowhere, STDERR_FILENO);
  ::close(nowhere);
}

void restore() {
  if (g_saved < 0) return;
  ::dup2(g_saved, STDERR_FILENO);
  ::close(g_saved);
  g_saved = -1;
}

}  // namespace

QuietStderr::QuietStderr() {
  const std::lock_guard lock(g_mutex);
  if (g_holders++ == 0) redirect();
}

QuietStderr::~QuietStderr() {
  const std::lock_guard lock(g_mutex);
  if (--g_holders == 0) restore();
}

}  // namespace preshift
