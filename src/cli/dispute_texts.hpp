#pragma once

#include "text.hpp"

namespace preshift {

/// What the command line says when an agent contests a certificate.
inline constexpr Text k_dispute_texts[] = {
    {"dispute.no_note", "Say what is wrong: --note 'The drill was in the street.'",
     "Dites ce qui ne va pas : --note 'La perceuse était dans la rue.'"},
    {"dispute.bad_note", "--note: a text of 1 to {0} bytes; this one has {1}. Shorten it.",
     "--note : un texte de 1 à {0} octets ; celui-ci en a {1}. Raccourcissez-le."},
    {"dispute.not_certificate",
     "{0}: not a certificate of Preshift, so there is nothing to contest. `preshift show` says what it is.",
     "{0} : pas un certificat de Preshift, il n'y a donc rien à contester. `preshift show` dit ce que "
     "c'est."},
    {"dispute.altered", "{0}: {1}. Contest the certificate as it was issued.",
     "{0} : {1}. Contestez le certificat tel qu'il a été émis."},
    {"dispute.other_key",
     "{0}: issued by {1}, and this key is {2}, which does not follow it. Name the key that issued it, or one "
     "that follows it, with --key.",
     "{0} : émis par {1}, et cette clé est {2}, qui ne lui succède pas. Nommez la clé qui l'a émis, ou une "
     "qui "
     "lui succède, avec --key."},
    {"dispute.output_exists", "{0} is there already. Name another file with --output.",
     "{0} existe déjà. Nommez un autre fichier avec --output."},
    {"dispute.written", "Written: {0}", "Écrit : {0}"},
    {"dispute.next",
     "Send this file to your employer. A person there reads it and answers you; nothing happens by itself, "
     "and "
     "the certificate stays as it is.",
     "Envoyez ce fichier à votre employeur. Une personne le lit et vous répond ; rien ne se fait "
     "automatiquement, et le certificat reste tel qu'il est."},
};

[[nodiscard]] consteval Text dispute_text(std::string_view id) {
  return pick(k_dispute_texts, id);
}

}  // namespace preshift
