#pragma once

#include "text.hpp"

namespace preshift {

/// What is said of the difference of two profiles.
inline constexpr Text k_difference_texts[] = {
    // {0} the profile, {1} its version, {2} the first digits of its digest
    {"diff.a", "A: {0}, version {1} ({2})", "A : {0}, version {1} ({2})"},
    {"diff.b", "B: {0}, version {1} ({2})", "B : {0}, version {1} ({2})"},
    {"diff.same", "The same: A and B ask for the same in the same words.",
     "Identiques : A et B demandent la même chose dans les mêmes mots."},
    {"diff.all_same", "As strict: what differs has no effect on what passes.",
     "Aussi strict : ce qui diffère est sans effet sur ce qui est conforme."},
    {"diff.all_stricter", "B is stricter: so is every rule that differs in effect.",
     "B est plus strict : chaque règle qui diffère par son effet l'est."},
    {"diff.all_laxer", "B is laxer: so is every rule that differs in effect.",
     "B est moins strict : chaque règle qui diffère par son effet l'est."},
    {"diff.all_changed", "B is neither stricter nor laxer than A on the whole; rule by rule:",
     "B n'est dans l'ensemble ni plus strict ni moins strict que A ; règle par règle :"},
    {"diff.word_same", "as strict", "aussi stricte"},
    {"diff.word_stricter", "stricter", "plus stricte"},
    {"diff.word_laxer", "laxer", "moins stricte"},
    {"diff.word_changed", "changed, cannot say", "changée, indécidable"},
    {"diff.parameters", "Parameters", "Paramètres"},
    {"diff.nothing", "(none)", "(aucun)"},
    // {0} what, {1} before, {2} after
    {"diff.change", "{0}: {1} → {2}", "{0} : {1} → {2}"},
    {"diff.change_stricter", "{0}: {1} → {2}: stricter", "{0} : {1} → {2} : plus strict"},
    {"diff.change_laxer", "{0}: {1} → {2}: laxer", "{0} : {1} → {2} : moins strict"},
    {"diff.change_changed", "{0}: {1} → {2}: changed, cannot say", "{0} : {1} → {2} : changé, indécidable"},
    // {3} by how much
    {"diff.stricter_by", "{0}: {1} → {2}: stricter by {3}", "{0} : {1} → {2} : plus strict de {3}"},
    {"diff.laxer_by", "{0}: {1} → {2}: laxer by {3}", "{0} : {1} → {2} : moins strict de {3}"},
    {"diff.moved_by", "{0}: {1} → {2}: by {3}", "{0} : {1} → {2} : de {3}"},
    // {0} the severity
    {"diff.added", "added ({0})", "ajoutée ({0})"},
    {"diff.removed", "no longer asked for (was {0})", "n'est plus demandée (était {0})"},
    // {0} which text
    {"diff.reworded", "{0}: reworded", "{0} : reformulé"},
    // {0} measurements
    {"diff.passes_a_only", "For example, this passes A and not B: {0}.",
     "Par exemple, ceci est conforme à A et pas à B : {0}."},
    {"diff.passes_b_only", "For example, this passes B and not A: {0}.",
     "Par exemple, ceci est conforme à B et pas à A : {0}."},
    {"diff.not_measured", "not measured", "non mesuré"},
    {"diff.percentage_points", "percentage points", "points de pourcentage"},
    {"diff.sum", "Rules: {0} stricter, {1} laxer, {2} changed, {3} different in words only, {4} the same.",
     "Règles : {0} plus strictes, {1} moins strictes, {2} changées, {3} différentes par les mots seuls, "
     "{4} identiques."},
};

[[nodiscard]] consteval Text difference_text(std::string_view id) {
  return pick(k_difference_texts, id);
}

}  // namespace preshift
