#include "command_descriptions.hpp"
#include "signing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_verify_options{
    OptionInfo{"--trusted",
               {"", "FILE|KEY", "FICHIER|CLÉ"},
               {"", "trusted issuers: a did:key, or a file with one on each line; may be given several times",
                "émetteurs de confiance : une did:key, ou un fichier avec une par ligne ; peut être répété"},
               Completes::files,
               {},
               false,
               true},
    OptionInfo{
        "--revoked",
        k_file,
        {"", "what is revoked: on each line the id or digest of a certificate, or a did:key",
         "ce qui est révoqué : à chaque ligne l'identifiant ou l'empreinte d'un certificat, ou une did:key"},
        Completes::files},
    OptionInfo{"--rules",
               k_file,
               {"", "the rules that it must have been judged by: a file, or the name of a shipped profile",
                "les règles selon lesquelles il doit avoir été jugé : un fichier, ou un profil fourni"},
               Completes::files},
    k_set,
    OptionInfo{"--nonce",
               {"", "NONCE", "NONCE"},
               {"", "the nonce that it must answer", "le nonce auquel il doit répondre"}},
    OptionInfo{"--agent-id",
               {"", "ID", "ID"},
               {"", "the agent whom it must be for", "l'agent pour qui il doit être"}},
    OptionInfo{"--room",
               k_file,
               {"", "the room file that it must have been checked with",
                "le fichier de pièce avec lequel il doit avoir été contrôlé"},
               Completes::files},
    OptionInfo{
        "--any-outcome",
        k_none,
        {"", "do not mind whether the workspace was cleared", "ne pas exiger que le poste ait été autorisé"}},
    OptionInfo{"--at",
               {"", "TIME", "MOMENT"},
               {"", "verify as of this time (UTC), such as 2026-03-01T08:30:00Z (default: now)",
                "vérifier à ce moment (UTC), par exemple 2026-03-01T08:30:00Z (par défaut : maintenant)"}},
    k_format,
    k_language};

constexpr std::array k_show_options{k_language};

constexpr std::array k_verify_examples{
    ExampleInfo{"preshift verify certificate.json --trusted agents.txt --nonce 7f3a",
                {"", "is it from a known agent, and made today?",
                 "vient-il d'un agent connu, et est-il d'aujourd'hui ?"}},
    ExampleInfo{"preshift verify shifts/*.json --any-outcome --format json",
                {"", "many, for a program", "plusieurs, pour un programme"}},
};

constexpr std::array k_show_examples{
    ExampleInfo{"preshift show certificate.json",
                {"", "read it before you send it", "le lire avant de l'envoyer"}},
};

constexpr std::array k_certificate_examples{
    ExampleInfo{"preshift certificate schema > certificate.schema.json",
                {"", "for a program that reads certificates", "pour un programme qui lit des certificats"}},
};

}  // namespace

constinit const CommandInfo k_verify_description{
    "verify",
    {"", "verify certificates", "vérifier des certificats"},
    {"",
     "Verifies certificates without any network: form, signature, issuer, dates, status, rules, nonce, agent "
     "and outcome, "
     "and says of each whether it holds, fails or was not checked because nothing was given to compare it "
     "with. The "
     "status is 0 when all are valid and 1 when one is not.",
     "Vérifie des certificats sans réseau : forme, signature, émetteur, dates, statut, règles, nonce, agent "
     "et résultat, "
     "et dit pour chacun s'il tient, s'il échoue ou s'il n'a pas été contrôlé faute de quoi le comparer. Le "
     "code de "
     "retour est 0 si tous sont valables et 1 sinon."},
    k_verify_options,
    k_verify_examples,
    {"", "FILE", "FICHIER"},
    {},
    true};

constinit const CommandInfo k_show_description{
    "show",
    {"", "show what a certificate says", "montrer ce que dit un certificat"},
    {"",
     "Shows a certificate as a person reads it, and whether its signature is right. Whom to trust, and "
     "whether it is "
     "still valid, is for `preshift verify`.",
     "Montre un certificat comme une personne le lit, et si sa signature est juste. À qui se fier, et s'il "
     "est encore "
     "valable, se vérifie par `preshift verify`."},
    k_show_options,
    k_show_examples,
    {"", "FILE", "FICHIER"}};

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
