#include "command_descriptions.hpp"
#include "judging_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_judge_options{
    k_rules,
    k_set,
    k_fact,
    k_facts,
    k_waivers,
    OptionInfo{"--answers",
               k_file,
               {"", "answers to the questions of manual rules; they go before those of the check",
                "réponses aux questions des règles manuelles ; elles passent avant celles du contrôle"},
               Completes::files},
    k_check_format,
    k_language,
};

constexpr std::array k_judge_examples{
    ExampleInfo{"preshift judge monday.json --rules our-new-rules.yaml",
                {"", "what a new profile would have said", "ce qu'un nouveau profil aurait dit"}},
    ExampleInfo{"preshift judge monday.json --set max_noise=40dB(A) --fact role=bank",
                {"", "with another limit, for another role", "avec une autre limite, pour un autre rôle"}},
};

}  // namespace

constinit const CommandInfo k_judge_description{
    "judge",
    {"", "judge past measurements by rules", "juger des mesures passées selon des règles"},
    {"",
     "Judges what `preshift check --save-measurements` wrote, by the same rules or others, and says what the "
     "check would have said. Nothing is measured. Facts and answers that the check was given count where "
     "they are not given anew; waivers are given anew, and are judged as of the moment of the check.\n\nThe "
     "file is not signed: it shows what rules do, and proves nothing.",
     "Juge ce que `preshift check --save-measurements` a écrit, selon les mêmes règles ou d'autres, et dit "
     "ce "
     "que le contrôle aurait dit. Rien n'est mesuré. Les faits et les réponses que le contrôle a reçus "
     "comptent s'ils ne sont pas donnés à nouveau ; les dérogations se redonnent, et sont jugées à la date "
     "du contrôle.\n\nLe fichier n'est pas signé : il montre l'effet de règles, et ne prouve rien."},
    k_judge_options,
    k_judge_examples,
    {"", "FILE", "FICHIER"}};

}  // namespace preshift
