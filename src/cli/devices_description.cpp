#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_devices_options{
    OptionInfo{"--format",
               {"", "text|json", "text|json"},
               {"", "list for people or for programs (default: text)",
                "liste pour des personnes ou des programmes (par défaut : text)"},
               Completes::words,
               "text json"},
    k_language,
};

constexpr std::array k_devices_examples{
    ExampleInfo{"preshift devices", {"", "all microphones and cameras", "tous les microphones et caméras"}},
};

}  // namespace

constinit const CommandInfo k_devices_description{
    "devices",
    {"", "list microphones and cameras", "montrer les microphones et les caméras"},
    {"",
     "Lists the microphones with their host API and sampling rates, the default one marked, and the "
     "cameras.",
     "Montre les microphones avec leur interface et leurs fréquences d'échantillonnage, celui du système "
     "marqué, et les caméras."},
    k_devices_options,
    k_devices_examples};

}  // namespace preshift
