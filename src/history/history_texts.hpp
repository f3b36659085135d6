#pragma once

#include "text.hpp"

namespace preshift {

/// What is said of the agent's own history.
inline constexpr Text k_history_texts[] = {
    {"history.unreadable", "{0}: the history cannot be read. Check the file and its rights.",
     "{0} : l'historique n'est pas lisible. Vérifiez le fichier et ses droits."},
    {"history.not_written",
     "{0}: the history cannot be written ({1}). Check the disk and the folder's rights.",
     "{0} : l'historique ne peut pas être écrit ({1}). Vérifiez le disque et les droits du dossier."},
    {"history.no_folder", "There is no folder for what Preshift keeps. Set HOME or PRESHIFT_STATE_DIR.",
     "Il n'y a pas de dossier pour ce que Preshift conserve. Définissez HOME ou PRESHIFT_STATE_DIR."},

    {"history.empty", "No check has been kept yet.", "Aucun contrôle n'a encore été conservé."},
    {"history.off", "Checks are not kept (`preshift history --on` changes that).",
     "Les contrôles ne sont pas conservés (`preshift history --on` change cela)."},
    {"history.summary", "Checks from {1} to {2}: {0}; cleared {3}, not cleared {4}, undecided {5}.",
     "Contrôles du {1} au {2} : {0} ; autorisés {3}, non autorisés {4}, indécis {5}."},
    {"history.recordings", "Of recordings, not of this computer's own devices: {0} (--live leaves them out).",
     "Sur des enregistrements, pas sur les appareils de cet ordinateur : {0} (--live les écarte)."},
    {"history.skipped", "Damaged lines of the history, left out: {0}.",
     "Lignes abîmées de l'historique, écartées : {0}."},
    {"history.level", "Background noise, dB(A)", "Bruit de fond, dB(A)"},
    {"history.voice", "Your voice above it, dB", "Votre voix au-dessus, dB"},
    {"history.range", "from {0} to {1}, last {2}", "de {0} à {1}, dernier {2}"},
    {"history.none_known", "never known (an uncalibrated microphone measures no noise level)",
     "jamais connu (un microphone non étalonné ne mesure pas de niveau de bruit)"},
    {"history.no_voice", "never known (it needs the sentence read aloud)",
     "jamais connue (il faut la phrase lue à voix haute)"},
    {"history.by_week", "By week, from Monday on", "Par semaine, à partir du lundi"},
    {"history.week", "week of", "semaine du"},
    {"history.checks", "checks", "contrôles"},
    {"history.cleared", "cleared", "autorisés"},
    {"history.noise", "noise", "bruit"},
    {"history.voice_short", "voice", "voix"},
    {"history.requirement", "Requirements, oldest check first",
     "Exigences, du plus ancien contrôle au dernier"},
    {"history.passed", "met in {0} of {1}", "satisfaite {0} fois sur {1}"},
    {"history.mend", "What most often was to be mended", "Ce qu'il a fallu corriger le plus souvent"},
    {"history.times", "{0}: {1} times", "{0} : {1} fois"},
    {"history.time", "{0}: once", "{0} : une fois"},
    {"history.nothing_to_mend", "Nothing.", "Rien."},
    {"history.cleared_all", "The history is empty now.", "L'historique est maintenant vide."},
    {"history.turned_off", "Checks are kept no more. `preshift history --clear` removes what was.",
     "Les contrôles ne sont plus conservés. `preshift history --clear` supprime ce qui l'a été."},
    {"history.turned_on", "Checks are kept from now on.",
     "Les contrôles sont conservés à partir de maintenant."},

    {"trend.title", "Checks of this workspace", "Contrôles de ce poste"},
    {"trend.day", "Day of the check", "Jour du contrôle"},
    {"trend.level", "Background noise, dB(A)", "Bruit de fond, dB(A)"},
    {"trend.voice", "Voice above it, dB", "Voix au-dessus, dB"},
    {"trend.requirements", "Requirements", "Exigences"},
    {"trend.pass", "met", "satisfaite"},
    {"trend.fail", "not met", "non satisfaite"},
    {"trend.unknown", "unknown", "inconnue"},
    {"trend.description",
     "Checks from {1} to {2}: {0}. Background noise {3}; voice above it {4}. Of the requirements: {5}.",
     "Contrôles du {1} au {2} : {0}. Bruit de fond {3} ; voix au-dessus {4}. Exigences : {5}."},
};

[[nodiscard]] consteval Text history_text(std::string_view id) {
  return pick(k_history_texts, id);
}

}  // namespace preshift
