#pragma once

#include "text.hpp"

namespace preshift {

/// What the command line says while it leads through an onboarding, and when an employer answers it.
inline constexpr Text k_onboard_texts[] = {
    {"onboard.step", "Step {0} of {1}: {2}", "Étape {0} sur {1} : {2}"},
    {"onboard.key", "Your key. It signs what is certified, and your employer knows you by it.",
     "Votre clé. Elle signe ce qui est certifié, et votre employeur vous connaît par elle."},
    {"onboard.equipment",
     "Devices and equipment. You choose the microphone and the camera of your work, and declare what no "
     "sensor "
     "sees.",
     "Appareils et équipement. Vous choisissez le microphone et la caméra de votre travail, et déclarez ce "
     "qu'aucun capteur ne voit."},
    {"onboard.sound",
     "The microphone's scale. With a calibration levels are known in dB(A); without, your own voice is the "
     "reference.",
     "L'échelle du microphone. Avec un étalonnage, les niveaux sont connus en dB(A) ; sans, votre propre "
     "voix "
     "sert de référence."},
    {"onboard.room",
     "The room. It is enrolled once, so that later checks recognise it and its door. No picture is kept.",
     "La pièce. Elle est enregistrée une fois, pour que les contrôles suivants la reconnaissent, et sa "
     "porte. "
     "Aucune image n'est conservée."},
    {"onboard.check", "The check, by the profile {0}. A certificate is made only if it clears.",
     "Le contrôle, selon le profil {0}. Un certificat n'est fait que s'il autorise."},
    {"onboard.certificate", "The certificate, for your employer to approve.",
     "Le certificat, que votre employeur approuve."},

    {"onboard.key_made",
     "New key: {0}. It is not sealed by a passphrase; for a sealed one, run `preshift key create "
     "--passphrase` "
     "before the first onboarding.",
     "Nouvelle clé : {0}. Elle n'est pas scellée par une phrase secrète ; pour une clé scellée, lancez "
     "`preshift key create --passphrase` avant la première intégration."},
    {"onboard.key_there", "Key: {0}", "Clé : {0}"},
    {"onboard.microphone", "Microphone: {0}", "Microphone : {0}"},
    {"onboard.camera", "Camera: {0}", "Caméra : {0}"},
    {"onboard.default_device", "the system's (`preshift devices` lists all)",
     "celui du système (`preshift devices` les montre tous)"},
    {"onboard.declined", "declined", "refusé"},
    {"onboard.recording", "the recording {0}: the certificate will say that it was not live",
     "l'enregistrement {0} : le certificat dira que ce n'était pas en direct"},
    {"onboard.scale_stated", "The scale is stated: {0}.", "L'échelle est donnée : {0}."},
    {"onboard.scales_stored", "Calibrations are stored ({0}); the one of this microphone counts.",
     "Des étalonnages sont enregistrés ({0}) ; celui de ce microphone compte."},
    {"onboard.voice_reference",
     "No calibration: while you read, your voice is the reference. `preshift calibrate` makes one at any "
     "time.",
     "Pas d'étalonnage : pendant votre lecture, votre voix sert de référence. `preshift calibrate` en fait "
     "un "
     "à tout moment."},
    {"onboard.ask_distance",
     "How far is the microphone from your mouth, such as 30cm? Preshift then calibrates by your voice. "
     "(Enter "
     "alone: without)",
     "À quelle distance de votre bouche est le microphone, par exemple 30cm ? Preshift étalonne alors par "
     "votre "
     "voix. (Entrée seule : sans)"},
    {"onboard.calibrated", "Calibrated by your voice, and stored.",
     "Étalonné par votre voix, et enregistré."},
    {"onboard.distance_of_recording",
     "--distance calibrates a microphone, not a recording. Give --full-scale.",
     "--distance étalonne un microphone, pas un enregistrement. Donnez --full-scale."},
    {"onboard.room_there", "Enrolled already: {0}", "Déjà enregistrée : {0}"},
    {"onboard.room_made", "Enrolled: {0}", "Enregistrée : {0}"},
    {"onboard.no_room",
     "{0}: there is no such room file. Give pictures of the room with its door closed and open (--closed, "
     "--open), or leave out --pictures to use the camera.",
     "{0} : ce fichier de pièce n'existe pas. Donnez des images de la pièce porte fermée et ouverte "
     "(--closed, "
     "--open), ou omettez --pictures pour prendre la caméra."},
    {"onboard.stopped",
     "Stopped at step {0} of {1}; no certificate was made. What is done so far is kept: run the same command "
     "again to go on.",
     "Arrêté à l'étape {0} sur {1} ; aucun certificat n'a été fait. Ce qui est fait est conservé : relancez "
     "la "
     "même commande pour continuer."},
    {"onboard.not_cleared",
     "Stopped at step {0} of {1}, the check; no certificate was made. Mend what it says, and run the same "
     "command again: the key, the calibration and the room are kept.",
     "Arrêté à l'étape {0} sur {1}, le contrôle ; aucun certificat n'a été fait. Corrigez ce qu'il dit, et "
     "relancez la même commande : la clé, l'étalonnage et la pièce sont conservés."},
    {"onboard.done", "Onboarding certificate: {0}, valid until {1}",
     "Certificat d'intégration : {0}, valable jusqu'au {1}"},
    {"onboard.recorded",
     "It was made from RECORDINGS and says so: your employer can approve it only on purpose (--recorded).",
     "Il a été fait à partir d'ENREGISTREMENTS et le dit : votre employeur ne peut l'approuver qu'exprès "
     "(--recorded)."},
    {"onboard.next",
     "Send it to your employer, who answers with `preshift approve`. Put the answer in with `preshift "
     "onboard "
     "--approval FILE`. From then on give your checks the room: `preshift check --room {0}`.",
     "Envoyez-le à votre employeur, qui répond par `preshift approve`. Ajoutez la réponse par `preshift "
     "onboard "
     "--approval FICHIER`. Donnez ensuite la pièce à vos contrôles : `preshift check --room {0}`."},
    {"onboard.answer_refused", "{0}: not put in: {1}. {2}", "{0} : pas ajoutée : {1}. {2}"},

    {"approve.not_onboarding", "{0}: not an onboarding certificate. `preshift show` says what it is.",
     "{0} : pas un certificat d'intégration. `preshift show` dit ce que c'est."},
    {"approve.not_valid", "{0}: not approved, as it is not valid: {1}",
     "{0} : pas approuvé, car il n'est pas valable : {1}"},
    {"approve.recorded",
     "{0}: made from recordings, which say nothing of the room. Approve it all the same with --recorded, or "
     "refuse it with --reject.",
     "{0} : fait à partir d'enregistrements, qui ne disent rien de la pièce. Approuvez-le quand même avec "
     "--recorded, ou refusez-le avec --reject."},
    {"approve.own",
     "{0}: signed by this very key. Nobody approves their own workspace: give the employer's --key.",
     "{0} : signé par cette clé même. Personne n'approuve son propre poste : donnez la clé de l'employeur "
     "(--key)."},
    {"approve.bad_reason", "--reject: a reason of 1 to {0} bytes, such as 'The door was open.'",
     "--reject : un motif de 1 à {0} octets, par exemple « La porte était ouverte. »"},
    {"approve.output_exists", "{0} is there already. Name another file with --output.",
     "{0} existe déjà. Nommez un autre fichier avec --output."},
    {"approve.approved", "Approved until {0}: {1}", "Approuvé jusqu'au {0} : {1}"},
    {"approve.refused", "Refused: {0}", "Refusé : {0}"},
    {"approve.next", "Send this file to the agent, and tell them your key: {0}",
     "Envoyez ce fichier à l'agent, et donnez-lui votre clé : {0}"},
};

[[nodiscard]] consteval Text onboard_text(std::string_view id) {
  return pick(k_onboard_texts, id);
}

}  // namespace preshift
