#pragma once

#include "text.hpp"

namespace preshift {

/// What the audit of many certificates has to say. Problems are sentences with their remedy.
inline constexpr Text k_audit_texts[] = {
    // Importing
    {"import.missing", "{0}: there is no such file or folder. Check the name.",
     "{0} : ce fichier ou dossier n'existe pas. Vérifiez le nom."},
    {"import.unreadable", "{0}: cannot be read. Check that you may read it.",
     "{0} : lecture impossible. Vérifiez que vous pouvez le lire."},
    {"import.journal_too_large", "{0}: larger than 64 MiB, which no journal of shifts is",
     "{0} : plus de 64 Mio, ce que ne fait aucun journal de services"},
    {"import.journal_of_stranger", "{0}: the key {1} is not among the trusted ones, or is revoked",
     "{0} : la clé {1} n'est pas parmi celles de confiance, ou est révoquée"},

    {"import.dispute_of_another", "a dispute of the certificate {0}, which another key signed",
     "une contestation du certificat {0}, qu'une autre clé a signé"},

    // What in a store is not as its log says; {0} is the entry
    {"log.entry_missing", "entry {0} is not there", "l'entrée {0} manque"},
    {"log.entry_twice", "entry {0} is there twice", "l'entrée {0} figure deux fois"},
    {"log.row_added", "a row was added for entry {0}, which no entry of the log is of",
     "une ligne a été ajoutée pour l'entrée {0}, dont aucune entrée du registre ne parle"},
    {"log.row_missing", "the certificate or record of entry {0} is not there",
     "le certificat ou l'enregistrement de l'entrée {0} manque"},
    {"log.erased_untold", "entry {0} was emptied, and no entry of the log says so",
     "l'entrée {0} a été vidée, et aucune entrée du registre ne le dit"},
    {"log.erased_altered", "what is left of what entry {0} erased is not what was left then",
     "ce qui reste de ce que l'entrée {0} a effacé n'est pas ce qui en restait alors"},
    {"log.no_document", "entry {0}: its document is missing or damaged",
     "entrée {0} : son document manque ou est abîmé"},
    {"log.document_altered", "entry {0}: its document is not the one that was signed and imported",
     "entrée {0} : son document n'est pas celui qui a été signé et importé"},
    {"log.row_altered", "entry {0}: the row was altered ({1})", "entrée {0} : la ligne a été modifiée ({1})"},
    {"log.checkpoint_not_signed", "the log's checkpoint is not signed by a key that is trusted here",
     "le point de contrôle du registre n'est pas signé d'une clé reconnue ici"},
    {"log.other_tree", "the checkpoint is of {0} entries with another content; the store has {1}",
     "le point de contrôle porte sur {0} entrées d'un autre contenu ; la base en a {1}"},
    {"log.not_as_seen", "the log no longer begins with the {0} entries that were seen here before",
     "le registre ne commence plus par les {0} entrées vues ici auparavant"},

    {"log.not_added_to",
     "{0}: the log is not what its checkpoint says, so nothing is added. Run `preshift audit verify-log`.",
     "{0} : le registre n'est pas conforme à son point de contrôle, rien n'y est ajouté. Lancez `preshift "
     "audit "
     "verify-log`."},
    {"log.not_continued",
     "{0}: the log no longer begins with the {1} entries that were seen here before, so nothing is added. "
     "Run "
     "`preshift audit verify-log`. If this is an older copy beside the store, set PRESHIFT_STATE_DIR to "
     "another folder; if it was put in the store's place on purpose, remove {2}.",
     "{0} : le registre ne commence plus par les {1} entrées vues ici auparavant, rien n'y est ajouté. "
     "Lancez `preshift audit verify-log`. Si c'est une copie plus ancienne à côté de la base, donnez un "
     "autre dossier à PRESHIFT_STATE_DIR ; si elle a pris exprès la place de la base, supprimez {2}."},
    {"log.read_all_the_same",
     "{0}: the log no longer begins with the {1} entries that were seen here before: this is an older copy, "
     "or it was altered. Run `preshift audit verify-log`.",
     "{0} : le registre ne commence plus par les {1} entrées vues ici auparavant : c'est une copie plus "
     "ancienne, ou il a été modifié. Lancez `preshift audit verify-log`."},

    {"report.no_site",
     "--site: nothing in the store names the site \"{0}\". Check the name, and its capitals.",
     "--site : rien dans la base ne nomme le site « {0} ». Vérifiez le nom et ses majuscules."},
    {"report.no_agent",
     "--agent: nothing in the store names the agent \"{0}\". Check the name, and its capitals.",
     "--agent : rien dans la base ne nomme l'agent « {0} ». Vérifiez le nom et ses majuscules."},
    {"report.no_profile",
     "--profile: no certificate in the store is by the profile \"{0}\". Check the name, without its version.",
     "--profile : aucun certificat de la base n'a été établi selon le profil « {0} ». Donnez le nom, "
     "sans sa version."},
    {"report.no_requirement",
     "--requirement: no certificate in the store has a rule of \"{0}\" that did not pass. Check the name.",
     "--requirement : aucun certificat de la base n'a de règle non satisfaite de « {0} ». Vérifiez le nom."},
    {"import.own_approval", "an answer to an onboarding by the agent's own key",
     "une réponse à une intégration signée de la clé de l'agent lui-même"},

    // People
    {"review.no_certificate",
     "{0}: the store has no such certificate. `preshift audit cleared` lists their ids.",
     "{0} : la base n'a pas ce certificat. `preshift audit cleared` donne les identifiants."},
    {"review.bad_mark", "{0} is no mark. Marks are false-positive, not-applicable and violation.",
     "{0} n'est pas une marque. Les marques sont false-positive, not-applicable et violation."},
    {"review.bad_note", "A note has 1 to {0} bytes.", "Une note a de 1 à {0} octets."},
    {"review.no_reviewer", "A review says whose it is: give --reviewer and a name.",
     "Une relecture dit de qui elle est : donnez --reviewer et un nom."},
    {"review.same_reviewer", "{0} has reviewed this certificate already. A second review is somebody else's.",
     "{0} a déjà relu ce certificat. Une seconde relecture revient à quelqu'un d'autre."},

    // A report
    {"report.title", "Workspace audit", "Audit des postes de travail"},
    {"report.subtitle", "{0} to {1}", "du {0} au {1}"},
    {"report.no_checks", "no checks", "aucun contrôle"},
    {"report.footer", "Preshift {0} · made on {1} · log of {2} entries, root {3}",
     "Preshift {0} · établi le {1} · registre de {2} entrées, racine {3}"},
    {"report.summary", "Summary", "En bref"},
    {"report.summary_words",
     "{0} pre-shift checks of {1} agents at {2} sites: {3} cleared, {4} not cleared, {5} undecided. A check "
     "is "
     "undecided when something could not be known; that is never counted as a failure.",
     "{0} contrôles avant service de {1} agents sur {2} sites : {3} autorisés, {4} non autorisés, {5} "
     "indécis. Un "
     "contrôle est indécis quand quelque chose n'a pu être su ; cela ne compte jamais comme un échec."},
    {"report.filter",
     "Only: {0}. Documents refused, erasures and, but for the time and the agent, accesses are of the whole "
     "store.",
     "Uniquement : {0}. Les documents refusés, les effacements et, sauf la période et l'agent, les accès "
     "sont de toute "
     "la base."},
    {"report.recordings",
     "Certificates made from recordings instead of a microphone and a camera: {0}. They show what the "
     "rules came to, and clear nobody for a shift.",
     "Certificats établis à partir d'enregistrements et non d'un microphone et d'une caméra : {0}. Ils "
     "montrent ce que donnent les règles, et n'autorisent personne à prendre son service."},
    {"report.filter_from", "from {0}", "à partir du {0}"},
    {"report.filter_until", "before {0}", "avant le {0}"},
    {"report.filter_site", "site {0}", "site {0}"},
    {"report.filter_agent", "agent {0}", "agent {0}"},
    {"report.filter_profile", "profile {0}", "profil {0}"},
    {"report.filter_requirement", "requirement {0}", "exigence {0}"},
    {"report.share_cleared", "of {0} checks cleared", "de {0} contrôles autorisés"},
    {"report.uncleared_shifts", "of {0} shifts started without a clearance",
     "de {0} services commencés sans autorisation"},
    {"report.no_sign_ins", "no sign-in stands in the journals of shifts",
     "aucune prise de service dans les journaux de services"},
    {"report.rejected", "documents refused", "documents refusés"},
    {"report.open_disputes", "certificates disputed", "certificats contestés"},
    {"report.attention", "What asks for a person", "Ce qui demande une personne"},
    {"glance.failed", "Decisive failures", "Échecs décisifs"},
    {"glance.unknown", "Not known", "Restés inconnus"},
    {"glance.onboardings", "Onboardings ending", "Intégrations à revoir"},
    {"glance.within_30_days", "{0} within 30 days", "{0} sous 30 jours"},
    {"glance.waivers", "Waivers in force", "Dérogations en vigueur"},
    {"glance.repeated", "Replays and doubles", "Rejeux et doublons"},
    {"glance.clocks", "Changes of clocks", "Horloges modifiées"},
    {"report.people_decide",
     "Nothing here is a sanction. A number shows what was measured in a room; a person judges what it means, "
     "hears "
     "the agent, and a second person reviews it.",
     "Rien ici n'est une sanction. Un nombre dit ce qui a été mesuré dans une pièce ; une personne juge ce "
     "qu'il "
     "signifie, entend l'agent, et une seconde personne relit."},
    {"report.outcomes", "Outcomes over time", "Résultats dans le temps"},
    {"report.reasons", "Why checks were not cleared", "Pourquoi des contrôles n'ont pas été autorisés"},
    {"report.levels", "Noise levels", "Niveaux sonores"},
    {"report.levels_words",
     "A-weighted average levels of the silent phase, {0} checks with a calibrated microphone. {1} were over "
     "their "
     "limit by more than their uncertainty, {2} so close to it that it cannot be told.",
     "Niveaux moyens pondérés A de la phase de silence, {0} contrôles au microphone étalonné. {1} "
     "dépassaient leur "
     "limite de plus que leur incertitude, {2} en étaient trop près pour trancher."},
    {"report.levels_withheld",
     "Where there are fewer than {0} checks or {1} agents, or one agent made more than half of the checks, "
     "levels are left out, and the 95 % under {2} checks, so that nobody's own is shown; `--detail` shows "
     "them, and the log records that.",
     "Là où il y a moins de {0} contrôles ou de {1} agents, ou qu'un même agent a fait plus de la moitié des "
     "contrôles, les niveaux sont omis, et sous {2} contrôles les 95 %, pour ne montrer celui de personne ; "
     "`--detail` les montre, et le "
     "registre en garde la trace."},
    {"report.people", "Who read and removed what is held on agents",
     "Qui a lu et supprimé ce qui est détenu sur les agents"},
    {"report.levels_chart", "Average level LAeq of the silent phase",
     "Niveau moyen LAeq de la phase de silence"},
    {"report.week", "Share not cleared by weekday and hour", "Part non autorisée par jour et heure"},
    {"report.method", "Method and limits", "Méthode et limites"},
    {"report.method_words",
     "Every certificate counted here was verified when it was imported: its form, its Ed25519 signature (W3C "
     "Verifiable Credentials, eddsa-jcs-2022) and its dates. What did not verify was kept apart and is not "
     "counted. "
     "A signature proves which key signed which numbers, not that the microphone was in that room; the level "
     "of "
     "assurance of each certificate (self-asserted, challenged, approved) says how much stands behind it.",
     "Chaque certificat compté ici a été vérifié à l'import : sa forme, sa signature Ed25519 (justificatifs "
     "vérifiables du W3C, eddsa-jcs-2022) et ses dates. Ce qui n'a pas été vérifié est gardé à part et n'est "
     "pas "
     "compté. Une signature prouve quelle clé a signé quels nombres, non que le microphone était dans cette "
     "pièce ; le "
     "niveau d'assurance de chaque certificat (déclaré par l'agent, sur défi, approuvé) dit ce qu'il y a "
     "derrière."},
    {"report.method_limits",
     "A limit is judged with the measurement's uncertainty (k = 2): what lies within it is unknown, which "
     "neither "
     "certifies nor fails. Levels of microphones that are not calibrated are not shown. Times are those of "
     "the time "
     "zone {0}. {1} certificates were made from recordings, {2} have been erased and are counted without "
     "telling whose they were, nor at which site; their sign-ins and levels are not counted any more. The "
     "rows "
     "were not verified again for this report: `preshift audit verify-log` does that.",
     "Une limite se juge avec l'incertitude de la mesure (k = 2) : ce qui tombe dedans est inconnu, ce qui "
     "n'autorise ni "
     "n'échoue. Les niveaux de microphones non étalonnés ne sont pas montrés. Les heures sont celles du "
     "fuseau {0}. "
     "{1} certificats ont été faits d'enregistrements, {2} ont été effacés et sont comptés sans dire de "
     "qui, ni de quel site ; leurs prises de service et leurs niveaux ne sont plus comptés. Les lignes n'ont "
     "pas été vérifiées à nouveau pour ce rapport : `preshift audit verify-log` le fait."},
    {"report.proof", "How to check this report", "Comment vérifier ce rapport"},
    {"report.proof_words",
     "The store keeps a Merkle log (RFC 6962) of all that was imported. `preshift audit verify-log` "
     "recomputes it from "
     "the rows; `preshift audit prove ID` gives an inclusion proof that can be checked without the store. "
     "The digest and "
     "the signature of this report stand in the file beside it (.sig.json), which `preshift audit "
     "verify-report` reads.",
     "La base tient un registre de Merkle (RFC 6962) de tout ce qui a été importé. `preshift audit "
     "verify-log` le "
     "recalcule à partir des lignes ; `preshift audit prove ID` donne une preuve d'inclusion vérifiable sans "
     "la base. "
     "L'empreinte et la signature de ce rapport sont dans le fichier à côté (.sig.json), que lit `preshift "
     "audit "
     "verify-report`."},
    {"report.store", "Store", "Base"},
    {"report.log_entries", "Entries of the log", "Entrées du registre"},
    {"report.log_root", "Root of the log", "Racine du registre"},
    {"report.not_continued",
     "This log no longer begins with the {0} entries that were seen before on the computer that made this "
     "report: the store is an older copy, or was altered. `preshift audit verify-log` tells more.",
     "Ce registre ne commence plus par les {0} entrées vues auparavant sur l'ordinateur qui a établi ce "
     "rapport : la base est une copie plus ancienne, ou elle a été modifiée. `preshift audit verify-log` en "
     "dit plus."},
    {"report.first_rows", "The first {0} of {1}; --format csv or xlsx gives them all.",
     "Les {0} premiers sur {1} ; --format csv ou xlsx les donne tous."},

    // Tables: titles, and what is said of empty ones
    {"table.days", "Checks by day", "Contrôles par jour"},
    {"table.clearances", "Checks", "Contrôles"},
    {"table.sites", "Checks by site", "Contrôles par site"},
    {"table.agents", "Checks by agent", "Contrôles par agent"},
    {"table.profiles", "Checks by profile", "Contrôles par profil"},
    {"table.rules", "Rules that did not pass", "Règles non satisfaites"},
    {"table.unknowns", "What could not be known, and why", "Ce qui n'a pu être su, et pourquoi"},
    {"table.levels", "Levels by site and hour", "Niveaux par site et heure"},
    {"table.waivers", "Waivers", "Dérogations"},
    {"table.onboardings", "Onboardings", "Intégrations"},
    {"table.shifts", "Shifts started without a clearance", "Services commencés sans autorisation"},
    {"table.clocks", "Clocks that were changed", "Horloges modifiées"},
    {"table.repeated", "What several certificates have in common, and should not",
     "Ce que plusieurs certificats ont en commun, et ne devraient pas"},
    {"table.rejections", "Documents refused", "Documents refusés"},
    {"table.reviews", "Reviews and disputes", "Relectures et contestations"},
    {"table.accesses", "Who read what is held on one agent", "Lectures de ce qui est détenu sur un agent"},
    {"table.removals", "Erasures and retention", "Effacements et conservation"},
    {"table.none", "None.", "Néant."},

    // Columns
    {"column.table", "Table", "Tableau"},
    {"column.day", "Day", "Jour"},
    {"column.time", "Time", "Heure"},
    {"column.until", "Until", "Jusqu'au"},
    {"column.agent", "Agent", "Agent"},
    {"column.site", "Site", "Site"},
    {"column.profile", "Profile", "Profil"},
    {"column.outcome", "Outcome", "Résultat"},
    {"column.certificate", "Certificate", "Certificat"},
    {"column.assurance", "Assurance", "Assurance"},
    {"column.checks", "Checks", "Contrôles"},
    {"column.cleared", "Cleared", "Autorisés"},
    {"column.not_cleared", "Not cleared", "Non autorisés"},
    {"column.undecided", "Undecided", "Indécis"},
    {"column.share", "Cleared, %", "Autorisés, %"},
    {"column.rule", "Rule", "Règle"},
    {"column.requirement", "Requirement", "Exigence"},
    {"column.severity", "Severity", "Sévérité"},
    {"column.failed", "Failed", "Échecs"},
    {"column.unknown", "Unknown", "Inconnus"},
    {"column.waived", "Waived", "Avec dérogation"},
    {"column.share_of_checks", "% of checks", "% des contrôles"},
    {"column.trend", "Trend", "Tendance"},
    {"column.reason", "Reason", "Raison"},
    {"column.count", "Count", "Nombre"},
    {"column.hour", "Hour", "Heure"},
    {"column.median", "Median, dB(A)", "Médiane, dB(A)"},
    {"column.high", "95 % are below, dB(A)", "95 % sont en dessous, dB(A)"},
    {"column.over", "Over the limit", "Au-dessus de la limite"},
    {"column.in_doubt", "Too close to tell", "Trop près pour trancher"},
    {"column.level", "LAeq, dB(A)", "LAeq, dB(A)"},
    {"column.uncertainty", "Uncertainty, dB", "Incertitude, dB"},
    {"column.approver", "Approved by", "Approuvée par"},
    {"column.justification", "Justification", "Justification"},
    {"column.state", "State", "État"},
    {"column.uses", "Used", "Utilisée"},
    {"column.what", "What", "Quoi"},
    {"column.why", "Why", "Pourquoi"},
    {"column.by", "By", "Par"},
    {"column.note", "Note", "Note"},
    {"column.source", "Source", "Source"},

    // Words in cells
    {"word.cleared", "cleared", "autorisé"},
    {"word.not_cleared", "not cleared", "non autorisé"},
    {"word.undecided", "undecided", "indécis"},
    {"word.required", "required", "obligatoire"},
    {"word.advisory", "advisory", "conseillée"},
    {"word.rising", "rising", "en hausse"},
    {"word.falling", "falling", "en baisse"},
    {"word.steady", "steady", "stable"},
    {"word.in_force", "in force", "en vigueur"},
    {"word.expired", "expired", "expirée"},
    {"word.approved", "approved", "approuvée"},
    {"word.refused", "refused", "refusée"},
    {"word.pending", "not answered yet", "sans réponse encore"},
    {"word.expiring", "expires within 30 days", "expire dans les 30 jours"},
    {"word.not_in_store", "the certificate is not in the store", "le certificat n'est pas dans la base"},
    {"word.of_another", "the certificate is of another key", "le certificat est d'une autre clé"},
    {"word.not_live", "made from recordings", "établi à partir d'enregistrements"},
    {"word.outside_validity", "outside of the certificate's dates", "hors des dates du certificat"},
    {"word.shift_not_cleared", "the certificate does not clear", "le certificat n'autorise pas"},
    {"word.clock_back", "an entry is dated before the one before it",
     "une entrée est datée d'avant la précédente"},
    {"word.clock_changed", "the clock was changed while the computer ran",
     "l'horloge a été modifiée pendant que l'ordinateur tournait"},
    {"word.same_nonce", "the same nonce", "le même nonce"},
    {"word.same_measurements", "the same measurements", "les mêmes mesures"},
    {"word.same_id", "the same id, another document", "le même identifiant, un autre document"},
    {"word.same_agent", "the same agent, another key", "le même agent, une autre clé"},
    {"word.unknown_site", "(not known, or erased)", "(inconnu, ou effacé)"},
    {"word.all_agents", "(all agents)", "(tous les agents)"},
    {"word.erased_agent", "(erased)", "(effacé)"},
    {"word.self_asserted", "self-asserted", "déclaré par l'agent"},
    {"word.challenged", "challenged", "sur défi"},
    {"word.onboarded", "approved", "approuvé"},
    {"word.held", "(held nevertheless: the same document was taken on other terms)",
     "(détenu tout de même : le même document a été accepté sous d'autres conditions)"},
    {"word.false_positive", "false positive", "faux positif"},
    {"word.not_applicable", "not applicable", "sans objet"},
    {"word.violation", "violation", "manquement"},
    {"word.dispute", "disputed by the agent", "contesté par l'agent"},
    {"word.erasure", "one agent's data", "données d'un agent"},
    {"word.retention", "what was older than {0}", "ce qui datait d'avant le {0}"},
    {"word.no_reason", "(no reason given)", "(aucune raison donnée)"},
};

[[nodiscard]] consteval Text audit_text(std::string_view id) {
  return pick(k_audit_texts, id);
}

}  // namespace preshift
