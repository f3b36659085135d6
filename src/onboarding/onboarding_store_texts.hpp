#pragma once

#include "text.hpp"

namespace preshift {

/// What is said of the files of onboardings.
inline constexpr Text k_onboarding_store_texts[] = {
    {"onboarding_store.no_folder", "There is no folder for settings. Set HOME or PRESHIFT_CONFIG_DIR.",
     "Il n'y a pas de dossier de réglages. Définissez HOME ou PRESHIFT_CONFIG_DIR."},
    {"onboarding_store.no_id", "The document has no id of the form urn:uuid:... and cannot be kept.",
     "Le document n'a pas d'identifiant de la forme urn:uuid:... et ne peut pas être conservé."},
    {"onboarding_store.not_written", "{0}: cannot be written ({1}). Check the folder and its rights.",
     "{0} : écriture impossible ({1}). Vérifiez le dossier et ses droits."},
    {"onboarding_store.unreadable_employers", "{0}: the list of employers cannot be read. Check its rights.",
     "{0} : la liste des employeurs est illisible. Vérifiez ses droits."},
    {"onboarding_store.bad_employer", "{0}: '{1}' is not a key such as did:key:z6Mk...",
     "{0} : « {1} » n'est pas une clé comme did:key:z6Mk..."},
};

[[nodiscard]] consteval Text onboarding_store_text(std::string_view id) {
  return pick(k_onboarding_store_texts, id);
}

}  // namespace preshift
