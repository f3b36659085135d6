#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_explain_options{k_rules, k_set, k_format, k_language};

constexpr std::array k_explain_examples{
    ExampleInfo{"preshift rules explain --rules strict",
                {"", "every rule of the strict profile", "chaque règle du profil strict"}},
    ExampleInfo{"preshift rules explain quiet.background-noise --rules base",
                {"", "a single one", "une seule"}},
};

}  // namespace

constinit const CommandInfo k_rules_explain_description{
    "rules explain",
    {"", "explain what rules ask for", "expliquer ce que demandent des règles"},
    {"",
     "Tells of each rule of a profile, or of the one with this id: why it is there, what is measured, how "
     "and "
     "with what, the limit and the parameter it comes from, when it applies, how it is decided near the "
     "limit, and what to do when it fails.",
     "Dit de chaque règle d'un profil, ou de celle qui a cet identifiant : pourquoi elle existe, ce qui est "
     "mesuré, comment et avec quoi, la limite et le paramètre dont elle vient, quand elle s'applique, "
     "comment "
     "on décide près de la limite, et que faire si elle n'est pas respectée."},
    k_explain_options,
    k_explain_examples,
    {"", "ID", "ID"}};

}  // namespace preshift
