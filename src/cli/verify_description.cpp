#include "command_descriptions.hpp"
#include "signing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_verify_options{
    k_trusted_option,
    k_revoked_option,
    OptionInfo{"--rules",
               k_file,
               {"", "the rules that it must have been judged by: a file, or the name of a shipped profile",
                "les règles selon lesquelles il doit avoir été jugé : un fichier, ou un profil fourni"},
               Completes::files},
    k_set,
    OptionInfo{"--nonce",
               {"", "NONCE", "NONCE"},
               {"", "the nonce that it must answer", "le nonce auquel il doit répondre"}},
    k_expected_agent_option,
    OptionInfo{"--room",
               k_file,
               {"", "the room file that it must have been checked with",
                "le fichier de pièce avec lequel il doit avoir été contrôlé"},
               Completes::files},
    OptionInfo{
        "--any-outcome",
        k_none,
        {"", "do not mind whether the workspace was cleared", "ne pas exiger que le poste ait été autorisé"}},
    k_employer_option,
    OptionInfo{"--approval",
               k_file,
               {"", "an employer's answer that a certificate may rest on; may be given several times",
                "une réponse d'employeur sur laquelle un certificat peut reposer ; peut être répété"},
               Completes::files,
               {},
               false,
               true},
    OptionInfo{"--certificate",
               k_file,
               {"", "the certificate that an approval, a dispute or a compact form must name",
                "le certificat qu'une approbation, une contestation ou une forme compacte doit nommer"},
               Completes::files},
    k_at_option,
    k_format,
    k_language};

constexpr std::array k_show_options{
    OptionInfo{"--qr",
               k_none,
               {"", "the QR code of the certificate's compact form, signed by your key, on the terminal",
                "le code QR de la forme compacte du certificat, signée par votre clé, au terminal"}},
    OptionInfo{"--qr-file",
               k_file,
               {"", "the same into an .svg or .png file", "le même dans un fichier .svg ou .png"},
               Completes::files},
    OptionInfo{"--compact",
               k_none,
               {"", "the compact form itself, as text", "la forme compacte elle-même, en texte"}},
    k_key_option,
    k_passphrase_file,
    k_language};

constexpr std::array k_verify_examples{
    ExampleInfo{"preshift verify certificate.json --trusted agents.txt --nonce 7f3a",
                {"", "is it from a known agent, and made today?",
                 "vient-il d'un agent connu, et est-il d'aujourd'hui ?"}},
    ExampleInfo{"preshift verify shifts/*.json --any-outcome --format json",
                {"", "many, for a program", "plusieurs, pour un programme"}},
    ExampleInfo{"preshift verify scanned.txt --trusted agents.txt",
                {"", "the compact form that a QR code holds", "la forme compacte que contient un code QR"}},
    ExampleInfo{"preshift verify shift.json --employer employer.key --approval a17.json",
                {"", "does it rest on an approval of ours?", "repose-t-il sur une de nos approbations ?"}},
};

constexpr std::array k_show_examples{
    ExampleInfo{"preshift show certificate.json",
                {"", "read it before you send it", "le lire avant de l'envoyer"}},
    ExampleInfo{"preshift show certificate.json --qr-file certificate.png",
                {"", "its QR code, to be scanned", "son code QR, à scanner"}},
};

constexpr std::array k_certificate_examples{
    ExampleInfo{"preshift certificate schema > certificate.schema.json",
                {"", "for a program that reads certificates", "pour un programme qui lit des certificats"}},
};

}  // namespace

constinit const CommandInfo k_verify_description{
    "verify",
    {"", "verify certificates, approvals and disputes",
     "vérifier des certificats, approbations et contestations"},
    {"",
     "Verifies certificates, employers' approvals, agents' disputes and scanned compact forms without any "
     "network: form, "
     "signature, issuer, dates, status, rules, nonce, agent, room, approval and outcome, and says of each "
     "whether it holds, fails or was not checked because nothing was given to compare it with. The status is "
     "0 "
     "when all are valid and 1 when one is not. A dispute is valid only beside the certificate that it "
     "contests "
     "(--certificate), or with --any-outcome, as it clears nothing.\n\nA compact form is given in a file, or "
     "as the argument "
     "itself, in quotes.",
     "Vérifie sans réseau des certificats, des approbations d'employeur, des contestations d'agent et des "
     "formes compactes scannées : "
     "forme, signature, émetteur, dates, statut, règles, nonce, agent, pièce, approbation et résultat, et "
     "dit "
     "pour chacun s'il tient, s'il échoue ou s'il n'a pas été contrôlé faute de quoi le comparer. Le code de "
     "retour est 0 si tous sont valables et 1 sinon. Une contestation n'est valable qu'avec le certificat "
     "qu'elle "
     "conteste (--certificate), ou avec --any-outcome, car elle n'autorise rien.\n\nUne forme compacte se "
     "donne dans un fichier, ou "
     "comme "
     "argument même, entre guillemets."},
    k_verify_options,
    k_verify_examples,
    {"", "FILE|TEXT", "FICHIER|TEXTE"},
    {},
    true};

constinit const CommandInfo k_show_description{
    "show",
    {"", "show what a certificate says", "montrer ce que dit un certificat"},
    {"",
     "Shows a certificate, an approval, a dispute or a compact form as a person reads it, and whether its "
     "signature is "
     "right. Whom to trust, and whether it is still valid, is for `preshift verify`.\n\nWith --qr, --qr-file "
     "or "
     "--compact it makes the certificate's compact form, signed by the same key as the certificate: short "
     "enough "
     "to be scanned, and verified without the certificate. It says who, what outcome, when, by which rules, "
     "in "
     "which room; not what was measured.",
     "Montre un certificat, une approbation, une contestation ou une forme compacte comme une personne les "
     "lit, et si la "
     "signature "
     "est juste. À qui se fier, et s'il est encore valable, se vérifie par `preshift verify`.\n\nAvec --qr, "
     "--qr-file ou --compact, fait la forme compacte du certificat, signée par la même clé que lui : assez "
     "courte "
     "pour être scannée, et vérifiée sans le certificat. Elle dit qui, quel résultat, quand, selon quelles "
     "règles, dans quelle pièce ; pas ce qui a été mesuré."},
    k_show_options,
    k_show_examples,
    {"", "FILE|TEXT", "FICHIER|TEXTE"}};

constinit const CommandInfo k_certificate_description{
    "certificate",
    {"", "print the vocabulary of certificates", "afficher le vocabulaire des certificats"},
    {"",
     "Prints the JSON-LD context that names the words of a certificate, or the JSON Schema of its form: what "
     "somebody "
     "needs to read certificates with their own programs.",
     "Affiche le contexte JSON-LD qui nomme les mots d'un certificat, ou le schéma JSON de sa forme : ce "
     "qu'il faut pour "
     "lire des certificats avec ses propres programmes."},
    {},
    k_certificate_examples,
    {"", "context|schema", "context|schema"},
    "context schema"};

}  // namespace preshift
