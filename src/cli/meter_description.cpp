#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_meter_options{
    OptionInfo{"--microphone",
               {"", "NAME|INDEX", "NOM|NUMÉRO"},
               {"", "measure this microphone (default: the system's) until Ctrl-C, at most 10 min",
                "mesurer ce microphone (par défaut : celui du système) jusqu'à Ctrl-C, 10 min au plus"},
               Completes::nothing,
               {},
               true},
    OptionInfo{"--duration",
               {"", "TIME", "DURÉE"},
               {"", "how long to measure, such as 20s or 1min, at most 10min; of a file its beginning",
                "durée de la mesure, par exemple 20s ou 1min, au plus 10min ; d'un fichier, son début"}},
    k_full_scale,
    k_self_noise,
    OptionInfo{"--plot",
               k_file,
               {"", "draw the history and the spectrum into this file, .svg or .png",
                "dessiner l'historique et le spectre dans ce fichier, .svg ou .png"},
               Completes::files},
    k_format,
    k_language,
};

constexpr std::array k_meter_examples{
    ExampleInfo{"preshift meter", {"", "watch the default microphone", "suivre le microphone du système"}},
    ExampleInfo{"preshift meter room.wav --full-scale 128.1dB+-0.5dB --plot room.svg",
                {"", "measure a recording and draw it", "mesurer un enregistrement et le dessiner"}},
};

}  // namespace

constinit const CommandInfo k_meter_description{
    "meter",
    {"", "measure sound like a sound level meter", "mesurer le son comme un sonomètre"},
    {"",
     "Measures a sound file or a microphone: LAeq, LCeq, LZeq, the time weightings F and S, peaks, "
     "percentiles, third-octave and octave bands, NC and NR. On a terminal it shows LAF, LAeq, LA90 and "
     "the last 30 s while it measures.\n\nLevels are in dB(A), dB(C) and dB(Z) when the microphone is "
     "calibrated (`preshift calibrate`) or --full-scale is given, else relative to full scale (dBFS).",
     "Mesure un fichier son ou un microphone : LAeq, LCeq, LZeq, pondérations temporelles F et S, "
     "crêtes, "
     "percentiles, bandes de tiers d'octave et d'octave, NC et NR. Sur un terminal, montre LAF, LAeq, "
     "LA90 "
     "et les 30 dernières secondes pendant la mesure.\n\nLes niveaux sont en dB(A), dB(C) et dB(Z) si le "
     "microphone est étalonné (`preshift calibrate`) ou si --full-scale est donné, sinon relatifs à la "
     "pleine échelle (dBFS)."},
    k_meter_options,
    k_meter_examples,
    {"", "FILE", "FICHIER"}};

}  // namespace preshift
