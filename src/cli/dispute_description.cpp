#include "command_descriptions.hpp"
#include "signing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_options{
    OptionInfo{"--note",
               {"", "TEXT", "TEXTE"},
               {"", "what is wrong with it, in your words; 2000 bytes at most",
                "ce qui n'y est pas juste, dans vos mots ; 2000 octets au plus"}},
    OptionInfo{"--output",
               k_file,
               {"", "the dispute's file (default: FILE with the ending .dispute.json)",
                "fichier de la contestation (par défaut : FICHIER avec la fin .dispute.json)"},
               Completes::files},
    k_key_option,
    k_passphrase_file,
    k_format,
    k_language,
};

constexpr std::array k_examples{
    ExampleInfo{"preshift dispute shift.json --note 'The drill was in the street.'",
                {"", "contest what a certificate says", "contester ce que dit un certificat"}},
};

}  // namespace

constinit const CommandInfo k_dispute_description{
    "dispute",
    {"", "contest a certificate that you issued", "contester un certificat que vous avez émis"},
    {"",
     "For agents. Writes an objection to a certificate, signed by the key that issued it, or by the one that "
     "follows it since `preshift key rotate`: it names the certificate by the digest of its content and says "
     "in "
     "your words what is wrong. Send it to your employer, where a person reads and answers it. Nothing is "
     "automatic: the certificate stays as it is, and is as valid as before.",
     "Pour les agents. Écrit une contestation d'un certificat, signée de la clé qui l'a émis, ou de celle "
     "qui "
     "lui a succédé par `preshift key rotate` : elle nomme le certificat par l'empreinte de son contenu et "
     "dit "
     "dans vos mots ce qui n'y est pas juste. Envoyez-la à votre employeur, chez qui une personne la lit et "
     "vous répond. Rien n'est automatique : le certificat reste tel qu'il est, et vaut autant qu'avant."},
    k_options,
    k_examples,
    {"", "FILE", "FICHIER"}};

}  // namespace preshift
