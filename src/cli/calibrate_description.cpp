#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_calibrate_options{
    OptionInfo{"--reference",
               {"", "LEVEL", "NIVEAU"},
               {"", "a sound calibrator of this level is on the microphone, such as 94dB (10 s)",
                "un calibreur de ce niveau est sur le microphone, par exemple 94dB (10 s)"}},
    OptionInfo{
        "--meter",
        {"", "LEVEL", "NIVEAU"},
        {"",
         "a steady sound that a sound level meter beside the microphone shows as this LAeq, such as "
         "62.3dB (10 s)",
         "un son stable dont un sonomètre placé près du microphone indique ce LAeq, par exemple 62.3dB "
         "(10 s)"}},
    OptionInfo{"--sensitivity",
               {"", "LEVEL", "NIVEAU"},
               {"",
                "what 0 dBFS means by the data sheet, such as 120dB, or 120dB+-1dB with its standard "
                "uncertainty (2.5 dB when not stated)",
                "ce que vaut 0 dBFS d'après la fiche technique, par exemple 120dB, ou 120dB+-1dB avec son "
                "incertitude-type (2,5 dB si elle n'est pas donnée)"}},
    OptionInfo{"--voice",
               k_none,
               {"", "your own voice, reading a sentence at the distance that --distance says",
                "votre propre voix, lisant une phrase à la distance que dit --distance"}},
    OptionInfo{"--distance",
               {"", "LENGTH", "LONGUEUR"},
               {"", "from your mouth to the microphone, such as 30cm",
                "de votre bouche au microphone, par exemple 30cm"}},
    OptionInfo{"--microphone",
               {"", "NAME|INDEX", "NOM|NUMÉRO"},
               {"", "microphone to calibrate, as `preshift devices` lists it (default: the system's)",
                "microphone à étalonner, d'après `preshift devices` (par défaut : celui du système)"},
               Completes::nothing,
               {},
               true},
    OptionInfo{"--sound",
               k_file,
               {"", "hear the sound in this recording, made with the microphone that --microphone names",
                "entendre le son dans cet enregistrement, fait avec le microphone que nomme --microphone"},
               Completes::files},
    OptionInfo{"--phases",
               {"", "PHASES", "PHASES"},
               {"",
                "when the voice and when the silence was recorded, such as reading=0s-7s,silent=8s-28s; for "
                "--voice with --sound",
                "quand la voix et quand le silence ont été enregistrés, par exemple "
                "reading=0s-7s,silent=8s-28s ; pour --voice avec --sound"}},
    OptionInfo{
        "--self-noise",
        {"", "LEVEL", "NIVEAU"},
        {"", "the microphone's own noise by its data sheet, such as 28dB (dB(A)), kept with the rest",
         "bruit propre du microphone d'après sa fiche, par exemple 28dB (dB(A)), gardé avec le reste"}},
    OptionInfo{"--expires",
               {"", "DAYS", "JOURS"},
               {"", "how long it holds, such as 180d (default: 365d, for a voice 90d)",
                "durée de validité, par exemple 180d (par défaut : 365d, pour une voix 90d)"}},
    OptionInfo{"--list", k_none, {"", "show the stored calibrations", "montrer les étalonnages enregistrés"}},
    OptionInfo{"--remove",
               {"", "NUMBER|NAME", "NUMÉRO|NOM"},
               {"", "forget this calibration, or all of the microphone of this name",
                "oublier cet étalonnage, ou tous ceux du microphone de ce nom"}},
    k_format,
    k_language,
};

constexpr std::array k_calibrate_examples{
    ExampleInfo{
        "preshift calibrate --reference 94dB",
        {"", "a calibrator is on the default microphone", "un calibreur est sur le microphone du système"}},
    ExampleInfo{"preshift calibrate --meter 62.3dB --microphone Headset",
                {"", "a fan runs, and a meter beside the headset shows 62.3 dB(A)",
                 "un ventilateur tourne, et un sonomètre près du casque indique 62,3 dB(A)"}},
    ExampleInfo{"preshift calibrate --voice --distance 30cm",
                {"", "without any instrument", "sans aucun instrument"}},
    ExampleInfo{"preshift calibrate --list", {"", "what is stored", "ce qui est enregistré"}},
};

}  // namespace

constinit const CommandInfo k_calibrate_description{
    "calibrate",
    {"", "make a microphone tell sound pressure", "étalonner un microphone en pression acoustique"},
    {"",
     "A microphone tells levels relative to its full scale. This finds out, or stores, what that is in "
     "the "
     "room: by a sound calibrator or a sound level meter (standard uncertainty 1 dB), by the data sheet "
     "(2.5 dB) or by your own voice (4.5 dB).\n\nThe result is stored for this microphone at its present "
     "input volume, in preshift/calibrations.json in the user's configuration folder, until it "
     "expires. It is not used at another volume.",
     "Un microphone donne des niveaux relatifs à sa pleine échelle. Cette commande trouve, ou "
     "enregistre, ce "
     "qu'elle vaut dans la pièce : par un calibreur ou un sonomètre (incertitude-type 1 dB), par la "
     "fiche "
     "technique (2,5 dB) ou par votre propre voix (4,5 dB).\n\nLe résultat est enregistré pour ce "
     "microphone "
     "à son volume d'entrée actuel, dans preshift/calibrations.json du dossier de configuration de "
     "l'utilisateur, jusqu'à son expiration. Il ne vaut pas à un autre volume."},
    k_calibrate_options,
    k_calibrate_examples};

}  // namespace preshift
