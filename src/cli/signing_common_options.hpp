#pragma once

#include "common_options.hpp"

namespace preshift {

/// Options of the commands that sign or compare.

inline constexpr OptionInfo k_key_option{
    "--key",
    k_file,
    {"", "the key's record (default: key.json in the configuration folder)",
     "le fichier de la clé (par défaut : key.json du dossier de configuration)"},
    Completes::files};

inline constexpr OptionInfo k_passphrase_file{
    "--passphrase-file",
    k_file,
    {"",
     "the first line of this file is the passphrase (default: ask at the terminal when the key is sealed)",
     "la première ligne de ce fichier est la phrase secrète (par défaut : la demander au terminal si la clé "
     "est "
     "scellée)"},
    Completes::files};

}  // namespace preshift
