#pragma once

#include "text.hpp"

namespace preshift {

/// What the command line says about shifts.
inline constexpr Text k_shift_texts[] = {
    {"shift.signed_in", "Signed in at {0}. The certificate is valid until {1}.",
     "Service commencé à {0}. Le certificat est valable jusqu'au {1}."},
    {"shift.refused", "The shift may not start:", "Le service ne peut pas commencer :"},
    {"shift.before_not_ended",
     "The shift before, begun at {0}, was never signed out of. That is now recorded.",
     "Le service précédent, commencé à {0}, n'a jamais été terminé. C'est maintenant enregistré."},
    {"shift.signed_out", "Signed out at {0}, after {1} on shift.", "Service terminé à {0}, après {1}."},
    {"shift.nothing_to_end", "There is no shift to end. `preshift shift start` begins one.",
     "Il n'y a pas de service à terminer. `preshift shift start` en commence un."},
    {"shift.note", "Note: {0}.", "À noter : {0}."},
    {"shift.both", "{0} takes a certificate that is there, so nothing is measured: leave {1} out.",
     "{0} prend un certificat déjà fait, rien n'est donc mesuré : ne donnez pas {1}."},
    {"shift.no_last", "{0}: there is no certificate of an earlier `preshift shift start`. Leave --last out.",
     "{0} : il n'y a pas de certificat d'un `preshift shift start` précédent. Ne donnez pas --last."},
    {"shift.exported", "Journal: {0}, entries: {1}", "Journal : {0}, entrées : {1}"},
    {"shift.no_journal", "{0}: there is no such journal. Check the name.",
     "{0} : ce journal n'existe pas. Vérifiez le nom."},
    {"shift.empty_journal", "{0}: a journal without an entry. `preshift shift start` writes the first.",
     "{0} : un journal sans entrée. `preshift shift start` écrit la première."},
    {"shift.unreadable_journal", "{0}: no journal: cannot be read, or larger than 64 MiB.",
     "{0} : pas un journal : lecture impossible, ou plus de 64 Mio."},
    {"shift.not_written", "{0}: cannot be written ({1}). Check the folder's rights.",
     "{0} : écriture impossible ({1}). Vérifiez les droits du dossier."},
};

[[nodiscard]] consteval Text shift_text(std::string_view id) {
  return pick(k_shift_texts, id);
}

}  // namespace preshift
