#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace preshift::testing {

/// Another program, without any output, for as long as this lives; ended by its own process id.
class Program {
 public:
  /// The first of `command` is looked up in PATH.
  explicit Program(const std::vector<std::string>& command);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Ends it at once (SIGKILL).
  void kill();

  /// The exit status, when it has ended by itself.
  [[nodiscard]] int wait();

 private:
  pid_t m_id = -1;
};

/// Whether a program of this name is in PATH.
[[nodiscard]] bool is_installed(const std::string& name);

/// A TCP port of the loopback that nobody uses now.
[[nodiscard]] int free_port();

/// Whether somebody listens there, without connecting.
[[nodiscard]] bool is_listening(int port);

}  // namespace preshift::testing
