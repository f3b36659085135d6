#include "values.hpp"

#include "measures.hpp"
#include "report_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace preshift {
namespace {

/// Decimal places that show two significant digits of the uncertainty, one when that is plenty.
int decimals_for(double uncertainty) {
  if (uncertainty <= 0) return 2;
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(uncertainty))), 0, 4);
}

double rounded_up(double value, int decimals) {
  const double scale = std::pow(10, decimals);
  return std::ceil(value * scale - 1e-9) / scale;
}

std::string counted(double value, Text one, Text many, Language language) {
  // French counts 0 and 1 in the singular, English only 1.
  const bool singular = language == Language::french ? std::abs(value) < 2 : value == 1;
  return std::string((singular ? one : many).in(language));
}

std::string written_unit(std::string_view unit, double value, Language language) {
  if (unit == units::k_person)
    return counted(value, report_text("unit.person"), report_text("unit.persons"), language);
  if (unit == units::k_picture)
    return counted(value, report_text("unit.picture"), report_text("unit.pictures"), language);
  return unit == units::k_one ? std::string() : std::string(unit);
}

std::string with_unit(const std::string& number, std::string_view unit, double value, Language language) {
  const std::string written = written_unit(unit, value, language);
  return written.empty() ? number : number + " " + written;
}

std::string written_state(std::string_view state, Language language) {
  for (const Text& text : k_report_texts)
    if (text.id == fmt::format("state.{}", state)) return std::string(text.in(language));
  return std::string(state);
}

std::string written_quantity(const Quantity& quantity, std::string_view unit, Language language) {
  const bool certain = quantity.expanded_uncertainty <= 0;
  const int decimals = std::min(decimals_for(quantity.expanded_uncertainty), unit == units::k_one ? 4 : 1);
  std::string number = render_number(quantity.value, decimals, language, !certain);
  if (!certain) {
    const double shown = rounded_up(quantity.expanded_uncertainty, decimals);
    number += " ± " + render_number(shown, decimals, language, true);
  }
  std::string whole = with_unit(number, unit, quantity.value, language);
  return quantity.is_upper_bound ? render({report_text("value.at_most"), {whole}}, language) : whole;
}

std::string written(const Limit& limit, Language language) {
  const std::string value =
      with_unit(render_number(limit.value, 4, language), limit.unit, limit.value, language);
  const bool at_most = limit.comparison == Comparison::at_most;
  return render({at_most ? report_text("limit.at_most") : report_text("limit.at_least"), {value}}, language);
}

std::string written(const Range& range, Language language) {
  const std::string highest =
      with_unit(render_number(range.highest, 4, language), range.unit, range.highest, language);
  return render({report_text("limit.between"), {render_number(range.lowest, 4, language), highest}},
                language);
}

std::string written(const NoLimit&, Language language) {
  return std::string(report_text("limit.none").in(language));
}

std::string written(const AllowedWords& allowed, Language language) {
  std::string all;
  for (const std::string& word : allowed.words) {
    if (&word != &allowed.words.front())
      all += &word == &allowed.words.back() ? std::string(report_text("limit.or").in(language)) : ", ";
    all += written_state(word, language);
  }
  return all;
}

}  // namespace

std::string written_value(const Measurement& measurement, Language language) {
  if (const auto* quantity = std::get_if<Quantity>(&measurement.outcome))
    return written_quantity(*quantity, measurement.unit, language);
  if (const auto* state = std::get_if<State>(&measurement.outcome))
    return written_state(state->value, language);
  return {};
}

std::string written_criterion(const Criterion& criterion, Language language) {
  return std::visit([&](const auto& kind) { return written(kind, language); }, criterion);
}

std::string written_requirement(std::string_view name, Language language) {
  for (const Text& text : k_report_texts)
    if (text.id == fmt::format("requirement.{}", name)) return std::string(text.in(language));
  std::string own(name);
  std::replace(own.begin(), own.end(), '-', ' ');
  if (!own.empty()) own[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(own[0])));
  return own;
}

}  // namespace preshift
