#pragma once

#include "text.hpp"

namespace preshift {

/// What is shown of shifts and their journal.
inline constexpr Text k_shift_report_texts[] = {
    {"shift.on", "On shift since {0} ({1}).", "En service depuis {0} ({1})."},
    {"shift.off", "Not on shift.", "Pas en service."},
    {"shift.off_since", "Not on shift; the last one ended {0}.",
     "Pas en service ; le dernier a pris fin {0}."},
    {"shift.off_not_ended", "Not on shift; the last one, begun {0}, was never signed out of.",
     "Pas en service ; le dernier, commencé {0}, n'a jamais été terminé."},
    {"shift.cleared_by", "Cleared by the profile {0}, version {1}, in the check of {2}.",
     "Autorisé selon le profil {0}, version {1}, au contrôle du {2}."},
    {"shift.valid_until", "The certificate is valid until {0}.", "Le certificat est valable jusqu'au {0}."},
    {"shift.expired", "The certificate expired {0}.", "Le certificat a expiré le {0}."},
    {"shift.recorded", "The check was made of a recording, not of this computer's own microphone and camera.",
     "Le contrôle porte sur un enregistrement, pas sur le microphone et la caméra de cet ordinateur."},

    {"log.empty", "No shift has been recorded yet.", "Aucun service n'a encore été enregistré."},
    {"log.sign_in", "signed in: {0} by {1} {2}, certificate {3}, valid until {4}",
     "début de service : {0} selon {1} {2}, certificat {3}, valable jusqu'au {4}"},
    {"log.sign_out", "signed out of the shift of entry {0}", "fin du service de l'entrée {0}"},
    {"log.not_ended", "the shift of entry {0} was never signed out of",
     "le service de l'entrée {0} n'a jamais été terminé"},
    {"log.refusal", "could not start: {0}", "refusé : {0}"},
    {"log.key_change", "a new key follows: {0}", "une nouvelle clé succède : {0}"},
    {"log.repairs", "a write before this was cut short ({0} bytes)",
     "une écriture avant celle-ci a été interrompue ({0} octets)"},

    {"journal.whole", "{0}: whole, in order and unaltered. Entries: {1}.",
     "{0} : complet, dans l'ordre et inchangé. Entrées : {1}."},
    {"journal.not_whole", "{0}: not as it was written. Entries that can be read: {1}.",
     "{0} : pas tel qu'il a été écrit. Entrées lisibles : {1}."},
    {"journal.clock_noticed", "{0}: whole, in order and unaltered, but the clock was changed. Entries: {1}.",
     "{0} : complet, dans l'ordre et inchangé, mais l'horloge a été changée. Entrées : {1}."},
    {"journal.none", "{0}: there is no entry.", "{0} : il n'y a aucune entrée."},
    {"journal.signed_by", "Signed by {0}, which is trusted.", "Signé par {0}, de confiance."},
    {"journal.own_key", "Signed by your key, {0}.", "Signé par votre clé, {0}."},
    {"journal.unknown_signer", "Signed by {0}; whom to trust was not said (--trusted).",
     "Signé par {0} ; à qui se fier n'a pas été dit (--trusted)."},
    {"journal.untrusted", "Signed by {0}, which is not trusted.",
     "Signé par {0}, qui n'est pas de confiance."},

    {"refused.cleared", "cleared", "autorisé"},
    {"refused.not_valid", "certificate not valid", "certificat non valable"},
    {"refused.not_cleared", "not cleared", "non autorisé"},
    {"refused.undecided", "undecided", "indécis"},
    {"refused.too_old", "check too old", "contrôle trop ancien"},
    {"refused.other_key", "another key's certificate", "certificat d'une autre clé"},
    {"refused.other_room", "another room's certificate", "certificat d'une autre pièce"},
    {"refused.other_rules", "other rules", "autres règles"},
    {"refused.other_nonce", "another nonce", "autre nonce"},
    {"refused.other_agent", "another agent", "autre agent"},
    {"refused.wrong_kind", "not a certificate before a shift", "pas un certificat d'avant service"},
    {"refused.already_on_shift", "already on shift", "déjà en service"},
};

[[nodiscard]] consteval Text shift_report_text(std::string_view id) {
  return pick(k_shift_report_texts, id);
}

}  // namespace preshift
