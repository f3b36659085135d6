#include "measures.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 2> k_door_states{"closed", "open"};
constexpr std::array<std::string_view, 2> k_room_identities{"same", "other"};
constexpr std::array<std::string_view, 1> k_processing_states{"none"};
constexpr std::array<std::string_view, 5> k_routes{"physical", "monitor", "virtual", "filter", "hands-free"};
constexpr std::array<std::string_view, 3> k_camera_routes{"physical", "network", "virtual"};

/// One of the microphone's measures with a number.
constexpr Measure heard(std::string_view name, std::string_view unit, std::string_view english,
                        std::string_view french) {
  return {name, unit, Sensor::microphone, {name, english, french}};
}

/// One of the camera's measures with a number.
constexpr Measure seen(std::string_view name, std::string_view unit, std::string_view english,
                       std::string_view french) {
  return {name, unit, Sensor::camera, {name, english, french}};
}

constexpr std::array k_measures{
    heard("sound.laeq", units::k_dba, "background noise, average level (LAeq)",
          "bruit de fond, niveau moyen (LAeq)"),
    heard("sound.lceq", units::k_dbc, "average level, C-weighted (LCeq)", "niveau moyen pondéré C (LCeq)"),
    heard("sound.lzeq", units::k_dbz, "average level, unweighted (LZeq)", "niveau moyen non pondéré (LZeq)"),
    heard("sound.lae", units::k_dba, "sound exposure level (LAE)", "niveau d'exposition sonore (LAE)"),
    heard("sound.lafmax", units::k_dba, "loudest moment (LAFmax)", "moment le plus fort (LAFmax)"),
    heard("sound.lafmin", units::k_dba, "quietest moment (LAFmin)", "moment le plus calme (LAFmin)"),
    heard("sound.lasmax", units::k_dba, "loudest moment, slow (LASmax)",
          "moment le plus fort, lent (LASmax)"),
    heard("sound.lasmin", units::k_dba, "quietest moment, slow (LASmin)",
          "moment le plus calme, lent (LASmin)"),
    heard("sound.lcfmax", units::k_dbc, "loudest moment, C-weighted (LCFmax)",
          "moment le plus fort, pondéré C (LCFmax)"),
    heard("sound.lcfmin", units::k_dbc, "quietest moment, C-weighted (LCFmin)",
          "moment le plus calme, pondéré C (LCFmin)"),
    heard("sound.lapeak", units::k_dba, "peak, A-weighted (LApk)", "crête pondérée A (LApk)"),
    heard("sound.lcpeak", units::k_dbc, "peak, C-weighted (LCpk)", "crête pondérée C (LCpk)"),
    heard("sound.lzpeak", units::k_dbz, "peak, unweighted (LZpk)", "crête non pondérée (LZpk)"),
    heard("sound.laf1", units::k_dba, "level exceeded 1 % of the time (LAF1)",
          "niveau dépassé 1 % du temps (LAF1)"),
    heard("sound.laf5", units::k_dba, "level exceeded 5 % of the time (LAF5)",
          "niveau dépassé 5 % du temps (LAF5)"),
    heard("sound.laf10", units::k_dba, "level exceeded 10 % of the time (LAF10)",
          "niveau dépassé 10 % du temps (LAF10)"),
    heard("sound.laf50", units::k_dba, "level exceeded half of the time (LAF50)",
          "niveau dépassé la moitié du temps (LAF50)"),
    heard("sound.laf90", units::k_dba, "level exceeded 90 % of the time (LAF90)",
          "niveau dépassé 90 % du temps (LAF90)"),
    heard("sound.laf95", units::k_dba, "level exceeded 95 % of the time (LAF95)",
          "niveau dépassé 95 % du temps (LAF95)"),
    heard("sound.laf99", units::k_dba, "level exceeded 99 % of the time (LAF99)",
          "niveau dépassé 99 % du temps (LAF99)"),
    heard("sound.c_minus_a", units::k_db, "low-frequency share (LCeq - LAeq)",
          "part des graves (LCeq - LAeq)"),
    heard("sound.nc", units::k_one, "noise criterion (NC)", "indice NC"),
    heard("sound.nr", units::k_one, "noise rating (NR)", "indice NR"),
    heard("sound.valid_to", units::k_hertz, "highest frequency measured right",
          "plus haute fréquence mesurée juste"),
    heard("sound.clipping", units::k_percent, "share of the sound that is clipped", "part du son écrêtée"),
    heard("sound.silence", units::k_percent, "share of the time with digital silence",
          "part du temps en silence numérique"),
    heard("sound.duration", units::k_second, "duration of the sound", "durée du son"),
    heard("voice.level", units::k_dba, "your voice (LAeq while speaking)",
          "votre voix (LAeq pendant la parole)"),
    heard("voice.background", units::k_dba, "background without your voice", "bruit de fond sans votre voix"),
    heard("voice.to_background", units::k_db, "your voice above the background",
          "votre voix au-dessus du bruit de fond"),
    heard("voice.read", units::k_second, "speech heard while you read",
          "parole entendue pendant votre lecture"),
    heard("voice.others", units::k_percent, "speech in the silent phase",
          "parole pendant la phase de silence"),
    Measure{"chain.processing",
            "",
            Sensor::microphone,
            {"chain.processing", "processing of the sound before it was measured",
             "traitement du son avant la mesure"},
            k_processing_states},
    Measure{"chain.route",
            "",
            Sensor::microphone,
            {"chain.route", "what the sound comes from", "provenance du son"},
            k_routes},
    heard("chain.noise_suppression", units::k_one, "trace of noise suppression, against its limit",
          "trace de suppression de bruit, rapportée à sa limite"),
    heard("chain.band_seams", units::k_one, "seams between bands", "raccords entre bandes"),
    heard("chain.noise_texture", units::k_one, "excess movement of a steady noise",
          "mouvement excessif d'un bruit régulier"),
    heard("chain.sinking", units::k_db, "how far a steady noise sank at the beginning",
          "baisse d'un bruit régulier au début"),
    heard("chain.automatic_gain", units::k_db, "how far a steady noise rose at the beginning",
          "hausse d'un bruit régulier au début"),
    heard("chain.gain_step", units::k_db, "sudden change of gain", "saut de gain"),
    heard("chain.noise_gate", units::k_one, "times that the background vanished",
          "disparitions du bruit de fond"),
    heard("chain.band_limit", units::k_db, "cut in the spectrum", "coupure du spectre"),
    heard("chain.bandwidth", units::k_hertz, "highest frequency with sound", "plus haute fréquence présente"),
    heard("chain.repeated_buffers", units::k_one, "stretches of sound that came twice",
          "passages de son répétés"),
    heard("chain.dropouts", units::k_one, "gaps in the sound", "trous dans le son"),
    heard("chain.lost", units::k_second, "sound lost by the driver", "son perdu par le pilote"),
    heard("chain.flat_tops", units::k_one, "cut-off samples", "échantillons coupés"),
    heard("chain.dc_offset", units::k_percent, "constant offset", "décalage continu"),
    seen("picture.brightness", units::k_percent, "brightness of the picture", "luminosité de l'image"),
    seen("picture.contrast", units::k_percent, "contrast of the picture", "contraste de l'image"),
    seen("picture.backlight", units::k_percent, "back light (surroundings brighter than the person)",
         "contre-jour (entourage plus clair que la personne)"),
    seen("picture.sharpness", units::k_one, "sharpness of the picture", "netteté de l'image"),
    seen("picture.count", units::k_picture, "number of pictures looked at", "nombre d'images examinées"),
    seen("camera.covered", units::k_percent, "share of pictures from a covered lens",
         "part des images à objectif couvert"),
    seen("camera.frozen", units::k_percent, "share of pictures that repeat the one before",
         "part des images qui répètent la précédente"),
    seen("camera.looped", units::k_percent, "share of pictures that came before",
         "part des images déjà vues auparavant"),
    seen("people.count", units::k_person, "people in view (the most that stayed)",
         "personnes visibles (le plus grand nombre qui dure)"),
    seen("people.several", units::k_percent, "share of pictures with more than one person",
         "part des images avec plus d'une personne"),
    seen("people.several_seconds", units::k_second, "time with more than one person in view",
         "durée avec plus d'une personne visible"),
    seen("people.still", units::k_person, "figures that never move (pictures, posters, screens)",
         "figures qui ne bougent jamais (cadres, affiches, écrans)"),
    seen("movement.share", units::k_percent, "time in which something moves besides you",
         "part du temps où autre chose que vous bouge"),
    seen("pets.count", units::k_one, "cats and dogs in view", "chats et chiens visibles"),
    seen("pets.share", units::k_percent, "share of looks that show a cat or a dog",
         "part des examens qui montrent un chat ou un chien"),
    Measure{"room.same",
            "",
            Sensor::camera,
            {"room.same", "view compared with the enrolled one", "vue comparée à celle enregistrée"},
            k_room_identities},
    Measure{"room.match",
            units::k_one,
            Sensor::camera,
            {"room.match", "how well the picture shows the enrolled view",
             "ressemblance de l'image avec la vue enregistrée"}},
    Measure{"room.movement",
            units::k_percent,
            Sensor::camera,
            {"room.movement", "movement of the camera since the enrolment, of the picture's width",
             "déplacement de la caméra depuis l'enregistrement, en largeur d'image"}},
    Measure{"door.state",
            "",
            Sensor::camera,
            {"door.state", "state of the door", "état de la porte"},
            k_door_states},
    Measure{
        "door.probability",
        units::k_one,
        Sensor::camera,
        {"door.probability", "probability that the door is closed", "probabilité que la porte soit fermée"}},
    Measure{
        "door.occlusion",
        units::k_percent,
        Sensor::camera,
        {"door.occlusion", "part of the doorway that is covered", "part masquée de l'embrasure de la porte"}},
    Measure{"camera.route",
            "",
            Sensor::camera,
            {"camera.route", "what the pictures come from", "provenance des images"},
            k_camera_routes},
};

}  // namespace

std::span<const Measure> measures() {
  return k_measures;
}

const Measure* find_measure(std::string_view name) {
  const auto found = std::find_if(k_measures.begin(), k_measures.end(),
                                  [&](const Measure& measure) { return measure.name == name; });
  return found == k_measures.end() ? nullptr : &*found;
}

}  // namespace preshift
