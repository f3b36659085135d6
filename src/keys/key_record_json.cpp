#include "key_record_json.hpp"

#include "did_key.hpp"
#include "document_reading.hpp"
#include "hex.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <cstddef>

namespace preshift {
namespace {

constexpr const char* k_record_format = "preshift-key/1";
constexpr const char* k_public_format = "preshift-public-key/1";
constexpr const char* k_sealing_method = "scrypt-chacha20-poly1305";

template <std::size_t Size>
std::array<std::uint8_t, Size> bytes_member(DocumentReading& reading, const Json& parent,
                                            std::string_view name, const std::string& path) {
  std::array<std::uint8_t, Size> bytes{};
  const auto read = from_hex(reading.text(parent, name, path));
  reading.require(read && read->size() == Size, path);
  if (read && read->size() == Size) std::copy(read->begin(), read->end(), bytes.begin());
  return bytes;
}

Json written(const Sealed& sealing) {
  return {{"method", k_sealing_method},
          {"cost", sealing.work.cost},
          {"block_size", sealing.work.block_size},
          {"parallel", sealing.work.parallel},
          {"salt", to_hex(sealing.salt)},
          {"nonce", to_hex(sealing.nonce)}};
}

Sealed read_sealing(DocumentReading& reading, const Json& json) {
  Sealed sealing;
  reading.require(text_member(json, "method") == k_sealing_method, "sealing.method");
  sealing.work.cost = static_cast<std::uint64_t>(reading.small_number(json, "cost", "sealing.cost"));
  sealing.work.block_size =
      static_cast<std::uint32_t>(reading.small_number(json, "block_size", "sealing.block_size"));
  sealing.work.parallel =
      static_cast<std::uint32_t>(reading.small_number(json, "parallel", "sealing.parallel"));
  sealing.salt = bytes_member<16>(reading, json, "salt", "sealing.salt");
  sealing.nonce = bytes_member<12>(reading, json, "nonce", "sealing.nonce");
  return sealing;
}

/// Each must lead to the next, and the last to the key.
void read_rotations(DocumentReading& reading, const Json& list, KeyRecord& record) {
  std::string follows;
  for (const Json& statement : list) {
    const auto succession = read_succession(statement);
    reading.require(succession && (follows.empty() || succession->from == follows), "rotations");
    if (succession) follows = succession->to;
    record.rotations.push_back(statement);
  }
  reading.require(follows.empty() || follows == did_of(record.key), "rotations");
}

}  // namespace

Json written_record(const KeyRecord& record) {
  Json json{{"format", k_record_format},
            {"did", did_of(record.key)},
            {"created", to_utc_text(record.created)},
            {"device_salt", to_hex(record.device_salt)}};
  if (record.sealing) json["sealing"] = written(*record.sealing);
  json["rotations"] = record.rotations;
  return json;
}

Expected<KeyRecord, std::string> read_record(const Json& json) {
  DocumentReading reading;
  KeyRecord record;
  reading.require(text_member(json, "format") == k_record_format, "format");
  const auto key = key_of_did(reading.text(json, "did", "did"));
  reading.require(key.has_value(), "did");
  record.key = key.value_or(PublicKey{});
  record.created = reading.moment(json, "created", "created");
  record.device_salt = bytes_member<16>(reading, json, "device_salt", "device_salt");
  if (const Json* sealing = member(json, "sealing")) record.sealing = read_sealing(reading, *sealing);
  read_rotations(reading, reading.list(json, "rotations", "rotations"), record);
  if (reading.wrong()) return Failure{*reading.wrong()};
  return record;
}

Json succession_statement(const SigningKey& from, const PublicKey& to, std::chrono::sys_seconds at) {
  return with_proof({{"format", k_succession_format},
                     {"from", did_of(from.public_key())},
                     {"to", did_of(to)},
                     {"at", to_utc_text(at)}},
                    from, at);
}

Json public_part(const KeyRecord& record) {
  return {{"format", k_public_format},
          {"did", did_of(record.key)},
          {"created", to_utc_text(record.created)},
          {"rotations", record.rotations}};
}

}  // namespace preshift
