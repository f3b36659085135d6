#pragma once

#include "document_examination.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace preshift {

struct ImportTally {
  std::size_t certificates = 0;       ///< new ones
  std::size_t records = 0;            ///< new entries of journals, approvals, disputes
  std::size_t known = 0;              ///< of both, that were there already
  std::size_t rejected = 0;           ///< documents that were refused, now or before
  std::size_t aside = 0;              ///< files of folders that are not called as documents are
  std::vector<Rejection> rejections;  ///< the first k_listed_rejections, without their bytes
};
inline constexpr std::size_t k_listed_rejections = 100;

struct ImportPace {
  std::size_t batch = 1000;  ///< documents of one transaction, in whole or not at all
  unsigned threads = 2;      ///< that verify
  unsigned attempts = 1;     ///< of a batch, when the store fails
};

/// Verifies every document and puts those that hold into the store; the others are kept apart. When it fails,
/// what was committed stays, and the same import can be run again: what is there already is not taken twice.
[[nodiscard]] Result<ImportTally> import_documents(AuditStore& store, const LogKey& key,
                                                   const std::vector<std::string>& paths, std::istream& input,
                                                   const ImportTerms& terms, const ImportPace& pace);

}  // namespace preshift
