#pragma once

#include "text.hpp"

namespace preshift {

/// The words in pictures, and what can go wrong with their files. Numbers in them come as words, written for
/// a picture (plot_numbers.hpp).
inline constexpr Text k_plot_texts[] = {
    {"plot.level_a", "A-weighted level, {0}", "Niveau pondéré A, {0}"},
    {"plot.level_a_uncalibrated", "A-weighted level, {0} (not calibrated)",
     "Niveau pondéré A, {0} (non étalonné)"},
    {"plot.level", "Level, {0}", "Niveau, {0}"},
    {"plot.time_seconds", "Time, s", "Temps, s"},
    {"plot.time_minutes", "Time, min", "Temps, min"},
    {"plot.time_hours", "Time, h", "Temps, h"},
    {"plot.time_days", "Time, days", "Temps, jours"},
    {"plot.thirds", "Third-octave band, Hz (Z-weighted)", "Bande de tiers d'octave, Hz (pondération Z)"},
    {"plot.sums", "Overall", "Global"},
    {"plot.history", "Level over time", "Niveau au cours du temps"},
    {"plot.spectrum", "Spectrum", "Spectre"},

    {"legend.laeq", "LAeq, {0} s", "LAeq, {0} s"},
    {"legend.lafmax", "up to LAFmax, {0} s", "jusqu'à LAFmax, {0} s"},
    {"legend.no_sound", "no sound", "aucun son"},
    {"legend.overload", "overloaded: levels too low", "saturé : niveaux trop bas"},
    {"legend.uncertainty", "uncertainty (k = 2, about 95 %)", "incertitude (k = 2, environ 95 %)"},
    {"legend.unknown", "? unknown", "? inconnu"},

    {"rating.nc_unknown", "NC unknown", "NC inconnu"},
    {"rating.nr_unknown", "NR unknown", "NR inconnu"},

    {"description.levels", "Levels in {0}: {1}.", "Niveaux en {0} : {1}."},
    {"description.no_levels", "No level is known.", "Aucun niveau n'est connu."},
    {"description.history", "{0} s of history; the highest LAFmax of one second is {1} {2}, after {3} s.",
     "{0} s d'évolution ; le LAFmax le plus haut d'une seconde est {1} {2}, après {3} s."},
    {"description.overload", "{0} s are overloaded.", "{0} s sont saturées."},
    {"description.spectrum", "The loudest third-octave band is that of {0} Hz with {1} {2}.",
     "La bande de tiers d'octave la plus forte est celle de {0} Hz avec {1} {2}."},
    {"description.unknown_bands", "{0} of {1} bands are unknown.", "{0} bandes sur {1} sont inconnues."},

    {"plot_file.format", "--plot: '{0}' is no picture. Give a name that ends in .svg or .png.",
     "--plot : « {0} » n'est pas une image. Donnez un nom qui finit par .svg ou .png."},
    {"plot_file.not_written",
     "{0}: the picture cannot be written ({1}). Give a place where you may write, with room for it.",
     "{0} : l'image ne peut pas être écrite ({1}). Donnez un endroit où vous pouvez écrire, avec assez de "
     "place."},
    {"plot_file.no_renderer",
     "PNG pictures cannot be made here ({0}). Give a name that ends in .svg, or install Preshift again.",
     "Impossible de créer des images PNG ici ({0}). Donnez un nom qui finit par .svg, ou réinstallez "
     "Preshift."},
    {"plot_file.no_font",
     "PNG pictures cannot be made here: no font is installed, they would have no words. Install one, such as "
     "fonts-dejavu-core, or give a name that ends in .svg.",
     "Impossible de créer des images PNG ici : aucune police n'est installée, elles n'auraient pas de texte. "
     "Installez-en une, comme fonts-dejavu-core, ou donnez un nom qui finit par .svg."},
    {"plot_file.not_rendered", "The PNG picture could not be made ({0}). Give a name that ends in .svg.",
     "L'image PNG n'a pas pu être créée ({0}). Donnez un nom qui finit par .svg."},
};

[[nodiscard]] consteval Text plot_text(std::string_view id) {
  return pick(k_plot_texts, id);
}

}  // namespace preshift
