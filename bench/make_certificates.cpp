#include "canonical_json.hpp"
#include "made_documents.hpp"
#include "made_journals.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <exception>
#include <fstream>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

// Writes made-up certificates to standard output, one canonical document a line, in the order of their times:
// what an employer with some sites gets from its agents in some months. For benchmarks, demonstrations and
// tests; every number in them is drawn. The same arguments give the same bytes, whatever the number of
// threads.

namespace preshift {
namespace {

struct Options {
  WorkforceSize size;
  unsigned threads = 0;
  std::string agents_file;
  std::string employer_file;
  std::string approvals_file;
  std::string journals_folder;
};

/// Chunks of lines, written in their order by whichever thread made them.
class OrderedOutput {
 public:
  /// Waits until all chunks before this one are written.
  void write(std::size_t chunk, const std::string& text) {
    std::unique_lock lock(m_mutex);
    m_turn.wait(lock, [&] { return m_next == chunk; });
    m_failed = m_failed || std::fwrite(text.data(), 1, text.size(), stdout) != text.size();
    ++m_next;
    m_turn.notify_all();
  }

  [[nodiscard]] bool is_complete() const { return !m_failed && std::fflush(stdout) == 0; }

 private:
  std::mutex m_mutex;
  std::condition_variable m_turn;
  std::size_t m_next = 0;
  bool m_failed = false;
};

std::string lines_of(const DocumentMaker& maker, const std::vector<PlannedCheck>& plan, std::size_t from,
                     std::size_t until) {
  std::string text;
  for (std::size_t index = from; index < until; ++index)
    text += canonical_json(maker.certificate(plan[index])) + "\n";
  return text;
}

void write_certificates(const DocumentMaker& maker, const std::vector<PlannedCheck>& plan, unsigned threads) {
  constexpr std::size_t k_chunk = 128;
  OrderedOutput output;
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t chunk = next++; chunk * k_chunk < plan.size(); chunk = next++) {
      const std::size_t from = chunk * k_chunk;
      output.write(chunk, lines_of(maker, plan, from, std::min(from + k_chunk, plan.size())));
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work);
    work();
  }
  if (!output.is_complete()) throw std::runtime_error("standard output cannot be written");
}

void write_file(const std::string& file, const std::string& text) {
  if (file.empty()) return;
  std::ofstream out;
  out.exceptions(std::ios::failbit | std::ios::badbit);
  out.open(file, std::ios::binary);
  out << text;
}

void write_beside(const Options& options, const Workforce& workforce, const DocumentMaker& maker) {
  std::string agents;
  for (const Agent& agent : workforce.agents)
    agents += fmt::format("{}  # {}, {}\n", agent.did, agent.id, workforce.sites[agent.site].name);
  std::string approvals;
  for (const Json& approval : maker.approvals()) approvals += canonical_json(approval) + "\n";
  write_file(options.agents_file, agents);
  write_file(options.employer_file, maker.employer() + "\n");
  write_file(options.approvals_file, approvals);
}

void add_options(CLI::App& app, Options& options) {
  WorkforceSize& size = options.size;
  app.add_option("COUNT", size.certificates, "certificates to write")
      ->required()
      ->check(CLI::Range(1, 100'000'000));
  app.add_option("--agents", size.agents, "agents (default: as many as have one check a working day)")
      ->default_val(0)
      ->check(CLI::Range(0, 1'000'000));
  app.add_option("--sites", size.sites, "sites")->default_val(6)->check(CLI::Range(1, 10'000));
  app.add_option("--months", size.months, "months, up to 2026-10-31")
      ->default_val(6)
      ->check(CLI::Range(1, 120));
  app.add_option("--seed", size.seed, "all that is drawn follows from it")->default_val(1);
  app.add_option("--threads", options.threads, "threads (default: as many as the computer runs)")
      ->check(CLI::Range(1, 1024));
  app.add_option("--agents-file", options.agents_file, "writes the agents' keys, for --trusted");
  app.add_option("--employer-file", options.employer_file, "writes the employer's key, for --employer");
  app.add_option("--approvals", options.approvals_file,
                 "writes the employer's answers to the onboardings, one a line");
  app.add_option("--journals", options.journals_folder,
                 "writes the agents' journals of shifts into this folder; makes every certificate once more");
}

int run(const Options& options) {
  const Workforce workforce = made_workforce(options.size);
  const std::vector<PlannedCheck> plan = planned_checks(workforce);
  const DocumentMaker maker(workforce);
  write_beside(options, workforce, maker);
  write_certificates(maker, plan, options.threads);
  if (!options.journals_folder.empty()) write_journals(workforce, maker, plan, options.journals_folder);
  return 0;
}

}  // namespace
}  // namespace preshift

int main(int argc, char** argv) {
  constexpr std::size_t k_checks_a_month = 20;
  try {
    preshift::Options options;
    CLI::App app{"Writes made-up certificates of a made-up employer, for benchmarks and demonstrations."};
    preshift::add_options(app, options);
    CLI11_PARSE(app, argc, argv);
    auto& size = options.size;
    if (size.agents == 0)
      size.agents = std::max<std::size_t>(
          1, size.certificates / (k_checks_a_month * static_cast<std::size_t>(size.months)));
    if (options.threads == 0) options.threads = std::max(1U, std::thread::hardware_concurrency());
    return preshift::run(options);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "make_certificates: {}\n", problem.what());
    return 1;
  }
}
