#pragma once

#include "text.hpp"

namespace preshift {

/// What is said of checkpoints, proofs and copies of a log. {0} is the file or the place.
inline constexpr Text k_merkle_texts[] = {
    {"checkpoint.malformed",
     "{0}: this is no checkpoint of a log (c2sp.org/tlog-checkpoint). Give the checkpoint as it was made, "
     "byte for byte.",
     "{0} : ce n'est pas un point de contrôle d'un registre (c2sp.org/tlog-checkpoint). Donnez le point de "
     "contrôle tel qu'il a été établi, à l'octet près."},
    {"checkpoint.unsigned",
     "{0}: the checkpoint of {1} is signed by none of the keys that were given. Give the key of who keeps "
     "that log.",
     "{0} : le point de contrôle de {1} n'est signé par aucune des clés données. Donnez la clé de qui tient "
     "ce registre."},
    {"checkpoint.forged",
     "{0}: the checkpoint of {1} was altered since it was signed, or the signature is forged. Do not rely on "
     "it; ask for it again.",
     "{0} : le point de contrôle de {1} a été modifié depuis sa signature, ou la signature est fausse. Ne "
     "vous y fiez pas ; redemandez-le."},
    {"tiles.not_empty", "{0}: there are files in this folder already. Choose a new one.",
     "{0} : ce dossier contient déjà des fichiers. Choisissez-en un nouveau."},
    {"tiles.not_written", "{0}: cannot be written ({1}). Check the disk and the folder's rights.",
     "{0} : écriture impossible ({1}). Vérifiez le disque et les droits du dossier."},
    {"tiles.entry_too_large",
     "{0}: entry {1} has more than 65535 bytes, which the format of tiles cannot hold. Export the hashes "
     "alone.",
     "{0} : l'entrée {1} dépasse 65535 octets, ce que le format de tuiles ne peut pas contenir. Exportez les "
     "empreintes seules."},
};

[[nodiscard]] consteval Text merkle_text(std::string_view id) {
  return pick(k_merkle_texts, id);
}

}  // namespace preshift
