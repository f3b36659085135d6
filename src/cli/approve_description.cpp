#include "command_descriptions.hpp"
#include "signing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_options{
    OptionInfo{
        "--reject",
        {"", "REASON", "MOTIF"},
        {"", "refuse it, with a reason that the agent reads", "le refuser, avec un motif que l'agent lit"}},
    OptionInfo{"--valid-for",
               {"", "DAYS", "JOURS"},
               {"",
                "how long the approval holds, such as 180d (default: as long as the certificate, which is "
                "the most)",
                "durée de l'approbation, par exemple 180d (par défaut : celle du certificat, qui est le plus "
                "long)"}},
    OptionInfo{"--output",
               k_file,
               {"", "the answer's file (default: FILE with the ending .approval.json)",
                "fichier de la réponse (par défaut : FICHIER avec la fin .approval.json)"},
               Completes::files},
    OptionInfo{"--recorded",
               k_none,
               {"", "approve it although it was made from recordings",
                "l'approuver bien qu'il soit fait à partir d'enregistrements"}},
    k_key_option,
    k_passphrase_file,
    k_trusted_option,
    k_expected_agent_option,
    OptionInfo{"--nonce",
               {"", "NONCE", "NONCE"},
               {"", "the nonce that it must answer", "le nonce auquel il doit répondre"}},
    OptionInfo{"--rules",
               k_file,
               {"", "the rules that it must have been judged by, such as `onboarding`",
                "les règles selon lesquelles il doit avoir été jugé, par exemple `onboarding`"},
               Completes::files},
    k_set,
    k_revoked_option,
    k_format,
    k_language,
};

constexpr std::array k_examples{
    ExampleInfo{"preshift approve onboarding.json --agent-id A17",
                {"", "approve it for as long as it is valid", "l'approuver tant qu'il est valable"}},
    ExampleInfo{"preshift approve onboarding.json --reject 'The door does not close.'",
                {"", "refuse it", "le refuser"}},
};

}  // namespace

constinit const CommandInfo k_approve_description{
    "approve",
    {"", "approve or refuse an agent's onboarding", "approuver ou refuser l'intégration d'un agent"},
    {"",
     "For employers. Verifies an onboarding certificate, shows it, and writes an answer signed by your key: "
     "approved until a day, or refused with a reason. The answer names the certificate by the digest of its "
     "content, the agent's key and the room; it counts for nothing else. Send it to the agent. To take it "
     "back "
     "later, put its id in the list of --revoked.",
     "Pour les employeurs. Vérifie un certificat d'intégration, le montre, et écrit une réponse signée de "
     "votre "
     "clé : approuvé jusqu'à un jour, ou refusé avec un motif. La réponse nomme le certificat par "
     "l'empreinte de "
     "son contenu, la clé de l'agent et la pièce ; elle ne vaut pour rien d'autre. Envoyez-la à l'agent. "
     "Pour la "
     "retirer plus tard, mettez son identifiant dans la liste de --revoked."},
    k_options,
    k_examples,
    {"", "FILE", "FICHIER"}};

}  // namespace preshift
