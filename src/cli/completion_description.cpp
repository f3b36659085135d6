#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_completion_examples{
    ExampleInfo{
        "source <(preshift completion bash)",
        {"", "completes commands and options in this shell", "complète commandes et options dans ce shell"}},
};

}  // namespace

constinit const CommandInfo k_completion_description{
    "completion",
    {"", "print the completion script for a shell", "afficher le script de complétion d'un shell"},
    {"", "Prints a script that completes Preshift's commands and options in bash.",
     "Affiche un script qui complète les commandes et options de Preshift dans bash."},
    {},
    k_completion_examples,
    {"", "SHELL", "SHELL"},
    "bash"};

}  // namespace preshift
