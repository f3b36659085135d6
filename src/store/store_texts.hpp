#pragma once

#include "text.hpp"

namespace preshift {

/// What is said of the audit store. {0} is the store: a file, or an address without its password.
inline constexpr Text k_store_texts[] = {
    {"store.missing",
     "{0}: there is no audit store here. Check the name; `preshift audit import` makes a store.",
     "{0} : il n'y a pas de base d'audit ici. Vérifiez le nom ; `preshift audit import` en crée une."},
    {"store.not_a_store",
     "{0}: this file is no audit store of Preshift, and is left as it is. Choose another name.",
     "{0} : ce fichier n'est pas une base d'audit de Preshift et reste tel quel. Choisissez un autre "
     "nom."},
    {"store.not_opened", "{0}: the audit store cannot be opened ({1}). Check the name and its rights.",
     "{0} : la base d'audit ne peut pas être ouverte ({1}). Vérifiez le nom et ses droits."},
    {"store.newer",
     "{0}: the audit store was made by a newer Preshift (its schema is {1}, this program knows {2}). Update "
     "Preshift.",
     "{0} : la base d'audit a été créée par un Preshift plus récent (son schéma est le {1}, ce programme "
     "connaît le {2}). Mettez Preshift à jour."},
    {"store.busy",
     "{0}: somebody else has been writing to the audit store for {1} s. Nothing was changed; try again when "
     "that is done.",
     "{0} : quelqu'un d'autre écrit dans la base d'audit depuis {1} s. Rien n'a été modifié ; réessayez "
     "quand ce sera terminé."},
    {"store.disk_full",
     "{0}: the disk is full. What was committed before is safe; make room and run the same command again.",
     "{0} : le disque est plein. Ce qui avait été validé est en sûreté ; libérez de la place et relancez la "
     "même commande."},
    {"store.read_only",
     "{0}: the audit store may only be read ({1}). Check the rights of its file and folder.",
     "{0} : la base d'audit n'est accessible qu'en lecture ({1}). Vérifiez les droits du fichier et du "
     "dossier."},
    {"store.needs_copy",
     "{0}: this account cannot write beside the file, and others may write to it meanwhile. To read it, copy "
     "it to a folder of your own and name the copy; to add to it, you need the right to write to its folder.",
     "{0} : ce compte ne peut pas écrire à côté du fichier, et d'autres peuvent y écrire entre-temps. Pour "
     "la lire, copiez-la dans un dossier à vous et désignez la copie ; pour y ajouter, il faut le droit "
     "d'écrire dans son dossier."},
    {"store.damaged",
     "{0}: the audit store is damaged ({1}). Restore it from a backup; nothing more is written to it.",
     "{0} : la base d'audit est endommagée ({1}). Restaurez-la depuis une sauvegarde ; rien n'y est plus "
     "écrit."},
    {"store.duplicate", "{0}: an entry is in the audit store already ({1}). Nothing was changed.",
     "{0} : une entrée figure déjà dans la base d'audit ({1}). Rien n'a été modifié."},
    {"store.failed", "{0}: the audit store failed ({1}). What was not committed is undone; try again.",
     "{0} : la base d'audit a échoué ({1}). Ce qui n'était pas validé est annulé ; réessayez."},
    {"store.connection_lost",
     "{0}: the connection to the audit store was lost ({1}). What was not committed is undone; run the same "
     "command again when the server is back.",
     "{0} : la connexion à la base d'audit a été perdue ({1}). Ce qui n'était pas validé est annulé ; "
     "relancez la même commande quand le serveur sera revenu."},
    {"store.undone",
     "{0}: what was to be committed had been undone after a failure. Run the same command again.",
     "{0} : ce qui devait être validé avait été annulé après un échec. Relancez la même commande."},
    {"store.not_hexadecimal", "{0}: '{1}' is no SHA-256 digest in hexadecimal.",
     "{0} : « {1} » n'est pas une empreinte SHA-256 en hexadécimal."},
    {"store.ambiguous_id",
     "{0}: {1} is the id of {2} different certificates. Name the one that you mean by its digest: {3}",
     "{0} : {1} est l'identifiant de {2} certificats différents. Désignez celui que vous voulez par son "
     "empreinte : {3}"},
    {"store.no_driver",
     "{0}: the module for PostgreSQL cannot be loaded ({1}). Install it beside preshift, with libpqxx, or "
     "use "
     "a file.",
     "{0} : le module pour PostgreSQL ne peut pas être chargé ({1}). Installez-le à côté de preshift, avec "
     "libpqxx, ou utilisez un fichier."},
};

[[nodiscard]] consteval Text store_text(std::string_view id) {
  return pick(k_store_texts, id);
}

}  // namespace preshift
