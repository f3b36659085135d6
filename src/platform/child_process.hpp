#pragma once

#include "result.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace preshift {

/// How a program ended.
struct ProcessEnd {
  int exit_status = 0;      ///< meaningful when signal is 0
  int signal = 0;           ///< the signal that ended it, or 0
  std::string signal_name;  ///< such as "Segmentation fault"; empty when signal is 0
};

/// A program of ours, run with nothing to read or with the lines that we write, its standard error thrown
/// away, and its standard output read line by line with deadlines. It inherits no other open file. The
/// destructor kills it and never leaves a zombie.
class ChildProcess {
 public:
  enum class Input { nothing, lines };

  /// The reason, in the system's words, when it cannot be started.
  [[nodiscard]] static Expected<ChildProcess, std::string> start(const std::filesystem::path& program,
                                                                 const std::vector<std::string>& arguments,
                                                                 Input input = Input::nothing);
  ~ChildProcess();
  ChildProcess(ChildProcess&&) noexcept;
  ChildProcess& operator=(ChildProcess&&) noexcept;

  enum class Read {
    line,      ///< `line` holds one line, without its end
    timeout,   ///< nothing complete came in time
    end,       ///< the program closed its output; an unfinished last line is dropped
    too_long,  ///< a line longer than `longest`: read no further
  };
  [[nodiscard]] Read read_line(std::string& line, std::chrono::milliseconds timeout, std::size_t longest);

  /// Gives a program that was started with Input::lines this line, its end added, or nullopt: there is
  /// nothing more to read. A program that has ended misses it.
  void give_line(const std::optional<std::string>& line);

  /// As Ctrl-C in a terminal would.
  void interrupt();

  /// Waits until it has ended, but no longer than `patience`, then kills it. Call once.
  [[nodiscard]] ProcessEnd finish(std::chrono::milliseconds patience);

 private:
  struct Handle;
  explicit ChildProcess(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> m_handle;
};

}  // namespace preshift
