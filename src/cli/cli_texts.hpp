#pragma once

#include "text.hpp"

namespace preshift {

/// What the command line says of itself.
inline constexpr Text k_cli_texts[] = {
    {"cli.unknown_command", "There is no command '{0}'. `preshift --help` lists them.",
     "La commande « {0} » n'existe pas. `preshift --help` les montre toutes."},
    {"cli.unknown_command_near", "There is no command '{0}'. Did you mean '{1}'?",
     "La commande « {0} » n'existe pas. Vouliez-vous dire « {1} » ?"},
    {"cli.which_of_group", "Say which: preshift {0} with one of: {1}.",
     "Dites laquelle : preshift {0} avec l'un de : {1}."},
    {"cli.no_command", "Say what to do, such as `preshift check`. `preshift --help` lists the commands.",
     "Dites que faire, par exemple `preshift check`. `preshift --help` montre les commandes."},
    {"cli.unknown_option", "`preshift {0}` does not know '{1}'. `preshift help {0}` lists its options.",
     "`preshift {0}` ne connaît pas « {1} ». `preshift help {0}` montre ses options."},
    {"cli.unknown_option_near", "`preshift {0}` does not know '{1}'. Did you mean '{2}'?",
     "`preshift {0}` ne connaît pas « {1} ». Vouliez-vous dire « {2} » ?"},
    {"cli.option_use", "{0}: `preshift help {1}` shows how to use it ({2}).",
     "{0} : `preshift help {1}` montre comment s'en servir ({2})."},
    {"cli.unknown_measure", "There is no measure '{0}'. `preshift measures` lists them.",
     "La mesure « {0} » n'existe pas. `preshift measures` les montre toutes."},
    {"cli.unknown_measure_near", "There is no measure '{0}'. Did you mean '{1}'?",
     "La mesure « {0} » n'existe pas. Vouliez-vous dire « {1} » ?"},
    {"cli.which_rules", "Say which rules: a file such as our-rules.yaml, or a shipped profile's name.",
     "Dites quelles règles : un fichier comme nos-regles.yaml, ou le nom d'un profil fourni."},
    {"cli.two_profiles", "Say which two profiles: preshift rules diff standard our-rules.yaml.",
     "Dites quels deux profils : preshift rules diff standard nos-regles.yaml."},
    {"cli.which_tests", "Say which tests: a file of cases such as our-rules.test.yaml.",
     "Dites quels tests : un fichier de cas comme nos-regles.test.yaml."},
    {"rules.no_rule", "The profile has no rule '{0}'. `preshift rules explain` shows all of them.",
     "Le profil n'a pas de règle « {0} ». `preshift rules explain` les montre toutes."},
    {"rules.no_rule_near", "The profile has no rule '{0}'. Did you mean '{1}'?",
     "Le profil n'a pas de règle « {0} ». Vouliez-vous dire « {1} » ?"},
    // {0} the profile, {1} its version, {2} its digest; a comment in a rules file
    {"rules.resolved", "{0}, version {1}, with all that it extends. SHA-256 of the lines below: {2}",
     "{0}, version {1}, avec tout ce qu'il étend. SHA-256 des lignes ci-dessous : {2}"},
    {"cli.missing_value", "{0} needs a value: {0} {1}.", "{0} demande une valeur : {0} {1}."},
    {"cli.given_twice", "{0} is given twice. Give it once.", "{0} est donné deux fois. Donnez-le une fois."},
    {"cli.not_one_of", "{0}: '{1}' is not one of: {2}.", "{0} : « {1} » n'est pas parmi : {2}."},
    {"cli.both_given", "{0} and {1} exclude each other. Give one of them.",
     "{0} et {1} s'excluent. Donnez l'un des deux."},
    {"cli.bad_duration", "--duration: '{0}' is not a duration from 1s to 10min. Write 20s or 1min.",
     "--duration : « {0} » n'est pas une durée de 1s à 10min. Écrivez 20s ou 1min."},
    {"cli.bad_full_scale", "{1}: '{0}' is not a level. Write 120dB, or 120dB+-1dB.",
     "{1} : « {0} » n'est pas un niveau. Écrivez 120dB, ou 120dB+-1dB."},
    {"cli.bad_sound_level", "{1}: '{0}' is not a level from 20 to 160 dB. Write {1} 94dB.",
     "{1} : « {0} » n'est pas un niveau de 20 à 160 dB. Écrivez {1} 94dB."},
    {"cli.bad_distance", "--distance: '{0}' is not a distance from 5 cm to 2 m. Write 30cm or 0.3m.",
     "--distance : « {0} » n'est pas une distance de 5 cm à 2 m. Écrivez 30cm ou 0.3m."},
    {"cli.bad_validity", "{0}: '{1}' is not a number of days from 1d to 730d. Write 180d.",
     "{0} : « {1} » n'est pas un nombre de jours de 1d à 730d. Écrivez 180d."},
    {"cli.how_to_calibrate",
     "Say how to calibrate: --reference, --meter, --sensitivity or --voice. `preshift help calibrate` "
     "explains "
     "them.",
     "Dites comment étalonner : --reference, --meter, --sensitivity ou --voice. `preshift help calibrate` "
     "les "
     "explique."},
    {"cli.goes_only_with", "{0} goes only with {1}.", "{0} ne va qu'avec {1}."},
    {"cli.needs", "{0} needs {1}. `preshift help calibrate` explains it.",
     "{0} demande {1}. `preshift help calibrate` l'explique."},
    {"cli.recording_of_whom",
     "--sound needs --microphone NAME, to say which microphone made the recording. The microphone is opened "
     "for a moment to know it.",
     "--sound demande --microphone NOM, pour dire quel microphone a fait l'enregistrement. Le microphone est "
     "ouvert un instant pour le connaître."},
    {"cli.not_calibrated", "Not calibrated: {0}. {1}", "Pas d'étalonnage : {0}. {1}"},
    {"cli.no_such_calibration",
     "--remove: there is no calibration '{0}'. `preshift calibrate --list` shows their numbers and names.",
     "--remove : il n'y a pas d'étalonnage « {0} ». `preshift calibrate --list` montre leurs numéros et "
     "noms."},
    {"cli.bad_self_noise", "--self-noise: '{0}' is not a level. Write 28dB, or 28dB+-2dB.",
     "--self-noise : « {0} » n'est pas un niveau. Écrivez 28dB, ou 28dB+-2dB."},
    {"cli.self_noise_alone",
     "--self-noise needs --full-scale. `preshift calibrate --self-noise` stores it for a microphone.",
     "--self-noise demande --full-scale. `preshift calibrate --self-noise` l'enregistre pour un microphone."},
    {"cli.bad_phases",
     "{0}: '{1}' are not two phases, one after the other, within 10min. Write reading=0s-7s,silent=8s-28s.",
     "{0} : « {1} » ne donne pas deux phases qui se suivent, en 10min au plus. Écrivez "
     "reading=0s-7s,silent=8s-28s."},
    {"cli.phases_of_a_microphone", "--phases is for recordings. A live check asks for its phases itself.",
     "--phases vaut pour les enregistrements. Un contrôle en direct demande lui-même ses phases."},
    {"cli.file_or_microphone", "Give a file or --microphone, not both.",
     "Donnez un fichier ou --microphone, pas les deux."},
    {"cli.room_needs_pictures", "--room needs a camera or --pictures: a room is recognised by what is seen.",
     "--room demande une caméra ou --pictures : une pièce se reconnaît à ce qu'on y voit."},
    {"cli.challenge_needs_nonce",
     "The acoustic challenge follows from the employer's nonce. Give it with --nonce.",
     "Le défi sonore se déduit du nonce de l'employeur. Donnez-le avec --nonce."},
    {"cli.challenge_needs_microphone",
     "The acoustic challenge needs a microphone: a recording cannot hear what is played now.",
     "Le défi sonore demande un microphone : un enregistrement n'entend pas ce qui est joué maintenant."},
    {"cli.both_needed", "{0} and {1} go together. Give both.", "{0} et {1} vont ensemble. Donnez les deux."},
    {"cli.bad_polygon",
     "{0} '{1}' are not the corners of a region. Write at least three, as x1,y1,x2,y2,x3,y3 in pixels.",
     "{0} « {1} » ne donne pas les coins d'une zone. Écrivez-en au moins trois : x1,y1,x2,y2,x3,y3 en "
     "pixels."},
    {"cli.too_many_masks", "--mask: more than {0} regions. Join some of them.",
     "--mask : plus de {0} zones. Réunissez-en quelques-unes."},
    {"enrol.output_needed", "Say where to write the room: preshift enrol --output my-office.room.",
     "Dites où écrire la pièce : preshift enrol --output mon-bureau.room."},
    {"enrol.output_exists",
     "{0} is already there and is not replaced. Choose another name, or remove it first.",
     "{0} existe déjà et n'est pas remplacé. Choisissez un autre nom, ou supprimez-le d'abord."},
    {"enrol.not_written", "{0} could not be written ({1}). Choose a folder that you may write to.",
     "{0} n'a pas pu être écrit ({1}). Choisissez un dossier où vous avez le droit d'écrire."},
    {"enrol.close_the_door",
     "Step 1 of 3. Put the camera where it will be during your shifts, with the door in the picture. Close "
     "the "
     "door, sit down, and press Enter.",
     "Étape 1 sur 3. Placez la caméra comme pendant vos services, la porte dans l'image. Fermez la porte, "
     "asseyez-vous et appuyez sur Entrée."},
    {"enrol.open_the_door",
     "Step 2 of 3. Open the door wide, leave the camera where it is, sit down again, and press Enter.",
     "Étape 2 sur 3. Ouvrez grand la porte, laissez la caméra à sa place, rasseyez-vous et appuyez sur "
     "Entrée."},
    {"enrol.taking_pictures", "Looking (4 s) ...", "Observation (4 s) ..."},
    {"enrol.pictures_freed", "The camera or the files are closed. No picture was kept.",
     "La caméra ou les fichiers sont fermés. Aucune image n'a été gardée."},
    {"enrol.door_is_here", "The door seems to be here: {0} (in a picture of {1}).",
     "La porte semble être ici : {0} (sur une image de {1})."},
    {"enrol.outline_unsure", "Preshift is not sure of it. Compare it with what you see.",
     "Preshift n'en est pas sûr. Comparez avec ce que vous voyez."},
    {"enrol.confirm_outline",
     "Step 3 of 3. If that is right, press Enter. If not, type the corners of the doorway: "
     "x1,y1,x2,y2,x3,y3,x4,y4",
     "Étape 3 sur 3. Si c'est juste, appuyez sur Entrée. Sinon, tapez les coins de l'embrasure : "
     "x1,y1,x2,y2,x3,y3,x4,y4"},
    {"enrol.done",
     "The room is enrolled: {0} ({1} KiB, no picture in it).\nDoor: {2}\nSHA-256: {3}\nUse it: preshift "
     "check "
     "--room {0}",
     "La pièce est enregistrée : {0} ({1} Kio, sans aucune image).\nPorte : {2}\nSHA-256 : {3}\nPour s'en "
     "servir : preshift check --room {0}"},
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
     "the prepared models (default: preshift/models in the user's cache folder), PRESHIFT_CONFIG_DIR that of "
     "the calibrations (default: preshift in the user's configuration folder), PRESHIFT_STATE_DIR that of "
     "the "
     "journal of shifts (default: preshift in the user's state folder).",
     "LC_ALL, LC_MESSAGES et LANG choisissent la langue. NO_COLOR supprime la couleur. PRESHIFT_MODELS_DIR "
     "est le "
     "dossier des modèles préparés (par défaut : preshift/models dans le dossier cache de l'utilisateur), "
     "PRESHIFT_CONFIG_DIR celui des étalonnages (par défaut : preshift dans le dossier de configuration de "
     "l'utilisateur), PRESHIFT_STATE_DIR celui du journal des services (par défaut : preshift dans le "
     "dossier "
     "d'état de l'utilisateur)."},
    {"help.command_placeholder", "COMMAND", "COMMANDE"},
    {"help.options_placeholder", "[OPTION]...", "[OPTION]..."},
    {"help.more", "`preshift help COMMAND` explains a command.",
     "`preshift help COMMANDE` explique une commande."},
    {"help.more_of_group", "`preshift help {0} COMMAND` explains one of them.",
     "`preshift help {0} COMMANDE` explique l'une d'elles."},
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
    {"phase.read", "Read this aloud now, the way you speak to callers ({0} s):",
     "Lisez ceci à voix haute maintenant, comme vous parlez au téléphone ({0} s) :"},
    {"phase.sentence",
     "\"Good morning, and thank you for your call. Tell me in a few words what it is about, and I will see "
     "at once "
     "what I can do for you.\"",
     "« Bonjour, et merci de votre appel. Dites-moi en quelques mots de quoi il s'agit, et je vois tout de "
     "suite ce "
     "que je peux faire pour vous. »"},
    {"phase.silent", "Thank you. Now stay as you will work, and do not speak ({0} s).",
     "Merci. Restez maintenant comme vous allez travailler, sans parler ({0} s)."},
    {"phase.challenge", "A short hiss is played now. Please stay silent a little longer ({0} s).",
     "Un bref souffle est joué. Restez encore un peu en silence ({0} s)."},
    {"meter.running", "Measuring {0}. Ctrl-C ends it and shows the result.",
     "Mesure de {0}. Ctrl-C termine et montre le résultat."},
};

[[nodiscard]] consteval Text cli_text(std::string_view id) {
  return pick(k_cli_texts, id);
}

}  // namespace preshift
