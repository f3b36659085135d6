#pragma once

#include "text.hpp"

namespace preshift {

/// What the command line says of itself.
inline constexpr Text k_cli_texts[] = {
    {"cli.unknown_command", "There is no command '{0}'. `preshift --help` lists them.",
     "La commande « {0} » n'existe pas. `preshift --help` les montre toutes."},
    {"cli.unknown_command_near", "There is no command '{0}'. Did you mean '{1}'?",
     "La commande « {0} » n'existe pas. Vouliez-vous dire « {1} » ?"},
    {"cli.no_command", "Say what to do, such as `preshift check`. `preshift --help` lists the commands.",
     "Dites que faire, par exemple `preshift check`. `preshift --help` montre les commandes."},
    {"cli.unknown_option", "`preshift {0}` does not know '{1}'. `preshift help {0}` lists its options.",
     "`preshift {0}` ne connaît pas « {1} ». `preshift help {0}` montre ses options."},
    {"cli.unknown_option_near", "`preshift {0}` does not know '{1}'. Did you mean '{2}'?",
     "`preshift {0}` ne connaît pas « {1} ». Vouliez-vous dire « {2} » ?"},
    {"cli.option_use", "{0}: `preshift help {1}` shows how to use it ({2}).",
     "{0} : `preshift help {1}` montre comment s'en servir ({2})."},
    {"cli.missing_value", "{0} needs a value: {0} {1}.", "{0} demande une valeur : {0} {1}."},
    {"cli.given_twice", "{0} is given twice. Give it once.", "{0} est donné deux fois. Donnez-le une fois."},
    {"cli.not_one_of", "{0}: '{1}' is not one of: {2}.", "{0} : « {1} » n'est pas parmi : {2}."},
    {"cli.both_given", "{0} and {1} exclude each other. Give one of them.",
     "{0} et {1} s'excluent. Donnez l'un des deux."},
    {"cli.bad_duration", "--duration: '{0}' is not a duration from 1s to 10min. Write 20s or 1min.",
     "--duration : « {0} » n'est pas une durée de 1s à 10min. Écrivez 20s ou 1min."},
    {"cli.bad_full_scale", "--full-scale: '{0}' is not a level. Write 120dB, or 120dB+-1dB.",
     "--full-scale : « {0} » n'est pas un niveau. Écrivez 120dB, ou 120dB+-1dB."},
    {"cli.nothing_to_check", "Both sensors are declined: there is nothing to check. Allow one of them.",
     "Les deux capteurs sont refusés : il n'y a rien à contrôler. Autorisez-en un."},
    {"cli.empty_value", "{0}: the value is empty. Write {0} {1}.",
     "{0} : la valeur est vide. Écrivez {0} {1}."},
    {"cli.output_lost", "The result could not be written. Is the disk full, or its reader gone?",
     "Le résultat n'a pas pu être écrit. Le disque est-il plein, ou son lecteur parti ?"},
    {"cli.broken", "Preshift failed inside: {0}. Please report it with the command that you gave.",
     "Preshift a échoué : {0}. Merci de le signaler avec la commande donnée."},

    {"help.usage", "Usage", "Utilisation"},
    {"help.commands", "Commands", "Commandes"},
    {"help.options", "Options", "Options"},
    {"help.examples", "Examples", "Exemples"},
    {"help.status", "Exit status", "Code de retour"},
    {"help.name", "Name", "Nom"},
    {"help.environment", "Environment", "Environnement"},
    {"help.environment_text",
     "LC_ALL, LC_MESSAGES and LANG choose the language. NO_COLOR turns colour off. PRESHIFT_MODELS_DIR is "
     "the folder of "
     "the prepared models (default: preshift/models in the user's cache folder).",
     "LC_ALL, LC_MESSAGES et LANG choisissent la langue. NO_COLOR supprime la couleur. PRESHIFT_MODELS_DIR "
     "est le "
     "dossier des modèles préparés (par défaut : preshift/models dans le dossier cache de l'utilisateur)."},
    {"help.command_placeholder", "COMMAND", "COMMANDE"},
    {"help.options_placeholder", "[OPTION]...", "[OPTION]..."},
    {"help.more", "`preshift help COMMAND` explains a command.",
     "`preshift help COMMANDE` explique une commande."},
    {"help.help_option", "show this help", "montrer cette aide"},
    {"help.version_option", "show the version", "montrer la version"},

    {"progress.opened_microphone", "Microphone opened: {0}", "Microphone ouvert : {0}"},
    {"progress.opened_camera", "Camera opened: {0}", "Caméra ouverte : {0}"},
    {"progress.opened_sound", "Recording opened: {0}", "Enregistrement ouvert : {0}"},
    {"progress.opened_pictures", "Pictures opened: {0}", "Images ouvertes : {0}"},
    {"progress.released_microphone", "Microphone released.", "Microphone libéré."},
    {"progress.released_camera", "Camera released.", "Caméra libérée."},
    {"progress.released_sound", "Recording closed.", "Enregistrement fermé."},
    {"progress.released_pictures", "Pictures closed.", "Images fermées."},
    {"progress.opening", "Opening the devices ...", "Ouverture des appareils ..."},
    {"progress.keep_quiet", "Please stay as you will work, and do not speak.",
     "Restez comme vous allez travailler, sans parler."},
};

[[nodiscard]] consteval Text cli_text(std::string_view id) {
  return pick(k_cli_texts, id);
}

}  // namespace preshift
