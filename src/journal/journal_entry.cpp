#include "journal_entry.hpp"

#include "hex.hpp"
#include "sha256.hpp"
#include "signed_record.hpp"
#include "utc_time.hpp"

#include <array>
#include <cstdlib>

namespace preshift {
namespace {

constexpr const char* k_format = "preshift-journal/1";
constexpr std::size_t k_digest_digits = 64;

std::optional<std::chrono::minutes> read_offset(std::string_view text) {
  constexpr std::size_t k_size = 6;
  if (text.size() != k_size || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto as_if_utc = from_date_time_stamp("2000-01-02T00:00:00" + std::string(text));
  if (!as_if_utc) return std::nullopt;
  return std::chrono::floor<std::chrono::minutes>(std::chrono::sys_days(std::chrono::year(2000) / 1 / 2) -
                                                  *as_if_utc);
}

std::string digest_member(DocumentReading& reading, const Json& json, std::string_view name) {
  std::string digest = reading.text(json, name, std::string(name));
  reading.require(digest.size() == k_digest_digits && from_hex(digest).has_value(), std::string(name));
  return digest;
}

ClockReading read_clock(DocumentReading& reading, const Json& json) {
  ClockReading clock;
  clock.utc = reading.moment(json, "at", "at");
  const auto offset = read_offset(reading.text(json, "utc_offset", "utc_offset"));
  reading.require(offset.has_value(), "utc_offset");
  clock.local_offset = offset.value_or(std::chrono::minutes(0));
  if (const Json* boot = member(json, "boot"))
    clock.boot = BootClock{reading.text(*boot, "name", "boot.name"),
                           std::chrono::seconds(reading.small_number(*boot, "seconds", "boot.seconds"))};
  return clock;
}

}  // namespace

std::string_view to_string(JournalEvent event) {
  constexpr std::array<std::string_view, 5> k_names{"sign_in", "sign_out", "refusal", "not_ended",
                                                    "key_change"};
  return k_names.at(static_cast<std::size_t>(event));
}

std::string boot_name(std::string_view boot) {
  constexpr std::size_t k_digits = 32;
  return to_hex(sha256("preshift boot " + std::string(boot))).substr(0, k_digits);
}

std::string written_offset(std::chrono::minutes offset) {
  const auto two = [](long long number) {
    const std::string digits = std::to_string(number);
    return digits.size() < 2 ? "0" + digits : digits;
  };
  const long long minutes = std::llabs(offset.count());
  return (offset.count() < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60);
}

std::string signed_line(JournalEntry& entry, const SigningKey& key) {
  Json json{{"format", k_format},
            {"sequence", entry.sequence},
            {"previous", entry.previous},
            {"at", to_utc_text(entry.clock.utc)},
            {"utc_offset", written_offset(entry.clock.local_offset)},
            {"event", to_string(entry.event)},
            {"details", entry.details}};
  if (entry.clock.boot)
    json["boot"] = {{"name", entry.clock.boot->boot}, {"seconds", entry.clock.boot->running.count()}};
  if (entry.repairs) json["repairs"] = {{"bytes", entry.repairs->bytes}, {"digest", entry.repairs->digest}};
  std::string line = signed_record(std::move(json), key);
  entry.signer = did_of(key.public_key());
  entry.digest = to_hex(sha256(line));
  return line;
}

ReadLine read_line(std::string_view line) {
  const auto json = read_strict_json(line);
  if (!json) return {};
  DocumentReading reading;
  JournalEntry entry;
  reading.require(text_member(*json, "format") == k_format, "format");
  entry.sequence = reading.small_number(*json, "sequence", "sequence");
  reading.require(entry.sequence > 0, "sequence");
  entry.previous = digest_member(reading, *json, "previous");
  entry.clock = read_clock(reading, *json);
  entry.event = reading.one_of({JournalEvent::sign_in, JournalEvent::sign_out, JournalEvent::refusal,
                                JournalEvent::not_ended, JournalEvent::key_change},
                               *json, "event", "event");
  entry.details = reading.object(*json, "details", "details");
  if (const Json* repairs = member(*json, "repairs"))
    entry.repairs = RepairedWrite{reading.small_number(*repairs, "bytes", "repairs.bytes"),
                                  digest_member(reading, *repairs, "digest")};
  entry.signer = reading.text(*json, "signer", "signer");
  entry.digest = to_hex(sha256(line));
  if (reading.wrong()) return {};
  return {std::move(entry), is_genuine_record(*json, line)};
}

}  // namespace preshift
