#pragma once

#include "text.hpp"

namespace preshift {

/// The words of a result.
inline constexpr Text k_report_texts[] = {
    {"result.pass", "pass", "conforme"},
    {"result.fail", "fail", "non conforme"},
    {"result.unknown", "unknown", "inconnu"},
    {"result.error", "error", "erreur"},
    {"result.notapplicable", "not applicable", "sans objet"},
    {"result.notchecked", "not checked", "non contrôlé"},

    {"outcome.cleared", "CLEARED: the shift may start.", "AUTORISÉ : le service peut commencer."},
    {"outcome.not_cleared", "NOT CLEARED: mend what failed, then run the check again.",
     "NON AUTORISÉ : corrigez ce qui n'est pas conforme, puis refaites le contrôle."},
    {"outcome.nothing_required", "UNDECIDED: the profile has no required rule, so it can clear nothing.",
     "INDÉCIS : le profil n'a aucune règle obligatoire, il ne peut donc rien autoriser."},
    {"outcome.nothing_applies",
     "UNDECIDED: no required rule of the profile applies here, so nothing is cleared.",
     "INDÉCIS : aucune règle obligatoire du profil ne s'applique ici, rien n'est donc autorisé."},
    {"outcome.undecided", "UNDECIDED: a required rule could not be judged; see what would make it known.",
     "INDÉCIS : une règle obligatoire n'a pas pu être jugée ; voyez ce qu'il faut pour la juger."},

    {"requirement.quiet", "Quiet", "Calme"},
    {"requirement.closed", "Closed", "Fermé"},
    {"requirement.separate", "Separate", "Séparé"},
    {"requirement.equipment", "Equipment", "Équipement"},
    {"requirement.conduct", "Conduct", "Conduite"},

    {"severity.advisory", "advisory", "indicatif"},
    {"severity.informational", "for information", "pour information"},

    {"limit.at_most", "at most {0}", "au plus {0}"},
    {"limit.at_least", "at least {0}", "au moins {0}"},
    {"limit.between", "between {0} and {1}", "entre {0} et {1}"},
    {"limit.or", " or ", " ou "},
    {"demand.limit", "Limit: {0}", "Limite : {0}"},
    {"demand.word", "Must be: {0}", "Doit être : {0}"},
    {"demand.not", "Must not be: {0}", "Ne doit pas être : {0}"},
    {"line.colon", ": ", " : "},
    {"line.measured", "Measured: {0}: {1}. {2}.", "Mesuré : {0} : {1}. {2}."},
    {"line.not_measured", "Not measured: {0}. {1}.", "Non mesuré : {0}. {1}."},
    {"line.reason", "Why: {0}.", "Pourquoi : {0}."},
    {"line.remedy", "What to do: {0}", "Que faire : {0}"},
    {"line.uncertainty", "± is the uncertainty with a coverage of about 95 % (k = 2).",
     "± est l'incertitude élargie, couverture d'environ 95 % (k = 2)."},

    // Above a list of conditions
    {"combination.decided", "Decided by:", "Ce qui a suffi :"},
    {"combination.one_is_enough", "One of these is enough:", "L'une de ces conditions suffit :"},
    {"combination.all_needed", "All of these are needed:", "Toutes ces conditions sont nécessaires :"},
    {"combination.still_needed", "Still needed:", "Il manque :"},
    {"combination.none_allowed",
     "None of these may be so:", "Aucune de ces conditions ne doit être remplie :"},
    {"combination.not_together",
     "These may not all be so at once:", "Ces conditions ne doivent pas être toutes remplies :"},

    {"value.at_most", "at most {0}", "au plus {0}"},
    {"unit.person", "person", "personne"},
    {"unit.persons", "people", "personnes"},
    {"unit.picture", "picture", "image"},
    {"unit.pictures", "pictures", "images"},
    {"state.closed", "closed", "fermée"},
    {"state.open", "open", "ouverte"},

    {"confined.yes",
     "While measuring, the kernel kept the measuring program from writing files, from the network and from "
     "starting "
     "programs.",
     "Pendant la mesure, le noyau a empêché le programme de mesure d'écrire des fichiers, d'utiliser le "
     "réseau et de "
     "lancer des programmes."},
    {"confined.partly", "The kernel confined the measuring program only in part ({0}).",
     "Le noyau n'a confiné le programme de mesure qu'en partie ({0})."},
    {"confined.no", "The kernel did not confine the measuring program ({0}).",
     "Le noyau n'a pas confiné le programme de mesure ({0})."},
    {"meter.rate", "{0} Hz, not calibrated", "{0} Hz, non étalonné"},
    {"meter.rate_calibrated", "{0} Hz, calibrated", "{0} Hz, étalonné"},
    {"meter.duration", "Duration: {0} s. Weightings are right up to {1} Hz.",
     "Durée : {0} s. Les pondérations sont justes jusqu'à {1} Hz."},
    {"meter.average", "average", "moyen"},
    {"meter.fast_highest", "highest, F", "maximum, F"},
    {"meter.fast_lowest", "lowest, F", "minimum, F"},
    {"meter.slow_highest", "highest, S", "maximum, S"},
    {"meter.slow_lowest", "lowest, S", "minimum, S"},
    {"meter.peak", "peak", "crête"},
    {"meter.exposure", "exposure (LAE)", "exposition (LAE)"},
    {"meter.exceeded", "LAF exceeded", "LAF dépassé"},
    {"meter.exceeded_share", "{0} % of the time", "{0} % du temps"},
    {"meter.bands", "Bands, Z ({0})", "Bandes, Z ({0})"},
    {"meter.octave", "octave", "octave"},
    {"meter.third_octave", "third octaves", "tiers d'octave"},
    {"meter.no_level", "No levels: {0}. {1}", "Aucun niveau : {0}. {1}"},
    {"meter.beware", "Beware: {0}. {1}", "Attention : {0}. {1}"},
    {"calibration.stated", "Calibration: stated, full scale {0} dB ± {1} dB",
     "Étalonnage : donné, pleine échelle {0} dB ± {1} dB"},
    {"calibration.reference", "Calibration: by a calibrator on {0}, ± {1} dB, until {2}",
     "Étalonnage : par un calibreur le {0}, ± {1} dB, jusqu'au {2}"},
    {"calibration.meter", "Calibration: by a sound level meter on {0}, ± {1} dB, until {2}",
     "Étalonnage : par un sonomètre le {0}, ± {1} dB, jusqu'au {2}"},
    {"calibration.sensitivity", "Calibration: by the data sheet, entered on {0}, ± {1} dB, until {2}",
     "Étalonnage : d'après la fiche technique, saisi le {0}, ± {1} dB, jusqu'au {2}"},
    {"calibration.voice", "Calibration: by your own voice on {0}, ± {1} dB, until {2}",
     "Étalonnage : par votre propre voix le {0}, ± {1} dB, jusqu'au {2}"},
    {"calibration.none", "Calibration: none: {0}. {1}", "Étalonnage : aucun : {0}. {1}"},
    {"calibrations.full_scale", "0 dBFS is {0} dB ± {1} dB (k = 2).", "0 dBFS vaut {0} dB ± {1} dB (k = 2)."},
    {"calibrations.self_noise", "The microphone's own noise is {0} dB(A).",
     "Le bruit propre du microphone est de {0} dB(A)."},
    {"calibrations.volume", "It holds at an input volume of {0} %.",
     "Il vaut pour un volume d'entrée de {0} %."},
    {"calibrations.stored", "`preshift check` and `preshift meter` use it from now on.",
     "`preshift check` et `preshift meter` l'utilisent désormais."},
    {"calibrations.none", "No microphone is calibrated. `preshift help calibrate` shows how.",
     "Aucun microphone n'est étalonné. `preshift help calibrate` montre comment faire."},
    {"calibrations.expired", "Expired: calibrate again.", "Expiré : étalonnez à nouveau."},

    {"devices.microphones", "Microphones", "Microphones"},
    {"devices.cameras", "Cameras", "Caméras"},
    {"devices.none", "none found", "aucun appareil trouvé"},
    {"devices.channels", "{0} channels", "{0} canaux"},
    {"devices.one_channel", "1 channel", "1 canal"},
    {"devices.monitor", "listens to what this computer plays: not a microphone",
     "écoute ce que joue cet ordinateur : ce n'est pas un microphone"},
    {"devices.virtual_device", "made by a program: not a microphone",
     "créé par un programme : ce n'est pas un microphone"},
    {"devices.filter", "a program's processed copy of a microphone: choose the microphone itself",
     "copie d'un microphone traitée par un programme : choisissez le microphone lui-même"},
    {"devices.hands_free", "Bluetooth in its telephone mode, which is processed: use a cable",
     "Bluetooth en mode téléphone, où le son est traité : utilisez un câble"},
    {"devices.legend", "* is the one that a check uses by default.",
     "* est celui qu'un contrôle utilise par défaut."},
    {"header.profile", "Profile: {0}, version {1}", "Profil : {0}, version {1}"},
    {"header.sound", "Sound: {0}", "Son : {0}"},
    {"header.pictures", "Pictures: {0}", "Images : {0}"},
};

[[nodiscard]] consteval Text report_text(std::string_view id) {
  return pick(k_report_texts, id);
}

}  // namespace preshift
