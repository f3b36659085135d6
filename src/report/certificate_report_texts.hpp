#pragma once

#include "text.hpp"

namespace preshift {

/// How certificates and their verification are shown.
inline constexpr Text k_certificate_report_texts[] = {
    {"line.step", "{0}: {1}", "{0} : {1}"},
    {"verification.valid", "{0}: VALID", "{0} : VALABLE"},
    {"verification.not_valid", "{0}: NOT VALID", "{0} : PAS VALABLE"},
    {"certificate.pre_shift", "Pre-shift certificate", "Certificat d'avant service"},
    {"certificate.onboarding", "Onboarding certificate", "Certificat d'intégration"},
    {"certificate.cleared", "CLEARED", "AUTORISÉ"},
    {"certificate.not_cleared", "NOT CLEARED", "NON AUTORISÉ"},
    {"certificate.undecided", "UNDECIDED", "INDÉCIS"},
    {"certificate.heading", "{0}: {1}", "{0} : {1}"},
    {"certificate.agent", "Agent: {0}", "Agent : {0}"},
    {"certificate.issuer", "Issued by: {0}", "Émis par : {0}"},
    {"certificate.dates", "Valid from {0} until {1}", "Valable du {0} au {1}"},
    {"certificate.profile", "Rules: {0}, version {1} (digest {2})",
     "Règles : {0}, version {1} (empreinte {2})"},
    {"certificate.tool", "Made by: preshift {0}", "Fait par : preshift {0}"},
    {"certificate.nonce", "Answers the nonce {0}", "Répond au nonce {0}"},
    {"certificate.room", "Room: {0}", "Pièce : {0}"},
    {"certificate.self_asserted", "Assurance: self-asserted. Only the agent's own computer vouches for it.",
     "Assurance : déclaré par l'agent. Seul l'ordinateur de l'agent s'en porte garant."},
    {"certificate.challenged", "Assurance: challenged. It was made after the employer gave the nonce.",
     "Assurance : sur défi. Il a été fait après que l'employeur a donné le nonce."},
    {"certificate.approved", "Assurance: approved. It rests on a workspace that {0} approved.",
     "Assurance : approuvé. Il repose sur un poste approuvé par {0}."},
    {"certificate.rests_on", "Rests on the onboarding {0}", "Repose sur l'intégration {0}"},
    {"certificate.compact", "Compact form of the certificate {0}, with the digest {1}",
     "Forme compacte du certificat {0}, d'empreinte {1}"},
    {"certificate.compact_live", "Made with devices.", "Fait avec des appareils."},
    {"certificate.compact_recorded", "Made from RECORDINGS, so it says nothing of the room now.",
     "Fait à partir d'ENREGISTREMENTS, qui ne disent rien de la pièce maintenant."},
    {"approval.heading", "Employer's answer: {0}", "Réponse de l'employeur : {0}"},
    {"approval.word_approved", "APPROVED", "APPROUVÉ"},
    {"approval.word_refused", "REFUSED", "REFUSÉ"},
    {"approval.reason", "Reason: {0}", "Motif : {0}"},
    {"approval.of", "Onboarding certificate: {0}, with the digest {1}",
     "Certificat d'intégration : {0}, d'empreinte {1}"},
    {"approval.agent", "Made by the agent's key: {0}", "Fait par la clé de l'agent : {0}"},
    {"certificate.live", "{0}: a device, called {1}", "{0} : un appareil, désigné par {1}"},
    {"certificate.recorded", "{0}: a RECORDING, so it says nothing of the room now",
     "{0} : un ENREGISTREMENT, qui ne dit rien de la pièce maintenant"},
    {"certificate.microphone", "Microphone", "Microphone"},
    {"certificate.camera", "Camera", "Caméra"},
    {"certificate.confined", "The sensing program was confined by the kernel.",
     "Le programme de mesure était confiné par le noyau."},
    {"certificate.not_confined", "The sensing program was not confined by the kernel.",
     "Le programme de mesure n'était pas confiné par le noyau."},
    {"certificate.rules", "Rules:", "Règles :"},
    {"certificate.rule", "{0}: {1}", "{0} : {1}"},
    {"certificate.rule_value", "{0}: {1} ({2} {3} ± {4} {3})", "{0} : {1} ({2} {3} ± {4} {3})"},
    {"certificate.proven", "The signature is right: this is what the key {0} signed.",
     "La signature est juste : voilà ce qu'a signé la clé {0}."},
    {"certificate.not_proven", "NOT PROVEN, believe none of it: {0}", "NON PROUVÉ, n'en croyez rien : {0}"},
    {"onboarding_status.missing", "Onboarding: MISSING, {0}", "Intégration : MANQUANTE, {0}"},
    {"onboarding_status.pending", "Onboarding: PENDING, {0}", "Intégration : EN ATTENTE, {0}"},
    {"onboarding_status.approved", "Onboarding: APPROVED, {0}", "Intégration : APPROUVÉE, {0}"},
    {"onboarding_status.refused", "Onboarding: REFUSED, {0}", "Intégration : REFUSÉE, {0}"},
    {"onboarding_status.expired", "Onboarding: EXPIRED, {0}", "Intégration : EXPIRÉE, {0}"},
    {"onboarding_status.remedy", "To do: {0}", "À faire : {0}"},
    {"onboarding_status.damaged", "Left out: {0}", "Laissé de côté : {0}"},
    {"onboarding_status.certificate", "Certificate: {0}, valid until {1}",
     "Certificat : {0}, valable jusqu'au {1}"},
    {"certificate.no_form", "{0}: {1}", "{0} : {1}"},
};

[[nodiscard]] consteval Text shown_text(std::string_view id) {
  return pick(k_certificate_report_texts, id);
}

}  // namespace preshift
