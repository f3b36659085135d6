#include "confinement.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>

namespace preshift {
namespace {

/// What measuring code, PortAudio, ALSA, PulseAudio's client, V4L2, ffmpeg and GStreamer need once they run.
constexpr const char* k_allowed_calls[] = {
    // memory and threads
    "arch_prctl", "brk", "exit", "exit_group", "futex", "futex_waitv", "get_mempolicy", "get_robust_list",
    "getcpu", "getpriority", "getrlimit", "gettid", "madvise", "mbind", "membarrier", "mincore", "mlock",
    "mmap", "mprotect", "mremap", "munlock", "munmap", "prctl", "prlimit64", "rseq", "sched_get_priority_max",
    "sched_get_priority_min", "sched_getaffinity", "sched_getattr", "sched_getparam", "sched_getscheduler",
    "sched_setaffinity", "sched_setattr", "sched_setparam", "sched_setscheduler", "sched_yield",
    "set_robust_list", "set_tid_address", "setpriority",
    // who and when
    "clock_getres", "clock_gettime", "clock_nanosleep", "getegid", "geteuid", "getgid", "getgroups",
    "getpgrp", "getpid", "getppid", "getrandom", "getrusage", "gettimeofday", "getuid", "nanosleep",
    "sysinfo", "time", "times", "uname",
    // signals to itself
    "restart_syscall", "rt_sigaction", "rt_sigpending", "rt_sigprocmask", "rt_sigreturn", "rt_sigsuspend",
    "rt_sigtimedwait", "sigaltstack",
    // files that are open, and looking at those that are not
    "access", "close", "close_range", "dup", "dup2", "dup3", "epoll_create", "epoll_create1", "epoll_ctl",
    "epoll_pwait", "epoll_pwait2", "epoll_wait", "eventfd", "eventfd2", "faccessat", "faccessat2",
    "fadvise64", "fcntl", "flock", "fstat", "fstatfs", "getcwd", "getdents", "getdents64", "lseek", "lstat",
    "memfd_create", "newfstatat", "pipe", "pipe2", "poll", "ppoll", "pread64", "preadv", "preadv2",
    "pselect6", "read", "readlink", "readlinkat", "readv", "select", "stat", "statfs", "statx",
    "timerfd_create", "timerfd_gettime", "timerfd_settime", "write", "writev",
    // sockets that are open
    "getpeername", "getsockname", "getsockopt", "recvfrom", "recvmmsg", "recvmsg", "sendmsg", "setsockopt",
    "shutdown"};

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

bool allow(const Filter& filter, const char* call) {
  const int number = seccomp_syscall_resolve_name(call);
  if (number == __NR_SCMP_ERROR || number < 0) return true;  // this kernel's architecture does not have it
  return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, number, 0) == 0;
}

/// Opening a file is allowed for reading alone.
bool allow_reading(const Filter& filter) {
  constexpr std::uint64_t k_writing =
      O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
#ifdef __NR_open
  if (seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
                       SCMP_A1(SCMP_CMP_MASKED_EQ, k_writing, 0)) != 0)
    return false;
#endif
  return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                          SCMP_A2(SCMP_CMP_MASKED_EQ, k_writing, 0)) == 0;
}

/// A new thread is allowed, a new process is not. clone3 hides its flags in memory, so it is said not to
/// exist and the C library falls back to clone.
bool allow_threads(const Filter& filter) {
  return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                          SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) == 0 &&
         seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
}

/// What reaches beyond this process only in its arguments: a signal goes to itself, sendto to the peer that
/// its socket has. (sendmsg hides its address in memory; sound servers' clients need it.)
bool allow_towards_itself(const Filter& filter) {
  const auto self = static_cast<scmp_datum_t>(::getpid());
  return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, self)) ==
             0 &&
         seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(sendto), 1, SCMP_A4(SCMP_CMP_EQ, 0)) == 0;
}

/// ioctl only by the kinds that sound, video and buffer devices have, and a few harmless ones of every file:
/// with TIOCSTI a program could type commands into the user's terminal. The kernel reads 32 bits of the
/// request.
bool allow_device_control(const Filter& filter) {
  constexpr std::uint64_t k_kind = 0xff00;
  constexpr std::uint64_t k_request = 0xffffffff;
  bool good = true;
  for (const char kind : {'A', 'U', 'V', 'b', 'd', '|'})
    good = good &&
           seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
                            SCMP_A1(SCMP_CMP_MASKED_EQ, k_kind, static_cast<scmp_datum_t>(kind) << 8)) == 0;
  for (const std::uint64_t request : {TCGETS, FIONREAD, FIONBIO, TIOCGWINSZ})
    good = good && seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
                                    SCMP_A1(SCMP_CMP_MASKED_EQ, k_request, request)) == 0;
  return good;
}

/// Empty on success, else the reason.
std::string filter_system_calls() {
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
  if (filter == nullptr) return "seccomp_init failed";
  bool good = seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0;
  for (const char* call : k_allowed_calls) good = good && allow(filter, call);
  good = good && allow_reading(filter) && allow_threads(filter) && allow_towards_itself(filter) &&
         allow_device_control(filter);
  if (!good) return "seccomp: the filter could not be built";
  const int error = seccomp_load(filter.get());
  return error == 0 ? std::string{} : std::string("seccomp: ") + std::strerror(-error);
}

// Landlock's numbers are the kernel's stable interface; Debian 12's header stops at the first version.
constexpr std::uint64_t k_reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

/// Every file system right that this version of Landlock knows, less reading.
std::uint64_t file_rights(long version) {
  constexpr std::uint64_t k_first_version = (1ULL << 13) - 1;
  std::uint64_t rights = k_first_version & ~k_reading;
  if (version >= 2) rights |= 1ULL << 13;  // refer
  if (version >= 3) rights |= 1ULL << 14;  // truncate
  return rights;
}

struct Ruleset {
  std::uint64_t handled_access_fs;
  std::uint64_t handled_access_net;
  std::uint64_t scoped;
};

/// Empty on success, else the reason.
std::string restrict_file_system() {
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return std::string("Landlock: ") + std::strerror(errno);
  Ruleset ruleset{file_rights(version), 0, 0};
  std::size_t size = sizeof ruleset.handled_access_fs;
  if (version >= 4) {
    ruleset.handled_access_net = 0b11;  // bind and connect TCP
    size = sizeof ruleset - sizeof ruleset.scoped;
  }
  if (version >= 6) {
    ruleset.scoped = 0b11;  // abstract sockets and signals of other processes
    size = sizeof ruleset;
  }
  const long rules = ::syscall(SYS_landlock_create_ruleset, &ruleset, size, 0);
  if (rules < 0) return std::string("Landlock: ") + std::strerror(errno);
  const bool restricted =
      ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  std::string reason = restricted ? std::string{} : std::string("Landlock: ") + std::strerror(errno);
  ::close(static_cast<int>(rules));
  return reason;
}

}  // namespace

Confinement confine_this_process() {
  const std::string file_system = restrict_file_system();  // first: the filter below forbids its system calls
  const std::string system_calls = filter_system_calls();
  const std::string between = file_system.empty() || system_calls.empty() ? "" : "; ";
  return {system_calls.empty(), file_system.empty(), system_calls + between + file_system};
}

void harden_this_process() {
  ::closefrom(STDERR_FILENO + 1);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  constexpr rlim_t k_address_space = 4ULL << 30;
  const rlimit address_space{k_address_space, k_address_space};
  ::setrlimit(RLIMIT_AS, &address_space);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
  ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
}

void end_process(int exit_status) {
  ::_exit(exit_status);
}

}  // namespace preshift
