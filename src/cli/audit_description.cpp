#include "command_descriptions.hpp"
#include "signing_common_options.hpp"

#include <array>

namespace preshift {
namespace {

constexpr OptionInfo k_store{"--store",
                             {"", "FILE|ADDRESS", "FICHIER|ADRESSE"},
                             {"",
                              "the store: a file (SQLite), or postgresql://USER@HOST/NAME (default: "
                              "$PRESHIFT_AUDIT_STORE, else audit.sqlite "
                              "in the state folder)",
                              "la base : un fichier (SQLite), ou postgresql://UTILISATEUR@HÔTE/NOM (par "
                              "défaut : $PRESHIFT_AUDIT_STORE, sinon "
                              "audit.sqlite du dossier d'état)"},
                             Completes::files};
constexpr OptionInfo k_from{
    "--from",
    {"", "DAY", "JOUR"},
    {"", "the first day, such as 2026-03-01", "le premier jour, par exemple 2026-03-01"}};
constexpr OptionInfo k_to{"--to", {"", "DAY", "JOUR"}, {"", "the last day", "le dernier jour"}};
constexpr OptionInfo k_site{"--site", {"", "SITE", "SITE"}, {"", "only this site", "uniquement ce site"}};
constexpr OptionInfo k_agent{"--agent",
                             {"", "ID", "ID"},
                             {"", "only this agent; the log records that it was read",
                              "uniquement cet agent ; le registre retient qu'il a été lu"}};
constexpr OptionInfo k_profile{
    "--profile",
    {"", "NAME", "NOM"},
    {"", "only checks by this profile", "uniquement les contrôles selon ce profil"}};
constexpr OptionInfo k_requirement{
    "--requirement",
    {"", "NAME", "NOM"},
    {"", "only this requirement's rules: a check then came out as they did, such as quiet",
     "uniquement les règles de cette exigence : un contrôle vaut alors ce qu'elles valent, par exemple "
     "quiet"}};
constexpr OptionInfo k_detail{"--detail",
                              k_none,
                              {"", "show the levels of single checks; the log records that",
                               "montrer les niveaux de chaque contrôle ; le registre le retient"}};
constexpr OptionInfo k_output{
    "--output", k_file, {"", "the result's file", "fichier du résultat"}, Completes::files};
constexpr OptionInfo k_question_format{
    "--format",
    {"", "text|csv|json", "text|csv|json"},
    {"", "for people, for a spreadsheet or for programs (default: text)",
     "pour des personnes, un tableur ou des programmes (par défaut : text)"},
    Completes::words,
    "text csv json"};
constexpr OptionInfo k_of_agent{
    "--agent",
    {"", "ID", "ID"},
    {"", "the agent's pseudonym, or its key", "le pseudonyme de l'agent, ou sa clé"}};

constexpr std::array k_import_options{
    k_store,
    OptionInfo{
        "--site",
        {"", "SITE", "SITE"},
        {"", "the site of certificates that name none", "le site des certificats qui n'en nomment pas"}},
    k_trusted_option,
    OptionInfo{
        "--employer",
        {"", "KEY|FILE", "CLÉ|FICHIER"},
        {"",
         "whose answers to onboardings are taken: a did:key, or a file with one on each line; may be "
         "given several times (default: your own)",
         "de qui prendre les réponses aux intégrations : une did:key, ou un fichier avec une par ligne ; "
         "peut être répété (par défaut : la vôtre)"},
        Completes::files,
        {},
        false,
        true},
    k_revoked_option,
    OptionInfo{"--batch",
               {"", "COUNT", "NOMBRE"},
               {"", "documents of one transaction, which is in whole or not at all (default: 1000)",
                "documents d'une transaction, prise en entier ou pas du tout (par défaut : 1000)"}},
    k_key_option,
    k_passphrase_file,
    k_format,
    k_language};
constexpr std::array k_question_options{k_store,
                                        k_from,
                                        k_to,
                                        k_site,
                                        k_agent,
                                        k_profile,
                                        k_requirement,
                                        k_question_format,
                                        k_output,
                                        k_key_option,
                                        k_passphrase_file,
                                        k_language};
constexpr std::array k_detailed_options{k_store,           k_from,    k_to,          k_site,
                                        k_agent,           k_profile, k_requirement, k_detail,
                                        k_question_format, k_output,  k_key_option,  k_passphrase_file,
                                        k_language};
constexpr std::array k_report_options{
    k_store,
    k_from,
    k_to,
    k_site,
    k_agent,
    k_profile,
    k_requirement,
    k_detail,
    OptionInfo{"--format",
               {"", "html|pdf|csv|json|xlsx", "html|pdf|csv|json|xlsx"},
               {"", "how (default: html)", "sous quelle forme (par défaut : html)"},
               Completes::words,
               "html pdf csv json xlsx"},
    OptionInfo{"--table",
               {"", "NAME", "NOM"},
               {"", "of csv: which table, such as days, rules, levels, agents (default: days)",
                "pour csv : quel tableau, par exemple days, rules, levels, agents (par défaut : days)"}},
    k_output,
    k_key_option,
    k_passphrase_file,
    k_language};
constexpr std::array k_verify_options{k_trusted_option, k_key_option, k_language};
constexpr std::array k_review_options{
    k_store,
    OptionInfo{"--mark",
               {"", "MARK", "MARQUE"},
               {"", "what a person makes of it: false-positive, not-applicable or violation",
                "ce qu'une personne en conclut : false-positive, not-applicable ou violation"},
               Completes::words,
               "false-positive not-applicable violation"},
    OptionInfo{"--note", {"", "TEXT", "TEXTE"}, {"", "why", "pourquoi"}},
    OptionInfo{"--reviewer", {"", "NAME", "NOM"}, {"", "who reviews", "qui relit"}},
    k_key_option,
    k_passphrase_file,
    k_language};
constexpr std::array k_retention_options{
    k_store,
    OptionInfo{"--keep",
               {"", "DAYS", "JOURS"},
               {"", "keep this long, such as 400d", "conserver ainsi, par exemple 400d"}},
    k_key_option, k_passphrase_file, k_language};
constexpr std::array k_export_options{k_store,      k_of_agent,        k_output,
                                      k_key_option, k_passphrase_file, k_language};
constexpr std::array k_erase_options{k_store, k_of_agent, k_key_option, k_passphrase_file, k_language};
constexpr std::array k_prove_options{k_store, k_output, k_language};
constexpr std::array k_verify_proof_options{
    OptionInfo{"--proof", k_file, {"", "the proof", "la preuve"}, Completes::files}, k_trusted_option,
    k_key_option, k_language};
constexpr std::array k_verify_log_options{k_store, k_trusted_option, k_key_option, k_format, k_language};
constexpr std::array k_export_log_options{k_store, k_language};

constexpr std::array k_import_examples{
    ExampleInfo{"preshift audit import certificates/ --site lyon --trusted agents.txt",
                {"", "a folder of certificates", "un dossier de certificats"}},
    ExampleInfo{"zcat all.jsonl.gz | preshift audit import -",
                {"", "one document on each line", "un document par ligne"}}};
constexpr std::array k_report_examples{
    ExampleInfo{"preshift audit report --from 2026-01-01 --format pdf --output report.pdf",
                {"", "of this year, to print", "de cette année, à imprimer"}},
    ExampleInfo{"preshift audit report --format xlsx --output report.xlsx --language fr",
                {"", "for a spreadsheet, in French", "pour un tableur, en français"}}};
constexpr std::array k_review_examples{
    ExampleInfo{"preshift audit review $ID --mark violation --note 'Twice.' --reviewer B.Roy",
                {"", "a person decides", "une personne décide"}}};
constexpr std::array k_retention_examples{ExampleInfo{
    "preshift audit retention --keep 400d", {"", "forget what is older", "oublier ce qui est plus ancien"}}};
constexpr std::array k_export_examples{
    ExampleInfo{"preshift audit export --agent A17 --output A17.json",
                {"", "what an agent may ask for", "ce qu'un agent peut demander"}}};
constexpr std::array k_erase_examples{
    ExampleInfo{"preshift audit erase --agent A17", {"", "forget one agent", "oublier un agent"}}};
constexpr std::array k_prove_examples{
    ExampleInfo{"preshift audit prove $ID --output shift.tlog-proof",
                {"", "for who has no access to the store", "pour qui n'a pas accès à la base"}}};
constexpr std::array k_verify_proof_examples{ExampleInfo{
    "preshift audit verify-proof shift.json --proof shift.tlog-proof", {"", "offline", "hors ligne"}}};

constexpr std::array k_cleared_examples{
    ExampleInfo{"preshift audit cleared --from 2026-03-01 --to 2026-03-01 --site lyon",
                {"", "one day at one site", "un jour sur un site"}}};
constexpr std::array k_shifts_examples{
    ExampleInfo{"preshift audit shifts --from 2026-03-01", {"", "since a day", "depuis un jour"}}};
constexpr std::array k_failures_examples{ExampleInfo{"preshift audit failures --requirement quiet",
                                                     {"", "of one requirement", "d'une seule exigence"}}};
constexpr std::array k_levels_examples{ExampleInfo{"preshift audit levels --format csv --output levels.csv",
                                                   {"", "for a spreadsheet", "pour un tableur"}}};
constexpr std::array k_unknowns_examples{
    ExampleInfo{"preshift audit unknowns --profile strict", {"", "by one profile", "selon un profil"}}};
constexpr std::array k_waivers_examples{
    ExampleInfo{"preshift audit waivers --language fr", {"", "in French", "en français"}}};
constexpr std::array k_onboardings_examples{ExampleInfo{
    "preshift audit onboardings", {"", "those that expire come first", "celles qui expirent d'abord"}}};
constexpr std::array k_anomalies_examples{
    ExampleInfo{"preshift audit anomalies --format json", {"", "for a program", "pour un programme"}}};
constexpr std::array k_verify_report_examples{
    ExampleInfo{"preshift audit verify-report report.pdf --trusted employer.txt",
                {"", "as an auditor does", "comme le fait un auditeur"}}};
constexpr std::array k_verify_log_examples{
    ExampleInfo{"preshift audit verify-log --store audit.sqlite", {"", "of this store", "de cette base"}}};
constexpr std::array k_export_log_examples{ExampleInfo{
    "preshift audit export-log log/", {"", "for an auditor's own tools", "pour les outils d'un auditeur"}}};

constexpr Text k_question_description{"",
                                      "Asks the store, narrowed by the filters. A filter by agent, and the "
                                      "levels of single checks, are recorded in the "
                                      "log, which needs your key.",
                                      "Interroge la base, selon les filtres. Un filtre par agent, et les "
                                      "niveaux de contrôles isolés, sont retenus dans "
                                      "le registre, ce qui demande votre clé."};

template <std::size_t N, std::size_t M>
consteval CommandInfo question(std::string_view name, const Text& summary,
                               const std::array<OptionInfo, N>& options,
                               const std::array<ExampleInfo, M>& examples) {
  return {name, summary, k_question_description, options, examples};
}

}  // namespace

constinit const CommandInfo k_audit_import_description{
    "audit import",
    {"", "take verified certificates into the employer's store",
     "prendre des certificats vérifiés dans la base de l'employeur"},
    {"",
     "For employers. Verifies each document and puts it into the store: certificates, answers to "
     "onboardings, disputes "
     "and agents' journals of shifts, from files, folders, or - for JSON lines. Importing again changes "
     "nothing. What "
     "does not verify is listed with its reason and kept apart, never counted. A certificate that has "
     "expired since is "
     "taken: its dates must hold for when it was made. Everything becomes an entry of a Merkle log, whose "
     "checkpoint "
     "your key signs. The status is 1 when something was refused.",
     "Pour les employeurs. Vérifie chaque document et le met dans la base : certificats, réponses à des "
     "intégrations, "
     "contestations et journaux de services des agents, depuis des fichiers, des dossiers, ou - pour des "
     "lignes JSON. "
     "Importer de nouveau ne change rien. Ce qui n'est pas vérifié est donné avec sa raison et gardé à part, "
     "jamais "
     "compté. Un certificat expiré depuis est pris : ses dates doivent valoir pour le moment où il a été "
     "fait. Tout "
     "devient une entrée d'un registre de Merkle, dont votre clé signe le point de contrôle. Le code de "
     "retour est 1 si "
     "quelque chose a été refusé."},
    k_import_options,
    k_import_examples,
    {"", "PATH", "CHEMIN"},
    {},
    true};

constinit const CommandInfo k_audit_cleared_description = question(
    "audit cleared", {"", "who was cleared, by day and shift", "qui a été autorisé, par jour et service"},
    k_detailed_options, k_cleared_examples);
constinit const CommandInfo k_audit_shifts_description =
    question("audit shifts",
             {"", "who started a shift without a clearance", "qui a commencé un service sans autorisation"},
             k_question_options, k_shifts_examples);
constinit const CommandInfo k_audit_failures_description =
    question("audit failures",
             {"", "which rules fail most, and the trend", "quelles règles échouent le plus, et la tendance"},
             k_question_options, k_failures_examples);
constinit const CommandInfo k_audit_levels_description =
    question("audit levels", {"", "noise levels by site and hour", "niveaux sonores par site et heure"},
             k_detailed_options, k_levels_examples);
constinit const CommandInfo k_audit_unknowns_description =
    question("audit unknowns", {"", "what could not be known, and why", "ce qui n'a pu être su, et pourquoi"},
             k_question_options, k_unknowns_examples);
constinit const CommandInfo k_audit_waivers_description = question(
    "audit waivers",
    {"", "waivers in force, expired and most used", "dérogations en vigueur, expirées et les plus utilisées"},
    k_question_options, k_waivers_examples);
constinit const CommandInfo k_audit_onboardings_description =
    question("audit onboardings",
             {"", "onboardings that expire, or wait for an answer",
              "intégrations qui expirent, ou attendent une réponse"},
             k_question_options, k_onboardings_examples);
constinit const CommandInfo k_audit_anomalies_description =
    question("audit anomalies",
             {"", "documents refused, replays, and clocks that were changed",
              "documents refusés, rejeux, et horloges modifiées"},
             k_question_options, k_anomalies_examples);

constinit const CommandInfo k_audit_report_description{
    "audit report",
    {"", "make a report of many agents and months", "établir un rapport sur des agents et des mois"},
    {"",
     "A page of summary, then tables and charts, and the method in words: as HTML (one file, no script), "
     "PDF, CSV (one "
     "table), JSON or XLSX. By default it shows results and rules, not one agent's levels. With --output, "
     "the report's "
     "digest and signature are written beside it, which `preshift audit verify-report` checks. Hours are "
     "those of the "
     "local time zone; TZ=Europe/Paris chooses another.",
     "Une page en bref, puis des tableaux et graphiques, et la méthode en mots : en HTML (un fichier, sans "
     "script), PDF, "
     "CSV (un tableau), JSON ou XLSX. Par défaut il montre résultats et règles, non les niveaux d'un agent. "
     "Avec "
     "--output, l'empreinte et la signature du rapport sont écrites à côté, que vérifie `preshift audit "
     "verify-report`. "
     "Les heures sont celles du fuseau local ; TZ=Europe/Paris en choisit un autre."},
    k_report_options,
    k_report_examples};

constinit const CommandInfo k_audit_verify_report_description{
    "audit verify-report",
    {"", "verify a report's digest and signature", "vérifier l'empreinte et la signature d'un rapport"},
    {"",
     "Compares the report with the signature beside it (FILE.sig.json). The status is 0 when it is as it was "
     "signed by "
     "a trusted key (default: your own), else 1.",
     "Compare le rapport à la signature à côté (FICHIER.sig.json). Le code de retour est 0 s'il est tel "
     "qu'il a été "
     "signé d'une clé de confiance (par défaut : la vôtre), sinon 1."},
    k_verify_options,
    k_verify_report_examples,
    {"", "FILE", "FICHIER"}};

constinit const CommandInfo k_audit_review_description{
    "audit review",
    {"", "record what a person makes of a certificate", "noter ce qu'une personne conclut d'un certificat"},
    {"",
     "People decide: a mark, a note and who gives it, appended to the log and shown in reports. A second "
     "review is "
     "somebody else's. Nothing else follows from it.",
     "Les personnes décident : une marque, une note et qui la donne, ajoutées au registre et montrées dans "
     "les rapports. "
     "Une seconde relecture revient à quelqu'un d'autre. Il n'en suit rien d'autre."},
    k_review_options,
    k_review_examples,
    {"", "ID", "ID"}};

constinit const CommandInfo k_audit_retention_description{
    "audit retention",
    {"", "erase what is older than it may be kept", "effacer ce qui dépasse la durée de conservation"},
    {"",
     "Erases documents, agents, levels and notes that are older. The rows stay counted without telling whose "
     "they were, "
     "and an entry of the log says what was erased.",
     "Efface documents, agents, niveaux et notes plus anciens. Les lignes restent comptées sans dire de qui "
     "elles "
     "étaient, et une entrée du registre dit ce qui a été effacé."},
    k_retention_options,
    k_retention_examples};

constinit const CommandInfo k_audit_export_description{
    "audit export",
    {"", "give all that is held on one agent", "donner tout ce qui est détenu sur un agent"},
    {"",
     "Every certificate, journal entry, review, dispute and access of one agent as JSON. That it was read is "
     "recorded.",
     "Chaque certificat, entrée de journal, relecture, contestation et accès d'un agent en JSON. Que cela a "
     "été lu est "
     "retenu."},
    k_export_options,
    k_export_examples};

constinit const CommandInfo k_audit_erase_description{
    "audit erase",
    {"", "erase all that is held on one agent", "effacer tout ce qui est détenu sur un agent"},
    {"",
     "Removes the agent's documents, name, keys, levels and notes. A tombstone stays in place of each "
     "certificate, so "
     "that counts stay true and the log can still be verified.",
     "Retire documents, nom, clés, niveaux et notes de l'agent. Une trace vide reste à la place de chaque "
     "certificat, "
     "pour que les comptes restent justes et que le registre puisse encore être vérifié."},
    k_erase_options,
    k_erase_examples};

constinit const CommandInfo k_audit_prove_description{
    "audit prove",
    {"", "prove that a certificate is in the log", "prouver qu'un certificat est dans le registre"},
    {"", "Writes an inclusion proof (c2sp.org/tlog-proof@v1) that anybody can check without the store.",
     "Écrit une preuve d'inclusion (c2sp.org/tlog-proof@v1) que chacun peut vérifier sans la base."},
    k_prove_options,
    k_prove_examples,
    {"", "ID", "ID"}};

constinit const CommandInfo k_audit_verify_proof_description{
    "audit verify-proof",
    {"", "check such a proof, offline", "vérifier une telle preuve, hors ligne"},
    {"",
     "Whether the certificate is in the log whose checkpoint a trusted key signed. The status is 0 when it "
     "is, else 1.",
     "Si le certificat est dans le registre dont une clé de confiance a signé le point de contrôle. Le code "
     "de retour "
     "est 0 s'il y est, sinon 1."},
    k_verify_proof_options,
    k_verify_proof_examples,
    {"", "FILE", "FICHIER"}};

constinit const CommandInfo k_audit_verify_log_description{
    "audit verify-log",
    {"", "find what was altered in the store behind its back",
     "trouver ce qui a été modifié dans la base à son insu"},
    {"",
     "Recomputes the Merkle log from the rows, compares it with the signed checkpoint and with the one seen "
     "here before, "
     "verifies every document again and compares every row with it. Finds any row altered, removed or added, "
     "by direct "
     "SQL too. The status is 0 when the store is what its log says, else 1.",
     "Recalcule le registre de Merkle à partir des lignes, le compare au point de contrôle signé et à celui "
     "vu ici "
     "auparavant, vérifie de nouveau chaque document et compare chaque ligne à lui. Trouve toute ligne "
     "modifiée, retirée "
     "ou ajoutée, même par SQL direct. Le code de retour est 0 si la base est conforme à son registre, sinon "
     "1."},
    k_verify_log_options,
    k_verify_log_examples};

constinit const CommandInfo k_audit_export_log_description{
    "audit export-log",
    {"", "write the log as tiles that others can read",
     "écrire le registre en tuiles que d'autres peuvent lire"},
    {"",
     "Writes the checkpoint, the hashes and the entries into a new folder (c2sp.org/tlog-tiles). What was "
     "erased is an "
     "empty entry.",
     "Écrit le point de contrôle, les empreintes et les entrées dans un nouveau dossier "
     "(c2sp.org/tlog-tiles). Ce qui a "
     "été effacé est une entrée vide."},
    k_export_log_options,
    k_export_log_examples,
    {"", "FOLDER", "DOSSIER"}};

}  // namespace preshift
