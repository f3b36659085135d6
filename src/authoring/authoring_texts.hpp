#pragma once

#include "text.hpp"

namespace preshift {

/// What the tools for authors of rules have to say. In lint.*: {0} is "file:line:column" of the rule, {1} the
/// measure unless said otherwise.
inline constexpr Text k_authoring_texts[] = {
    {"lint.always",
     "{0}: {1} can never miss this limit, so the condition always holds. Tighten or remove it.",
     "{0} : {1} ne peut jamais manquer cette limite, la condition est donc toujours remplie. Resserrez-la ou "
     "supprimez-la."},
    {"lint.never", "{0}: {1} can never reach this limit, so the condition never holds. Check the number.",
     "{0} : {1} ne peut jamais atteindre cette limite, la condition n'est donc jamais remplie. Vérifiez le "
     "nombre."},
    {"lint.single_value",
     "{0}: both limits of {1} are the same, and a measured number hardly ever is exactly that. Widen the "
     "range.",
     "{0} : les deux limites de {1} sont égales, et un nombre mesuré n'est presque jamais exactement "
     "celui-là. Élargissez l'intervalle."},
    {"lint.every_word", "{0}: this lists every word that {1} can be, so it always holds. Remove words.",
     "{0} : ceci énumère tous les mots que {1} peut valoir, c'est donc toujours vrai. Retirez des mots."},
    {"lint.contradiction",
     "{0}: no value of {1} satisfies all of these conditions, so the rule can never pass. Check the numbers.",
     "{0} : aucune valeur de {1} ne remplit toutes ces conditions, la règle n'est donc jamais conforme. "
     "Vérifiez les nombres."},
    {"lint.tautology",
     "{0}: every value of {1} satisfies one of these conditions, so they ask for nothing. Check the numbers.",
     "{0} : toute valeur de {1} remplit l'une de ces conditions, elles ne demandent donc rien. Vérifiez les "
     "nombres."},
    {"lint.all_forbidden",
     "{0}: every value of {1} satisfies one of these conditions, and none may hold: the rule can never pass. "
     "Check the numbers.",
     "{0} : toute valeur de {1} remplit l'une de ces conditions, et aucune ne doit l'être : la règle n'est "
     "jamais conforme. Vérifiez les nombres."},
    {"lint.no_effect", "{0}: of two conditions on {1} in one list, one changes nothing. Remove it.",
     "{0} : de deux conditions sur {1} dans une même liste, l'une ne change rien. Supprimez-la."},
    // {1} the rule, parameter or profile, {2} the key
    {"lint.not_translated", "{0}: the '{2}' of {1} is the same in both languages. Translate it.",
     "{0} : « {2} » de {1} est le même dans les deux langues. Traduisez-le."},
    // {1} the requirement, {2} the known one
    {"lint.requirement_near", "{0}: the requirement '{1}' is an own one. Did you mean '{2}'?",
     "{0} : l'exigence « {1} » n'est pas une exigence connue. Vouliez-vous dire « {2} » ?"},
    {"lint.nothing_required",
     "{0}: no rule of this profile is required, so no check can ever be cleared by it. Make one required.",
     "{0} : aucune règle de ce profil n'est obligatoire, il ne peut donc jamais rien autoriser. Rendez-en "
     "une obligatoire."},

    {"lint.error", "error", "erreur"},
    {"lint.warning", "warning", "avertissement"},
    {"lint.clean", "No problems found in {0}.", "Aucun problème trouvé dans {0}."},
    {"explain.required", "Required: decides whether the shift may start.",
     "Obligatoire : décide si le service peut commencer."},
    {"explain.advisory", "Advisory: judged and shown, decides nothing.",
     "Indicatif : jugé et montré, ne décide de rien."},
    {"explain.informational", "For information: measured and shown, not judged.",
     "Pour information : mesuré et montré, pas jugé."},
    {"explain.not_waivable", "It cannot be waived.", "Aucune dérogation n'est possible."},
    {"explain.skipped", "The profile skips it.", "Le profil l'écarte."},
    {"explain.applies_when", "Applies only when: {0}.", "Ne s'applique que si : {0}."},
    // {0} what it is, {1} the measure, {2} what is asked of it
    {"explain.measured", "Measured: {0} ({1}). {2}.", "Mesuré : {0} ({1}). {2}."},
    {"explain.parameter", "(parameter: {0})", "(paramètre : {0})"},
    // {0} yes or no, {1} who
    {"explain.answer", "Passes with: {0}. Answered by: {1}.", "Conforme avec : {0}. Répond : {1}."},

    {"lint.sum", "Errors: {0}. Warnings: {1}.", "Erreurs : {0}. Avertissements : {1}."},
};

[[nodiscard]] consteval Text authoring_text(std::string_view id) {
  return pick(k_authoring_texts, id);
}

}  // namespace preshift
