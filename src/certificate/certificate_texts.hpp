#pragma once

#include "text.hpp"

namespace preshift {

/// What is said of certificates.
inline constexpr Text k_certificate_texts[] = {
    // Form
    {"form.right", "a certificate of Preshift", "un certificat de Preshift"},
    {"form.wrong", "not a certificate of Preshift: '{0}' is missing or not as it must be",
     "pas un certificat de Preshift : « {0} » manque ou n'est pas comme il doit être"},
    {"form.unread", "not looked at, as the form is wrong", "non examiné, la forme étant fausse"},

    {"form.approval", "an employer's answer to an onboarding certificate",
     "la réponse d'un employeur à un certificat d'intégration"},
    {"form.no_approval", "not an approval of Preshift: '{0}' is missing or not as it must be",
     "pas une approbation de Preshift : « {0} » manque ou n'est pas comme il doit être"},
    {"form.dispute", "an agent's objection to a certificate",
     "la contestation d'un certificat par son agent"},
    {"form.no_dispute", "not a dispute of Preshift: '{0}' is missing or not as it must be",
     "pas une contestation de Preshift : « {0} » manque ou n'est pas comme il doit être"},
    {"form.compact",
     "the compact form of a certificate. It proves what is listed here; what was measured is in the "
     "certificate with the digest {0}",
     "la forme compacte d'un certificat. Elle prouve ce qui figure ici ; ce qui a été mesuré est dans le "
     "certificat d'empreinte {0}"},
    {"form.compact_recorded",
     "the compact form of a certificate that was made from RECORDINGS, which say nothing of the room now; it "
     "has the digest {0}",
     "la forme compacte d'un certificat fait à partir d'ENREGISTREMENTS, qui ne disent rien de la pièce "
     "maintenant ; son empreinte est {0}"},
    {"form.no_compact", "not the compact form of a certificate, or not scanned whole",
     "pas la forme compacte d'un certificat, ou pas lue en entier"},

    // Signature
    {"signature.right", "signed by its issuer, unaltered since", "signé par son émetteur, inchangé depuis"},
    {"signature.missing", "there is no proof", "il n'y a pas de preuve"},
    {"signature.several", "more than one proof, so it is not clear what is proven",
     "plusieurs preuves, ce qui est prouvé n'est donc pas clair"},
    {"signature.other_cryptosuite", "the proof is not of the kind eddsa-jcs-2022",
     "la preuve n'est pas du type eddsa-jcs-2022"},
    {"signature.malformed", "the proof is incomplete or damaged", "la preuve est incomplète ou abîmée"},
    {"signature.other_context", "the proof is for another @context", "la preuve porte sur un autre @context"},
    {"signature.other_key", "the proof's key is not a did:key for Ed25519",
     "la clé de la preuve n'est pas une did:key pour Ed25519"},
    {"signature.wrong", "altered since it was signed, or signed by another key",
     "modifié depuis sa signature, ou signé par une autre clé"},
    {"signature.other_issuer", "signed by {0}, not by its issuer", "signé par {0}, et non par son émetteur"},

    // Issuer
    {"issuer.trusted", "the issuer is in the list of trusted keys",
     "l'émetteur est dans la liste des clés de confiance"},
    {"issuer.unknown", "the issuer {0} is not in the list of trusted keys",
     "l'émetteur {0} n'est pas dans la liste des clés de confiance"},
    {"issuer.follows", "the issuer follows a key in the list of trusted keys, by that key's word",
     "l'émetteur succède à une clé de la liste des clés de confiance, qui l'a signé"},
    {"issuer.no_list", "no list of trusted keys was given: anybody can have made it (--trusted)",
     "aucune liste de clés de confiance donnée : n'importe qui peut l'avoir fait (--trusted)"},

    // Dates
    {"dates.right", "valid from {0} until {1}", "valable du {0} au {1}"},
    {"dates.expired", "expired on {0}", "expiré le {0}"},
    {"dates.not_yet", "not valid before {0}", "pas valable avant le {0}"},
    {"dates.signed_later", "signed on {0}, after the time the clock now shows",
     "signé le {0}, après l'heure qu'indique l'horloge"},
    {"dates.proof_expired", "its proof expired on {0}", "sa preuve a expiré le {0}"},
    {"dates.too_long", "valid for {0} hours, but a pre-shift certificate is for one shift, {1} hours at most",
     "valable {0} heures, or un certificat d'avant service vaut pour un service, {1} heures au plus"},
    {"dates.malformed", "its dates are missing or wrong", "ses dates manquent ou sont fausses"},

    // Status
    {"status.good", "not in the list of what is revoked", "pas dans la liste de ce qui est révoqué"},
    {"status.revoked", "revoked: {0} is in the list", "révoqué : {0} est dans la liste"},
    {"status.no_list", "no list of what is revoked was given (--revoked)",
     "aucune liste de ce qui est révoqué n'a été donnée (--revoked)"},

    // What it is compared with
    {"profile.same", "judged by these rules", "jugé selon ces règles"},
    {"profile.other", "judged by other rules: {0}, version {1}",
     "jugé selon d'autres règles : {0}, version {1}"},
    {"profile.not_given", "judged by {0}, version {1}; no rules were given to compare (--rules)",
     "jugé selon {0}, version {1} ; aucune règle donnée pour comparer (--rules)"},
    {"profile.digest_alone", "judged by rules with the digest {0}; no rules were given to compare (--rules)",
     "jugé selon des règles d'empreinte {0} ; aucune règle donnée pour comparer (--rules)"},
    {"profile.other_digest", "judged by other rules, with the digest {0}",
     "jugé selon d'autres règles, d'empreinte {0}"},
    {"nonce.same", "answers this nonce", "répond à ce nonce"},
    {"nonce.other", "answers another nonce", "répond à un autre nonce"},
    {"nonce.missing", "answers no nonce", "ne répond à aucun nonce"},
    {"nonce.not_given", "no nonce was given to compare (--nonce)",
     "aucun nonce donné pour comparer (--nonce)"},
    {"agent.same", "for this agent", "pour cet agent"},
    {"agent.other", "for another agent, or for none that is named",
     "pour un autre agent, ou sans agent nommé"},
    {"agent.not_given", "no agent was given to compare (--agent-id)",
     "aucun agent donné pour comparer (--agent-id)"},
    {"room.same", "of this room", "de cette pièce"},
    {"certified_room.other", "of another room, or of none that was enrolled",
     "d'une autre pièce, ou d'aucune enregistrée"},
    {"room.not_given", "no room was given to compare (--room)", "aucune pièce donnée pour comparer (--room)"},
    {"form.holds_no_check", "this document holds no check, so it has nothing of this",
     "ce document ne contient aucun contrôle, donc rien de tel"},
    {"rests_on.nothing", "rests on no approved onboarding", "ne repose sur aucune intégration approuvée"},
    {"rests_on.other_employer", "rests on an approval by {0}, which is not one of the employer's keys",
     "repose sur une approbation par {0}, qui n'est pas une clé de l'employeur"},
    {"rests_on.claim",
     "says that it rests on an approval by {0}; no approvals were given to compare (--employer, --approval)",
     "dit reposer sur une approbation par {0} ; aucune approbation donnée pour comparer (--employer, "
     "--approval)"},
    {"rests_on.compact_claim",
     "says that it rests on an approval by {0}; which, only the whole certificate says",
     "dit reposer sur une approbation par {0} ; laquelle, seul le certificat entier le dit"},
    {"rests_on.refusal", "rests on an onboarding that the employer refused",
     "repose sur une intégration que l'employeur a refusée"},
    {"rests_on.expired", "rests on an approval that had expired, on {0}",
     "repose sur une approbation qui avait expiré, le {0}"},
    {"rests_on.approval", "rests on an onboarding that {0} approved",
     "repose sur une intégration approuvée par {0}"},
    {"answered.approved", "the employer {0} approved it", "l'employeur {0} l'a approuvé"},
    {"answered.refused", "the employer {0} refused it", "l'employeur {0} l'a refusé"},
    {"answered.expired", "its approval expired on {0}", "son approbation a expiré le {0}"},
    {"answered.compact", "which approval it has, only the whole certificate says",
     "seul le certificat entier dit quelle approbation il a"},
    {"certified.same", "names this certificate", "nomme ce certificat"},
    {"certified.other", "names another certificate, or this one before it was altered",
     "nomme un autre certificat, ou celui-ci avant qu'il ait été modifié"},
    {"certified.not_given",
     "names the certificate with the digest {0}; none was given to compare (--certificate)",
     "nomme le certificat d'empreinte {0} ; aucun donné pour comparer (--certificate)"},
    {"disputed.by_another",
     "names this certificate, but was signed neither by the key that issued it, {0}, nor by one that follows "
     "it: "
     "only its own agent contests it",
     "nomme ce certificat, mais n'est signé ni par la clé qui l'a émis, {0}, ni par une qui lui succède : "
     "seul "
     "son agent le conteste"},
    {"disputed.clears_nothing",
     "an objection clears no workspace; compare it with its certificate (--certificate), or allow any "
     "outcome "
     "(--any-outcome)",
     "une contestation n'autorise aucun poste ; comparez-la à son certificat (--certificate), ou admettez "
     "tout "
     "résultat (--any-outcome)"},
    {"disputed.for_a_person", "the agent contests the certificate; a person at the employer answers",
     "l'agent conteste le certificat ; une personne chez l'employeur répond"},
    {"decided.approved", "the employer approved the workspace", "l'employeur a approuvé le poste"},
    {"decided.refused", "the employer refused the workspace: {0}", "l'employeur a refusé le poste : {0}"},
    {"certified_outcome.cleared", "the workspace was cleared", "le poste a été autorisé"},
    {"certified_outcome.not_cleared", "the workspace was not cleared", "le poste n'a pas été autorisé"},
    {"certified_outcome.undecided", "it was not decided whether the workspace is fit",
     "il n'a pas été décidé si le poste convient"},
    {"outcome.any", "{0}; any outcome was allowed", "{0} ; tout résultat était admis"},
};

[[nodiscard]] consteval Text certificate_text(std::string_view id) {
  return pick(k_certificate_texts, id);
}

}  // namespace preshift
