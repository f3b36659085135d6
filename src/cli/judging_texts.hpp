#pragma once

#include "text.hpp"

namespace preshift {

/// What the command line says about what a check is judged by beside its measurements.
inline constexpr Text k_judging_texts[] = {
    {"judging.not_a_pair", "{0}: '{1}' is not a name and a value. Write {0} {2}.",
     "{0} : « {1} » n'est pas un nom et une valeur. Écrivez {0} {2}."},
    {"judging.told_by_the_check", "{0}: the check itself tells '{1}': here it is '{2}'. Leave it out.",
     "{0} : le contrôle établit lui-même « {1} » : ici, c'est « {2} ». Ne le donnez pas."},
    {"judging.recorded_fact",
     "{0}: the check was given {1}={2}, which this profile does not know. Give --fact {1}= with one that it "
     "knows.",
     "{0} : le contrôle a reçu {1}={2}, que ce profil ne connaît pas. Donnez --fact {1}= avec une valeur "
     "qu'il connaît."},
    {"judging.other_question",
     "{0}: the answer of {1} to {2} does not count: this profile does not ask that question.",
     "{0} : la réponse de {1} à {2} ne compte pas : ce profil ne pose pas cette question."},
    {"judging.bad_again", "--again: '{0}' is not a number from 0 to {1}. Write --again 2.",
     "--again : « {0} » n'est pas un nombre de 0 à {1}. Écrivez --again 2."},
    {"ask.heading",
     "Questions that no sensor can answer. Your answers go into the result as your declarations.",
     "Des questions auxquelles aucun capteur ne répond. Vos réponses figurent dans le résultat comme vos "
     "déclarations."},
    {"ask.name", "Your name or number, as your employer knows you (Enter alone: answer nothing now):",
     "Votre nom ou numéro, tel que l'employeur le connaît (Entrée seule : ne rien répondre maintenant) :"},
    {"ask.yes_or_no", "yes or no (Enter alone: not now):", "oui ou non (Entrée seule : pas maintenant) :"},
    {"again.heading", "Not cleared yet:", "Pas encore autorisé :"},
    {"again.ask", "Mend it and press Enter to measure again, or type n to end here ({0} left).",
     "Corrigez puis appuyez sur Entrée pour mesurer à nouveau, ou tapez n pour en rester là (encore {0})."},
};

[[nodiscard]] consteval Text judging_text(std::string_view id) {
  return pick(k_judging_texts, id);
}

}  // namespace preshift
