#include "given_documents.hpp"

#include "audit_texts.hpp"
#include "journal_storage.hpp"
#include "strict_json.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <initializer_list>
#include <string_view>
#include <system_error>
#include <utility>

namespace preshift {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_longest_line = k_largest_json + 1;

/// Whatever its capitals.
bool is_called(const fs::path& file, std::initializer_list<std::string_view> endings) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char letter) { return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter; });
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool is_of_lines(const fs::path& file) {
  return is_called(file, {".jsonl", ".ndjson"});
}

bool is_document_file(const fs::path& file) {
  return is_of_lines(file) || is_called(file, {".json", ".jsonld"});
}

/// The next line without its end, at most k_longest_line bytes of it; false at the end of the input.
bool next_line(std::istream& input, std::string& line) {
  line.clear();
  std::array<char, 16384> part{};
  while (input.getline(part.data(), part.size()) || (input.gcount() > 0 && !input.eof())) {
    const bool has_end = input && !input.eof();  // counted, not stored
    const std::string_view read(part.data(), static_cast<std::size_t>(input.gcount()) - (has_end ? 1 : 0));
    line += read.substr(0, k_longest_line - std::min(line.size(), k_longest_line));
    if (input) return true;
    input.clear();  // the line is longer than the part
  }
  return !line.empty();
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// `line` is the first one, that was read already; more follow unless the input has ended.
Result<bool> take_lines(std::istream& input, std::string line, const std::string& name,
                        const std::function<bool(GivenDocument)>& take) {
  std::size_t number = 1;
  do {
    if (!is_blank(line) && !take({name + ":" + std::to_string(number), std::move(line), false})) return false;
    ++number;
  } while (next_line(input, line));
  if (input.bad()) return unusable_input(audit_text("import.unreadable"), name);
  return true;
}

/// The whole of it is one document, however it is laid out.
bool is_one_document(std::string_view first_line) {
  return !read_strict_json(first_line).has_value();
}

std::string rest_of(std::istream& input, std::string begin, std::size_t at_most) {
  constexpr std::size_t k_step = 65536;
  while (input && begin.size() <= at_most) {
    const std::size_t old = begin.size();
    begin.resize(std::min(old + k_step, at_most + 1));
    input.read(begin.data() + old, static_cast<std::streamsize>(begin.size() - old));
    begin.resize(old + static_cast<std::size_t>(input.gcount()));
    if (begin.size() > at_most) break;
  }
  return begin;
}

/// One document on each line, or a journal.
Result<bool> take_stream(std::istream& input, const std::string& name,
                         const std::function<bool(GivenDocument)>& take) {
  std::string line;
  const bool any = next_line(input, line);
  if (input.bad()) return unusable_input(audit_text("import.unreadable"), name);
  if (!any) return true;
  if (begins_journal(line)) return take({name, rest_of(input, line + "\n", k_largest_journal), true});
  return take_lines(input, std::move(line), name, take);
}

Result<bool> take_file(const fs::path& file, const std::function<bool(GivenDocument)>& take) {
  const std::string name = file.string();
  std::ifstream input(file, std::ios::binary);
  if (!input) return unusable_input(audit_text("import.unreadable"), name);
  if (is_of_lines(file)) return take_stream(input, name, take);
  std::string line;
  const bool any = next_line(input, line);
  if (input.bad()) return unusable_input(audit_text("import.unreadable"), name);
  if (!any) return take({name, "", false});
  const bool ended = input.rdbuf()->sgetc() == std::char_traits<char>::eof();
  if (begins_journal(line)) return take({name, rest_of(input, line + "\n", k_largest_journal), true});
  if (ended || is_one_document(line))
    return take({name, rest_of(input, ended ? line : line + "\n", k_largest_json), false});
  return take_lines(input, std::move(line), name, take);
}

struct GivenFiles {
  std::vector<fs::path> files;
  std::size_t aside = 0;
};

Result<GivenFiles> files_of(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    if (!fs::exists(path, error)) return unusable_input(audit_text("import.missing"), path);
    return GivenFiles{{path}, 0};
  }
  GivenFiles given;
  fs::recursive_directory_iterator entry(path, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (!entry->is_regular_file(error)) continue;
    if (is_document_file(entry->path())) {
      given.files.push_back(entry->path());
    } else {
      ++given.aside;
    }
  }
  if (error) return unusable_input(audit_text("import.unreadable"), path);
  std::sort(given.files.begin(), given.files.end());
  return given;
}

}  // namespace

bool begins_journal(std::string_view line) {
  return line.find("\"format\":\"preshift-journal") != std::string_view::npos;
}

Result<std::size_t> each_given_document(const std::vector<std::string>& paths, std::istream& input,
                                        const std::function<bool(GivenDocument)>& take) {
  std::size_t aside = 0;
  for (const std::string& path : paths) {
    if (path == "-") {
      const auto goes_on = take_stream(input, "-", take);
      if (!goes_on) return Failure{goes_on.error()};
      if (!*goes_on) return aside;
      continue;
    }
    const auto given = files_of(path);
    if (!given) return Failure{given.error()};
    aside += given->aside;
    for (const fs::path& file : given->files) {
      const auto goes_on = take_file(file, take);
      if (!goes_on) return Failure{goes_on.error()};
      if (!*goes_on) return aside;
    }
  }
  return aside;
}

}  // namespace preshift
