#pragma once

#include "text.hpp"

namespace preshift {

/// The words that charts add to what they are given, and what can go wrong with a document's file. Numbers in
/// them come as words (plot_numbers.hpp).
inline constexpr Text k_document_texts[] = {
    {"document.no_module",
     "This kind of document cannot be made here ({0}). Ask for HTML, or install Preshift again.",
     "Impossible de créer ce type de document ici ({0}). Demandez du HTML, ou réinstallez Preshift."},
    {"document.no_font",
     "PDF cannot be made here: no font is installed, it would have no words. Install one, such as "
     "fonts-dejavu-core, or ask for HTML.",
     "Impossible de créer un PDF ici : aucune police n'est installée, il n'aurait pas de texte. Installez-en "
     "une, comme fonts-dejavu-core, ou demandez du HTML."},
    {"document.no_table", "There is no table '{0}' in this document. There are: {1}.",
     "Il n'y a pas de tableau « {0} » dans ce document. Il y a : {1}."},
    {"document.which_table", "CSV holds one table. Say which: {0}.",
     "Un fichier CSV contient un seul tableau. Dites lequel : {0}."},
    {"document.summary", "Summary", "Résumé"},
    {"document.not_rendered", "The document could not be made ({0}). Ask for HTML.",
     "Le document n'a pas pu être créé ({0}). Demandez du HTML."},
    {"chart.nothing", "There is nothing to show.", "Il n'y a rien à montrer."},
    {"chart.cleared", "cleared", "autorisés"},
    {"chart.not_cleared", "not cleared", "non autorisés"},
    {"chart.undecided", "undecided", "indécis"},
    {"chart.from_to", "{0} to {1}", "du {0} au {1}"},
    {"chart.share", "Checks: {0}. Cleared: {1} ({2}). Not cleared: {3} ({4}). Undecided: {5} ({6}).",
     "Contrôles : {0}. Autorisés : {1} ({2}). Non autorisés : {3} ({4}). Indécis : {5} ({6})."},
    {"chart.share_lowest", "The share cleared was lowest from {0} to {1}: {2} of {3}.",
     "La part d'autorisés a été la plus basse du {0} au {1} : {2} sur {3}."},
    {"chart.share_lowest_day", "The share cleared was lowest on {0}: {1} of {2}.",
     "La part d'autorisés a été la plus basse le {0} : {1} sur {2}."},
    {"chart.others", "{0} others", "{0} autres"},
    {"chart.bar", "{0}: {1}", "{0} : {1}"},
    {"chart.level", "Level, dB(A)", "Niveau, dB(A)"},
    {"chart.limit", "limit {0} dB(A)", "limite {0} dB(A)"},
    {"chart.within_uncertainty", "within the uncertainty (± {0} dB)", "dans l'incertitude (± {0} dB)"},
    {"chart.levels", "checks", "contrôles"},
    {"chart.levels_words", "Levels from {1} to {2} dB(A), {0} in all, most often from {3} to {4} dB(A).",
     "Niveaux de {1} à {2} dB(A), {0} en tout, le plus souvent de {3} à {4} dB(A)."},
    {"chart.limit_words", "The limit is {0} dB(A).", "La limite est de {0} dB(A)."},
    {"chart.limits_words", "The limits are {0}.", "Les limites sont de {0}."},
    {"chart.limit_of", "{0} dB(A) for {1}", "{0} dB(A) pour {1}"},
    {"chart.uncertainty_words", "Levels within {0} dB of it could lie on either side.",
     "Un niveau à moins de {0} dB d'elle peut se trouver d'un côté comme de l'autre."},
    {"chart.hour", "Hour of the day", "Heure du jour"},
    {"chart.no_value", "no check", "aucun contrôle"},
    {"chart.heat_only", "Only {0} on {1} at {2}:00.", "Seulement {0} le {1} à {2} h."},
    {"chart.heat_words", "Highest: {0} on {1} at {2}:00. Lowest: {3} on {4} at {5}:00.",
     "Maximum : {0} le {1} à {2} h. Minimum : {3} le {4} à {5} h."},
};

[[nodiscard]] consteval Text document_text(std::string_view id) {
  return pick(k_document_texts, id);
}

}  // namespace preshift
