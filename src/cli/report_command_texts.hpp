#pragma once

#include "text.hpp"

namespace preshift {

/// What can be wrong with what `preshift report` is asked.
inline constexpr Text k_report_command_texts[] = {
    {"report.to_terminal", "A PDF is not for a terminal. Say where to write it: --output report.pdf",
     "Un PDF n'est pas fait pour un terminal. Dites où l'écrire : --output rapport.pdf"},
    {"report.other_rules",
     "{0} was judged by {1}, version {2}, with the digest {3}; these rules have the digest {4}. Give the "
     "same rules "
     "with the same --set, or none.",
     "{0} a été jugé selon {1}, version {2}, d'empreinte {3} ; ces règles ont l'empreinte {4}. Donnez les "
     "mêmes "
     "règles avec les mêmes --set, ou aucune."},
    {"report.of_certificates", "{0} is for certificates, and {1} is a saved check. Leave it out.",
     "{0} concerne les certificats, et {1} est un contrôle enregistré. Omettez-la."},
};

[[nodiscard]] consteval Text report_command_text(std::string_view id) {
  return pick(k_report_command_texts, id);
}

}  // namespace preshift
