#include "command_descriptions.hpp"
#include "signing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr std::array k_create_options{
    k_key_option,
    OptionInfo{"--passphrase",
               k_none,
               {"", "seal the private key by a passphrase, asked for at the terminal",
                "sceller la clé privée par une phrase secrète, demandée au terminal"}},
    k_passphrase_file, k_format, k_language};

constexpr std::array k_show_options{k_key_option, k_format, k_language};
constexpr std::array k_export_options{k_key_option, k_language};
constexpr std::array k_rotate_options{k_key_option, k_passphrase_file, k_format, k_language};

constexpr std::array k_show_examples{
    ExampleInfo{"preshift key show",
                {"", "the name to give to your employer", "le nom à donner à votre employeur"}},
};

constexpr std::array k_export_examples{
    ExampleInfo{"preshift key export-public > my-key.json",
                {"", "a file to send to your employer", "un fichier à envoyer à votre employeur"}},
};

constexpr std::array k_rotate_examples{
    ExampleInfo{"preshift key rotate",
                {"", "after somebody may have seen the old one", "si quelqu'un a pu voir l'ancienne"}},
};

constexpr std::array k_create_examples{
    ExampleInfo{"preshift key create --passphrase",
                {"", "a key that only you can use", "une clé que vous seul pouvez utiliser"}},
};

}  // namespace

constinit const CommandInfo k_key_create_description{
    "key create",
    {"", "make the key that signs your certificates", "créer la clé qui signe vos certificats"},
    {"",
     "Makes an Ed25519 key in the user's configuration folder. Its public part is a name, did:key:z6Mk..., "
     "that your "
     "employer puts in the list of trusted keys. The private part can be read by you alone, sealed by a "
     "passphrase if "
     "you like, and is never shown.",
     "Crée une clé Ed25519 dans le dossier de configuration de l'utilisateur. Sa partie publique est un nom, "
     "did:key:z6Mk..., que votre employeur met dans sa liste de clés de confiance. La partie privée n'est "
     "lisible que "
     "par vous, scellée si vous voulez par une phrase secrète, et n'est jamais montrée."},
    k_create_options,
    k_create_examples};

constinit const CommandInfo k_key_show_description{
    "key show",
    {"", "show your key's name", "montrer le nom de votre clé"},
    {"", "Shows the public part of the key, whether it is sealed, and which keys it follows.",
     "Montre la partie publique de la clé, si elle est scellée, et à quelles clés elle succède."},
    k_show_options,
    k_show_examples};

constinit const CommandInfo k_key_export_description{
    "key export-public",
    {"", "print what others may have of your key", "afficher ce que d'autres peuvent avoir de votre clé"},
    {"", "Prints the public key as JSON, with each former key's signed statement of its successor.",
     "Affiche la clé publique en JSON, avec la déclaration signée de chaque ancienne clé sur celle qui lui "
     "succède."},
    k_export_options,
    k_export_examples};

constinit const CommandInfo k_key_rotate_description{
    "key rotate",
    {"", "put a new key in the old one's place", "remplacer la clé par une nouvelle"},
    {"",
     "Makes a new key; the old one signs that the new one follows it, then its private part is removed. Give "
     "your "
     "employer the new name, or `preshift key export-public`. A sealed key is followed by one that the same "
     "passphrase seals.",
     "Crée une nouvelle clé ; l'ancienne signe que la nouvelle lui succède, puis sa partie privée est "
     "supprimée. Donnez "
     "le nouveau nom à votre employeur, ou `preshift key export-public`. À une clé scellée en succède une "
     "que scelle la "
     "même phrase secrète."},
    k_rotate_options,
    k_rotate_examples};

}  // namespace preshift
