#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr OptionInfo set_of(std::string_view name, Text help) {
  return {name, {"", "NAME=VALUE", "NOM=VALEUR"}, help, Completes::nothing, {}, false, true};
}

constexpr std::array k_diff_options{
    set_of("--set-a", {"", "a parameter of A, such as max_noise=40dB(A); may be given several times",
                       "un paramètre de A, par exemple max_noise=40dB(A) ; peut être donné plusieurs fois"}),
    set_of("--set-b", {"", "likewise of B", "de même pour B"}),
    k_format,
    k_language,
};

constexpr std::array k_diff_examples{
    ExampleInfo{
        "preshift rules diff standard our-company.yaml",
        {"", "what our company asks for beyond the standard", "ce que notre entreprise demande en plus"}},
    ExampleInfo{"preshift rules diff standard standard --set-b max_noise=40dB(A)",
                {"", "what a parameter changes", "ce que change un paramètre"}},
};

}  // namespace

constinit const CommandInfo k_rules_diff_description{
    "rules diff",
    {"", "tell what became stricter or laxer", "dire ce qui est devenu plus ou moins strict"},
    {"",
     "Compares two profiles A and B, files or shipped ones by their names, with all that they extend, rule "
     "by rule: "
     "added or removed, severity, limits and by how much, decision, when it applies, waivers, questions. A "
     "rule is stricter when all that passes it in B passes it in A, and something that passes in A does not "
     "in "
     "B; laxer the other way round; else changed, when neither holds or it cannot be told. An example shows "
     "it.\n\nThe status is 0 when they ask for the same in the same words, 1 when something differs, 3 when "
     "one cannot be read.",
     "Compare deux profils A et B, des fichiers ou des profils fournis par leur nom, avec tout ce qu'ils "
     "étendent, "
     "règle par règle : ajout ou retrait, sévérité, limites et de combien, décision, quand elle s'applique, "
     "dérogations, questions. Une règle est plus stricte si tout ce qui lui est conforme dans B l'est dans "
     "A, "
     "et que quelque chose de conforme dans A ne l'est pas dans B ; moins stricte dans le cas inverse ; "
     "sinon "
     "changée, quand ni l'un ni l'autre n'est vrai ou ne peut se dire. Un exemple le montre.\n\nLe code est "
     "0 "
     "si les deux demandent la même chose dans les mêmes mots, 1 si quelque chose diffère, 3 si l'un est "
     "illisible."},
    k_diff_options,
    k_diff_examples,
    {"", "PROFILE", "PROFIL"},
    {},
    true};

}  // namespace preshift
