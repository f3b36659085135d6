#include "hearing_measurements.hpp"

#include "measures.hpp"
#include "sensing_texts.hpp"

#include <cmath>
#include <string>

namespace preshift {
namespace {

double tenths(double value) {
  return std::round(value * 10) / 10;
}

/// When the class was most likely, and what was heard then.
Message note_of(const HeardMoment& most) {
  const bool is_event = most.above_background_db.has_value();
  Message note{is_event ? sensing_text("hearing.event") : sensing_text("hearing.most"), {}};
  note.arguments = {tenths(most.from_s), tenths(most.to_s),
                    is_event ? std::round(*most.above_background_db) : 0.0};
  for (std::size_t i = 0; i < 3; ++i) {
    const HeardLabel label = i < most.labels.size() ? most.labels[i] : HeardLabel{"-", 0};
    note.arguments.emplace_back(label.name);
    note.arguments.emplace_back(std::round(100 * label.probability));
  }
  return note;
}

/// Why there is no number, or nothing.
std::optional<Message> why_unknown(const HearingFindings& findings, const HeardClass& heard,
                                   const std::optional<Message>& no_sound) {
  if (no_sound) return no_sound;
  if (findings.unknown) return findings.unknown;
  if (!heard.is_known) return Message{sensing_text("hearing.no_label"), {}};
  return std::nullopt;
}

}  // namespace

Measurements hearing_measurements(const HearingFindings& findings, const std::optional<Message>& no_sound,
                                  const std::optional<Message>& doubt) {
  Measurements all;
  for (std::size_t place = 0; place < k_sound_classes.size(); ++place) {
    const HeardClass& heard = findings.classes[place];
    const std::string prefix = "sound." + std::string(k_sound_classes[place]);
    const auto why = why_unknown(findings, heard, no_sound);
    const auto add = [&](const std::string& name, std::string_view unit, double value, double uncertainty) {
      Measurement measurement = why ? unknown(name, std::string(unit), *why)
                                    : quantity(name, std::string(unit), value, uncertainty);
      if (!why) measurement.doubt = doubt;
      if (!why) measurement.note = note_of(heard.most);
      all.push_back(std::move(measurement));
    };
    add(prefix + ".seconds", units::k_second, heard.seconds, heard.seconds_uncertainty);
    add(prefix + ".events", units::k_one, heard.events, heard.events_uncertainty);
  }
  return all;
}

}  // namespace preshift
