#pragma once

#include "text.hpp"

namespace preshift {

/// The words of an agent's report, on screen and on paper.
inline constexpr Text k_printed_texts[] = {
    {"printed.check", "Check of a workspace", "Contrôle d'un poste de travail"},
    {"printed.pre_shift", "Pre-shift check of a workspace", "Contrôle d'un poste de travail avant service"},
    {"printed.onboarding", "Onboarding of a workspace", "Intégration d'un poste de travail"},
    {"printed.answer", "Employer's answer to an onboarding", "Réponse de l'employeur à une intégration"},
    {"printed.agent_on", "Agent {0}, {1}", "Agent {0}, {1}"},
    {"printed.moment", "{0} at {1} UTC", "{0} à {1} UTC"},

    {"printed.cleared", "Cleared", "Autorisé"},
    {"printed.not_cleared", "Not cleared", "Non autorisé"},
    {"printed.undecided", "Undecided", "Indécis"},
    {"printed.of_recordings", "{0}, from recordings", "{0}, d'après des enregistrements"},
    {"printed.cleared_then", "The shift may start. Valid until {0}.",
     "Le service peut commencer. Valable jusqu'au {0}."},
    {"printed.cleared_now", "The shift may start.", "Le service peut commencer."},
    {"printed.cleared_recordings", "What was measured came from files, so this says nothing of the room now.",
     "Ce qui a été mesuré vient de fichiers : cela ne dit rien de la pièce maintenant."},
    {"printed.expired", "No longer valid: it ended on {0}.", "N'est plus valable : échu le {0}."},
    {"printed.not_cleared_then", "Mend what failed, then run the check again.",
     "Corrigez ce qui n'est pas conforme, puis refaites le contrôle."},
    {"printed.undecided_then", "A required rule could not be judged.",
     "Une règle obligatoire n'a pas pu être jugée."},
    {"printed.altered", "Not proven: believe none of it", "Non prouvé : n'en croyez rien"},
    {"printed.approved", "Approved", "Approuvé"},
    {"printed.refused", "Refused", "Refusé"},

    {"printed.name.valid", "Valid", "Validité"},
    {"printed.valid", "from {0} until {1}", "du {0} au {1}"},
    {"printed.name.rules", "Rules", "Règles"},
    {"printed.version", "{0}, version {1}", "{0}, version {1}"},
    {"printed.name.site", "Site", "Site"},
    {"printed.name.nonce", "Employer's nonce", "Nonce de l'employeur"},
    {"printed.name.signature", "Signature", "Signature"},
    {"printed.name.assurance", "Assurance", "Assurance"},
    {"printed.self_asserted", "self-asserted: only the agent's own computer vouches for it",
     "déclaré par l'agent : seul son ordinateur s'en porte garant"},
    {"printed.challenged", "challenged: it was made after the employer gave the nonce",
     "sur défi : il a été fait après que l'employeur a donné le nonce"},
    {"printed.approved_by", "approved: it rests on a workspace that {0} approved",
     "approuvé : il repose sur un poste approuvé par {0}"},
    {"printed.name.approval", "Employer's answer", "Réponse de l'employeur"},
    {"printed.name.issuer", "Issued by", "Émis par"},
    {"printed.name.certificate", "Certificate", "Certificat"},
    {"printed.name.digest", "Its digest", "Son empreinte"},
    {"printed.name.rules_digest", "Digest of the rules", "Empreinte des règles"},
    {"printed.name.room", "Room", "Pièce"},
    {"printed.name.microphone", "Microphone", "Microphone"},
    {"printed.name.camera", "Camera", "Caméra"},
    {"printed.name.onboarding", "Onboarding certificate", "Certificat d'intégration"},
    {"printed.name.agent_key", "Agent's key", "Clé de l'agent"},
    {"printed.name.tool", "Made by", "Fait par"},
    {"printed.recording", "a recording", "un enregistrement"},

    {"printed.rules", "What was measured, and how it was judged",
     "Ce qui a été mesuré, et comment c'est jugé"},
    {"printed.requirement", "Requirement", "Exigence"},
    {"printed.rule", "Rule", "Règle"},
    {"printed.result", "Result", "Résultat"},
    {"printed.measured", "Measured", "Mesuré"},
    {"printed.asked", "Required", "Exigé"},
    {"printed.no_rules", "No rule was judged.", "Aucune règle n'a été jugée."},
    {"printed.to_do", "What to do", "Que faire"},
    {"printed.remedy", "Remedy", "Remède"},
    {"printed.waived", "{0}, but waived", "{0}, mais une dérogation compte"},
    {"printed.not_measured", "not known", "non connu"},
    {"printed.declined", "declined", "refusé par l'agent"},
    {"printed.failed", "the device failed", "appareil en panne"},
    {"printed.question", "A question to a person", "Une question à une personne"},
    {"printed.waivers", "Waivers, as the employer's file worded them",
     "Dérogations, dans les mots du fichier de l'employeur"},
    {"printed.why", "Why", "Pourquoi"},
    {"printed.approver", "Approved by", "Accordée par"},
    {"printed.until", "Until", "Jusqu'au"},

    {"printed.means", "What this proves", "Ce que cela prouve"},
    {"printed.proves",
     "The key named below signed this certificate, and nothing in it was changed since: this outcome, by "
     "these "
     "rules, at this moment. ± is the uncertainty with a coverage of about 95 % (k = 2).",
     "La clé nommée ci-dessous a signé ce certificat, et rien n'y a été changé depuis : ce résultat, selon "
     "ces "
     "règles, à ce moment. ± est l'incertitude élargie, couverture d'environ 95 % (k = 2)."},
    {"printed.proves_not",
     "It does not prove who sat at the desk, that the microphone stood in that room, that the program was "
     "not "
     "altered, or anything after the check. It holds no picture and no sound.",
     "Cela ne prouve ni qui était à ce poste, ni que le microphone était dans cette pièce, ni que le "
     "programme "
     "n'avait pas été modifié, ni rien de ce qui a suivi le contrôle. Il n'y a là ni image ni son."},
    {"printed.proves_nothing",
     "Nothing: this sheet is made of saved measurements, which are not signed. A certificate proves "
     "something. ± is the uncertainty with a coverage of about 95 % (k = 2).",
     "Rien : cette feuille est faite de mesures enregistrées, qui ne sont pas signées. Un certificat, lui, "
     "prouve quelque chose. ± est l'incertitude élargie, couverture d'environ 95 % (k = 2)."},
    {"printed.footer", "Printed on {0} by Preshift {1}. preshift verify says whether it still holds.",
     "Imprimé le {0} par Preshift {1}. preshift verify dit si cela tient encore."},
    {"printed.footer_saved", "Printed on {0} by Preshift {1} from {2}",
     "Imprimé le {0} par Preshift {1} d'après {2}"},
    {"printed.code", "The compact form, to be scanned and verified without a network.",
     "La forme compacte, à scanner et à vérifier sans réseau."},
};

[[nodiscard]] consteval Text printed_text(std::string_view id) {
  return pick(k_printed_texts, id);
}

}  // namespace preshift
