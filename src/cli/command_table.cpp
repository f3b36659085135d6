#include "command_table.hpp"

#include <algorithm>
#include <array>

namespace preshift {
namespace {

constexpr Text k_none{"", "", ""};
constexpr Text k_file{"", "FILE", "FICHIER"};

constexpr OptionInfo k_language{"--language",
                                {"", "en|fr", "en|fr"},
                                {"", "language of the result (default: the system's)",
                                 "langue du résultat (par défaut : celle du système)"},
                                Completes::words,
                                "en fr"};

constexpr OptionInfo k_full_scale{
    "--full-scale",
    {"", "LEVEL", "NIVEAU"},
    {"",
     "what 0 dBFS (an RMS of full scale) means, such as 120dB, or 120dB+-1dB with its standard "
     "uncertainty (2.5 dB when not stated)",
     "ce que vaut 0 dBFS (valeur efficace à pleine échelle), par exemple 120dB, ou 120dB+-1dB avec son "
     "incertitude-type (2,5 dB si elle n'est pas donnée)"}};

constexpr OptionInfo k_self_noise{"--self-noise",
                                  {"", "LEVEL", "NIVEAU"},
                                  {"",
                                   "the microphone's own noise by its data sheet, such as 28dB (dB(A)): "
                                   "levels near it are corrected, and those "
                                   "within 3 dB count as upper bounds",
                                   "bruit propre du microphone d'après sa fiche, par exemple 28dB (dB(A)) : "
                                   "les niveaux proches sont corrigés, à "
                                   "moins de 3 dB ils valent comme bornes supérieures"}};

constexpr std::array k_check_options{
    OptionInfo{"--microphone",
               {"", "NAME|INDEX", "NOM|NUMÉRO"},
               {"", "microphone to use, as `preshift devices` lists it (default: the system's)",
                "microphone à utiliser, d'après `preshift devices` (par défaut : celui du système)"},
               Completes::nothing,
               {},
               true},
    OptionInfo{"--sound",
               k_file,
               {"", "measure this recording (WAV, FLAC, OGG) instead of a microphone",
                "mesurer cet enregistrement (WAV, FLAC, OGG) au lieu d'un microphone"},
               Completes::files},
    OptionInfo{"--no-microphone",
               k_none,
               {"", "decline the microphone: its rules are not checked, and the check cannot clear them",
                "refuser le microphone : ses règles ne sont pas contrôlées et restent sans réponse"}},
    OptionInfo{
        "--camera",
        {"", "INDEX|URL|PIPELINE", "NUMÉRO|URL|PIPELINE"},
        {"",
         "camera to use: its number, an MJPEG or RTSP address, or a GStreamer pipeline (default: the first)",
         "caméra à utiliser : son numéro, une adresse MJPEG ou RTSP, ou un pipeline GStreamer (par défaut : "
         "la première)"},
        Completes::nothing,
        {},
        true},
    OptionInfo{
        "--pictures",
        {"", "FILE|FOLDER|PATTERN|VIDEO", "FICHIER|DOSSIER|MOTIF|VIDÉO"},
        {"", "look at these pictures instead of a camera; a pattern is 'shots/*.jpg' or frame_%04d.jpg",
         "examiner ces images au lieu d'une caméra ; un motif est 'photos/*.jpg' ou image_%04d.jpg"},
        Completes::files},
    OptionInfo{"--no-camera",
               k_none,
               {"", "decline the camera: its rules are not checked, and the check cannot clear them",
                "refuser la caméra : ses règles ne sont pas contrôlées et restent sans réponse"}},
    OptionInfo{"--rules",
               k_file,
               {"", "profile to judge by (default: the standard profile that comes with Preshift)",
                "profil de règles (par défaut : le profil standard livré avec Preshift)"},
               Completes::files},
    OptionInfo{
        "--duration",
        {"", "TIME", "DURÉE"},
        {"",
         "how long to measure the silence, such as 20s or 1min (default: 20s, after 9.5 s for the sentence; "
         "recordings: all of them); at most 10min",
         "durée de la mesure du silence, par exemple 20s ou 1min (par défaut : 20s, après 9,5 s pour la "
         "phrase ; "
         "enregistrements : en entier) ; au "
         "plus "
         "10min"}},
    k_full_scale,
    k_self_noise,
    OptionInfo{"--no-voice",
               k_none,
               {"", "do not ask for the sentence that is read aloud: what needs the voice stays unknown",
                "ne pas demander la phrase à lire : ce qui demande la voix reste inconnu"}},
    OptionInfo{"--phases",
               {"", "PHASES", "PHASES"},
               {"",
                "when the voice and when the silence was recorded, such as reading=0s-7s,silent=8s-28s "
                "(default: what the "
                "file FILE.phases beside the recording says)",
                "quand la voix et quand le silence ont été enregistrés, par exemple "
                "reading=0s-7s,silent=8s-28s (par défaut : "
                "ce que dit le fichier FICHIER.phases à côté de l'enregistrement)"}},
    OptionInfo{"--format",
               {"", "text|json", "text|json"},
               {"", "result for people or for programs (default: text)",
                "résultat pour des personnes ou des programmes (par défaut : text)"},
               Completes::words,
               "text json"},
    k_language,
};

constexpr std::array k_check_examples{
    ExampleInfo{"preshift check",
                {"", "half a minute with the default microphone and camera",
                 "une demi-minute avec le microphone et la caméra du système"}},
    ExampleInfo{"preshift check --full-scale 120dB --language fr",
                {"", "the microphone's sensitivity is known; the result in French",
                 "la sensibilité du microphone est connue ; résultat en français"}},
    ExampleInfo{
        "preshift check --sound room.wav --pictures shots/ --full-scale 120dB",
        {"", "judge a recording and a folder of pictures", "juger un enregistrement et un dossier d'images"}},
    ExampleInfo{"preshift check --no-camera --format json",
                {"", "without the camera, for a program", "sans la caméra, pour un programme"}},
};

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
    OptionInfo{"--format",
               {"", "text|json", "text|json"},
               {"", "result for people or for programs (default: text)",
                "résultat pour des personnes ou des programmes (par défaut : text)"},
               Completes::words,
               "text json"},
    k_language,
};

constexpr std::array k_meter_examples{
    ExampleInfo{"preshift meter", {"", "watch the default microphone", "suivre le microphone du système"}},
    ExampleInfo{"preshift meter room.wav --full-scale 128.1dB+-0.5dB --plot room.svg",
                {"", "measure a recording and draw it", "mesurer un enregistrement et le dessiner"}},
};

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
    OptionInfo{"--format",
               {"", "text|json", "text|json"},
               {"", "result for people or for programs (default: text)",
                "résultat pour des personnes ou des programmes (par défaut : text)"},
               Completes::words,
               "text json"},
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

constexpr std::array k_devices_options{
    OptionInfo{"--format",
               {"", "text|json", "text|json"},
               {"", "list for people or for programs (default: text)",
                "liste pour des personnes ou des programmes (par défaut : text)"},
               Completes::words,
               "text json"},
    k_language,
};

constexpr std::array k_devices_examples{
    ExampleInfo{"preshift devices", {"", "all microphones and cameras", "tous les microphones et caméras"}},
};

constexpr std::array k_help_options{
    OptionInfo{"--format",
               {"", "text|man", "text|man"},
               {"", "help for the screen, or the whole as a man page (default: text)",
                "aide à l'écran, ou le tout comme page de manuel (par défaut : text)"},
               Completes::words,
               "text man"},
    k_language,
};

constexpr std::array k_help_examples{
    ExampleInfo{"preshift help check", {"", "how to run a check", "comment faire un contrôle"}},
    ExampleInfo{"preshift help --format man > preshift.1", {"", "the man page", "la page de manuel"}},
};

constexpr std::array k_completion_examples{
    ExampleInfo{
        "source <(preshift completion bash)",
        {"", "completes commands and options in this shell", "complète commandes et options dans ce shell"}},
};

constexpr std::array k_commands{
    CommandInfo{"check",
                {"", "check the workspace before a shift", "contrôler le poste de travail avant un service"},
                {"",
                 "Asks you to read a sentence aloud and then to stay silent, measures sound and pictures of "
                 "the room, "
                 "judges them by rules, and says: "
                 "cleared, not "
                 "cleared and what to mend, or undecided and why.\n\nNothing is recorded and nothing is "
                 "sent. The sound and the "
                 "pictures never leave the program preshift-sense, which the system kernel keeps from "
                 "writing files, using the "
                 "network and starting programs.\n\nWith --sound or --pictures the check judges recordings; "
                 "a sensor that is then "
                 "not named is not opened.",
                 "Vous fait lire une phrase à voix haute puis garder le silence, mesure le son et l'image de "
                 "la pièce, "
                 "les juge selon des règles, et répond : "
                 "autorisé, non autorisé "
                 "et que corriger, ou indécis et pourquoi.\n\nRien n'est enregistré, rien n'est envoyé. Le "
                 "son et les images ne "
                 "quittent pas le programme preshift-sense, que le noyau du système empêche d'écrire des "
                 "fichiers, d'utiliser "
                 "le réseau et de lancer des programmes.\n\nAvec --sound ou --pictures, le contrôle juge des "
                 "enregistrements ; un "
                 "capteur qui n'est alors pas nommé n'est pas ouvert."},
                k_check_options,
                k_check_examples},
    CommandInfo{
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
        {"", "FILE", "FICHIER"}},
    CommandInfo{
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
        k_calibrate_examples},
    CommandInfo{
        "devices",
        {"", "list microphones and cameras", "montrer les microphones et les caméras"},
        {"",
         "Lists the microphones with their host API and sampling rates, the default one marked, and the "
         "cameras.",
         "Montre les microphones avec leur interface et leurs fréquences d'échantillonnage, celui du système "
         "marqué, et les caméras."},
        k_devices_options,
        k_devices_examples},
    CommandInfo{
        "help",
        {"", "explain a command", "expliquer une commande"},
        {"", "Explains Preshift or one of its commands.", "Explique Preshift ou une de ses commandes."},
        k_help_options,
        k_help_examples,
        {"", "COMMAND", "COMMANDE"},
        "check meter calibrate devices help completion"},
    CommandInfo{
        "completion",
        {"", "print the completion script for a shell", "afficher le script de complétion d'un shell"},
        {"", "Prints a script that completes Preshift's commands and options in bash.",
         "Affiche un script qui complète les commandes et options de Preshift dans bash."},
        {},
        k_completion_examples,
        {"", "SHELL", "SHELL"},
        "bash"},
};

constexpr std::array k_statuses{
    StatusInfo{
        0, {"", "cleared (or: the command did its work)", "autorisé (ou : la commande a fait son travail)"}},
    StatusInfo{1, {"", "not cleared", "non autorisé"}},
    StatusInfo{2, {"", "undecided", "indécis"}},
    StatusInfo{
        3, {"", "could not run: arguments, rules or files", "impossible : arguments, règles ou fichiers"}},
    StatusInfo{4, {"", "a device failed", "un appareil est en panne"}},
};

}  // namespace

std::span<const CommandInfo> commands() {
  return k_commands;
}

std::span<const StatusInfo> statuses() {
  return k_statuses;
}

Text program_summary() {
  return {"", "certifies a home agent's workspace before a shift: quiet, closed, separate",
          "certifie le poste de travail d'un agent à domicile avant un service : calme, fermé, séparé"};
}

const CommandInfo* find_command(std::string_view name) {
  const auto found = std::find_if(k_commands.begin(), k_commands.end(),
                                  [&](const CommandInfo& each) { return each.name == name; });
  return found == k_commands.end() ? nullptr : &*found;
}

}  // namespace preshift
