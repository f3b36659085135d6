#include "child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

extern char** environ;

namespace preshift {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

#ifdef MSG_NOSIGNAL
constexpr int k_no_signal = MSG_NOSIGNAL;
#else
constexpr int k_no_signal = 0;
#endif

milliseconds left_until(steady_clock::time_point deadline) {
  const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now());
  return std::max(left, milliseconds{0});
}

/// The two ends of a pipe or of a pair of sockets; closes those that nobody took.
struct Ends {
  std::array<int, 2> ends{-1, -1};

  Ends() = default;
  ~Ends() {
    for (const int end : ends)
      if (end >= 0) ::close(end);
  }
  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;

  void close_in_programs() const {
    for (const int end : ends)
      if (end >= 0) ::fcntl(end, F_SETFD, FD_CLOEXEC);
  }
};

}  // namespace

struct ChildProcess::Handle {
  pid_t pid = -1;
  int output = -1;
  int input = -1;            ///< a socket, so that a reader that is gone raises no signal
  std::string pending;       ///< read, not yet handed out
  std::size_t searched = 0;  ///< of pending, known to hold no line end

  ~Handle() {
    if (output >= 0) ::close(output);
    if (input >= 0) ::close(input);
    if (pid <= 0) return;
    ::kill(pid, SIGKILL);
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  bool take_line(std::string& line) {
    const std::size_t end = pending.find('\n', searched);
    if (end == std::string::npos) {
      searched = pending.size();
      return false;
    }
    line.assign(pending, 0, end);
    pending.erase(0, end + 1);
    searched = 0;
    return true;
  }

  /// False at the end of the output.
  bool read_more() {
    std::array<char, 16384> bytes{};
    const ssize_t count = ::read(output, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return true;
    if (count <= 0) return false;
    pending.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
  }
};

ChildProcess::ChildProcess(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) {}
ChildProcess::~ChildProcess() = default;
ChildProcess::ChildProcess(ChildProcess&&) noexcept = default;
ChildProcess& ChildProcess::operator=(ChildProcess&&) noexcept = default;

Expected<ChildProcess, std::string> ChildProcess::start(const std::filesystem::path& program,
                                                        const std::vector<std::string>& arguments,
                                                        Input input) {
  Ends output_ends;
  Ends input_ends;
  const bool open =
      ::pipe(output_ends.ends.data()) == 0 &&
      (input == Input::nothing || ::socketpair(AF_UNIX, SOCK_STREAM, 0, input_ends.ends.data()) == 0);
  if (!open) return Failure{std::string(std::strerror(errno))};
  output_ends.close_in_programs();
  input_ends.close_in_programs();

  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  if (input == Input::nothing) {
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  } else {
    ::posix_spawn_file_actions_adddup2(&actions, input_ends.ends[0], STDIN_FILENO);
  }
  ::posix_spawn_file_actions_adddup2(&actions, output_ends.ends[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);

  std::string path = program.string();
  std::vector<std::string> owned = arguments;
  std::vector<char*> argv{path.data()};
  for (std::string& argument : owned) argv.push_back(argument.data());
  argv.push_back(nullptr);

  // A session of its own: no terminal into which it could type.
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  auto handle = std::make_unique<Handle>();
  const int error = ::posix_spawn(&handle->pid, path.c_str(), &actions, &attributes, argv.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  handle->output = std::exchange(output_ends.ends[0], -1);
  handle->input = std::exchange(input_ends.ends[1], -1);
  if (error != 0) {
    handle->pid = -1;
    return Failure{std::string(std::strerror(error))};
  }
  return ChildProcess(std::move(handle));
}

ChildProcess::Read ChildProcess::read_line(std::string& line, milliseconds timeout, std::size_t longest) {
  const auto deadline = steady_clock::now() + timeout;
  while (!m_handle->take_line(line)) {
    if (m_handle->pending.size() > longest) return Read::too_long;
    pollfd waiting{m_handle->output, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left_until(deadline).count()));
    if (ready == 0) return Read::timeout;
    if (ready > 0 && !m_handle->read_more()) return Read::end;
  }
  return line.size() > longest ? Read::too_long : Read::line;
}

void ChildProcess::give_line(const std::optional<std::string>& line) {
  if (!line) {
    ::shutdown(m_handle->input, SHUT_WR);
    return;
  }
  const std::string bytes = *line + '\n';
  std::string_view left = bytes;
  while (!left.empty()) {
    const ssize_t sent = ::send(m_handle->input, left.data(), left.size(), k_no_signal);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;
    left.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void ChildProcess::interrupt() {
  ::kill(m_handle->pid, SIGINT);
}

ProcessEnd ChildProcess::finish(milliseconds patience) {
  const auto deadline = steady_clock::now() + patience;
  int status = 0;
  pid_t ended = 0;
  while ((ended = ::waitpid(m_handle->pid, &status, WNOHANG)) == 0 && steady_clock::now() < deadline)
    std::this_thread::sleep_for(milliseconds{2});
  if (ended == 0) {
    ::kill(m_handle->pid, SIGKILL);
    while (::waitpid(m_handle->pid, &status, 0) < 0 && errno == EINTR) {
    }
  }
  m_handle->pid = -1;
  if (WIFSIGNALED(status)) return {0, WTERMSIG(status), ::strsignal(WTERMSIG(status))};
  return {WEXITSTATUS(status), 0, {}};
}

}  // namespace preshift
