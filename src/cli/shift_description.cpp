#include "command_descriptions.hpp"
#include "signing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr OptionInfo k_trusted{
    "--trusted",
    {"", "FILE|KEY", "FICHIER|CLÉ"},
    {"", "trusted keys: a did:key, or a file with one on each line; may be given several times",
     "clés de confiance : une did:key, ou un fichier avec une par ligne ; peut être répété"},
    Completes::files,
    {},
    false,
    true};

constexpr std::array k_end_options{k_key_option, k_passphrase_file, k_format, k_language};
constexpr std::array k_status_options{k_format, k_language};
constexpr std::array k_log_options{
    OptionInfo{"--export",
               k_file,
               {"", "write the journal with its head to this file, for your employer",
                "écrire le journal avec sa tête dans ce fichier, pour votre employeur"},
               Completes::files},
    k_key_option, k_format, k_language};
constexpr std::array k_verify_options{k_trusted, k_key_option, k_format, k_language};

constexpr std::array k_end_examples{
    ExampleInfo{"preshift shift end", {"", "at the end of the day", "à la fin de la journée"}},
};
constexpr std::array k_status_examples{
    ExampleInfo{"preshift shift status --format json", {"", "for a program", "pour un programme"}},
};
constexpr std::array k_log_examples{
    ExampleInfo{"preshift shift log", {"", "what was recorded", "ce qui a été enregistré"}},
    ExampleInfo{"preshift shift log --export shifts.jsonl",
                {"", "a file to send to your employer", "un fichier à envoyer à votre employeur"}},
};
constexpr std::array k_verify_examples{
    ExampleInfo{"preshift shift verify", {"", "your own journal", "votre propre journal"}},
    ExampleInfo{"preshift shift verify shifts.jsonl --trusted agents.txt",
                {"", "one that an agent sent", "celui qu'un agent a envoyé"}},
};

}  // namespace

constinit const CommandInfo k_shift_end_description{
    "shift end",
    {"", "end the shift", "terminer le service"},
    {"",
     "Records the sign-out in your journal of shifts. A key that is sealed needs its passphrase, as for a "
     "certificate. The status is 0, or 1 when there is no shift to end.",
     "Enregistre la fin du service dans votre journal. Une clé scellée demande sa phrase secrète, comme pour "
     "un certificat. Le code de retour est 0, ou 1 s'il n'y a pas de service à terminer."},
    k_end_options,
    k_end_examples};

constinit const CommandInfo k_shift_status_description{
    "shift status",
    {"", "tell whether you are on shift", "dire si vous êtes en service"},
    {"",
     "Tells since when you are on shift, what cleared it and until when that is valid. The status is 0 on "
     "shift, 1 off shift, 3 when the journal is not as it was written.",
     "Dit depuis quand vous êtes en service, ce qui l'a autorisé et jusqu'à quand c'est valable. Le code de "
     "retour est 0 en service, 1 hors service, 3 si le journal n'est pas tel qu'il a été écrit."},
    k_status_options,
    k_status_examples};

constinit const CommandInfo k_shift_log_description{
    "shift log",
    {"", "show the journal of your shifts", "montrer le journal de vos services"},
    {"",
     "Shows every sign-in, sign-out and refusal that was recorded on this computer. With --export it writes "
     "the journal and the signed record of how far it goes to one file, which anybody can verify.",
     "Montre chaque début, fin et refus de service enregistrés sur cet ordinateur. Avec --export, écrit dans "
     "un fichier le journal et l'enregistrement signé qui dit jusqu'où il va, que chacun peut vérifier."},
    k_log_options,
    k_log_examples};

constinit const CommandInfo k_shift_verify_description{
    "shift verify",
    {"", "verify a journal of shifts", "vérifier un journal de services"},
    {"",
     "Verifies, without any network, that nothing in a journal was removed, reordered, repeated or altered, "
     "that its end is there and that one key, and those that follow it by its word, signed it all; names the "
     "line and the entry of each fault. A clock that was changed is noticed. The status is 0 when it is "
     "sound, "
     "1 when it is not or its key is not trusted, 2 when it is sound but the clock was changed, 3 when it "
     "cannot be read.",
     "Vérifie, sans réseau, que rien dans un journal n'a été retiré, déplacé, répété ou modifié, que sa fin "
     "est là et qu'une seule clé, ou celles qu'elle a désignées, ont tout signé ; nomme la ligne et l'entrée "
     "de "
     "chaque défaut. Une horloge changée est remarquée. Le code de retour est 0 s'il est intact, 1 s'il ne "
     "l'est pas ou si sa clé n'est pas de confiance, 2 s'il est intact mais que l'horloge a été changée, 3 "
     "s'il "
     "n'est pas lisible."},
    k_verify_options,
    k_verify_examples,
    {"", "FILE", "FICHIER"}};

}  // namespace preshift
