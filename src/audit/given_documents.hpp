#pragma once

#include "problem.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace preshift {

/// Something to be imported: the bytes of one document, or of a whole journal of shifts.
struct GivenDocument {
  std::string source;  ///< the file, and its line where it has several documents
  std::string bytes;
  bool is_journal = false;
};

/// Whether this is a line of a journal or of its head.
[[nodiscard]] bool begins_journal(std::string_view line);

/// Every document under these paths in the order of their names, one at a time; `take` says whether to go on.
/// A folder stands for its *.json, *.jsonl, *.ndjson and *.jsonld, however deep; `-` for `input`, which holds
/// one document on each line or a journal of shifts. A file holds one document, one on each line, or a
/// journal. What is unreadable or too large comes as it is, cut off at one byte more than the largest
/// document, and will be refused. How many files of folders are called otherwise, and were left aside.
[[nodiscard]] Result<std::size_t> each_given_document(const std::vector<std::string>& paths,
                                                      std::istream& input,
                                                      const std::function<bool(GivenDocument)>& take);

}  // namespace preshift
