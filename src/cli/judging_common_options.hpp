#pragma once

#include "common_options.hpp"

namespace preshift {

/// What a check is judged by beside its measurements, when it is measured and when it is judged again.

inline constexpr OptionInfo k_fact{
    "--fact",
    {"", "NAME=VALUE", "NOM=VALEUR"},
    {"",
     "a fact that rules may depend on, such as role=bank: agent, site, role, shift, contract, or "
     "the profile's own; may be given several times",
     "un fait dont des règles peuvent dépendre, par exemple role=banque : agent, site, role, "
     "shift, contract, ou ceux du profil ; peut être donné plusieurs fois"},
    Completes::nothing,
    {},
    false,
    true};

inline constexpr OptionInfo k_facts{"--facts",
                                    k_file,
                                    {"", "facts in YAML, such as role: bank; --fact goes before them",
                                     "des faits en YAML, par exemple role: banque ; --fact passe avant"},
                                    Completes::files};

inline constexpr OptionInfo k_waivers{
    "--waivers",
    k_file,
    {"", "waivers: which rules need not pass, for whom, why, by whose word and until when",
     "dérogations : quelles règles n'ont pas à passer, pour qui, pourquoi, qui l'a décidé et "
     "jusqu'à quand"},
    Completes::files};

}  // namespace preshift
