#pragma once

#include "text.hpp"

namespace preshift {

/// What the check itself has to say, beyond what the sensing program and the rules say.
inline constexpr Text k_check_texts[] = {
    {"config.invalid",
     "{0}: `{1}` does not belong there, is missing or not as models/README.md says. Correct it.",
     "{0} : « {1} » n'a rien à y faire, manque ou n'est pas comme le dit models/README.md. Corrigez-le."},
    {"check.sense_missing", "The measuring program {0} cannot be started ({1}). Install Preshift again.",
     "Le programme de mesure {0} ne démarre pas ({1}). Réinstallez Preshift."},
    {"check.sense_killed",
     "The measuring program was ended by a signal ({0}) while it read {1}. Repeat the check; if it happens "
     "again, use "
     "another device or file.",
     "Le programme de mesure a été arrêté par un signal ({0}) pendant la lecture de {1}. Refaites le "
     "contrôle ; si "
     "cela se répète, prenez un autre appareil ou fichier."},
    {"check.sense_ended",
     "The measuring program ended early (status {0}) while it read {1}. Repeat the check; if it happens "
     "again, use "
     "another device or file.",
     "Le programme de mesure s'est arrêté trop tôt (état {0}) pendant la lecture de {1}. Refaites le "
     "contrôle ; si "
     "cela se répète, prenez un autre appareil ou fichier."},
    {"check.sense_hung",
     "The measuring program no longer answers while it reads {0}, and was stopped. Plug the devices in again "
     "and "
     "repeat the check.",
     "Le programme de mesure ne répond plus pendant la lecture de {0} ; il a été arrêté. Rebranchez les "
     "appareils et "
     "refaites le contrôle."},
    {"check.sense_garbled",
     "The measuring program said something that is not in its format, and was stopped. Install Preshift "
     "again.",
     "Le programme de mesure a envoyé un message hors format ; il a été arrêté. Réinstallez Preshift."},
    {"check.declined_microphone", "the microphone was declined (--no-microphone)",
     "le microphone a été refusé (--no-microphone)",
     "Allow the microphone, or ask your employer for another way to show that the room is quiet.",
     "Autorisez le microphone, ou demandez à votre employeur une autre façon de montrer que la pièce est "
     "calme."},
    {"check.declined_camera", "the camera was declined (--no-camera)",
     "la caméra a été refusée (--no-camera)",
     "Allow the camera, or ask your employer for another way to show that you are alone.",
     "Autorisez la caméra, ou demandez à votre employeur une autre façon de montrer que vous êtes seul."},
    {"check.no_sound_given", "this check was given pictures but no sound",
     "ce contrôle a reçu des images mais aucun son", "Give --sound or --microphone too.",
     "Donnez aussi --sound ou --microphone."},
    {"check.no_pictures_given", "this check was given sound but no pictures",
     "ce contrôle a reçu du son mais aucune image", "Give --pictures or --camera too.",
     "Donnez aussi --pictures ou --camera."},
    {"check.ended_early", "the check ended before this was measured",
     "le contrôle s'est arrêté avant cette mesure", "Repeat the check.", "Refaites le contrôle."},
    {"check.not_measured", "the measuring program did not report it",
     "le programme de mesure ne l'a pas indiqué", "Install Preshift again.", "Réinstallez Preshift."},
    {"check.not_known", "nobody looked for it in this check", "personne ne l'a cherché dans ce contrôle"},
    {"check.document_not_written", "{0}: cannot be written ({1}). Check the folder and its rights.",
     "{0} : écriture impossible ({1}). Vérifiez le dossier et ses droits."},
    // Files of measurements
    {"saved.not_measured", "the file of measurements does not hold it",
     "le fichier de mesures ne la contient pas", "Repeat the check with this version of Preshift.",
     "Refaites le contrôle avec cette version de Preshift."},
    {"saved.other_format",
     "{0}: not measurements of this version's format ({1}). Give a file that `preshift check "
     "--save-measurements` wrote.",
     "{0} : ce ne sont pas des mesures au format de cette version ({1}). Donnez un fichier écrit par "
     "`preshift check --save-measurements`."},
    {"saved.wrong",
     "{0}: '{1}' is missing, unknown or wrong. Give the file as `preshift check --save-measurements` wrote "
     "it, to the version of Preshift that did ({2}) or a later one.",
     "{0} : « {1} » manque, est inconnu ou faux. Donnez le fichier tel que `preshift check "
     "--save-measurements` l'a écrit, à la version de Preshift qui l'a fait ({2}) ou à une plus récente."},
};

[[nodiscard]] consteval Text check_text(std::string_view id) {
  return pick(k_check_texts, id);
}

}  // namespace preshift
