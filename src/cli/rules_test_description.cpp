#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_test_options{
    OptionInfo{"--complete",
               k_none,
               {"", "also ask that every rule is tested to pass, to fail and to be unknown",
                "demander aussi que chaque règle soit testée conforme, non conforme et inconnue"}},
    OptionInfo{"--verbose",
               k_none,
               {"", "show the values and limits of the cases that hold, too",
                "montrer aussi les valeurs et limites des cas tenus"}},
    OptionInfo{
        "--format",
        {"", "text|json|junit", "text|json|junit"},
        {"", "result for people, for programs or for build servers (default: text)",
         "résultat pour des personnes, des programmes ou des serveurs d'intégration (par défaut : text)"},
        Completes::words,
        "text json junit"},
    k_language,
};

constexpr std::array k_test_examples{
    ExampleInfo{"preshift rules test our-company.test.yaml",
                {"", "whether the rules decide as the cases say",
                 "les règles décident-elles comme le disent les cas"}},
    ExampleInfo{"preshift rules test rules/tests/*.yaml --complete --format junit",
                {"", "for a build server, and nothing may be left untested",
                 "pour un serveur d'intégration, sans rien laisser de côté"}},
};

}  // namespace

constinit const CommandInfo k_rules_test_description{
    "rules test",
    {"", "test rules by cases: given measurements, expected results",
     "tester des règles par des cas : mesures données, résultats attendus"},
    {"",
     "Reads files of cases and judges each as a check would, without microphone and camera. A file names a "
     "profile and lists cases; a case says what was measured, the facts, answers and waivers, and what must "
     "come out: the result of rules, the outcome, or both. Where it does not, the value and the limit are "
     "shown. Rules that no case tests are listed.\n\nThe status is 0 when every case holds, 1 when some do "
     "not, "
     "3 when a file cannot be used.",
     "Lit des fichiers de cas et juge chacun comme le ferait un contrôle, sans microphone ni caméra. Un "
     "fichier "
     "nomme un profil et énumère des cas ; un cas dit ce qui a été mesuré, les faits, réponses et "
     "dérogations, "
     "et ce qui doit en sortir : le résultat de règles, l'issue, ou les deux. Sinon, la valeur et la limite "
     "sont montrées. Les règles qu'aucun cas ne teste sont énumérées.\n\nLe code est 0 si chaque cas est "
     "tenu, "
     "1 si certains ne le sont pas, 3 si un fichier est inutilisable."},
    k_test_options,
    k_test_examples,
    {"", "FILE", "FICHIER"},
    {},
    true};

}  // namespace preshift
