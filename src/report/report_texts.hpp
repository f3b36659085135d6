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
    {"limit.equals", "must be: {0}", "doit être : {0}"},
    {"line.colon", ": ", " : "},
    {"line.measured", "Measured: {0}: {1}. Limit: {2}.", "Mesuré : {0} : {1}. Limite : {2}."},
    {"line.not_measured", "Not measured: {0}. Limit: {1}.", "Non mesuré : {0}. Limite : {1}."},
    {"line.reason", "Why: {0}.", "Pourquoi : {0}."},
    {"line.remedy", "What to do: {0}", "Que faire : {0}"},
    {"line.uncertainty", "± is the uncertainty with a coverage of about 95 % (k = 2).",
     "± est l'incertitude élargie, couverture d'environ 95 % (k = 2)."},

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
    {"devices.microphones", "Microphones", "Microphones"},
    {"devices.cameras", "Cameras", "Caméras"},
    {"devices.none", "none found", "aucun appareil trouvé"},
    {"devices.channels", "{0} channels", "{0} canaux"},
    {"devices.one_channel", "1 channel", "1 canal"},
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
