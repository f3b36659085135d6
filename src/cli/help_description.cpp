#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_help_options{
    OptionInfo{"--format",
               {"", "text|man", "text|man"},
               {"", "help for the screen, or the whole as a man page (default: text)",
                "aide à l'écran, ou le tout comme page de manuel (par défaut : text)"},
               Completes::words,
               "text man"},
    k_language,
};

constexpr std::array k_help_examples{
    ExampleInfo{"preshift help check", {"", "how to run a check", "comment faire un contrôle"}},
    ExampleInfo{"preshift help --format man > preshift.1", {"", "the man page", "la page de manuel"}},
};

}  // namespace

constinit const CommandInfo k_help_description{
    "help",
    {"", "explain a command", "expliquer une commande"},
    {"", "Explains Preshift or one of its commands.", "Explique Preshift ou une de ses commandes."},
    k_help_options,
    k_help_examples,
    {"", "COMMAND", "COMMANDE"},
    {},
    true};

}  // namespace preshift
