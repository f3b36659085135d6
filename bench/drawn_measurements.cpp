#include "drawn_measurements.hpp"

#include "measures.hpp"
#include "sensing_texts.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace preshift {
namespace {

/// Measures one after the other. What the microphone or the camera could not show is unknown, for its reason.
class Drawing {
 public:
  Drawing(const Surroundings& around, Draw& draw) : m_around(around), m_draw(draw) { m_all.reserve(50); }

  void measure_sound();
  void measure_voice();
  void measure_sources();
  void measure_chain();
  void measure_camera();
  void measure_room();

  [[nodiscard]] Measurements take() { return std::move(m_all); }

 private:
  void add(std::string_view name, std::string_view unit, double value, double uncertainty = 0) {
    m_all.push_back(quantity(std::string(name), std::string(unit), value, uncertainty));
  }
  void add_word(std::string_view name, std::string_view word) {
    m_all.push_back({std::string(name), "", State{std::string(word)}});
  }
  void add_unknown(std::string_view name, std::string_view unit, Message reason) {
    m_all.push_back(unknown(std::string(name), std::string(unit), std::move(reason)));
  }

  /// Heard by the microphone: unknown when that is muted, in doubt when its sound was processed.
  void add_heard(std::string_view name, std::string_view unit, double value, double uncertainty = 0);

  /// A level; without a calibration it is known in dBFS alone.
  void add_level(std::string_view name, double level_dba);

  [[nodiscard]] static Message muted() { return {sensing_text("sound.muted"), {100.0}}; }
  [[nodiscard]] Message suppressed() const {
    return {sensing_text("chain.noise_suppression"), {m_suppression, 1.0}};
  }
  [[nodiscard]] static Message covered() { return {sensing_text("scene.covered"), {}}; }

  const Surroundings& m_around;
  Draw& m_draw;
  double m_suppression = 0;  ///< the trace of noise suppression, against its limit of 1
  Measurements m_all;
};

void Drawing::add_heard(std::string_view name, std::string_view unit, double value, double uncertainty) {
  if (m_around.is_muted) return add_unknown(name, unit, muted());
  add(name, unit, value, uncertainty);
  if (m_around.is_processed) m_all.back().doubt = suppressed();
}

void Drawing::add_level(std::string_view name, double level_dba) {
  constexpr double k_full_scale_dba = 101;  // where a headset's microphone usually has it
  if (m_around.is_calibrated) return add_heard(name, units::k_dba, level_dba, m_draw.between(1.2, 2.4));
  add_heard(name, units::k_dbfs, level_dba - k_full_scale_dba, m_draw.between(0.1, 0.2));
}

void Drawing::measure_sound() {
  m_suppression = m_around.is_processed ? m_draw.between(1.1, 3) : m_draw.between(0.05, 0.6);
  const double background = m_around.background_dba;
  add_level("sound.laeq", background);
  add_level("sound.lafmax", background + m_draw.between(3, 14));
  add_level("sound.laf90", background - m_draw.between(0.5, 3));
  add("sound.clipping", units::k_percent, m_draw.chance(0.004) ? m_draw.between(0.1, 2) : 0);
  add("sound.silence", units::k_percent, m_around.is_muted ? 100 : 0);
}

void Drawing::measure_voice() {
  if (!m_around.is_muted && m_around.is_misread) {
    add_unknown("voice.to_background", units::k_db,
                {sensing_text("voice.not_heard"), {m_draw.between(0, 0.8), 1.0}});
  } else {
    add_heard("voice.to_background", units::k_db, m_around.voice_dba - m_around.background_dba,
              m_draw.between(1.2, 2));
  }
  add_heard("voice.others", units::k_percent, m_around.other_speech);
}

void Drawing::measure_sources() {
  const Surroundings& around = m_around;
  add_heard("sound.child.events", units::k_one, around.child_events);
  add_heard("sound.dog.events", units::k_one, around.dog_events);
  add_heard("sound.cat.events", units::k_one, around.cat_events);
  add_heard("sound.music_or_tv.seconds", units::k_second, around.television_seconds);
  add_heard("sound.appliance.seconds", units::k_second, around.machine_seconds);
  add_heard("sound.alarm_or_ring.events", units::k_one, m_draw.chance(0.01) ? 1 : 0);
  add_heard("sound.knock_or_door.events", units::k_one, around.door_events);
}

void Drawing::measure_chain() {
  const auto of_sound = [&](std::string_view name, std::string_view unit, double value) {
    if (m_around.is_muted) return add_unknown(name, unit, {sensing_text("chain.nothing"), {}});
    add(name, unit, value);
  };
  if (m_around.is_muted || m_around.is_processed) {
    add_unknown("chain.processing", "", m_around.is_muted ? muted() : suppressed());
  } else {
    add_word("chain.processing", "none");
  }
  add_word("chain.route", "physical");
  of_sound("chain.noise_suppression", units::k_one, m_suppression);
  of_sound("chain.band_seams", units::k_one, m_draw.between(0.6, 1.1));
  of_sound("chain.noise_texture", units::k_one, m_draw.between(0.01, 0.2));
  of_sound("chain.sinking", units::k_db, 0);
  of_sound("chain.automatic_gain", units::k_db, 0);
  of_sound("chain.gain_step", units::k_db, m_draw.between(0.1, 0.6));
  add("chain.noise_gate", units::k_one, 0);
  of_sound("chain.band_limit", units::k_db, 0);
  of_sound("chain.bandwidth", units::k_hertz, m_draw.between(19000, 23900));
  add("chain.repeated_buffers", units::k_one, 0);
  add("chain.dropouts", units::k_one, 0);
  add("chain.lost", units::k_second, 0);
  add("chain.flat_tops", units::k_one, 0);
  add("chain.dc_offset", units::k_percent, m_draw.between(0, 0.02));
}

void Drawing::measure_camera() {
  add("camera.covered", units::k_percent, m_around.is_covered ? m_draw.between(60, 100) : 0);
  add("camera.frozen", units::k_percent, 0);
  add("camera.looped", units::k_percent, 0);
  const auto seen = [&](std::string_view name, std::string_view unit, double value) {
    if (m_around.is_covered) return add_unknown(name, unit, covered());
    add(name, unit, value);
  };
  seen("people.count", units::k_person, 1 + m_around.others);
  seen("pets.count", units::k_one,
       m_around.dog_events + m_around.cat_events > 0 && m_draw.chance(0.6) ? 1 : 0);
}

void Drawing::measure_room() {
  if (!m_around.is_enrolled) {
    add_unknown("door.state", "", {sensing_text("door.not_enrolled"), {}});
  } else if (m_around.is_covered) {
    add_unknown("room.same", "", covered());
    add_unknown("door.state", "", covered());
  } else {
    add_word("room.same", m_around.is_camera_moved ? "other" : "same");
    if (m_around.is_camera_moved) {
      add_unknown("door.state", "", {sensing_text("room.other"), {}});
    } else {
      add_word("door.state", m_around.is_door_open ? "open" : "closed");
    }
  }
  add_word("camera.route", "physical");
}

}  // namespace

Measurements drawn_measurements(const Surroundings& around, Draw& draw) {
  Drawing drawing(around, draw);
  drawing.measure_sound();
  drawing.measure_voice();
  drawing.measure_sources();
  drawing.measure_chain();
  drawing.measure_camera();
  drawing.measure_room();
  return drawing.take();
}

}  // namespace preshift
