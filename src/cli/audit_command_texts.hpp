#pragma once

#include "text.hpp"

namespace preshift {

/// What the commands of `preshift audit` say.
inline constexpr Text k_audit_command_texts[] = {
    {"audit.nothing_to_import", "Give files or folders to import, or - for JSON lines on the standard input.",
     "Donnez des fichiers ou dossiers à importer, ou - pour des lignes JSON sur l'entrée standard."},
    {"audit.imported", "{0} new certificates, {1} other new entries; {2} were there already; {3} refused.",
     "{0} nouveaux certificats, {1} autres nouvelles entrées ; {2} étaient déjà là ; {3} refusés."},
    {"audit.aside",
     "Left aside in the folders: {0}, as their names do not end in .json, .jsonl, .ndjson or .jsonld.",
     "Laissés de côté dans les dossiers : {0}, leurs noms ne finissant pas par .json, .jsonl, .ndjson ou "
     ".jsonld."},
    {"audit.rejected", "Refused: {0}: {1}", "Refusé : {0} : {1}"},
    {"audit.more_rejected", "... and more; `preshift audit anomalies` lists them all.",
     "... et d'autres ; `preshift audit anomalies` les donne tous."},
    {"audit.resume", "{0} To go on, run the same import again: what is there is not taken twice.",
     "{0} Pour continuer, relancez le même import : ce qui est là n'est pas pris deux fois."},
    {"audit.bad_day", "{0}: {1} is no day. Give one such as 2026-03-01.",
     "{0} : {1} n'est pas un jour. Donnez par exemple 2026-03-01."},
    {"audit.from_after_to", "--from {0} is after --to {1}.", "--from {0} est après --to {1}."},
    {"audit.bad_keep", "--keep: {0} is no number of days. Give such as 400d.",
     "--keep : {0} n'est pas un nombre de jours. Donnez par exemple 400d."},
    {"audit.bad_number", "{0}: {1} is no number from {2} to {3}.",
     "{0} : {1} n'est pas un nombre de {2} à {3}."},
    {"audit.needs_output", "{0} is no text for a terminal: give --output FILE.",
     "{0} n'est pas un texte pour un terminal : donnez --output FICHIER."},
    {"audit.no_state_folder", "There is no home folder for a store: give --store FILE.",
     "Il n'y a pas de dossier personnel pour une base : donnez --store FICHIER."},
    {"audit.not_written", "{0}: cannot be written ({1}). Check the folder and the space on the disk.",
     "{0} : écriture impossible ({1}). Vérifiez le dossier et la place sur le disque."},
    {"audit.report_written", "Written: {0}. Its digest and signature: {1}.",
     "Écrit : {0}. Son empreinte et sa signature : {1}."},
    {"audit.reviewed", "Reviewed: {0} ({1}). Nothing follows from it but that reports show it.",
     "Relu : {0} ({1}). Il n'en suit rien, sinon que les rapports le montrent."},
    {"audit.erased", "{0} entries emptied. Certificates stay counted, without telling whose they were.",
     "{0} entrées vidées. Les certificats restent comptés, sans dire de qui ils étaient."},
    {"audit.nothing_held", "The store holds nothing on {0}.", "La base ne détient rien sur {0}."},
    {"audit.nothing_old", "The store holds nothing older than {0}.",
     "La base ne détient rien d'avant le {0}."},
    {"audit.log_right",
     "The store is what its log says: {0} entries, {1} documents verified again, {2} erased.",
     "La base est conforme à son registre : {0} entrées, {1} documents revérifiés, {2} effacées."},
    {"audit.log_wrong", "The store is not what its log says:", "La base n'est pas conforme à son registre :"},
    {"audit.log_more", "... and more.", "... et d'autres."},
    {"audit.log_root", "Root: {0}", "Racine : {0}"},
    {"audit.first_seen", "This log was not seen here before; from now on it can only grow.",
     "Ce registre n'avait pas été vu ici ; désormais il ne peut que croître."},
    {"audit.proof_written", "Written: {0}, a proof that entry {1} is in the log of {2} entries.",
     "Écrit : {0}, une preuve que l'entrée {1} est dans le registre de {2} entrées."},
    {"audit.no_entry", "{0}: the store has no such certificate, or it was erased.",
     "{0} : la base n'a pas ce certificat, ou il a été effacé."},
    {"audit.proof_malformed", "{0}: not a proof (c2sp.org/tlog-proof@v1).",
     "{0} : n'est pas une preuve (c2sp.org/tlog-proof@v1)."},
    {"audit.proof_holds", "Proven: {0} is entry {1} of the log {2}, as {3} signed it.",
     "Prouvé : {0} est l'entrée {1} du registre {2}, comme {3} l'a signé."},
    {"audit.proof_fails", "Not proven: {0} is not in this log, or the proof is of something else.",
     "Non prouvé : {0} n'est pas dans ce registre, ou la preuve porte sur autre chose."},
    {"audit.signature_missing", "{0}: there is no signature beside it ({1}).",
     "{0} : il n'y a pas de signature à côté ({1})."},
    {"audit.report_right", "{0} is the report that {1} signed on {2}.",
     "{0} est le rapport que {1} a signé le {2}."},
    {"audit.report_wrong", "{0} is not the report that was signed, or its signature is not genuine.",
     "{0} n'est pas le rapport qui a été signé, ou sa signature n'est pas authentique."},
    {"audit.report_stranger", "{0} was signed by {1}, which is not among the trusted keys.",
     "{0} est signé par {1}, qui n'est pas parmi les clés de confiance."},
    {"audit.log_exported", "Written: {0}, the log of {1} entries as tiles (c2sp.org/tlog-tiles).",
     "Écrit : {0}, le registre de {1} entrées en tuiles (c2sp.org/tlog-tiles)."},
};

[[nodiscard]] consteval Text audit_command_text(std::string_view id) {
  return pick(k_audit_command_texts, id);
}

}  // namespace preshift
