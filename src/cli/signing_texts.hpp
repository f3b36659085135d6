#pragma once

#include "text.hpp"

namespace preshift {

/// What the command line says about keys, certificates and what is done with them.
inline constexpr Text k_signing_texts[] = {
    {"passphrase.ask", "Passphrase of the key:", "Phrase secrète de la clé :"},
    {"passphrase.new", "New passphrase:", "Nouvelle phrase secrète :"},
    {"passphrase.again", "The same again:", "Encore la même :"},
    {"passphrase.differ", "The two passphrases differ. Try again.",
     "Les deux phrases secrètes diffèrent. Réessayez."},
    {"passphrase.short",
     "The passphrase has fewer than {0} characters. Choose a longer one, such as four words.",
     "La phrase secrète a moins de {0} caractères. Choisissez-en une plus longue, par exemple quatre mots."},
    {"passphrase.unreadable", "--passphrase-file: {0} cannot be read, or its first line is empty.",
     "--passphrase-file : {0} n'est pas lisible, ou sa première ligne est vide."},
    {"passphrase.nobody_to_ask",
     "The key is sealed by a passphrase and there is no terminal to ask for it. Give "
     "--passphrase-file.",
     "La clé est scellée par une phrase secrète et il n'y a pas de terminal où la demander. Donnez "
     "--passphrase-file."},
    {"key.none_yet", "{0}: there is no key. Make one with `preshift key create`.",
     "{0} : il n'y a pas de clé. Créez-en une avec `preshift key create`."},
    {"key.created", "New key: {0}", "Nouvelle clé : {0}"},
    {"key.shown", "Key: {0}", "Clé : {0}"},
    {"key.created_on", "Made on {0}", "Créée le {0}"},
    {"key.sealed", "The private key is sealed by a passphrase.",
     "La clé privée est scellée par une phrase secrète."},
    {"key.not_sealed", "The private key is not sealed: whoever reads your files can sign as you.",
     "La clé privée n'est pas scellée : qui lit vos fichiers peut signer à votre place."},
    {"key.follows", "Follows {0}, which signed so on {1}", "Succède à {0}, qui l'a signé le {1}"},

    {"option.no_room", "{0}: the room file cannot be read. Check the name; `preshift enrol` makes one.",
     "{0} : impossible de lire le fichier de pièce. Vérifiez le nom ; `preshift enrol` en crée un."},
    {"option.needs", "{0} needs {1}.", "{0} demande {1}."},
    {"option.bad_nonce", "--nonce: 1 to 128 visible ASCII characters, without spaces.",
     "--nonce : de 1 à 128 caractères ASCII visibles, sans espace."},
    {"option.bad_agent_id",
     "--agent-id: 1 to 64 letters, digits and . _ : - such as agent-0042. A name or an address is none: use "
     "the "
     "identifier that your employer gave you.",
     "--agent-id : de 1 à 64 lettres, chiffres et . _ : - comme agent-0042. Pas de nom ni d'adresse : "
     "utilisez "
     "l'identifiant donné par votre employeur."},
    {"option.bad_valid_for", "--valid-for: '{0}' is not a time from 1h to {1}h. Write 8h.",
     "--valid-for : « {0} » n'est pas une durée de 1h à {1}h. Écrivez 8h."},
    {"option.bad_at", "--at: '{0}' is not a time. Write 2026-03-01T08:30:00Z.",
     "--at : « {0} » n'est pas un moment. Écrivez 2026-03-01T08:30:00Z."},
    {"option.bad_trusted", "{0}:{1}: '{2}' is not a key such as did:key:z6Mk...",
     "{0}:{1} : « {2} » n'est pas une clé comme did:key:z6Mk..."},
    {"option.no_list", "{0}: the list cannot be read. Check the file.",
     "{0} : la liste n'est pas lisible. Vérifiez le fichier."},
    {"certificate.written", "Certificate: {0}, valid until {1}", "Certificat : {0}, valable jusqu'au {1}"},
    {"certificate.what", "Say which: context or schema.", "Dites lequel : context ou schema."},
    {"show.qr_too_wide",
     "The QR code takes {0} columns, and the terminal has {1}. Widen it, or give --qr-file "
     "code.svg.",
     "Le code QR prend {0} colonnes, et le terminal en a {1}. Élargissez-le, ou donnez --qr-file code.svg."},
    {"show.qr_title", "Compact form of a Preshift certificate", "Forme compacte d'un certificat de Preshift"},
    {"show.no_compact_form", "{0}: only a whole certificate of Preshift has a compact form.",
     "{0} : seul un certificat entier de Preshift a une forme compacte."},
    {"show.other_key", "{0}: its compact form is signed by its issuer {1}, and this key is {2}.",
     "{0} : sa forme compacte est signée par son émetteur {1}, et cette clé est {2}."},
    {"show.altered",
     "{0}: altered since it was signed, so there is nothing to sign. `preshift verify` says more.",
     "{0} : modifié depuis sa signature, il n'y a donc rien à signer. `preshift verify` en dit plus."},
};

[[nodiscard]] consteval Text signing_text(std::string_view id) {
  return pick(k_signing_texts, id);
}

}  // namespace preshift
