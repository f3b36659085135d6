#include "measures.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

constexpr std::array<std::string_view, 2> k_door_states{"closed", "open"};

constexpr std::array k_measures{
    Measure{"sound.laeq",
            units::k_dba,
            Sensor::microphone,
            {"sound.laeq", "background noise, average level (LAeq)", "bruit de fond, niveau moyen (LAeq)"}},
    Measure{
        "sound.laf10",
        units::k_dba,
        Sensor::microphone,
        {"sound.laf10", "level exceeded 10 % of the time (LAF10)", "niveau dépassé 10 % du temps (LAF10)"}},
    Measure{"sound.laf50",
            units::k_dba,
            Sensor::microphone,
            {"sound.laf50", "level exceeded half of the time (LAF50)",
             "niveau dépassé la moitié du temps (LAF50)"}},
    Measure{
        "sound.laf90",
        units::k_dba,
        Sensor::microphone,
        {"sound.laf90", "level exceeded 90 % of the time (LAF90)", "niveau dépassé 90 % du temps (LAF90)"}},
    Measure{"sound.lafmax",
            units::k_dba,
            Sensor::microphone,
            {"sound.lafmax", "loudest moment (LAFmax)", "moment le plus fort (LAFmax)"}},
    Measure{"sound.clipping",
            units::k_percent,
            Sensor::microphone,
            {"sound.clipping", "share of the sound that is clipped", "part du son écrêtée"}},
    Measure{
        "sound.silence",
        units::k_percent,
        Sensor::microphone,
        {"sound.silence", "share of the time with digital silence", "part du temps en silence numérique"}},
    Measure{"sound.duration",
            units::k_second,
            Sensor::microphone,
            {"sound.duration", "duration of the sound", "durée du son"}},
    Measure{"picture.brightness",
            units::k_percent,
            Sensor::camera,
            {"picture.brightness", "brightness of the picture", "luminosité de l'image"}},
    Measure{"picture.contrast",
            units::k_percent,
            Sensor::camera,
            {"picture.contrast", "contrast of the picture", "contraste de l'image"}},
    Measure{"picture.sharpness",
            units::k_one,
            Sensor::camera,
            {"picture.sharpness", "sharpness of the picture", "netteté de l'image"}},
    Measure{"picture.count",
            units::k_picture,
            Sensor::camera,
            {"picture.count", "number of pictures looked at", "nombre d'images examinées"}},
    Measure{
        "camera.covered",
        units::k_percent,
        Sensor::camera,
        {"camera.covered", "share of pictures from a covered lens", "part des images à objectif couvert"}},
    Measure{"camera.frozen",
            units::k_percent,
            Sensor::camera,
            {"camera.frozen", "share of pictures that repeat the one before",
             "part des images qui répètent la précédente"}},
    Measure{"people.count",
            units::k_person,
            Sensor::camera,
            {"people.count", "people in view (median over the pictures)",
             "personnes visibles (médiane sur les images)"}},
    Measure{"door.state",
            "",
            Sensor::camera,
            {"door.state", "state of the door", "état de la porte"},
            k_door_states},
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
