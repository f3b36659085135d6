#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_measures_options{k_format, k_language};

constexpr std::array k_measures_examples{
    ExampleInfo{"preshift measures",
                {"", "all that rules can be about", "tout ce que des règles peuvent juger"}},
    ExampleInfo{"preshift measures voice.",
                {"", "those whose names begin so", "celles dont le nom commence ainsi"}},
};

}  // namespace

constinit const CommandInfo k_measures_description{
    "measures",
    {"", "explain what can be measured", "expliquer ce qui se mesure"},
    {"",
     "Lists the measures that rules can be about: name, unit or words, what it is, how it is measured, and "
     "what "
     "must be there for it to be known.",
     "Montre les mesures que des règles peuvent juger : nom, unité ou mots, ce que c'est, comment elles sont "
     "faites, et ce qu'il faut pour qu'elles soient connues."},
    k_measures_options,
    k_measures_examples,
    {"", "NAME", "NOM"}};

}  // namespace preshift
