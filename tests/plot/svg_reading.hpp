#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace preshift::testing {

/// An element of an SVG document and where it stands.
struct SvgElement {
  std::string name;
  std::string group;  ///< class of the innermost group around it
  std::map<std::string, std::string> attributes;
  std::string text;

  [[nodiscard]] double number(const std::string& attribute) const;
};

/// Every element in the order of its start tag. Throws std::runtime_error where the document is not
/// well-formed XML 1.0 in the part of the language that the drawings use: one root, matching tags, quoted
/// attributes given once, the predefined entities, no control characters, good UTF-8.
[[nodiscard]] std::vector<SvgElement> read_svg(std::string_view document);

[[nodiscard]] std::vector<SvgElement> in_group(const std::vector<SvgElement>& elements,
                                               std::string_view group, std::string_view name);

/// The points of a polyline or polygon, as x and y by turns.
[[nodiscard]] std::vector<double> coordinates(const SvgElement& element);

}  // namespace preshift::testing
