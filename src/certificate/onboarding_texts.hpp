#pragma once

#include "text.hpp"

namespace preshift {

/// How an onboarding stands, and why an employer's approval does not count.
inline constexpr Text k_onboarding_texts[] = {
    // There is none that counts
    {"onboarding.none", "there is no onboarding certificate", "il n'y a pas de certificat d'intégration",
     "Run `preshift onboard`, then send the certificate to your employer.",
     "Lancez `preshift onboard`, puis envoyez le certificat à votre employeur."},
    {"onboarding.no_form", "the onboarding certificate is damaged: '{0}' is missing or not as it must be",
     "le certificat d'intégration est abîmé : « {0} » manque ou n'est pas comme il doit être",
     "Run `preshift onboard` again.", "Relancez `preshift onboard`."},
    {"onboarding.altered", "the onboarding certificate was altered since it was signed",
     "le certificat d'intégration a été modifié depuis sa signature", "Run `preshift onboard` again.",
     "Relancez `preshift onboard`."},
    {"onboarding.other_kind", "this certificate is one of a check before a shift, not of an onboarding",
     "ce certificat est celui d'un contrôle avant service, pas celui d'une intégration",
     "Run `preshift onboard`.", "Lancez `preshift onboard`."},
    {"onboarding.not_cleared", "the workspace was not cleared when it was onboarded",
     "le poste n'a pas été autorisé lors de l'intégration", "Run `preshift onboard` again.",
     "Relancez `preshift onboard`."},
    {"onboarding.other_agent", "the onboarding certificate was made with another key than yours",
     "le certificat d'intégration a été fait avec une autre clé que la vôtre",
     "Run `preshift onboard` again with your present key.",
     "Relancez `preshift onboard` avec votre clé actuelle."},
    {"onboarding.names_no_room", "the onboarding certificate names no room",
     "le certificat d'intégration ne nomme aucune pièce", "Run `preshift onboard` again.",
     "Relancez `preshift onboard`."},
    {"onboarding.other_room", "the onboarding certificate is of another room",
     "le certificat d'intégration est celui d'une autre pièce",
     "Check with the room file that was approved (--room), or onboard this room with `preshift onboard`.",
     "Contrôlez avec le fichier de la pièce approuvée (--room), ou intégrez cette pièce par `preshift "
     "onboard`."},
    {"onboarding.which_room", "no room was given, so it cannot be told whether it is the approved one",
     "aucune pièce n'est donnée, on ne peut donc dire si c'est celle qui est approuvée",
     "Give the room file that was approved (--room).", "Donnez le fichier de la pièce approuvée (--room)."},
    {"onboarding.not_yet", "the onboarding certificate is not valid before {0}",
     "le certificat d'intégration n'est pas valable avant le {0}", "Set the computer's clock.",
     "Réglez l'horloge de l'ordinateur."},

    // The five states of one that counts
    {"onboarding.pending", "the employer has not answered yet", "l'employeur n'a pas encore répondu",
     "Send the onboarding certificate to your employer; put the answer in with `preshift onboard --approval "
     "FILE`.",
     "Envoyez le certificat d'intégration à votre employeur ; ajoutez la réponse par `preshift onboard "
     "--approval FICHIER`."},
    {"onboarding.approved", "approved by {0}, until {1}", "approuvé par {0}, jusqu'au {1}"},
    {"onboarding.refused", "the employer refused it, and gave no reason",
     "l'employeur l'a refusé, sans donner de motif", "Ask your employer what to mend, then onboard again.",
     "Demandez à votre employeur que corriger, puis recommencez l'intégration."},
    {"onboarding.refused_because", "the employer refused it: {0}", "l'employeur l'a refusé : {0}",
     "Mend that, then run `preshift onboard` again.", "Corrigez cela, puis relancez `preshift onboard`."},
    {"onboarding.revoked", "revoked by the employer: {0} is in the list",
     "révoqué par l'employeur : {0} est dans la liste", "Ask your employer why, then onboard again.",
     "Demandez-en la raison à votre employeur, puis recommencez l'intégration."},
    {"onboarding.expired", "the onboarding certificate expired on {0}",
     "le certificat d'intégration a expiré le {0}", "Run `preshift onboard` again.",
     "Relancez `preshift onboard`."},
    {"onboarding.approval_expired", "the employer's approval expired on {0}",
     "l'approbation de l'employeur a expiré le {0}",
     "Ask your employer to approve again, or run `preshift onboard` again.",
     "Demandez à votre employeur d'approuver à nouveau, ou relancez `preshift onboard`."},

    // Why an approval does not count
    {"approval.no_form", "not an approval of Preshift: '{0}' is missing or not as it must be",
     "pas une approbation de Preshift : « {0} » manque ou n'est pas comme il doit être",
     "Ask your employer for the file that `preshift approve` wrote.",
     "Demandez à votre employeur le fichier qu'a écrit `preshift approve`."},
    {"approval.altered", "the approval was altered since it was signed",
     "l'approbation a été modifiée depuis sa signature", "Ask your employer to send it again.",
     "Demandez à votre employeur de la renvoyer."},
    {"approval.untrusted", "the approval is signed by {0}, which is not a key of your employer",
     "l'approbation est signée par {0}, qui n'est pas une clé de votre employeur",
     "Ask your employer for its key and give it with --employer.",
     "Demandez sa clé à votre employeur et donnez-la avec --employer."},
    {"approval.other_certificate", "the approval is of another onboarding certificate",
     "l'approbation porte sur un autre certificat d'intégration",
     "Ask your employer to approve this certificate.",
     "Demandez à votre employeur d'approuver ce certificat."},
    {"approval.altered_certificate",
     "the onboarding certificate is not the one that was approved: its contents differ",
     "le certificat d'intégration n'est pas celui qui a été approuvé : son contenu diffère",
     "Restore the certificate as you sent it, or run `preshift onboard` again.",
     "Restaurez le certificat tel que vous l'avez envoyé, ou relancez `preshift onboard`."},
    {"approval.other_room", "the approval is of another room", "l'approbation porte sur une autre pièce",
     "Ask your employer to approve this certificate.",
     "Demandez à votre employeur d'approuver ce certificat."},
    {"approval.other_agent", "the approval is for another agent's key",
     "l'approbation porte sur la clé d'un autre agent", "Ask your employer to approve this certificate.",
     "Demandez à votre employeur d'approuver ce certificat."},
    {"approval.revoked", "the approval was revoked: {0} is in the list",
     "l'approbation a été révoquée : {0} est dans la liste", "Ask your employer why.",
     "Demandez-en la raison à votre employeur."},
    {"approval.not_yet", "the approval is not valid before {0}",
     "l'approbation n'est pas valable avant le {0}", "Wait until then, or set the computer's clock.",
     "Attendez ce moment, ou réglez l'horloge de l'ordinateur."},
};

[[nodiscard]] consteval Text onboarding_text(std::string_view id) {
  return pick(k_onboarding_texts, id);
}

}  // namespace preshift
