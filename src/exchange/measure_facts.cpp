#include "measure_facts.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

constexpr std::array k_sound{Need::microphone};
constexpr std::array k_pressure{Need::microphone, Need::calibration};
constexpr std::array k_played{Need::microphone, Need::loudspeaker};
constexpr std::array k_pictures{Need::camera};
constexpr std::array k_speech{Need::microphone, Need::model};
constexpr std::array k_own_voice{Need::microphone, Need::voice, Need::model};
constexpr std::array k_voice_pressure{Need::microphone, Need::voice, Need::model, Need::calibration};
constexpr std::array k_persons{Need::camera, Need::model};
constexpr std::array k_known_room{Need::camera, Need::room};
constexpr std::array k_approved_room{Need::room, Need::approval};

constexpr double k_longest_window_s = 600;
constexpr double k_infinite = std::numeric_limits<double>::infinity();

/// Of one class of sound.
constexpr MeasureFacts heard_facts(std::string_view prefix) {
  return {
      prefix,
      k_speech,
      {"method.hearing",
       "A network tells from each second of the silent phase what its noises come from; nothing is recorded.",
       "Un réseau reconnaît, pour chaque seconde de la phase de silence, d'où viennent ses bruits ; rien "
       "n'est "
       "enregistré."}};
}

constexpr std::array k_facts{
    MeasureFacts{
        "onboarding.",
        k_approved_room,
        {"method.onboarding",
         "The onboarding certificate of this room and the employer's approval of it are verified "
         "(`preshift onboard`).",
         "Le certificat d'intégration de cette pièce et son approbation par l'employeur sont vérifiés "
         "(`preshift onboard`)."}},
    MeasureFacts{
        "sound.l",
        k_pressure,
        {"method.level",
         "A sound level meter (IEC 61672-1) reads it over the whole window; of a check with a voice, over "
         "the silent phase.",
         "Un sonomètre (IEC 61672-1) le relève sur toute la fenêtre ; si la voix est mesurée, sur la phase "
         "de silence."}},
    MeasureFacts{
        "sound.laf",
        k_pressure,
        {"method.percentile",
         "From the level of each moment in the window, A-weighted and with time weighting F (IEC 61672-1).",
         "D'après le niveau de chaque instant de la fenêtre, pondéré A et F (IEC 61672-1)."}},
    MeasureFacts{"sound.c_minus_a",
                 k_sound,
                 {"method.c_minus_a", "The C-weighted average level less the A-weighted one.",
                  "Le niveau moyen pondéré C moins le niveau moyen pondéré A."}},
    MeasureFacts{"sound.nc",
                 k_pressure,
                 {"method.nc", "The octave bands are compared with the curves of ANSI/ASA S12.2-2019.",
                  "Les bandes d'octave sont comparées aux courbes d'ANSI/ASA S12.2-2019."},
                 {15, 70}},
    MeasureFacts{"sound.nr",
                 k_pressure,
                 {"method.nr", "The octave bands are compared with the curves of ISO/R 1996.",
                  "Les bandes d'octave sont comparées aux courbes d'ISO/R 1996."}},
    MeasureFacts{"sound.valid_to",
                 k_sound,
                 {"method.valid_to", "It follows from the sampling rate.",
                  "Elle découle de la fréquence d'échantillonnage."},
                 {0, 20'000}},
    MeasureFacts{"sound.clipping",
                 k_sound,
                 {"method.clipping", "Samples at the end of the scale are counted.",
                  "Les échantillons en butée d'échelle sont comptés."}},
    MeasureFacts{"sound.silence",
                 k_sound,
                 {"method.silence", "Stretches in which every sample is the same are counted.",
                  "Les passages où tous les échantillons sont égaux sont comptés."}},
    MeasureFacts{"sound.duration",
                 k_sound,
                 {"method.duration", "The samples are counted.", "Les échantillons sont comptés."},
                 {0, k_longest_window_s}},
    heard_facts("sound.child."),
    heard_facts("sound.dog."),
    heard_facts("sound.cat."),
    heard_facts("sound.speech."),
    heard_facts("sound.music_or_tv."),
    heard_facts("sound.appliance."),
    heard_facts("sound.alarm_or_ring."),
    heard_facts("sound.knock_or_door."),
    heard_facts("sound.keyboard_or_mouse."),
    heard_facts("sound.agent_body."),
    heard_facts("sound.quiet."),
    MeasureFacts{
        "voice.l",
        k_voice_pressure,
        {"method.voice_level", "A network finds the speech while the sentence is read; its level is read.",
         "Un réseau trouve la parole pendant la lecture de la phrase ; son niveau est relevé."}},
    MeasureFacts{"voice.background",
                 k_voice_pressure,
                 {"method.voice_background",
                  "The average level of the silent phase, without what a network takes for speech.",
                  "Le niveau moyen de la phase de silence, sans ce qu'un réseau prend pour de la parole."}},
    MeasureFacts{"voice.to_background",
                 k_own_voice,
                 {"method.voice_to_background",
                  "The level of the speech less that of the silent phase, through the same microphone.",
                  "Le niveau de la parole moins celui de la phase de silence, par le même microphone."}},
    MeasureFacts{"voice.read",
                 k_own_voice,
                 {"method.voice_read", "The time that a network takes for speech while the sentence is read.",
                  "Le temps qu'un réseau prend pour de la parole pendant la lecture de la phrase."},
                 {0, k_longest_window_s}},
    MeasureFacts{"voice.others",
                 k_speech,
                 {"method.voice_others", "The share of the silent phase that a network takes for speech.",
                  "La part de la phase de silence qu'un réseau prend pour de la parole."}},
    MeasureFacts{
        "chain.",
        k_sound,
        {"method.chain",
         "What processing leaves in a steady sound is looked for, and the system is asked what kind of "
         "device it is.",
         "Les traces qu'un traitement laisse dans un son régulier sont cherchées, et le système dit de quel "
         "genre d'appareil il s'agit."}},
    MeasureFacts{"challenge.",
                 k_played,
                 {"method.challenge",
                  "A short hiss that follows from the employer's nonce is played, and looked for in what the "
                  "microphone hears "
                  "(matched filter).",
                  "Un bref souffle déduit du nonce de l'employeur est joué, puis cherché dans ce qu'entend "
                  "le microphone "
                  "(filtre adapté)."}},
    MeasureFacts{"picture.",
                 k_pictures,
                 {"method.picture", "From the brightness of the picture's points, over all pictures.",
                  "D'après la luminosité des points de l'image, sur toutes les images."}},
    MeasureFacts{
        "camera.",
        k_pictures,
        {"method.camera", "Pictures that are dark and flat, or equal to the one before, are counted.",
         "Les images sombres et uniformes, ou égales à la précédente, sont comptées."}},
    MeasureFacts{"people.",
                 k_persons,
                 {"method.people", "A network finds persons in each picture; nobody is recognised.",
                  "Un réseau trouve les personnes sur chaque image ; personne n'est reconnu."}},
    MeasureFacts{"camera.looped",
                 k_pictures,
                 {"method.looped", "Pictures that equal an earlier one to the last point are counted.",
                  "Les images égales à une précédente jusqu'au dernier point sont comptées."}},
    MeasureFacts{"camera.route",
                 k_pictures,
                 {"method.camera_route", "The system is asked what kind of camera it is.",
                  "Le système dit de quel genre de caméra il s'agit."}},
    MeasureFacts{
        "movement.",
        k_persons,
        {"method.movement", "Each picture is compared with the one before, outside the agent and the masks.",
         "Chaque image est comparée à la précédente, hors de l'agent et des zones masquées."}},
    MeasureFacts{"pets.",
                 k_persons,
                 {"method.pets", "A network looks for cats and dogs in every fourth picture.",
                  "Un réseau cherche chats et chiens sur une image sur quatre."}},
    MeasureFacts{
        "room.",
        k_known_room,
        {"method.room", "The view is laid over that of the pictures taken when the room was enrolled.",
         "La vue est superposée à celle des images prises à l'enregistrement de la pièce."}},
    MeasureFacts{
        "door.",
        k_known_room,
        {"method.door", "The pictures are compared with those that were taken when the room was enrolled.",
         "Les images sont comparées à celles prises à l'enregistrement de la pièce."}},
};

bool is_share(std::string_view unit) {
  return unit == units::k_percent;
}

bool is_never_negative(std::string_view unit) {
  constexpr std::array k_never_negative{units::k_hertz,  units::k_per_second, units::k_second,
                                        units::k_person, units::k_picture,    units::k_one};
  return std::find(k_never_negative.begin(), k_never_negative.end(), unit) != k_never_negative.end();
}

ValueRange range_of_unit(std::string_view unit) {
  if (is_share(unit)) return {0, 100};
  if (is_never_negative(unit)) return {0, k_infinite};
  return {};
}

}  // namespace

std::string_view name_of(Need need) {
  switch (need) {
    case Need::microphone:
      return "microphone";
    case Need::camera:
      return "camera";
    case Need::calibration:
      return "calibration";
    case Need::voice:
      return "voice";
    case Need::room:
      return "room";
    case Need::loudspeaker:
      return "loudspeaker";
    case Need::approval:
      return "approval";
    case Need::model:
      break;
  }
  return "model";
}

const MeasureFacts* find_measure_facts(std::string_view name) {
  const MeasureFacts* longest = nullptr;
  for (const MeasureFacts& facts : k_facts) {
    const bool is_longer = longest == nullptr || facts.prefix.size() > longest->prefix.size();
    if (name.starts_with(facts.prefix) && is_longer) longest = &facts;
  }
  return longest;
}

std::span<const Need> needs_of(const Measure& measure) {
  if (const MeasureFacts* facts = find_measure_facts(measure.name)) return facts->needs;
  if (measure.sensor == Sensor::microphone) return k_sound;
  return k_pictures;
}

ValueRange possible_values(const Measure& measure) {
  ValueRange range = range_of_unit(measure.unit);
  if (const MeasureFacts* facts = find_measure_facts(measure.name)) {
    range.lowest = std::max(range.lowest, facts->range.lowest);
    range.highest = std::min(range.highest, facts->range.highest);
  }
  return range;
}

}  // namespace preshift
