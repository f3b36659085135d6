#include "tagger_labels.hpp"

#include "document_file.hpp"
#include "document_reading.hpp"
#include "sensing_texts.hpp"
#include "sound_class.hpp"

#include <cmath>

namespace preshift {
namespace {

constexpr int k_format = 1;
constexpr std::size_t k_most_labels = 1000;

double number(DocumentReading& reading, const Json& parent, std::string_view name, const std::string& path) {
  const Json& found = reading.any(parent, name, path);
  reading.require(found.is_number(), path);
  return found.is_number() ? found.get<double>() : 0;
}

std::size_t count(DocumentReading& reading, const Json& parent, std::string_view name,
                  const std::string& path) {
  return static_cast<std::size_t>(reading.small_number(parent, name, path));
}

LogMelShape front_end_in(DocumentReading& reading, const Json& document) {
  const Json& json = reading.object(document, "front_end", "front_end");
  const auto at = [](std::string_view name) { return "front_end." + std::string(name); };
  reading.require(reading.text(json, "kind", at("kind")) == "log-mel", at("kind"));
  reading.require(count(reading, json, "rate_hz", at("rate_hz")) == 16000, at("rate_hz"));
  LogMelShape shape;
  shape.frame = count(reading, json, "frame", at("frame"));
  shape.hop = count(reading, json, "hop", at("hop"));
  shape.bands = count(reading, json, "bands", at("bands"));
  shape.lowest_hz = number(reading, json, "lowest_hz", at("lowest_hz"));
  shape.highest_hz = number(reading, json, "highest_hz", at("highest_hz"));
  shape.window_frames = count(reading, json, "window_frames", at("window_frames"));
  shape.window_hop_frames = count(reading, json, "window_hop_frames", at("window_hop_frames"));
  shape.range = number(reading, json, "range", at("range"));
  shape.scale = number(reading, json, "scale", at("scale"));
  reading.require(is_possible(shape), "front_end");
  return shape;
}

TaggerLabel label_in(DocumentReading& reading, const Json& json, const std::string& path) {
  TaggerLabel label;
  label.name = reading.text(json, "label", path + ".label");
  if (const auto name = reading.optional_text(json, "class", path + ".class")) {
    label.sound_class = find_sound_class(*name);
    reading.require(label.sound_class.has_value(), path + ".class");
  }
  const double threshold = number(reading, json, "threshold", path + ".threshold");
  reading.require(threshold > 0 && threshold < 1, path + ".threshold");
  label.threshold_log_odds = std::log(threshold / (1 - threshold));
  return label;
}

}  // namespace

Result<TaggerDescription> read_tagger_labels(const std::filesystem::path& file) {
  const auto document = read_document_file(file);
  if (!document) return unusable_input(sensing_text("hearing.no_labels"), file.string());
  DocumentReading reading;
  TaggerDescription description;
  reading.require(reading.small_number(*document, "format", "format") == k_format, "format");
  description.network_sha256 = reading.text(*document, "network_sha256", "network_sha256");
  description.front_end = front_end_in(reading, *document);
  const Json& labels = reading.list(*document, "labels", "labels");
  reading.require(!labels.empty() && labels.size() <= k_most_labels, "labels");
  for (std::size_t i = 0; i < labels.size() && !reading.wrong(); ++i)
    description.labels.push_back(label_in(reading, labels[i], "labels[" + std::to_string(i) + "]"));
  if (reading.wrong()) return unusable_input(sensing_text("hearing.labels"), file.string(), *reading.wrong());
  return description;
}

}  // namespace preshift
