#include "command_descriptions.hpp"
#include "common_options.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace preshift {
namespace {

constexpr std::array k_own_options{
    OptionInfo{"--certificate",
               k_file,
               {"", "start by this certificate of `preshift check --certificate` instead of checking",
                "commencer avec ce certificat de `preshift check --certificate` au lieu de contrôler"},
               Completes::files},
    OptionInfo{"--last",
               k_none,
               {"", "start by the certificate that the last `preshift shift start` made",
                "commencer avec le certificat du dernier `preshift shift start`"}},
    k_format,
};

constexpr std::array k_examples{
    ExampleInfo{"preshift shift start",
                {"", "check, and sign in when cleared", "contrôler, et commencer si autorisé"}},
    ExampleInfo{"preshift shift start --certificate shift.json --agent-id A17",
                {"", "by a check that cleared a moment ago", "par un contrôle autorisé à l'instant"}},
};

/// What a check takes, but for where its result and its measurements go.
const std::vector<OptionInfo>& start_options() {
  static const std::vector<OptionInfo> k_options = [] {
    constexpr std::array k_replaced{"--certificate", "--format", "--save-measurements"};
    std::vector<OptionInfo> options(k_own_options.begin(), k_own_options.end());
    std::copy_if(k_check_description.options.begin(), k_check_description.options.end(),
                 std::back_inserter(options), [&](const OptionInfo& option) {
                   return std::find(k_replaced.begin(), k_replaced.end(), option.name) == k_replaced.end();
                 });
    return options;
  }();
  return k_options;
}

}  // namespace

CommandInfo shift_start_description() {
  return {
      "shift start",
      {"", "begin a shift when the workspace is cleared", "commencer un service si le poste est autorisé"},
      {"",
       "Checks the workspace as `preshift check` does and, when it is cleared, records the sign-in in "
       "your journal of shifts with the certificate's digest. With --certificate or --last it takes a check "
       "that is not older than the profile says (`shift: {start_within: 30 min}`; 30 min where it does not "
       "say, a default of ours). A refusal says every reason and is recorded too, by the kinds of its "
       "reasons alone. A shift that was never signed out of is noted when the next one starts.\n\nThe "
       "status is 0 when the shift may start, 1 when it may not, 2 when the check is undecided, 3 when it "
       "could not run, 4 when a device failed.",
       "Contrôle le poste comme `preshift check` et, s'il est autorisé, enregistre le début du service dans "
       "votre journal avec l'empreinte du certificat. Avec --certificate ou --last, prend un contrôle pas "
       "plus ancien que ne le dit le profil (`shift: {start_within: 30 min}` ; 30 min s'il n'en dit rien, "
       "valeur par défaut choisie par nous). Un refus donne toutes ses raisons et est aussi enregistré, par "
       "le seul type de ses raisons. Un service jamais terminé est noté au début du suivant.\n\nLe code de "
       "retour est 0 si le service peut commencer, 1 sinon, 2 si le contrôle est indécis, 3 s'il n'a pas pu "
       "avoir lieu, 4 si un appareil est en panne."},
      start_options(),
      k_examples};
}

}  // namespace preshift
