#pragma once

#include <string>

namespace preshift {

/// What the kernel enforces on this process, for good, once confine_this_process() has returned.
struct Confinement {
  bool system_calls = false;  ///< Linux seccomp, for every thread
  bool file_system = false;   ///< Linux Landlock, for the calling thread and all it starts
  std::string detail;         ///< why a layer is missing, in the system's words; empty when both hold
};

/// Takes from this process, for ever and for all its threads, the right to open a file for writing, to
/// create, rename or remove one, to make or connect a socket, and to start a program; each attempt then fails
/// with EPERM or EACCES. What is already open stays usable, reading files stays possible. seccomp is an
/// allow-list: a system call that no measuring code needs is refused too. Only Linux can do this; elsewhere
/// both layers are false with the reason.
[[nodiscard]] Confinement confine_this_process();

/// To be called before anything else: closes every file inherited beyond the three standard ones, forbids
/// core dumps and debuggers (a core would hold sound and pictures), bounds the address space, and has the
/// kernel end this process when its parent ends.
void harden_this_process();

/// Ends the process at once: no destructors, no waiting for threads that hang in a driver.
[[noreturn]] void end_process(int exit_status);

}  // namespace preshift
