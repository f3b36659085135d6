#include "measures_report.hpp"

#include "measure_facts.hpp"
#include "report_texts.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace preshift {
namespace {

using Json = nlohmann::ordered_json;

Text text_of(Need need) {
  switch (need) {
    case Need::microphone:
      return report_text("need.microphone");
    case Need::camera:
      return report_text("need.camera");
    case Need::calibration:
      return report_text("need.calibration");
    case Need::voice:
      return report_text("need.voice");
    case Need::room:
      return report_text("need.room");
    case Need::loudspeaker:
      return report_text("need.loudspeaker");
    case Need::approval:
      return report_text("need.approval");
    case Need::model:
      break;
  }
  return report_text("need.model");
}

std::string joined_words(const Measure& measure) {
  std::string all;
  for (const std::string_view word : measure.words) all += (all.empty() ? "" : ", ") + std::string(word);
  return all;
}

Message kind_of(const Measure& measure) {
  if (!measure.words.empty()) return {report_text("measures.words"), {joined_words(measure)}};
  if (measure.unit == units::k_one) return {report_text("measures.plain"), {}};
  return {report_text("measures.unit"), {std::string(measure.unit)}};
}

Json written(const Measure& measure, Language language) {
  Json json{{"name", measure.name}, {"title", measure.title.in(language)}};
  if (const MeasureFacts* facts = find_measure_facts(measure.name))
    json["method"] = facts->method.in(language);
  if (measure.words.empty()) {
    json["unit"] = measure.unit;
    const ValueRange range = possible_values(measure);
    if (std::isfinite(range.lowest)) json["lowest"] = range.lowest;
    if (std::isfinite(range.highest)) json["highest"] = range.highest;
  } else {
    json["words"] = measure.words;
  }
  json["needs"] = Json::array();
  for (const Need need : needs_of(measure)) json["needs"].push_back(name_of(need));
  return json;
}

}  // namespace

std::string written_needs(const Measure& measure, Language language) {
  std::string all;
  for (const Need need : needs_of(measure))
    all += (all.empty() ? "" : ", ") + std::string(text_of(need).in(language));
  return all;
}

std::string measures_text(const std::vector<const Measure*>& shown, const TextStyle& style) {
  constexpr std::size_t k_indent = 4;
  TextWriter writer(style);
  for (const Measure* measure : shown) {
    writer.line(writer.coloured(std::string(measure->name), "\x1b[1m") +
                writer.words(report_text("line.colon")) + writer.words(measure->title));
    std::string about = render(kind_of(*measure), style.language);
    if (const MeasureFacts* facts = find_measure_facts(measure->name))
      about += " " + std::string(facts->method.in(style.language));
    writer.paragraph(about, k_indent);
    writer.paragraph(writer.words(report_text("measures.needs"), {written_needs(*measure, style.language)}),
                     k_indent);
  }
  return writer.take();
}

std::string measures_json(const std::vector<const Measure*>& shown, Language language) {
  Json list = Json::array();
  for (const Measure* measure : shown) list.push_back(written(*measure, language));
  const Json json{{"format", "preshift-measures/1"}, {"measures", std::move(list)}};
  return json.dump(2) + "\n";
}

}  // namespace preshift
