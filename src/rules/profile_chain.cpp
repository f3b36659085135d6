#include "profile_chain.hpp"

#include "edit_distance.hpp"
#include "excerpt.hpp"
#include "profile.hpp"
#include "rules_texts.hpp"
#include "shipped_profiles.hpp"
#include "utf8.hpp"
#include "yaml_fields.hpp"

#include <algorithm>
#include <system_error>

namespace preshift {
namespace {

/// Of a file that is there; two names of one file have the same.
std::string identity_of(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::path canonical = std::filesystem::weakly_canonical(file, error);
  return error ? file.string() : canonical.string();
}

constexpr std::string_view k_shipped = "shipped:";

std::vector<std::string_view> shipped_names() {
  std::vector<std::string_view> names;
  for (const ShippedProfile& profile : shipped_profiles()) names.push_back(profile.name);
  return names;
}

/// The shipped profile whose name this misspells, where it is not a file; else empty.
std::string_view meant_name(const std::string& file_or_name) {
  std::error_code error;
  const bool is_there = std::filesystem::exists(file_or_name, error);
  if (is_there || looks_like_a_file(file_or_name)) return {};
  return nearest_word(file_or_name, shipped_names());
}

/// Opens files one after the other.
class ChainOpener {
 public:
  void open_text(std::string_view yaml, const std::string& place) {
    add(read_yaml_text(place, std::string(yaml), DuplicateKeys::noted), identity_of(place));
    follow();
  }

  void open_named(const std::string& file_or_name) {
    if (const ShippedProfile* shipped = find_shipped_profile(file_or_name)) {
      add_shipped(*shipped);
    } else if (const auto near = meant_name(file_or_name); !near.empty()) {
      refuse(placed_problem({printable(file_or_name)}, rules_text("rules_file.missing_near"),
                            std::string(near)));
    } else {
      add(read_yaml_file(file_or_name, DuplicateKeys::noted), identity_of(file_or_name));
    }
    follow();
  }

  [[nodiscard]] ProfileChain take() { return std::move(m_chain); }

 private:
  /// Opens what the last file extends, until one extends nothing.
  void follow() {
    while (m_chain.problems.empty()) {
      const ChainFile& last = m_chain.files.back();
      const YamlEntry* extends = last.yaml->root.find("extends");
      if (extends == nullptr || extends->value.kind != YamlKind::scalar) return;
      open_base(last, extends->value);
    }
  }

  void open_base(const ChainFile& file, const YamlNode& reference) {
    const Place place = file.yaml->source.place(reference.offset);
    if (m_chain.files.size() == k_longest_extends)
      return refuse(placed_problem(place, rules_text("extends.too_long"), std::to_string(k_longest_extends)));
    if (const ShippedProfile* shipped = find_shipped_profile(reference.scalar)) {
      if (!closes_cycle(std::string(k_shipped) + std::string(shipped->name), place)) add_shipped(*shipped);
    } else if (!looks_like_a_file(reference.scalar) || file.identity.starts_with(k_shipped)) {
      refuse_unknown(reference.scalar, place);
    } else {
      const auto path = (std::filesystem::path(file.yaml->source.name()).parent_path() / reference.scalar)
                            .lexically_normal();
      if (!closes_cycle(identity_of(path), place)) add_base(path, place);
    }
  }

  void refuse_unknown(const std::string& name, const Place& place) {
    const std::vector<std::string_view> names = shipped_names();
    const std::string_view near = nearest_word(name, names);
    const Text text = near.empty() ? rules_text("extends.unknown") : rules_text("extends.unknown_near");
    refuse(placed_problem(place, text, excerpt(name), near.empty() ? joined(names) : std::string(near)));
  }

  /// Notes a cycle, with every file in it.
  [[nodiscard]] bool closes_cycle(const std::string& identity, const Place& place) {
    const auto& files = m_chain.files;
    const auto first = std::find_if(files.begin(), files.end(),
                                    [&](const ChainFile& file) { return file.identity == identity; });
    if (first == files.end()) return false;
    std::string cycle;
    for (auto file = first; file != files.end(); ++file) cycle += file->yaml->source.name() + " -> ";
    refuse(placed_problem(place, rules_text("extends.cycle"), cycle + first->yaml->source.name()));
    return true;
  }

  void add_shipped(const ShippedProfile& shipped) {
    add(read_yaml_text(place_of(shipped), std::string(shipped.yaml), DuplicateKeys::noted),
        std::string(k_shipped) + std::string(shipped.name));
  }

  /// `asked_at`: where the file is named. What is wrong inside the file is told at its own place.
  void add_base(const std::filesystem::path& path, const Place& asked_at) {
    auto file = read_yaml_file(path, DuplicateKeys::noted);
    const bool is_unreadable = !file && file.error().place.line == 0;
    if (is_unreadable)
      return refuse(placed_problem(asked_at, rules_text("extends.unreadable"), excerpt(path.string())));
    add(std::move(file), identity_of(path));
  }

  void add(ReadYamlFile file, std::string identity) {
    if (!file) return refuse(std::move(file.error()));
    m_total_bytes += (*file)->bytes.size();
    if (m_total_bytes > k_largest_extends_bytes) {
      return refuse(placed_problem((*file)->source.whole(), rules_text("extends.too_large"),
                                   std::to_string(k_largest_extends_bytes / 1024)));
    }
    m_chain.files.push_back({std::move(*file), std::move(identity)});
  }

  void refuse(PlacedProblem problem) { m_chain.problems.push_back(std::move(problem)); }

  ProfileChain m_chain;
  std::size_t m_total_bytes = 0;
};

}  // namespace

bool looks_like_a_file(std::string_view reference) {
  return reference.find('/') != std::string_view::npos || reference.ends_with(".yaml") ||
         reference.ends_with(".yml");
}

ProfileChain open_chain(const std::string& file_or_name) {
  ChainOpener opener;
  opener.open_named(file_or_name);
  return opener.take();
}

ProfileChain open_chain(std::string_view yaml, const std::string& place) {
  ChainOpener opener;
  opener.open_text(yaml, place);
  return opener.take();
}

}  // namespace preshift
