#include "postgresql_server.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <memory>
#include <pqxx/pqxx>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace preshift::testing {
namespace {

/// The newest of Debian's versions.
std::filesystem::path newest_programs() {
  std::set<std::filesystem::path> found;
  std::error_code error;
  for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", error))
    if (std::filesystem::exists(version.path() / "bin" / "postgres")) found.insert(version.path() / "bin");
  if (found.empty()) throw std::runtime_error("PostgreSQL is not installed: ./dev setup tests");
  return *found.rbegin();
}

const passwd* server_user() {
  return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
}

[[noreturn]] void run_as_server_user(const std::vector<std::string>& command, const std::string& log) {
  if (const passwd* user = server_user())
    if (::initgroups(user->pw_name, user->pw_gid) != 0 || ::setgid(user->pw_gid) != 0 ||
        ::setuid(user->pw_uid) != 0)
      ::_exit(126);
  ::prctl(PR_SET_PDEATHSIG, SIGINT);  // a test that crashes leaves no server behind
  const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

pid_t started(const std::vector<std::string>& command, const std::filesystem::path& log) {
  const pid_t child = ::fork();
  if (child == 0) run_as_server_user(command, log.string());
  return child;
}

}  // namespace

PostgresqlServer::PostgresqlServer(bool is_durable)
    : m_programs(newest_programs()), m_is_durable(is_durable) {
  if (const passwd* user = server_user())
    if (::chown(m_folder.path().c_str(), user->pw_uid, user->pw_gid) != 0)
      throw std::runtime_error("no folder for PostgreSQL");
  const pid_t maker =
      started({(m_programs / "initdb").string(), "--pgdata=" + (m_folder.path() / "data").string(),
               "--username=preshift", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"},
              m_folder.path() / "initdb.log");
  int status = 0;
  if (::waitpid(maker, &status, 0) != maker || status != 0) throw std::runtime_error("initdb failed");
  start();
}

PostgresqlServer::~PostgresqlServer() {
  stop_at_once();
}

void PostgresqlServer::start() {
  m_server = started(
      {(m_programs / "postgres").string(), "-D", (m_folder.path() / "data").string(), "-k",
       m_folder.path().string(), "-c", "listen_addresses=", "-c", m_is_durable ? "fsync=on" : "fsync=off"},
      m_folder.path() / "server.log");
  for (;;) {
    int status = 0;
    if (::waitpid(m_server, &status, WNOHANG) == m_server)
      throw std::runtime_error("PostgreSQL did not start");
    try {
      const pqxx::connection connection(address_of("postgres"));
      return;
    } catch (const pqxx::broken_connection&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));  // before asking again
    }
  }
}

void PostgresqlServer::stop_at_once() {
  if (m_server == 0) return;
  ::kill(m_server, SIGQUIT);
  ::waitpid(m_server, nullptr, 0);
  m_server = 0;
}

std::string PostgresqlServer::new_database() {
  const std::string name = "store_" + std::to_string(m_databases++);
  pqxx::connection connection(address_of("postgres"));
  pqxx::nontransaction(connection).exec("CREATE DATABASE " + name);
  return address_of(name);
}

std::string PostgresqlServer::address_of(const std::string& database) const {
  return "postgresql://preshift:secret@/" + database + "?host=" + m_folder.path().string();
}

PostgresqlServer& postgresql_server() {
  static const auto s_server = std::make_unique<PostgresqlServer>();
  return *s_server;
}

}  // namespace preshift::testing
