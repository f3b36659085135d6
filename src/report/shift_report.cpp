#include "shift_report.hpp"

#include "shift_report_texts.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <utility>

namespace preshift {
namespace {

constexpr std::size_t k_indent = 4;
constexpr std::size_t k_shown_digits = 12;  ///< of a digest

/// The table's text for a kind of refusal, which may come from a later version.
std::string refusal_words(const std::string& kind, const TextWriter& writer) {
  const std::string id = "refused." + kind;
  const auto* found = std::find_if(std::begin(k_shift_report_texts), std::end(k_shift_report_texts),
                                   [&](const Text& text) { return text.id == id; });
  return found == std::end(k_shift_report_texts) ? kind : writer.words(*found);
}

std::string refusals_of(const JournalEntry& entry, const TextWriter& writer) {
  std::string all;
  const Json* reasons = member(entry.details, "reasons");
  if (reasons == nullptr || !reasons->is_array()) return all;
  for (const Json& reason : *reasons)
    if (reason.is_string())
      all += (all.empty() ? "" : ", ") + refusal_words(reason.get<std::string>(), writer);
  return all;
}

std::string shift_number(const JournalEntry& entry) {
  const Json* number = member(entry.details, "sign_in");
  return number != nullptr && number->is_number_integer() ? std::to_string(number->get<long long>()) : "?";
}

std::string shown(const std::optional<std::chrono::sys_seconds>& moment, std::chrono::minutes offset) {
  return moment ? shown_moment({*moment, offset, std::nullopt}) : "?";
}

std::string words_of(const JournalEntry& entry, const TextWriter& writer) {
  switch (entry.event) {
    case JournalEvent::sign_in: {
      const SignIn shift = read_sign_in(entry);
      return writer.words(
          shift_report_text("log.sign_in"),
          {refusal_words(shift.outcome, writer), shift.profile, std::to_string(shift.profile_version),
           shift.certificate_digest.substr(0, k_shown_digits),
           shown(shift.valid_until, entry.clock.local_offset)});
    }
    case JournalEvent::sign_out:
      return writer.words(shift_report_text("log.sign_out"), {shift_number(entry)});
    case JournalEvent::not_ended:
      return writer.words(shift_report_text("log.not_ended"), {shift_number(entry)});
    case JournalEvent::refusal:
      return writer.words(shift_report_text("log.refusal"), {refusals_of(entry, writer)});
    case JournalEvent::key_change:
      break;
  }
  return writer.words(shift_report_text("log.key_change"), {entry.signer});
}

const JournalEntry* last_of_a_shift(const Journal& journal) {
  const auto& entries = journal.entries;
  const auto found = std::find_if(entries.rbegin(), entries.rend(), [](const PlacedEntry& placed) {
    return placed.entry.event == JournalEvent::sign_in || placed.entry.event == JournalEvent::sign_out ||
           placed.entry.event == JournalEvent::not_ended;
  });
  return found == entries.rend() ? nullptr : &found->entry;
}

void write_off(const Journal& journal, TextWriter& writer) {
  const JournalEntry* last = last_of_a_shift(journal);
  if (last == nullptr) return writer.paragraph(writer.words(shift_report_text("shift.off")), 0);
  const Text& text = last->event == JournalEvent::not_ended ? shift_report_text("shift.off_not_ended")
                                                            : shift_report_text("shift.off_since");
  writer.paragraph(writer.words(text, {shown_moment(last->clock)}), 0);
}

void write_on(const SignIn& shift, const ClockReading& now, TextWriter& writer) {
  writer.paragraph(writer.words(shift_report_text("shift.on"),
                                {shown_moment(shift.clock), shown_duration(now.utc - shift.clock.utc)}),
                   0);
  writer.paragraph(writer.words(shift_report_text("shift.cleared_by"),
                                {shift.profile, std::to_string(shift.profile_version),
                                 shown(shift.issued, shift.clock.local_offset)}),
                   0);
  const bool is_valid = shift.valid_until && now.utc <= *shift.valid_until;
  writer.paragraph(
      writer.words(is_valid ? shift_report_text("shift.valid_until") : shift_report_text("shift.expired"),
                   {shown(shift.valid_until, now.local_offset)}),
      0);
  if (!shift.is_live) writer.paragraph(writer.words(shift_report_text("shift.recorded")), 0);
}

bool is_trusted(const Journal& journal, const std::set<std::string>& trusted) {
  return std::any_of(journal.signers.begin(), journal.signers.end(),
                     [&](const std::string& signer) { return trusted.contains(signer); });
}

void write_trust(const Journal& journal, const JournalTrust& trust, TextWriter& writer) {
  if (journal.signer.empty()) return;
  if (!trust.trusted)
    return writer.marked_paragraph(
        RuleResult::notchecked, writer.words(shift_report_text("journal.unknown_signer"), {journal.signer}),
        k_indent);
  if (!is_trusted(journal, *trust.trusted))
    return writer.marked_paragraph(
        RuleResult::fail, writer.words(shift_report_text("journal.untrusted"), {journal.signer}), k_indent);
  writer.marked_paragraph(RuleResult::pass,
                          writer.words(trust.is_own ? shift_report_text("journal.own_key")
                                                    : shift_report_text("journal.signed_by"),
                                       {journal.signer}),
                          k_indent);
}

Text headline(const Journal& journal, JournalVerdict verdict) {
  if (!journal.is_sound()) return shift_report_text("journal.not_whole");
  if (journal.entries.empty()) return shift_report_text("journal.none");
  if (verdict == JournalVerdict::clock_changed) return shift_report_text("journal.clock_noticed");
  return shift_report_text("journal.whole");
}

RuleResult look(JournalFindingKind kind) {
  if (is_fault(kind)) return RuleResult::fail;
  return is_of_the_clock(kind) ? RuleResult::unknown : RuleResult::informational;
}

std::string_view to_string(JournalVerdict verdict) {
  switch (verdict) {
    case JournalVerdict::sound:
      return "sound";
    case JournalVerdict::clock_changed:
      return "clock_changed";
    case JournalVerdict::not_sound:
      break;
  }
  return "not_sound";
}

Json json_of(const PlacedEntry& placed) {
  const JournalEntry& entry = placed.entry;
  Json json{{"line", placed.line},
            {"entry", entry.sequence},
            {"at", to_utc_text(entry.clock.utc)},
            {"utc_offset", written_offset(entry.clock.local_offset)},
            {"event", to_string(entry.event)},
            {"details", entry.details},
            {"signer", entry.signer},
            {"digest", entry.digest}};
  if (entry.repairs) json["repairs"] = {{"bytes", entry.repairs->bytes}, {"digest", entry.repairs->digest}};
  return json;
}

}  // namespace

std::string shown_moment(const ClockReading& clock) {
  constexpr std::size_t k_day_and_minute = 16;
  std::string local = to_utc_text(clock.utc + clock.local_offset).substr(0, k_day_and_minute);
  local[local.find('T')] = ' ';
  return local + " (UTC" + written_offset(clock.local_offset) + ")";
}

std::string shown_duration(std::chrono::seconds duration) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(duration).count();
  if (minutes < 60) return std::to_string(minutes) + " min";
  return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

std::string shift_status_text(const Journal& journal, const ClockReading& now, const TextStyle& style) {
  TextWriter writer(style);
  if (const auto shift = current_shift(journal)) {
    write_on(*shift, now, writer);
  } else {
    write_off(journal, writer);
  }
  return writer.take();
}

std::string shift_status_json(const Journal& journal, const ClockReading& now) {
  const auto shift = current_shift(journal);
  Json json{{"on_shift", shift.has_value()}, {"now", to_utc_text(now.utc)}};
  if (shift) {
    json["entry"] = shift->entry;
    json["since"] = to_utc_text(shift->clock.utc);
    json["utc_offset"] = written_offset(shift->clock.local_offset);
    json["certificate"] = {{"id", shift->certificate_id},
                           {"digest", shift->certificate_digest},
                           {"outcome", shift->outcome},
                           {"live", shift->is_live}};
    if (shift->valid_until) json["certificate"]["valid_until"] = to_utc_text(*shift->valid_until);
    json["profile"] = {
        {"name", shift->profile}, {"version", shift->profile_version}, {"digest", shift->profile_digest}};
  } else if (const JournalEntry* last = last_of_a_shift(journal)) {
    json["last"] = {
        {"entry", last->sequence}, {"event", to_string(last->event)}, {"at", to_utc_text(last->clock.utc)}};
  }
  return json.dump(2) + "\n";
}

std::string shift_log_text(const Journal& journal, const TextStyle& style) {
  TextWriter writer(style);
  if (journal.entries.empty()) writer.paragraph(writer.words(shift_report_text("log.empty")), 0);
  for (const PlacedEntry& placed : journal.entries) {
    writer.paragraph(std::to_string(placed.entry.sequence) + "  " + shown_moment(placed.entry.clock), 0);
    writer.paragraph(words_of(placed.entry, writer), k_indent);
    if (placed.entry.repairs)
      writer.paragraph(
          writer.words(shift_report_text("log.repairs"), {std::to_string(placed.entry.repairs->bytes)}),
          k_indent);
  }
  for (const JournalFinding& finding : journal.findings)
    writer.marked_paragraph(look(finding.kind), render(finding.message, writer.language()), k_indent);
  return writer.take();
}

JournalVerdict verdict_on(const Journal& journal, const JournalTrust& trust) {
  const bool is_foreign = trust.trusted && !journal.signers.empty() && !is_trusted(journal, *trust.trusted);
  if (!journal.is_sound() || is_foreign) return JournalVerdict::not_sound;
  const bool changed =
      std::any_of(journal.findings.begin(), journal.findings.end(),
                  [](const JournalFinding& finding) { return is_of_the_clock(finding.kind); });
  return changed ? JournalVerdict::clock_changed : JournalVerdict::sound;
}

std::string journal_verification_text(const std::string& name, const Journal& journal,
                                      const JournalTrust& trust, const TextStyle& style) {
  TextWriter writer(style);
  writer.paragraph(writer.words(headline(journal, verdict_on(journal, trust)),
                                {name, std::to_string(journal.entries.size())}),
                   0);
  for (const JournalFinding& finding : journal.findings)
    writer.marked_paragraph(look(finding.kind), render(finding.message, writer.language()), k_indent);
  write_trust(journal, trust, writer);
  return writer.take();
}

std::string journal_json(const std::string& name, const Journal& journal, const JournalTrust& trust,
                         Language language) {
  Json entries = Json::array();
  for (const PlacedEntry& placed : journal.entries) entries.push_back(json_of(placed));
  Json findings = Json::array();
  for (const JournalFinding& finding : journal.findings)
    findings.push_back({{"kind", to_string(finding.kind)},
                        {"fault", is_fault(finding.kind)},
                        {"line", finding.line == 0 ? Json() : Json(finding.line)},
                        {"entry", finding.entry == 0 ? Json() : Json(finding.entry)},
                        {"finding", render(finding.message, language)}});
  const Json json{{"journal", name},
                  {"verdict", to_string(verdict_on(journal, trust))},
                  {"signers", journal.signers},
                  {"trusted", trust.trusted ? Json(is_trusted(journal, *trust.trusted)) : Json()},
                  {"findings", std::move(findings)},
                  {"entries", std::move(entries)}};
  return json.dump(2) + "\n";
}

}  // namespace preshift
