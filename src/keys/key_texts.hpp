#pragma once

#include "text.hpp"

namespace preshift {

/// What is said of keys.
inline constexpr Text k_key_texts[] = {
    {"key.not_made", "There is no key yet. Make one with `preshift key create`.",
     "Il n'y a pas encore de clé. Créez-en une avec `preshift key create`."},
    {"key.there_already", "{0}: there is a key already. `preshift key rotate` puts a new one in its place.",
     "{0} : il y a déjà une clé. `preshift key rotate` la remplace par une nouvelle."},
    {"key.no_folder", "There is no folder for settings. Set HOME or PRESHIFT_CONFIG_DIR.",
     "Il n'y a pas de dossier de réglages. Définissez HOME ou PRESHIFT_CONFIG_DIR."},
    {"key.unreadable", "{0}: the key cannot be read. Check the file and its rights.",
     "{0} : la clé n'est pas lisible. Vérifiez le fichier et ses droits."},
    {"key.damaged",
     "{0}: not a key of this version's format ('{1}'). Restore the file, or move it away and make a "
     "new key.",
     "{0} : pas une clé au format de cette version (« {1} »). Restaurez le fichier, ou déplacez-le et créez "
     "une "
     "nouvelle clé."},
    {"key.exposed",
     "{0}: others can read this private key. Run `chmod 600` on it, and `preshift key rotate` if "
     "somebody may have seen it.",
     "{0} : d'autres peuvent lire cette clé privée. Faites `chmod 600`, et `preshift key rotate` si "
     "quelqu'un a pu "
     "la voir."},
    {"key.secret_missing",
     "{0}: the private key is missing. Restore it, or move key.json away and make a new key.",
     "{0} : la clé privée manque. Restaurez-la, ou déplacez key.json et créez une nouvelle clé."},
    {"key.secret_wrong", "{0}: the private key does not belong to the public one. Restore both files.",
     "{0} : la clé privée ne va pas avec la clé publique. Restaurez les deux fichiers."},
    {"key.wrong_passphrase", "The passphrase is wrong, or the file {0} is damaged. Try again.",
     "La phrase secrète est fausse, ou le fichier {0} est abîmé. Réessayez."},
    {"key.not_written", "{0}: the key cannot be written ({1}). Check the folder's rights.",
     "{0} : la clé ne peut pas être écrite ({1}). Vérifiez les droits du dossier."},
};

[[nodiscard]] consteval Text key_text(std::string_view id) {
  return pick(k_key_texts, id);
}

}  // namespace preshift
