#include "profile_chain.hpp"

#include "edit_distance.hpp"
#include "excerpt.hpp"
#include "file_bytes.hpp"
#include "profile.hpp"
#include "rules_texts.hpp"
#include "shipped_profiles.hpp"
#include "yaml_fields.hpp"

#include <algorithm>
#include <system_error>

namespace preshift {
namespace {

Text file_complaint(FileError error) {
  switch (error) {
    case FileError::missing:
      return rules_text("rules_file.missing");
    case FileError::not_a_file:
      return rules_text("rules_file.not_a_file");
    case FileError::unreadable:
      return rules_text("rules_file.unreadable");
    case FileError::too_large:
      return rules_text("yaml.too_large");
  }
  return rules_text("rules_file.unreadable");
}

bool looks_like_a_file(std::string_view reference) {
  return reference.find('/') != std::string_view::npos || reference.ends_with(".yaml") ||
         reference.ends_with(".yml");
}

/// Of a file that is there; two names of one file have the same.
std::string identity_of(const std::filesystem::path& file) {
  std::error_code error;
  const std::filesystem::path canonical = std::filesystem::weakly_canonical(file, error);
  return error ? file.string() : canonical.string();
}

constexpr std::string_view k_shipped = "shipped:";

/// Opens files one after the other.
class ChainOpener {
 public:
  void open_text(std::string_view yaml, const std::string& place) {
    add(place, std::string(yaml), identity_of(place));
    follow();
  }

  void open_named(const std::string& file_or_name) {
    if (const ShippedProfile* shipped = find_shipped_profile(file_or_name)) {
      add_shipped(*shipped);
    } else {
      add_file(file_or_name, Place{YamlSource(file_or_name, {}).name()});
    }
    follow();
  }

  [[nodiscard]] ProfileChain take() { return std::move(m_chain); }

 private:
  /// Opens what the last file extends, until one extends nothing.
  void follow() {
    while (m_chain.problems.empty()) {
      const ChainFile& last = *m_chain.files.back();
      const YamlEntry* extends = last.root.find("extends");
      if (extends == nullptr || extends->value.kind != YamlKind::scalar) return;
      open_base(last, extends->value);
    }
  }

  void open_base(const ChainFile& file, const YamlNode& reference) {
    const Place place = file.source.place(reference.offset);
    if (m_chain.files.size() == k_longest_extends)
      return refuse(placed_problem(place, rules_text("extends.too_long"), std::to_string(k_longest_extends)));
    if (const ShippedProfile* shipped = find_shipped_profile(reference.scalar)) {
      if (!closes_cycle(std::string(k_shipped) + std::string(shipped->name), place)) add_shipped(*shipped);
    } else if (!looks_like_a_file(reference.scalar) || file.identity.starts_with(k_shipped)) {
      refuse_unknown(reference.scalar, place);
    } else {
      const auto path =
          (std::filesystem::path(file.source.name()).parent_path() / reference.scalar).lexically_normal();
      if (!closes_cycle(identity_of(path), place)) add_file(path, place);
    }
  }

  void refuse_unknown(const std::string& name, const Place& place) {
    std::vector<std::string_view> names;
    for (const ShippedProfile& profile : shipped_profiles()) names.push_back(profile.name);
    const std::string_view near = nearest_word(name, names);
    const Text text = near.empty() ? rules_text("extends.unknown") : rules_text("extends.unknown_near");
    refuse(placed_problem(place, text, excerpt(name), near.empty() ? joined(names) : std::string(near)));
  }

  /// Notes a cycle, with every file in it.
  [[nodiscard]] bool closes_cycle(const std::string& identity, const Place& place) {
    const auto& files = m_chain.files;
    const auto first = std::find_if(files.begin(), files.end(),
                                    [&](const auto& file) { return file->identity == identity; });
    if (first == files.end()) return false;
    std::string cycle;
    for (auto file = first; file != files.end(); ++file) cycle += (*file)->source.name() + " -> ";
    refuse(placed_problem(place, rules_text("extends.cycle"), cycle + (*first)->source.name()));
    return true;
  }

  void add_shipped(const ShippedProfile& shipped) {
    add(place_of(shipped), std::string(shipped.yaml), std::string(k_shipped) + std::string(shipped.name));
  }

  /// `asked_at`: where the file is named.
  void add_file(const std::filesystem::path& file, const Place& asked_at) {
    auto bytes = read_file(file, k_largest_yaml_bytes);
    if (bytes) return add(file.string(), std::move(*bytes), identity_of(file));
    const std::string kib = std::to_string(k_largest_yaml_bytes / 1024);
    const bool is_first = m_chain.files.empty();
    if (is_first) return refuse(placed_problem(asked_at, file_complaint(bytes.error()), kib));
    refuse(placed_problem(asked_at, rules_text("extends.unreadable"), excerpt(file.string())));
  }

  void add(const std::string& name, std::string bytes, std::string identity) {
    m_total_bytes += bytes.size();
    auto file = std::make_unique<ChainFile>(name, std::move(bytes), std::move(identity));
    const bool is_first = m_chain.files.empty();
    if (!is_first && m_total_bytes > k_largest_extends_bytes) {
      return refuse(placed_problem(file->source.whole(), rules_text("extends.too_large"),
                                   std::to_string(k_largest_extends_bytes / 1024)));
    }
    auto root = read_yaml(file->source);
    if (!root) return refuse(std::move(root.error()));
    file->root = std::move(*root);
    m_chain.files.push_back(std::move(file));
  }

  void refuse(PlacedProblem problem) { m_chain.problems.push_back(std::move(problem)); }

  ProfileChain m_chain;
  std::size_t m_total_bytes = 0;
};

}  // namespace

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
