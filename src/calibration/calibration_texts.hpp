#pragma once

#include "text.hpp"

namespace preshift {

/// What calibrations have to say. Reasons are clauses with their remedy apart; problems with the store are
/// sentences with their remedy.
inline constexpr Text k_calibration_texts[] = {
    // Why the levels of a source rest on no calibration
    {"uncalibrated.none", "the microphone \"{0}\" is not calibrated",
     "le microphone « {0} » n'est pas étalonné", "Run `preshift calibrate`, or give --full-scale.",
     "Lancez `preshift calibrate`, ou donnez --full-scale."},
    {"uncalibrated.recording", "a recording does not tell how its microphone was calibrated",
     "un enregistrement ne dit pas comment son microphone était étalonné", "Give --full-scale.",
     "Donnez --full-scale."},
    {"uncalibrated.muted", "the microphone \"{0}\" is muted by the sound server",
     "le microphone « {0} » est coupé par le serveur de son", "Switch the microphone on.",
     "Activez le microphone."},
    {"uncalibrated.expired", "the calibration of \"{0}\" expired on {1}",
     "l'étalonnage de « {0} » a expiré le {1}", "Run `preshift calibrate` again.",
     "Relancez `preshift calibrate`."},
    {"uncalibrated.clock", "the calibration of \"{0}\" was made on {1}, after the day the clock now shows",
     "l'étalonnage de « {0} » date du {1}, après le jour qu'indique l'horloge",
     "Set the clock right, or calibrate again.", "Réglez l'horloge, ou étalonnez à nouveau."},
    {"uncalibrated.other_volume",
     "the input volume of \"{0}\" was {1} % when it was calibrated and is {2} % now",
     "le volume d'entrée de « {0} » était de {1} % à l'étalonnage et est de {2} % maintenant",
     "Set it to {1} % again, or calibrate at the new volume.",
     "Remettez-le à {1} %, ou étalonnez au nouveau volume."},
    {"uncalibrated.volume_unknown",
     "the input volume of \"{0}\" is not known for both the calibration and now, so it may have changed",
     "le volume d'entrée de « {0} » n'est pas connu à la fois pour l'étalonnage et maintenant : il a pu "
     "changer",
     "Calibrate again as the microphone is connected now.",
     "Étalonnez à nouveau avec le branchement actuel."},

    // Why a rating of the noise is unknown
    {"rating.no_spectrum", "the spectrum of the noise was not measured",
     "le spectre du bruit n'a pas été mesuré", "Repeat the check.", "Refaites le contrôle."},
    {"rating.octave_missing", "the octave band of {0} Hz could not be measured",
     "la bande d'octave de {0} Hz n'a pas pu être mesurée",
     "Measure for longer, at a sampling rate of 32 kHz or more.",
     "Mesurez plus longtemps, à une fréquence d'échantillonnage de 32 kHz ou plus."},
    {"rating.above_curves", "the noise lies above the highest curve, NC-70",
     "le bruit dépasse la courbe la plus haute, NC-70", "Find out what is so loud.",
     "Trouvez ce qui est si bruyant."},

    // Why a sound tells no full scale
    {"full_scale.not_measured", "the level was not measured", "le niveau n'a pas été mesuré",
     "Calibrate again.", "Étalonnez à nouveau."},
    {"full_scale.clipped", "{0} % of the sound is clipped", "{0} % du son est écrêté",
     "Lower the input volume and calibrate again.", "Baissez le volume d'entrée et étalonnez à nouveau."},
    {"full_scale.calibrator_unsteady", "the level moved by {0} dB; a calibrator holds it within {1} dB",
     "le niveau a varié de {0} dB ; un calibreur le tient à {1} dB près",
     "Press the microphone well into the calibrator, wait until it is steady, and keep still.",
     "Enfoncez bien le microphone dans le calibreur, attendez qu'il soit stable, et ne bougez pas."},
    {"full_scale.other_tone",
     "what was heard is strongest in the band of {0} Hz, a calibrator sounds at 250 Hz or 1 kHz",
     "ce qui a été entendu est le plus fort dans la bande de {0} Hz, un calibreur sonne à 250 Hz ou 1 kHz",
     "Switch the calibrator on, or use --meter for another sound.",
     "Allumez le calibreur, ou utilisez --meter pour un autre son."},
    {"full_scale.faint_tone",
     "the tone of {0} Hz stands only {1} dB out of the other sound, a calibrator's at least {2} dB",
     "le son de {0} Hz ne dépasse le reste que de {1} dB, celui d'un calibreur d'au moins {2} dB",
     "Press the microphone well into the calibrator and switch noise suppression off.",
     "Enfoncez bien le microphone dans le calibreur et désactivez la suppression de bruit."},
    {"full_scale.meter_unsteady", "the level moved by {0} dB; for a comparison it must hold within {1} dB",
     "le niveau a varié de {0} dB ; pour une comparaison il doit tenir à {1} dB près",
     "Use a steady sound, such as a fan or noise from a loudspeaker.",
     "Utilisez un son stable, tel qu'un ventilateur ou un bruit de haut-parleur."},
    {"full_scale.meter_too_quiet",
     "{0} dB(A) is too quiet: the microphone's own noise could count; at least {1} dB(A) are needed",
     "{0} dB(A), c'est trop faible : le bruit propre du microphone pourrait compter ; il faut au moins {1} "
     "dB(A)",
     "Make the sound louder, read the meter again and repeat.",
     "Augmentez le son, relisez le sonomètre et recommencez."},
    {"full_scale.voice_too_faint", "your voice stands only {0} dB above the background, {1} dB are needed",
     "votre voix ne dépasse le bruit de fond que de {0} dB, il en faut {1} dB",
     "Find a quieter moment, read in your normal voice and repeat.",
     "Trouvez un moment plus calme, lisez de votre voix normale et recommencez."},

    // Problems with the store
    {"calibrations.unreadable", "{0}: the calibrations cannot be read. Check the file and its rights.",
     "{0} : les étalonnages ne sont pas lisibles. Vérifiez le fichier et ses droits."},
    {"calibrations.not_json",
     "{0}:{1}: not well-formed JSON. Mend the file, or delete it and calibrate again.",
     "{0}:{1} : JSON mal formé. Corrigez le fichier, ou supprimez-le et étalonnez à nouveau."},
    {"calibrations.other_format",
     "{0}: not calibrations of this version's format ({1}). Use the version of Preshift that wrote them, or "
     "delete the file and calibrate again.",
     "{0} : ce ne sont pas des étalonnages au format de cette version ({1}). Utilisez la version de Preshift "
     "qui les a "
     "écrits, ou supprimez le fichier et étalonnez à nouveau."},
    {"calibrations.damaged",
     "{0}: calibration {1}: '{2}' is missing, unknown or wrong. Mend the file, or delete it and calibrate "
     "again.",
     "{0} : étalonnage {1} : « {2} » manque, est inconnu ou faux. Corrigez le fichier, ou supprimez-le et "
     "étalonnez à nouveau."},
    {"calibrations.not_written", "{0}: the calibrations cannot be written ({1}). Check the folder's rights.",
     "{0} : les étalonnages ne peuvent pas être écrits ({1}). Vérifiez les droits du dossier."},
    {"calibrations.no_folder", "There is no folder for settings. Set HOME or PRESHIFT_CONFIG_DIR.",
     "Il n'y a pas de dossier de réglages. Définissez HOME ou PRESHIFT_CONFIG_DIR."},
};

[[nodiscard]] consteval Text calibration_text(std::string_view id) {
  return pick(k_calibration_texts, id);
}

}  // namespace preshift
