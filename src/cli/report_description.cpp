#include "command_descriptions.hpp"
#include "judging_common_options.hpp"
#include "signing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_options{
    OptionInfo{"--format",
               {"", "html|pdf", "html|pdf"},
               {"", "kind of document (default: what --output ends with, else html)",
                "type de document (par défaut : selon la fin de --output, sinon html)"},
               Completes::words,
               "html pdf"},
    OptionInfo{"--output",
               k_file,
               {"", "the document's file (default: standard output)",
                "fichier du document (par défaut : la sortie standard)"},
               Completes::files},
    OptionInfo{"--qr",
               k_none,
               {"", "add the certificate's compact form as a QR code, signed by your key",
                "ajouter la forme compacte du certificat en code QR, signée de votre clé"}},
    k_employer_option,
    OptionInfo{"--approval",
               k_file,
               {"", "the employer's answer to the onboarding; may be given several times",
                "la réponse de l'employeur à l'intégration ; peut être donné plusieurs fois"},
               Completes::files,
               {},
               false,
               true},
    k_at_option,
    k_rules,
    k_set,
    k_fact,
    k_facts,
    k_waivers,
    OptionInfo{"--answers",
               k_file,
               {"", "answers to the questions of manual rules, for a saved check",
                "réponses aux questions des règles manuelles, pour un contrôle enregistré"},
               Completes::files},
    k_key_option,
    k_passphrase_file,
    k_language,
};

constexpr std::array k_examples{
    ExampleInfo{"preshift report shift.json --output shift.pdf",
                {"", "a certificate on paper", "un certificat sur papier"}},
    ExampleInfo{"preshift report shift.json --qr --language fr --output shift.html",
                {"", "in French, with its QR code", "en français, avec son code QR"}},
    ExampleInfo{"preshift report monday.json --rules our-rules.yaml --output monday.pdf",
                {"", "a saved check, judged by your rules", "un contrôle enregistré, jugé selon vos règles"}},
};

}  // namespace

constinit const CommandInfo k_report_description{
    "report",
    {"", "make a page to print of a certificate or a saved check",
     "faire d'un certificat ou d'un contrôle enregistré une page à imprimer"},
    {"",
     "Makes a page for people of a certificate, an employer's approval or a check saved by `preshift check "
     "--save-measurements`: how it came out, whether its signature holds, until when, each requirement and "
     "rule "
     "with what was measured and asked, what to do about what did not pass, and what it proves. HTML needs "
     "no other "
     "file and no network; PDF is A4.\n\nThe rules' titles and remedies are those of a shipped profile when "
     "the "
     "certificate names its digest, else those of --rules. A saved check is judged by --rules.",
     "Fait une page pour des personnes d'un certificat, d'une approbation d'employeur ou d'un contrôle "
     "enregistré "
     "par `preshift check --save-measurements` : son résultat, si sa signature tient, jusqu'à quand, chaque "
     "exigence "
     "et chaque règle avec ce qui a été mesuré et demandé, que faire de ce qui n'est pas conforme, et ce que "
     "cela "
     "prouve. Le HTML ne demande aucun autre fichier ni réseau ; le PDF est au format A4.\n\nLes titres et "
     "remèdes "
     "des règles sont ceux d'un profil fourni si le certificat en nomme l'empreinte, sinon ceux de --rules. "
     "Un "
     "contrôle enregistré est jugé selon --rules."},
    k_options,
    k_examples,
    {"", "FILE", "FICHIER"}};

}  // namespace preshift
