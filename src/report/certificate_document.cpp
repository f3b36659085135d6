#include "certificate_document.hpp"

#include "calendar_words.hpp"
#include "printed_rules.hpp"
#include "printed_texts.hpp"
#include "utf8.hpp"
#include "version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace preshift {
namespace {

class PrintedPage {
 public:
  PrintedPage(std::chrono::sys_seconds now, Language language) : m_now(now) {
    m_document.language = language;
    m_document.is_one_page = true;
  }

  Document of_certificate(const PrintedCertificate& printed) {
    const CertificateView& view = *printed.file.verification.certificate;
    const bool is_onboarding = view.kind == CertificateKind::onboarding;
    begin(is_onboarding ? printed_text("printed.onboarding") : printed_text("printed.pre_shift"),
          view.agent_id, view.valid_from);
    add_verdict(printed, view);
    add_circumstances(printed, view);
    add_blocks(printed_rules(rules_of(printed, view), language()));
    add_waivers(view);
    if (is_proven(printed)) {
      add(Heading{2, words(printed_text("printed.means"))});
      add(Paragraph{words(printed_text("printed.proves"))});
      add(Paragraph{words(printed_text("printed.proves_not"))});
    }
    add_identity(printed, view);
    if (printed.code) add(*printed.code);
    return finished(printed_text("printed.footer"));
  }

  Document of_approval(const PrintedCertificate& printed) {
    const ApprovalView& view = *printed.file.verification.approval;
    begin(printed_text("printed.answer"), std::nullopt, view.valid_from);
    const bool approves = view.decision == ApprovalDecision::approved;
    if (is_proven(printed))
      add(Banner{approves ? Tone::good : Tone::bad,
                 words(approves ? printed_text("printed.approved") : printed_text("printed.refused")),
                 view.reason.value_or("")});
    else
      add_disbelief(printed);
    NamedValues values;
    put(values, printed_text("printed.name.valid"), validity(view));
    put(values, printed_text("printed.name.onboarding"), view.workspace.certificate);
    put(values, printed_text("printed.name.digest"), view.workspace.digest);
    put(values, printed_text("printed.name.agent_key"), view.workspace.agent);
    put(values, printed_text("printed.name.room"), view.workspace.room_digest.value_or(""));
    put(values, printed_text("printed.name.issuer"), view.issuer);
    put(values, printed_text("printed.name.signature"), signature_words(printed));
    add(std::move(values));
    return finished(printed_text("printed.footer"));
  }

  Document of_check(const CheckReport& report, std::chrono::sys_seconds at, const std::string& file) {
    const Evaluation& evaluation = report.evaluation;
    const auto agent = evaluation.facts.find("agent");
    begin(printed_text("printed.check"),
          agent == evaluation.facts.end() ? std::nullopt : std::optional(agent->second), at);
    add(Banner{tone_of(evaluation.outcome), words(word_of(evaluation.outcome)),
               words(evaluation.outcome == Outcome::cleared ? printed_text("printed.cleared_now")
                                                            : advice_of(evaluation.outcome))});
    NamedValues values;
    put(values, printed_text("printed.name.rules"), version(evaluation.profile, evaluation.version));
    for (const SourceOpened& source : report.sources)
      put(values,
          source.sensor == Sensor::camera ? printed_text("printed.name.camera")
                                          : printed_text("printed.name.microphone"),
          source.name);
    add(std::move(values));
    std::vector<PrintedRule> rules;
    for (const RuleEvaluation& rule : evaluation.rules) rules.push_back(printed_rule(rule, language()));
    add_blocks(printed_rules(rules, language()));
    add(Heading{2, words(printed_text("printed.means"))});
    add(Paragraph{words(printed_text("printed.proves_nothing"))});
    NamedValues identity;
    put(identity, printed_text("printed.name.rules_digest"), evaluation.digest);
    add(std::move(identity));
    return finished(printed_text("printed.footer_saved"), file);
  }

 private:
  [[nodiscard]] Language language() const { return m_document.language; }
  [[nodiscard]] std::string words(const Text& text) const { return std::string(text.in(language())); }
  [[nodiscard]] std::string words(const Text& text, std::vector<Argument> arguments) const {
    return render({text, std::move(arguments)}, language());
  }
  [[nodiscard]] std::string moment(std::chrono::sys_seconds when) const {
    return written_moment(when, language());
  }

  void add(Block block) { m_document.blocks.push_back(std::move(block)); }
  void add_blocks(std::vector<Block> blocks) {
    for (Block& block : blocks) add(std::move(block));
  }

  /// What is not known is left out.
  void put(NamedValues& values, const Text& name, const std::string& value) {
    if (!value.empty()) values.lines.emplace_back(words(name), value);
  }

  void begin(const Text& title, const std::optional<std::string>& agent, std::chrono::sys_seconds when) {
    m_document.title = words(title);
    m_document.subtitle =
        agent ? words(printed_text("printed.agent_on"), {*agent, moment(when)}) : moment(when);
  }

  Document finished(const Text& footer, const std::string& file = {}) {
    m_document.footer = words(footer, {moment(m_now), std::string(k_version), printable(file)});
    return std::move(m_document);
  }

  // ---- the verdict

  static const VerifiedStep* step_of(const PrintedCertificate& printed, VerificationStep wanted) {
    const auto& steps = printed.file.verification.steps;
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&](const VerifiedStep& each) { return each.step == wanted; });
    return found == steps.end() ? nullptr : &*found;
  }

  static bool is_proven(const PrintedCertificate& printed) {
    const VerifiedStep* signature = step_of(printed, VerificationStep::signature);
    return signature != nullptr && signature->result == StepResult::passed;
  }

  [[nodiscard]] std::string signature_words(const PrintedCertificate& printed) const {
    const VerifiedStep* signature = step_of(printed, VerificationStep::signature);
    return signature == nullptr ? std::string() : render(signature->finding, language());
  }

  static Tone tone_of(Outcome outcome) {
    if (outcome == Outcome::undecided) return Tone::open;
    return outcome == Outcome::cleared ? Tone::good : Tone::bad;
  }

  static Text word_of(Outcome outcome) {
    if (outcome == Outcome::undecided) return printed_text("printed.undecided");
    return outcome == Outcome::cleared ? printed_text("printed.cleared")
                                       : printed_text("printed.not_cleared");
  }

  static Text advice_of(Outcome outcome) {
    return outcome == Outcome::not_cleared ? printed_text("printed.not_cleared_then")
                                           : printed_text("printed.undecided_then");
  }

  void add_disbelief(const PrintedCertificate& printed) {
    add(Banner{Tone::bad, words(printed_text("printed.altered")), signature_words(printed)});
  }

  /// Only what lets the shift start looks so: proven, of devices, and not over.
  void add_verdict(const PrintedCertificate& printed, const CertificateView& view) {
    if (!is_proven(printed)) return add_disbelief(printed);
    const std::string word = words(word_of(view.outcome));
    if (view.outcome != Outcome::cleared)
      return add(Banner{tone_of(view.outcome), word, words(advice_of(view.outcome))});
    if (m_now >= view.valid_until)
      return add(
          Banner{Tone::neutral, word, words(printed_text("printed.expired"), {moment(view.valid_until)})});
    if (!view.is_live())
      return add(Banner{Tone::open, words(printed_text("printed.of_recordings"), {word}),
                        words(printed_text("printed.cleared_recordings"))});
    add(Banner{Tone::good, word, words(printed_text("printed.cleared_then"), {moment(view.valid_until)})});
  }

  // ---- what it rests on

  [[nodiscard]] std::string validity(const CredentialEnvelope& envelope) const {
    return words(printed_text("printed.valid"), {moment(envelope.valid_from), moment(envelope.valid_until)});
  }

  [[nodiscard]] std::string version(const std::string& profile, int number) const {
    return words(printed_text("printed.version"), {profile, static_cast<double>(number)});
  }

  [[nodiscard]] std::string assurance_of(const CertificateView& view) const {
    switch (view.assurance) {
      case Assurance::approved:
        return words(printed_text("printed.approved_by"),
                     {view.onboarding ? view.onboarding->approver : std::string()});
      case Assurance::challenged:
        return words(printed_text("printed.challenged"));
      case Assurance::self_asserted:
        break;
    }
    return words(printed_text("printed.self_asserted"));
  }

  void add_circumstances(const PrintedCertificate& printed, const CertificateView& view) {
    NamedValues values;
    put(values, printed_text("printed.name.valid"), validity(view));
    put(values, printed_text("printed.name.rules"), version(view.profile, view.profile_version));
    put(values, printed_text("printed.name.site"), view.site.value_or(""));
    put(values, printed_text("printed.name.assurance"), assurance_of(view));
    put(values, printed_text("printed.name.signature"), signature_words(printed));
    const VerifiedStep* approval = step_of(printed, VerificationStep::onboarding);
    if (approval != nullptr && approval->result != StepResult::not_checked)
      put(values, printed_text("printed.name.approval"), render(approval->finding, language()));
    add(std::move(values));
  }

  // ---- the rules

  static const Rule* rule_of(const PrintedCertificate& printed, const std::string& id) {
    if (!printed.rules) return nullptr;
    const auto& rules = printed.rules->rules;
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const Rule& each) { return each.id == id; });
    return found == rules.end() ? nullptr : &*found;
  }

  static RuleResult result_of(const std::string& word) {
    constexpr RuleResult k_results[] = {
        RuleResult::pass,        RuleResult::fail,          RuleResult::unknown,
        RuleResult::error,       RuleResult::notapplicable, RuleResult::notchecked,
        RuleResult::notselected, RuleResult::informational, RuleResult::fixed};
    for (const RuleResult result : k_results)
      if (to_string(result) == word) return result;
    return RuleResult::unknown;
  }

  static Severity severity_of(const std::string& word) {
    for (const Severity severity : {Severity::advisory, Severity::informational})
      if (to_string(severity) == word) return severity;
    return Severity::required;
  }

  /// Without the rules themselves, a rule is named by what it measures and its id.
  [[nodiscard]] PrintedRule printed_rule_of(const PrintedCertificate& printed,
                                            const CertifiedRule& certified) const {
    PrintedRule rule{certified.requirement,
                     certified.rule,
                     severity_of(certified.severity),
                     result_of(certified.result),
                     certified.is_waived,
                     printed_measures(certified.judged, language()),
                     {}};
    const Rule* known = rule_of(printed, certified.rule);
    if (known != nullptr) {
      rule.title = known->title.in(language());
      const bool is_open = has_say(rule.result) && !is_passed(rule.result) && !rule.is_waived;
      if (const std::string remedy = known->remedy.in(language()); is_open && !remedy.empty())
        rule.remedies.push_back(remedy);
    } else if (rule.measures.size() == 1) {
      rule.title = rule.measures.front().title + " (" + certified.rule + ")";
    }
    return rule;
  }

  [[nodiscard]] std::vector<PrintedRule> rules_of(const PrintedCertificate& printed,
                                                  const CertificateView& view) const {
    std::vector<PrintedRule> rules;
    for (const CertifiedRule& rule : view.rules) rules.push_back(printed_rule_of(printed, rule));
    return rules;
  }

  void add_waivers(const CertificateView& view) {
    if (view.waivers.empty()) return;
    Table table{"waivers",
                words(printed_text("printed.waivers")),
                {{words(printed_text("printed.rule"))},
                 {words(printed_text("printed.why"))},
                 {words(printed_text("printed.approver"))},
                 {words(printed_text("printed.until"))}},
                {},
                {}};
    for (const CertifiedWaiver& waiver : view.waivers)
      table.rows.push_back(
          {{waiver.rule}, {waiver.justification}, {waiver.approved_by}, {moment(waiver.until)}});
    add(std::move(table));
  }

  // ---- what it is

  void add_identity(const PrintedCertificate& printed, const CertificateView& view) {
    NamedValues values;
    put(values, printed_text("printed.name.issuer"), view.issuer);
    put(values, printed_text("printed.name.certificate"), view.id);
    put(values, printed_text("printed.name.digest"), printed.digest);
    put(values, printed_text("printed.name.rules_digest"), view.profile_digest);
    put(values, printed_text("printed.name.nonce"), view.nonce.value_or(""));
    put(values, printed_text("printed.name.room"), view.room_digest.value_or(""));
    if (view.onboarding) put(values, printed_text("printed.name.onboarding"), view.onboarding->id);
    for (const CertifiedDevice& device : view.devices)
      put(values,
          device.sensor == Sensor::camera ? printed_text("printed.name.camera")
                                          : printed_text("printed.name.microphone"),
          device.is_live ? device.pseudonym : words(printed_text("printed.recording")));
    put(values, printed_text("printed.name.tool"), "Preshift " + view.tool_version);
    add(std::move(values));
  }

  std::chrono::sys_seconds m_now;
  Document m_document;
};

}  // namespace

std::string written_moment(std::chrono::sys_seconds moment, Language language) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss time(moment - day);
  const std::string clock = fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
  return render({printed_text("printed.moment"), {written_day(day, language), clock}}, language);
}

Document certificate_document(const PrintedCertificate& printed, Language language) {
  PrintedPage page(printed.now, language);
  return printed.file.verification.approval ? page.of_approval(printed) : page.of_certificate(printed);
}

Document check_document(const CheckReport& report, std::chrono::sys_seconds at, std::chrono::sys_seconds now,
                        const std::string& file, Language language) {
  return PrintedPage(now, language).of_check(report, at, file);
}

}  // namespace preshift
