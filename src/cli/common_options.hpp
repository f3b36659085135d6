#pragma once

#include "command_table.hpp"

namespace preshift {

/// Options and values that several commands share.

inline constexpr Text k_none{"", "", ""};
inline constexpr Text k_file{"", "FILE", "FICHIER"};

inline constexpr OptionInfo k_language{"--language",
                                       {"", "en|fr", "en|fr"},
                                       {"", "language of the result (default: the system's)",
                                        "langue du résultat (par défaut : celle du système)"},
                                       Completes::words,
                                       "en fr"};

inline constexpr OptionInfo k_rules{
    "--rules",
    {"", "NAME|FILE", "NOM|FICHIER"},
    {"", "profile to judge by: standard, strict, open, base, or a file (default: standard)",
     "profil de règles : standard, strict, open, base, ou un fichier (par défaut : standard)"},
    Completes::files};

inline constexpr OptionInfo k_set{
    "--set",
    {"", "NAME=VALUE", "NOM=VALEUR"},
    {"", "a parameter of the profile, such as max_noise=40dB(A); may be given several times",
     "un paramètre du profil, par exemple max_noise=40dB(A) ; peut être donné plusieurs fois"},
    Completes::nothing,
    {},
    false,
    true};

inline constexpr OptionInfo k_full_scale{
    "--full-scale",
    {"", "LEVEL", "NIVEAU"},
    {"",
     "what 0 dBFS (an RMS of full scale) means, such as 120dB, or 120dB+-1dB with its standard "
     "uncertainty (2.5 dB when not stated)",
     "ce que vaut 0 dBFS (valeur efficace à pleine échelle), par exemple 120dB, ou 120dB+-1dB avec son "
     "incertitude-type (2,5 dB si elle n'est pas donnée)"}};

inline constexpr OptionInfo k_self_noise{
    "--self-noise",
    {"", "LEVEL", "NIVEAU"},
    {"",
     "the microphone's own noise by its data sheet, such as 28dB (dB(A)): "
     "levels near it are corrected, and those "
     "within 3 dB count as upper bounds",
     "bruit propre du microphone d'après sa fiche, par exemple 28dB (dB(A)) : "
     "les niveaux proches sont corrigés, à "
     "moins de 3 dB ils valent comme bornes supérieures"}};

inline constexpr OptionInfo k_format{"--format",
                                     {"", "text|json", "text|json"},
                                     {"", "result for people or for programs (default: text)",
                                      "résultat pour des personnes ou des programmes (par défaut : text)"},
                                     Completes::words,
                                     "text json"};

inline constexpr OptionInfo k_check_format{
    "--format",
    {"", "text|json|junit|sarif", "text|json|junit|sarif"},
    {"", "result for people, for programs, for build servers or for what collects findings (default: text)",
     "résultat pour des personnes, des programmes, des serveurs d'intégration ou des collecteurs de constats "
     "(par "
     "défaut : text)"},
    Completes::words,
    "text json junit sarif"};

}  // namespace preshift
