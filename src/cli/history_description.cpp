#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_history_options{
    OptionInfo{"--output",
               {"", "FILE.svg|FILE.png", "FICHIER.svg|FICHIER.png"},
               {"", "draw the trend as a picture too", "dessiner aussi la tendance"},
               Completes::files},
    OptionInfo{"--live",
               k_none,
               {"", "leave out checks of recordings", "laisser de côté les contrôles d'enregistrements"}},
    OptionInfo{"--clear", k_none, {"", "remove all that was kept", "supprimer tout ce qui a été conservé"}},
    OptionInfo{"--off", k_none, {"", "keep no check from now on", "ne plus conserver de contrôle"}},
    OptionInfo{"--on", k_none, {"", "keep checks again", "conserver à nouveau les contrôles"}},
    k_format,
    k_language};

constexpr std::array k_history_examples{
    ExampleInfo{"preshift history", {"", "your own trend", "votre propre tendance"}},
    ExampleInfo{"preshift history --output trend.svg", {"", "the same as a picture", "la même en image"}},
};

}  // namespace

constinit const CommandInfo k_history_description{
    "history",
    {"", "show how your checks came out over the weeks", "montrer vos contrôles au fil des semaines"},
    {"",
     "Shows the trend of the checks made on this computer under your account: background noise, your voice "
     "above "
     "it, each requirement, and what was most often to be mended. Each check keeps one line of numbers and "
     "ids of "
     "rules in your state folder, the last 1000 of them; nothing is sent.",
     "Montre la tendance des contrôles faits sur cet ordinateur sous votre compte : bruit de fond, votre "
     "voix "
     "au-dessus, chaque exigence, et ce qu'il a fallu corriger le plus souvent. Chaque contrôle conserve une "
     "ligne "
     "de nombres et d'identifiants de règles dans votre dossier d'état, les 1000 derniers ; rien n'est "
     "envoyé."},
    k_history_options,
    k_history_examples};

}  // namespace preshift
