#include "yaml_explanation.hpp"

#include "excerpt.hpp"
#include "rules_texts.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

/// Which of a complaint's two places to show.
enum class Place { stumbled, began };

struct Explanation {
  std::string_view words;  ///< how the complaint or its context begins
  Text text;
  Place place = Place::stumbled;
};

constexpr std::array k_by_context{
    Explanation{"while scanning a tag", rules_text("yaml.tag"), Place::began},
    Explanation{"while parsing a tag", rules_text("yaml.tag"), Place::began},
    Explanation{"while scanning an anchor", rules_text("yaml.anchor"), Place::began},
    Explanation{"while scanning an alias", rules_text("yaml.anchor"), Place::began},
};

constexpr std::array k_by_words{
    Explanation{"mapping values are not allowed", rules_text("yaml.stray_colon")},
    Explanation{"found unexpected ':'", rules_text("yaml.stray_colon")},
    Explanation{"found a tab character", rules_text("yaml.tab")},
    Explanation{"did not find expected key", rules_text("yaml.indentation")},
    Explanation{"did not find expected '-' indicator", rules_text("yaml.indentation")},
    Explanation{"did not find expected <document start>", rules_text("yaml.indentation")},
    Explanation{"did not find expected node content", rules_text("yaml.indentation")},
    Explanation{"block sequence entries are not allowed", rules_text("yaml.indentation")},
    Explanation{"mapping keys are not allowed", rules_text("yaml.indentation")},
    Explanation{"did not find expected ',' or", rules_text("yaml.open_bracket")},
    Explanation{"could not find expected ':'", rules_text("yaml.no_colon"), Place::began},
    Explanation{"found unexpected end of stream", rules_text("yaml.open_quote"), Place::began},
    Explanation{"found unexpected document indicator", rules_text("yaml.open_quote"), Place::began},
    Explanation{"found unknown escape character", rules_text("yaml.escape")},
    Explanation{"did not find expected hexdecimal number", rules_text("yaml.escape")},
    Explanation{"found invalid Unicode character escape", rules_text("yaml.escape")},
    Explanation{"did not find expected comment or line break", rules_text("yaml.block_header")},
    Explanation{"found character that cannot start any token", rules_text("yaml.needs_quotes")},
    Explanation{"found undefined tag handle", rules_text("yaml.tag"), Place::began},
    Explanation{"control characters are not allowed", rules_text("yaml.control_character")},
};

template <std::size_t N>
const Explanation* find(const std::array<Explanation, N>& explanations, std::string_view words) {
  const auto found = std::find_if(explanations.begin(), explanations.end(),
                                  [&](const Explanation& each) { return words.starts_with(each.words); });
  return found == explanations.end() ? nullptr : &*found;
}

}  // namespace

YamlRefusal explained(const YamlComplaint& complaint, std::string_view text) {
  if (text.substr(complaint.offset).starts_with('\t') && complaint.words.starts_with("found character"))
    return {rules_text("yaml.tab"), complaint.offset};
  if (text.substr(complaint.offset).starts_with(':') && complaint.words == "did not find expected key")
    return {rules_text("yaml.key_not_text"), complaint.offset};
  const Explanation* explanation = find(k_by_context, complaint.context);
  if (explanation == nullptr) explanation = find(k_by_words, complaint.words);
  if (explanation == nullptr)
    return {rules_text("yaml.syntax"), complaint.offset, {excerpt(complaint.words)}};
  const bool began = explanation->place == Place::began;
  return {explanation->text, began ? complaint.context_offset : complaint.offset};
}

}  // namespace preshift
