#include "picture_list.hpp"

#include "name_pattern.hpp"
#include "picture_format.hpp"
#include "sensing_texts.hpp"

#include <algorithm>
#include <system_error>

namespace preshift {
namespace {

namespace fs = std::filesystem;

/// The files of a folder whose path satisfies `wanted`, in order; nothing when the folder cannot be read.
template <class Wanted>
std::vector<fs::path> files_in(const fs::path& folder, Wanted wanted) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (wanted(entry->path()) && !entry->is_directory(ignored)) files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end(), [](const fs::path& a, const fs::path& b) {
    return comes_before(a.filename().string(), b.filename().string());
  });
  return files;
}

Result<PictureList> some_of(const std::string& place, std::vector<fs::path> files) {
  if (files.empty()) return unusable_input(sensing_text("picture_file.none"), place);
  return PictureList{std::move(files), false};
}

bool is_visible_picture(const fs::path& file) {
  return has_picture_extension(file) && !file.filename().string().starts_with('.');
}

}  // namespace

Result<PictureList> list_pictures(const std::string& place) {
  const fs::path path(place);
  std::error_code error;
  const fs::file_type type = fs::status(path, error).type();
  if (type == fs::file_type::directory) return some_of(place, files_in(path, &is_visible_picture));
  if (type == fs::file_type::regular) return PictureList{{path}, true};
  const std::string name = path.filename().string();
  if (type == fs::file_type::not_found && is_pattern(name)) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error))
      return unusable_input(sensing_text("picture_file.missing"), folder.string());
    return some_of(place, files_in(folder, [&](const fs::path& file) {
                     return fits_pattern(file.filename().string(), name);
                   }));
  }
  if (type == fs::file_type::not_found) return unusable_input(sensing_text("picture_file.missing"), place);
  if (error) return unusable_input(sensing_text("picture_file.unreadable"), place);
  return unusable_input(sensing_text("picture_file.not_a_file"), place);
}

}  // namespace preshift
