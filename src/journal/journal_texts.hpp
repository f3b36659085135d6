#pragma once

#include "text.hpp"

namespace preshift {

/// What is said of the journal of shifts. In findings {0} is the line, {1} the entry's number.
inline constexpr Text k_journal_texts[] = {
    {"journal.damaged_line", "line {0}: this is no entry: it was damaged or put there by somebody",
     "ligne {0} : ce n'est pas une entrée : elle a été abîmée, ou quelqu'un l'a mise là"},
    {"journal.altered", "line {0}, entry {1}: altered since it was signed",
     "ligne {0}, entrée {1} : modifiée depuis sa signature"},
    {"journal.missing_one", "line {0}, entry {1}: entry {2}, which comes before it, is missing",
     "ligne {0}, entrée {1} : l'entrée {2}, qui la précède, manque"},
    {"journal.missing", "line {0}, entry {1}: entries {2} to {3}, which come before it, are missing",
     "ligne {0}, entrée {1} : les entrées {2} à {3}, qui la précèdent, manquent"},
    {"journal.out_of_order", "line {0}, entry {1}: stands too late, where entry {2} belongs",
     "ligne {0}, entrée {1} : placée trop tard, là où vient l'entrée {2}"},
    {"journal.duplicated", "line {0}, entry {1}: stands in line {2} already",
     "ligne {0}, entrée {1} : figure déjà à la ligne {2}"},
    {"journal.not_following", "line {0}, entry {1}: does not follow the entry before it",
     "ligne {0}, entrée {1} : ne suit pas l'entrée qui la précède"},
    {"journal.foreign_key",
     "line {0}, entry {1}: signed by {2}, a key that does not follow the one before by its word",
     "ligne {0}, entrée {1} : signée par {2}, une clé que la précédente n'a pas désignée"},
    {"journal.wrong_repair",
     "line {0}, entry {1}: says that a write was cut short, but that is not what stands before it",
     "ligne {0}, entrée {1} : dit qu'une écriture a été interrompue, mais ce n'est pas ce qui la précède"},
    {"journal.tail_removed", "the end was removed: {1} entries were written, and the last one there is {2}",
     "la fin a été retirée : {1} entrées ont été écrites, et la dernière présente est {2}"},
    {"journal.head_missing",
     "the record of how far the journal goes is missing: its end may have been removed",
     "l'enregistrement qui dit jusqu'où va le journal manque : sa fin a pu être retirée"},
    {"journal.head_altered", "the record of how far the journal goes was altered",
     "l'enregistrement qui dit jusqu'où va le journal a été modifié"},
    {"journal.head_behind",
     "the record of how far the journal goes is an old one: it names entry {1}, and the last is {2}",
     "l'enregistrement qui dit jusqu'où va le journal est ancien : il nomme l'entrée {1}, et la dernière est "
     "{2}"},
    {"journal.head_other",
     "the record of how far the journal goes names another entry {1} than the one there",
     "l'enregistrement qui dit jusqu'où va le journal nomme une autre entrée {1} que celle qui est là"},
    {"journal.torn",
     "line {0}: the last write was cut short, by a power failure for one; no whole entry is lost, and the "
     "next entry will say so",
     "ligne {0} : la dernière écriture a été interrompue, par une coupure de courant par exemple ; aucune "
     "entrée complète n'est perdue, et la prochaine entrée le dira"},
    {"journal.repaired", "line {0}, entry {1}: a write before it was cut short ({2} bytes), which was noted",
     "ligne {0}, entrée {1} : une écriture avant elle a été interrompue ({2} octets), ce qui a été noté"},
    {"journal.clock_back", "line {0}, entry {1}: the clock was set back: {2} earlier than the entry before",
     "ligne {0}, entrée {1} : l'horloge a été reculée : {2} plus tôt que l'entrée précédente"},
    {"journal.clock_forward", "line {0}, entry {1}: the clock was put forward by {2} since the entry before",
     "ligne {0}, entrée {1} : l'horloge a été avancée de {2} depuis l'entrée précédente"},
    {"journal.clock_behind", "line {0}, entry {1}: the clock was put back by {2} since the entry before",
     "ligne {0}, entrée {1} : l'horloge a été retardée de {2} depuis l'entrée précédente"},

    // What keeps it from being used
    {"journal.no_folder", "There is no folder for what Preshift keeps. Set HOME or PRESHIFT_STATE_DIR.",
     "Il n'y a pas de dossier pour ce que Preshift conserve. Définissez HOME ou PRESHIFT_STATE_DIR."},
    {"journal.unreadable", "{0}: the journal cannot be read ({1}). Check the file and its rights.",
     "{0} : le journal n'est pas lisible ({1}). Vérifiez le fichier et ses droits."},
    {"journal.not_written",
     "{0}: the journal cannot be written ({1}). Check the disk and the folder's rights.",
     "{0} : le journal ne peut pas être écrit ({1}). Vérifiez le disque et les droits du dossier."},
    {"journal.not_sound",
     "{0}: the journal is not as it was written ({1}). Nothing is added to it. See `preshift shift verify`, "
     "keep the file for your employer, and move it and the .head file beside it away to begin a new one.",
     "{0} : le journal n'est pas tel qu'il a été écrit ({1}). Rien n'y est ajouté. Voyez `preshift shift "
     "verify`, gardez le fichier pour votre employeur, et déplacez-le avec le fichier .head voisin pour en "
     "commencer un nouveau."},
    {"journal.other_key",
     "{0}: the journal is signed by {1}, which your key does not follow. Use that key, or keep the file for "
     "your employer and move it and the .head file beside it away to begin a new one.",
     "{0} : le journal est signé par {1}, à qui votre clé ne succède pas. Utilisez cette clé, ou gardez le "
     "fichier pour votre employeur et déplacez-le avec le fichier .head voisin pour en commencer un "
     "nouveau."},

    // Why a shift may not start
    {"admission.not_valid", "The certificate is not valid: {0}", "Le certificat n'est pas valable : {0}"},
    {"admission.not_cleared", "The workspace was not cleared. Mend what the check names, and check again.",
     "Le poste n'a pas été autorisé. Corrigez ce que nomme le contrôle, puis recommencez-le."},
    {"admission.undecided",
     "The check came to no decision. Give it what it lacked (see its result), and check again.",
     "Le contrôle n'a pas pu conclure. Donnez-lui ce qui lui manquait (voir son résultat), puis "
     "recommencez."},
    {"admission.too_old", "The check is {0} old, and these rules ask for one of the last {1}. Check again.",
     "Le contrôle date de {0}, et ces règles en demandent un de moins de {1}. Recommencez-le."},
    {"admission.other_key", "The certificate was signed by another key than yours ({0}).",
     "Le certificat a été signé par une autre clé que la vôtre ({0})."},
    {"admission.other_room",
     "The certificate is not for the room that --room names. Check again in that room.",
     "Le certificat n'est pas pour la pièce que nomme --room. Recommencez le contrôle dans cette pièce."},
    {"admission.other_rules", "The check was judged by other rules than these. Check again with these.",
     "Le contrôle a été jugé selon d'autres règles que celles-ci. Recommencez-le avec celles-ci."},
    {"admission.other_nonce", "The certificate does not answer this nonce.",
     "Le certificat ne répond pas à ce nonce."},
    {"admission.other_agent", "The certificate is for another agent's identifier.",
     "Le certificat est pour l'identifiant d'un autre agent."},
    {"admission.wrong_kind", "This is the certificate of an onboarding, not of a check before a shift.",
     "C'est le certificat d'un enregistrement de poste, pas d'un contrôle avant un service."},
    {"admission.already_on_shift", "You are on shift since {0}. End that shift with `preshift shift end`.",
     "Vous êtes en service depuis {0}. Terminez ce service avec `preshift shift end`."},
};

[[nodiscard]] consteval Text journal_text(std::string_view id) {
  return pick(k_journal_texts, id);
}

}  // namespace preshift
