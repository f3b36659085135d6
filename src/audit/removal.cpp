#include "removal.hpp"

#include "hex.hpp"
#include "people.hpp"
#include "random_bytes.hpp"
#include "utc_time.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace preshift {
namespace {

constexpr std::initializer_list<RecordKind> k_personal{
    RecordKind::shift, RecordKind::approval, RecordKind::dispute, RecordKind::review, RecordKind::access};

LogRuns runs_of(const Remains& remains) {
  LogRuns runs;
  for (const auto& [index, hash] : remains) {
    if (!runs.empty() && runs.back().second + 1 == index) {
      runs.back().second = index;
    } else {
      runs.emplace_back(index, index);
    }
  }
  return runs;
}

/// So that an entry of the log stays under the 64 KiB that others can read (c2sp.org/tlog-tiles).
constexpr std::size_t k_runs_of_an_entry = 2000;

/// Adds everything of the filter that is still there.
Result<void> take_rows(AuditStore& store, const AuditFilter& filter, Remains& remains) {
  auto read = store.each_stored(filter, [&](const StoredCertificate& stored) {
    if (!stored.is_erased) remains.emplace(stored.index, remains_of(stored));
  });
  if (!read) return Failure{read.error()};
  const auto take = [&](const Record& record) {
    if (!record.text.empty()) remains.emplace(record.index, remains_of(record));
  };
  for (const RecordKind kind : k_personal)
    if (auto records = store.each_record(kind, filter, take); !records) return Failure{records.error()};
  // A rejected document is of nobody that is known: it is looked at for names.
  if (filter.agent.empty()) return store.each_record(RecordKind::rejection, filter, take);
  const auto naming = store.rejections_naming(filter.agent);
  if (!naming) return Failure{naming.error()};
  return store.each_record(RecordKind::rejection, {}, [&](const Record& record) {
    if (std::binary_search(naming->begin(), naming->end(), record.index)) take(record);
  });
}

/// The key is random: a digest of the agent's name could be found by trying.
Record removal_record(RecordKind kind, std::chrono::sys_seconds now) {
  Record record;
  record.kind = kind;
  record.at = now;
  record.key = random_uuid_urn();
  return record;
}

template <class Erase>
Result<std::size_t> removed(AuditStore& store, const LogKey& key, const std::vector<AuditFilter>& filters,
                            RecordKind kind, std::chrono::sys_seconds now, const Json& told,
                            const Erase& erase) {
  auto transaction = AuditTransaction::begin(store, key);
  if (!transaction) return Failure{transaction.error()};
  Remains remains;
  std::size_t count = 0;
  for (const AuditFilter& filter : filters) {
    if (auto taken = take_rows(store, filter, remains); !taken) return Failure{taken.error()};
    const auto erased = erase(filter);
    if (!erased) return Failure{erased.error()};
    count += *erased;
  }
  if (remains.empty()) return std::size_t{0};
  const LogRuns runs = runs_of(remains);
  std::vector<std::pair<Record, Json>> records;
  for (std::size_t begin = 0; begin < runs.size(); begin += k_runs_of_an_entry) {
    const auto first = runs.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last =
        runs.begin() + static_cast<std::ptrdiff_t>(std::min(runs.size(), begin + k_runs_of_an_entry));
    records.emplace_back(removal_record(kind, now), told);
    Json& details = records.back().second;
    const LogRuns part(first, last);
    if (begin == 0) details["certificates"] = count;
    details["entries"] = written_runs(part);
    details["remains"] = root_of(remains, part);
  }
  if (auto added = transaction->add(std::move(records)); !added) return Failure{added.error()};
  if (auto done = transaction->commit(); !done) return Failure{done.error()};
  return remains.size();
}

}  // namespace

Json written_runs(const LogRuns& runs) {
  Json list = Json::array();
  for (const auto& [first, last] : runs) list.push_back(Json::array({first, last}));
  return list;
}

std::optional<LogRuns> read_runs(const Json& written) {
  LogRuns runs;
  if (!written.is_array()) return std::nullopt;
  for (const Json& run : written) {
    const bool fits =
        run.is_array() && run.size() == 2 && run[0].is_number_integer() && run[1].is_number_integer();
    if (!fits) return std::nullopt;
    runs.emplace_back(run[0].get<LogIndex>(), run[1].get<LogIndex>());
    const bool in_order = runs.back().first <= runs.back().second &&
                          (runs.size() == 1 || runs[runs.size() - 2].second < runs.back().first);
    if (!in_order) return std::nullopt;
  }
  return runs;
}

bool contains(const LogRuns& runs, LogIndex index) {
  const auto after = std::upper_bound(runs.begin(), runs.end(), index,
                                      [](LogIndex wanted, const auto& run) { return wanted < run.first; });
  return after != runs.begin() && std::prev(after)->second >= index;
}

Result<std::size_t> erase_agent(AuditStore& store, const LogKey& key, const std::string& agent,
                                std::chrono::sys_seconds now) {
  const auto names = names_of_agent(store, agent);
  if (!names) return Failure{names.error()};
  std::vector<AuditFilter> filters;
  for (const std::string& name : *names) filters.emplace_back().agent = name;
  return removed(store, key, filters, RecordKind::erasure, now, Json::object(),
                 [&](const AuditFilter& filter) { return store.erase_agent(filter.agent); });
}

Result<std::size_t> erase_before(AuditStore& store, const LogKey& key, std::chrono::sys_seconds before,
                                 std::chrono::sys_seconds now) {
  AuditFilter filter;
  filter.until = before;
  return removed(store, key, {filter}, RecordKind::retention, now, {{"before", to_utc_text(before)}},
                 [&](const AuditFilter&) { return store.erase_before(before); });
}

}  // namespace preshift
