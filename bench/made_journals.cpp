#include "made_journals.hpp"

#include "certificate_view.hpp"
#include "draw.hpp"
#include "journal_entry.hpp"
#include "journal_head.hpp"
#include "shift_state.hpp"

#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace preshift {
namespace {

using std::chrono::minutes;
using std::chrono::sys_seconds;

constexpr std::uint64_t k_for_shift = 20;

/// A certificate as a sign-in names it.
struct Shown {
  CertificateView view;
  std::string digest;
};

/// One agent's journal, shift after shift.
class MadeJournal {
 public:
  MadeJournal(const Workforce& workforce, const Agent& agent) : m_seed(workforce.size.seed), m_agent(agent) {}

  void add(const PlannedCheck& check, const Json& document);

  /// The lines and the head.
  [[nodiscard]] std::string take();

 private:
  void write(JournalEvent event, sys_seconds at, Json details);
  void start(const Shown& by, sys_seconds at, Draw& draw);
  void end();

  std::uint64_t m_seed;
  const Agent& m_agent;
  std::string m_text;
  JournalHead m_head{0, std::string(k_no_entry), {}, {}};
  std::optional<Shown> m_earlier;    ///< that cleared on a day before
  int m_sign_in = 0;                 ///< the entry of the shift that goes on; 0: off shift
  std::optional<sys_seconds> m_end;  ///< of that shift; none: it is forgotten
  sys_seconds m_free_from{};
};

void MadeJournal::write(JournalEvent event, sys_seconds at, Json details) {
  JournalEntry entry;
  entry.sequence = m_head.sequence + 1;
  entry.previous = m_head.digest;
  entry.clock = {at, local_offset(at), std::nullopt};
  entry.event = event;
  entry.details = std::move(details);
  m_text += signed_line(entry, m_agent.key) + "\n";
  m_head.sequence = entry.sequence;
  m_head.digest = entry.digest;
}

void MadeJournal::start(const Shown& by, sys_seconds at, Draw& draw) {
  if (m_sign_in != 0) {
    write(m_end ? JournalEvent::sign_out : JournalEvent::not_ended, m_end.value_or(at),
          {{"sign_in", m_sign_in}});
  }
  write(JournalEvent::sign_in, at, sign_in_details(by.view, by.digest));
  m_sign_in = m_head.sequence;
  m_free_from = at + minutes(360 + draw.below(120));
  m_end = draw.chance(0.01) ? std::nullopt : std::optional(m_free_from);
}

void MadeJournal::add(const PlannedCheck& check, const Json& document) {
  auto view = read_certificate(document);
  if (!view || view->kind == CertificateKind::onboarding || check.at < m_free_from) return;
  Draw draw({m_seed, k_for_shift, check.agent, check.number});
  Shown shown{std::move(*view), document_digest(document)};
  const sys_seconds at = check.at + std::chrono::seconds(45 + draw.below(400));
  const bool is_cleared = shown.view.outcome == Outcome::cleared;
  if (m_earlier && draw.chance(0.008)) {
    start(*m_earlier, at, draw);
  } else if (is_cleared || draw.chance(0.08)) {
    start(shown, at, draw);
  } else if (m_sign_in == 0 || m_end) {
    if (m_sign_in != 0) end();
    const std::string_view reason = shown.view.outcome == Outcome::not_cleared ? "not_cleared" : "undecided";
    write(JournalEvent::refusal, at, {{"reasons", {reason}}});
  }
  if (is_cleared) m_earlier = std::move(shown);
}

void MadeJournal::end() {
  write(JournalEvent::sign_out, *m_end, {{"sign_in", m_sign_in}});
  m_sign_in = 0;
}

std::string MadeJournal::take() {
  if (m_sign_in != 0 && m_end) end();
  return m_text + signed_head(m_head, m_agent.key) + "\n";
}

}  // namespace

void write_journals(const Workforce& workforce, const DocumentMaker& maker,
                    const std::vector<PlannedCheck>& plan, const std::filesystem::path& folder) {
  std::vector<MadeJournal> journals;
  journals.reserve(workforce.agents.size());
  for (const Agent& agent : workforce.agents) journals.emplace_back(workforce, agent);
  for (const PlannedCheck& check : plan) journals[check.agent].add(check, maker.certificate(check));
  std::filesystem::create_directories(folder);
  for (std::size_t index = 0; index < journals.size(); ++index) {
    std::ofstream file;
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file.open(folder / (workforce.agents[index].id + ".jsonl"), std::ios::binary);
    file << journals[index].take();
  }
}

}  // namespace preshift
