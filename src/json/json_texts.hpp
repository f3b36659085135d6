#pragma once

#include "text.hpp"

namespace preshift {

/// What is said of documents in JSON.
inline constexpr Text k_json_texts[] = {
    // Why a text is no document of ours
    {"json.too_large", "{0}: larger than 1 MiB, which no document of Preshift is",
     "{0} : plus de 1 Mio, ce que ne fait aucun document de Preshift"},
    {"json.malformed", "{0}: not well-formed JSON at byte {1}", "{0} : JSON mal formé à l'octet {1}"},
    {"json.duplicate_key", "{0}: the key '{2}' stands twice in one object, so readers could differ on it",
     "{0} : la clé « {2} » figure deux fois dans un objet, deux lecteurs pourraient donc la lire autrement"},
    {"json.too_deep", "{0}: nested deeper than 32 levels, which no document of Preshift is",
     "{0} : plus de 32 niveaux imbriqués, ce que n'a aucun document de Preshift"},
    {"json.huge_number", "{0}: a number is too large for every reader to hold it",
     "{0} : un nombre est trop grand pour que tout lecteur le représente"},
    {"file.missing", "{0}: there is no such file. Check the name.",
     "{0} : ce fichier n'existe pas. Vérifiez le nom."},
    {"file.unreadable", "{0}: cannot be read. Check that it is a file and that you may read it.",
     "{0} : lecture impossible. Vérifiez que c'est un fichier et que vous pouvez le lire."},
};

[[nodiscard]] consteval Text json_text(std::string_view id) {
  return pick(k_json_texts, id);
}

}  // namespace preshift
