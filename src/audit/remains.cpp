#include "remains.hpp"

#include "canonical_json.hpp"
#include "hex.hpp"

#include <algorithm>
#include <iterator>

namespace preshift {
namespace {

Json moment(std::chrono::sys_seconds at) {
  return at.time_since_epoch().count();
}

/// In an order of their own: a store may give the parts of one certificate back in another.
Json sorted(std::vector<Json> parts) {
  std::sort(parts.begin(), parts.end());
  return parts;
}

Json rules_of(const CertificateRecord& record) {
  std::vector<Json> rules;
  for (const FailedRule& each : record.failed_rules)
    rules.push_back(Json::array({each.rule, each.requirement, each.required, static_cast<int>(each.result),
                                 each.reason, each.waived}));
  return sorted(std::move(rules));
}

Json waivers_of(const CertificateRecord& record) {
  std::vector<Json> waivers;
  for (const ListedWaiver& each : record.waivers)
    waivers.push_back(Json::array({each.rule, moment(each.until), static_cast<int>(each.state)}));
  return sorted(std::move(waivers));
}

MerkleHash hashed(const Json& remains) {
  return leaf_hash(canonical_json(remains));
}

}  // namespace

MerkleHash remains_of(const StoredCertificate& stored) {
  const CertificateRecord& record = stored.record;
  return hashed({{"entry", stored.index},
                 {"digest", record.digest},
                 {"imported", moment(stored.imported_at)},
                 {"issued", moment(record.issued_at)},
                 {"validUntil", moment(record.valid_until)},
                 {"kind", static_cast<int>(record.kind)},
                 {"outcome", static_cast<int>(record.outcome)},
                 {"assurance", static_cast<int>(record.assurance)},
                 {"live", record.is_live},
                 {"profile", record.profile},
                 {"profileVersion", record.profile_version},
                 {"rules", rules_of(record)},
                 {"waivers", waivers_of(record)}});
}

MerkleHash remains_of(const Record& record) {
  return hashed({{"entry", record.index},
                 {"kind", to_string(record.kind)},
                 {"at", moment(record.at)},
                 {"key", record.key},
                 {"event", record.event}});
}

std::string root_of(const Remains& remains, const LogRuns& runs) {
  CompactRange tree;
  for (const auto& [first, last] : runs)
    for (auto each = remains.lower_bound(first); each != remains.end() && each->first <= last; ++each)
      tree.append(each->second);
  return to_hex(tree.root());
}

}  // namespace preshift
