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

constexpr std::array k_check_options{
    OptionInfo{"--microphone",
               {"", "NAME|INDEX", "NOM|NUMÉRO"},
               {"", "microphone to use, as `preshift devices` lists it (default: the system's)",
                "microphone à utiliser, d'après `preshift devices` (par défaut : celui du système)"}},
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
         "la première)"}},
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
         "how long to measure, such as 20s or 1min (default: 20s; recordings: all of them); at most 10min",
         "durée de la mesure, par exemple 20s ou 1min (par défaut : 20s ; enregistrements : en entier) ; au "
         "plus "
         "10min"}},
    OptionInfo{
        "--full-scale",
        {"", "LEVEL", "NIVEAU"},
        {"",
         "what 0 dBFS (an RMS of full scale) means, such as 120dB, or 120dB+-1dB with its standard "
         "uncertainty (2.5 dB when not stated)",
         "ce que vaut 0 dBFS (valeur efficace à pleine échelle), par exemple 120dB, ou 120dB+-1dB avec son "
         "incertitude-type (2,5 dB si elle n'est pas donnée)"}},
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
                {"", "twenty seconds with the default microphone and camera",
                 "vingt secondes avec le microphone et la caméra du système"}},
    ExampleInfo{"preshift check --full-scale 120dB --language fr",
                {"", "the microphone's sensitivity is known; the result in French",
                 "la sensibilité du microphone est connue ; résultat en français"}},
    ExampleInfo{
        "preshift check --sound room.wav --pictures shots/ --full-scale 120dB",
        {"", "judge a recording and a folder of pictures", "juger un enregistrement et un dossier d'images"}},
    ExampleInfo{"preshift check --no-camera --format json",
                {"", "without the camera, for a program", "sans la caméra, pour un programme"}},
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
                 "Measures sound and pictures of the room for a short time, judges them by rules, and says: "
                 "cleared, not "
                 "cleared and what to mend, or undecided and why.\n\nNothing is recorded and nothing is "
                 "sent. The sound and the "
                 "pictures never leave the program preshift-sense, which the system kernel keeps from "
                 "writing files, using the "
                 "network and starting programs.\n\nWith --sound or --pictures the check judges recordings; "
                 "a sensor that is then "
                 "not named is not opened.",
                 "Mesure brièvement le son et l'image de la pièce, les juge selon des règles, et répond : "
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
        "check devices help completion"},
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
