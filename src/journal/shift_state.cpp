#include "shift_state.hpp"

#include "date_time_stamp.hpp"
#include "utc_time.hpp"

#include <algorithm>

namespace preshift {
namespace {

std::string text_or_none(const Json& json, std::string_view name) {
  return text_member(json, name).value_or("");
}

const Json& object_or_none(const Json& json, std::string_view name) {
  static const Json none;
  const Json* found = member(json, name);
  return found == nullptr ? none : *found;
}

}  // namespace

Json sign_in_details(const CertificateView& certificate, const std::string& digest) {
  Json details{{"certificate",
                {{"id", certificate.id},
                 {"digest", digest},
                 {"outcome", to_string(certificate.outcome)},
                 {"issued", to_utc_text(certificate.valid_from)},
                 {"valid_until", to_utc_text(certificate.valid_until)},
                 {"assurance", to_string(certificate.assurance)},
                 {"live", certificate.is_live()}}},
               {"profile",
                {{"name", certificate.profile},
                 {"version", certificate.profile_version},
                 {"digest", certificate.profile_digest}}}};
  if (certificate.agent_id) details["agent_id"] = *certificate.agent_id;
  if (certificate.nonce) details["nonce"] = *certificate.nonce;
  if (certificate.room_digest) details["room"] = *certificate.room_digest;
  return details;
}

SignIn read_sign_in(const JournalEntry& entry) {
  SignIn shift;
  shift.entry = entry.sequence;
  shift.clock = entry.clock;
  const Json& certificate = object_or_none(entry.details, "certificate");
  const Json& profile = object_or_none(entry.details, "profile");
  shift.certificate_id = text_or_none(certificate, "id");
  shift.certificate_digest = text_or_none(certificate, "digest");
  shift.outcome = text_or_none(certificate, "outcome");
  shift.issued = from_date_time_stamp(text_or_none(certificate, "issued"));
  shift.valid_until = from_date_time_stamp(text_or_none(certificate, "valid_until"));
  shift.is_live = object_or_none(certificate, "live") == true;
  shift.profile = text_or_none(profile, "name");
  const Json& version = object_or_none(profile, "version");
  if (version.is_number_integer()) shift.profile_version = version.get<int>();
  shift.profile_digest = text_or_none(profile, "digest");
  shift.agent_id = text_member(entry.details, "agent_id");
  return shift;
}

std::optional<SignIn> current_shift(const Journal& journal) {
  const auto& entries = journal.entries;
  const auto last = std::find_if(entries.rbegin(), entries.rend(), [](const PlacedEntry& placed) {
    const JournalEvent event = placed.entry.event;
    return event == JournalEvent::sign_in || event == JournalEvent::sign_out ||
           event == JournalEvent::not_ended;
  });
  if (last == entries.rend() || last->entry.event != JournalEvent::sign_in) return std::nullopt;
  return read_sign_in(last->entry);
}

Json end_details(const SignIn& shift) {
  return {{"sign_in", shift.entry}};
}

}  // namespace preshift
