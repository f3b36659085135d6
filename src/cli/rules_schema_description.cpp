#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_schema_options{k_language};

constexpr std::array k_schema_examples{
    ExampleInfo{"preshift rules schema > rules.schema.json",
                {"", "for an editor that writes rules files", "pour un éditeur qui écrit des règles"}},
    ExampleInfo{"preshift rules schema tests > rules-test.schema.json",
                {"", "likewise for their tests", "de même pour leurs tests"}},
};

}  // namespace

constinit const CommandInfo k_rules_schema_description{
    "rules schema",
    {"", "print the JSON Schema of rules files", "écrire le schéma JSON des fichiers de règles"},
    {"",
     "Writes a JSON Schema (draft 2020-12) of rules files, or of their tests, with the measures, words and "
     "units "
     "of this version. An editor that reads it completes keys and measures, explains them, and marks what is "
     "wrong while one writes. `preshift rules lint` finds more than a schema can express.",
     "Écrit un schéma JSON (2020-12) des fichiers de règles, ou de leurs tests, avec les mesures, mots et "
     "unités "
     "de cette version. Un éditeur qui le lit complète les clés et les mesures, les explique, et marque ce "
     "qui "
     "est faux pendant qu'on écrit. `preshift rules lint` trouve plus que ce qu'un schéma peut exprimer."},
    k_schema_options,
    k_schema_examples,
    {"", "rules|tests", "rules|tests"},
    "rules tests"};

}  // namespace preshift
