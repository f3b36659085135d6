// preshift-sense with somebody hostile inside: once its sources are open it tries everything it must not be
// able to do, on the measuring thread and on one that ran before, and reports what the kernel said. Then it
// goes on measuring.

#include "capture_environment.hpp"
#include "confinement.hpp"
#include "sense.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace {

/// A folder with a file "present" that may be lost.
std::string target(const char* name) {
  return std::string(std::getenv("PRESHIFT_BREAKOUT_FOLDER")) + "/" + name;
}

int opened(int flags, const char* name) {
  return ::open(target(name).c_str(), flags, 0600);
}

int started(const char* program) {
  std::string path = program;
  char* arguments[] = {path.data(), nullptr};
  pid_t child = 0;
  const int error = ::posix_spawn(&child, program, nullptr, nullptr, arguments, nullptr);
  if (error == 0) ::waitpid(child, nullptr, 0);
  errno = error;
  return error == 0 ? 0 : -1;
}

int forked() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  return child;
}

struct Attempt {
  const char* name;
  std::function<long()> run;  ///< -1 with errno when it is refused
};

const std::vector<Attempt>& attempts() {
  static const std::vector<Attempt> all{
      {"create_file", [] { return opened(O_CREAT | O_WRONLY, "created"); }},
      {"write_file", [] { return opened(O_WRONLY, "present"); }},
      {"read_write_file", [] { return opened(O_RDWR, "present"); }},
      {"append_file", [] { return opened(O_WRONLY | O_APPEND, "present"); }},
      {"truncate_on_open", [] { return opened(O_RDONLY | O_TRUNC, "present"); }},
      {"temporary_file", [] { return ::open(target(".").c_str(), O_TMPFILE | O_RDWR, 0600); }},
      {"openat2", [] { return ::syscall(437, AT_FDCWD, target("present").c_str(), nullptr, 0); }},
      {"truncate", [] { return ::truncate(target("present").c_str(), 0); }},
      {"unlink", [] { return ::unlink(target("present").c_str()); }},
      {"rename", [] { return ::rename(target("present").c_str(), target("renamed").c_str()); }},
      {"link", [] { return ::link(target("present").c_str(), target("linked").c_str()); }},
      {"symlink", [] { return ::symlink("present", target("pointer").c_str()); }},
      {"make_folder", [] { return ::mkdir(target("folder").c_str(), 0700); }},
      {"make_fifo", [] { return ::mkfifo(target("fifo").c_str(), 0600); }},
      {"chmod", [] { return ::chmod(target("present").c_str(), 0777); }},
      {"internet_socket", [] { return ::socket(AF_INET, SOCK_STREAM, 0); }},
      {"datagram_socket", [] { return ::socket(AF_INET6, SOCK_DGRAM, 0); }},
      {"local_socket", [] { return ::socket(AF_UNIX, SOCK_STREAM, 0); }},
      {"io_uring", [] { return ::syscall(425, 4, nullptr); }},
      {"start_program", [] { return started("/bin/true"); }},
      {"execute",
       [] {
         char* arguments[] = {nullptr};
         return ::execve("/bin/true", arguments, arguments);
       }},
      {"fork", [] { return forked(); }},
      {"type_into_terminal", [] { return ::ioctl(STDOUT_FILENO, TIOCSTI, "x"); }},
      {"type_with_high_bits", [] { return ::syscall(SYS_ioctl, STDOUT_FILENO, (1UL << 32) | TIOCSTI, "x"); }},
      {"signal_other_thread", [] { return ::syscall(SYS_tgkill, ::getppid(), ::getppid(), 0); }},
      {"signal_parent", [] { return ::kill(::getppid(), 0); }},
      {"trace", [] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }},
  };
  return all;
}

void try_all(const char* where) {
  for (const Attempt& attempt : attempts()) {
    errno = 0;
    const long result = attempt.run();
    const int error = errno;
    std::printf("{\"attempt\":\"%s\",\"on\":\"%s\",\"result\":%ld,\"errno\":%d}\n", attempt.name, where,
                result < 0 ? -1L : 0L, error);
  }
  const int readable = opened(O_RDONLY, "present");
  std::printf("{\"attempt\":\"read_file\",\"on\":\"%s\",\"result\":%d,\"errno\":0}\n", where,
              readable < 0 ? -1 : 0);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace preshift;
  harden_this_process();
  prepare_capture_environment();
  const auto request = from_arguments(std::vector<std::string>(argv + 1, argv + argc));
  if (!request) return 3;
  std::atomic<bool> confined = false;
  std::thread earlier([&] {
    confined.wait(false);
    try_all("earlier thread");
    confined = false;
    confined.notify_all();
  });
  run_check(*request, stdout, [&] {
    try_all("measuring thread");
    confined = true;
    confined.notify_all();
    confined.wait(true);
    std::thread([] {
      std::printf("{\"attempt\":\"new_thread\",\"on\":\"new thread\",\"result\":0,\"errno\":0}\n");
    }).join();
  });
}
