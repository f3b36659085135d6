#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_lint_options{
    OptionInfo{"--format",
               {"", "text|json|sarif", "text|json|sarif"},
               {"", "findings for people, for programs, or as SARIF 2.1.0 (default: text)",
                "constats pour des personnes, des programmes, ou en SARIF 2.1.0 (par défaut : text)"},
               Completes::words,
               "text json sarif"},
    k_language,
};

constexpr std::array k_lint_examples{
    ExampleInfo{"preshift rules lint our-rules.yaml",
                {"", "all that is wrong in it, with line and column",
                 "tout ce qui y est faux, avec ligne et colonne"}},
    ExampleInfo{"preshift rules lint rules/*.yaml --format sarif",
                {"", "for a build server, which then shows each at its line",
                 "pour un serveur d'intégration, qui montre alors chacun à sa ligne"}},
};

}  // namespace

constinit const CommandInfo k_rules_lint_description{
    "rules lint",
    {"", "find all that is wrong in rules files", "trouver tout ce qui est faux dans des règles"},
    {"",
     "Reads profiles, or shipped ones by their names, with what they extend, and lists every problem with "
     "its place. Errors: what cannot be read, keys that are there twice or unknown, wrong measures and "
     "units, parameters that no rule uses, texts that lack a language. Warnings: limits that always or never "
     "hold, conditions that contradict each other, texts that are the same in both languages.\n\nThe status "
     "is 0 when nothing was found, else 3.",
     "Lit des profils, ou des profils fournis par leur nom, avec ce qu'ils étendent, et montre chaque "
     "problème à sa place. Erreurs : ce qui est illisible, les clés doubles ou inconnues, les mesures et "
     "unités fausses, les paramètres qu'aucune règle n'utilise, les textes auxquels une langue manque. "
     "Avertissements : les limites toujours ou jamais remplies, les conditions contradictoires, les textes "
     "identiques dans les deux langues.\n\nLe code est 0 si rien n'a été trouvé, sinon 3."},
    k_lint_options,
    k_lint_examples,
    {"", "FILE", "FICHIER"},
    {},
    true};

}  // namespace preshift
