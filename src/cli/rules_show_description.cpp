#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_show_options{
    OptionInfo{"--resolved",
               k_none,
               {"", "with all that it extends and every default written out: always so, and may be said",
                "avec tout ce qu'il étend et chaque valeur par défaut : toujours le cas, et peut se dire"}},
    k_set,
    k_format,
    k_language,
};

constexpr std::array k_show_examples{
    ExampleInfo{"preshift rules show strict",
                {"", "all that the strict profile asks for", "tout ce que le profil strict demande"}},
    ExampleInfo{
        "preshift rules show our-rules.yaml --set max_noise=40dB(A)",
        {"", "what a check with this parameter judges by", "ce par quoi juge un contrôle avec ce paramètre"}},
};

}  // namespace

constinit const CommandInfo k_rules_show_description{
    "rules show",
    {"", "show the rules that a check judges by", "montrer les règles par lesquelles un contrôle juge"},
    {"",
     "Writes a profile, a file or a shipped one by its name (default: standard), with all that it extends, "
     "as "
     "one rules file in canonical form: every default written out, keys in one order. Its first line tells "
     "the SHA-256 of the lines that follow: the digest that every result of a check carries.",
     "Écrit un profil, un fichier ou un profil fourni par son nom (par défaut : standard), avec tout ce "
     "qu'il "
     "étend, comme un seul fichier de règles sous forme canonique : chaque valeur par défaut y est, les clés "
     "dans un ordre unique. La première ligne donne le SHA-256 des lignes suivantes : l'empreinte que porte "
     "chaque résultat d'un contrôle."},
    k_show_options,
    k_show_examples,
    {"", "FILE|NAME", "FICHIER|NOM"}};

}  // namespace preshift
