#include "profile_draft.hpp"
#include "rules_texts.hpp"

#include <set>

namespace preshift {
namespace {

using Names = std::set<std::string, std::less<>>;

/// The trees are as deep as read_yaml lets them be.
void collect_mentioned(const YamlNode& node, Names& names) {
  const bool is_mention = node.kind == YamlKind::scalar && node.scalar.starts_with(k_parameter_sign);
  if (is_mention) names.insert(node.scalar.substr(1));
  for (const YamlEntry& entry : node.entries) collect_mentioned(entry.value, names);
  for (const YamlNode& item : node.items) collect_mentioned(item, names);
}

}  // namespace

void refuse_unmentioned_parameters(const ProfileChain& chain, const ProfileDraft& draft,
                                   std::vector<YamlFields>& fields_of_files) {
  Names mentioned;
  for (const ChainFile& file : chain.files) collect_mentioned(file.yaml->root, mentioned);
  for (const auto& [name, origins] : draft.origins) {
    const Origin last = origins.set.value_or(origins.declared);
    if (last.file == k_asked_for && !mentioned.contains(name))
      fields_of_files[last.file].refuse(last.offset, rules_text("parameter.no_effect"), name);
  }
}

}  // namespace preshift
