#include "program.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace preshift::testing {

Program::Program(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0);
  if (::posix_spawnp(&m_id, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) m_id = -1;
  posix_spawn_file_actions_destroy(&actions);
}

Program::~Program() {
  kill();
}

void Program::kill() {
  if (m_id <= 0) return;
  ::kill(m_id, SIGKILL);
  (void)wait();
}

int Program::wait() {
  if (m_id <= 0) return -1;
  int status = 0;
  ::waitpid(m_id, &status, 0);
  m_id = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool is_installed(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  std::error_code error;
  for (std::string folder; std::getline(folders, folder, ':');)
    if (std::filesystem::exists(std::filesystem::path(folder) / name, error)) return true;
  return false;
}

int free_port() {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  const bool good = ::bind(descriptor, generic, size) == 0 && ::getsockname(descriptor, generic, &size) == 0;
  ::close(descriptor);
  return good ? ntohs(address.sin_port) : 0;
}

bool is_listening(int port) {
  constexpr const char* k_listen = "0A";
  std::ifstream table("/proc/net/tcp");
  std::string line;
  std::getline(table, line);
  while (std::getline(table, line)) {
    std::istringstream fields(line);
    std::string number;
    std::string local;
    std::string remote;
    std::string state;
    fields >> number >> local >> remote >> state;
    if (state == k_listen && std::stoi(local.substr(local.find(':') + 1), nullptr, 16) == port) return true;
  }
  return false;
}

}  // namespace preshift::testing
