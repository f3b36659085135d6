#pragma once

#include "text.hpp"

namespace preshift {

/// What is said of tests of rules. {0} is "file:line:column" unless said otherwise.
inline constexpr Text k_rules_test_texts[] = {
    {"test.empty", "{0}: the file is empty. Write 'profile:' and 'cases:'; README shows an example.",
     "{0} : le fichier est vide. Écrivez « profile: » et « cases: » ; README montre un exemple."},
    {"test.not_keys", "{0}: a test of rules is a group of keys: profile and cases. README shows an example.",
     "{0} : un test de règles est un groupe de clés : profile et cases. README montre un exemple."},
    {"test.rules_file",
     "{0}: these are rules, not a test of them. Write a file of cases that names this one: 'profile: ./FILE' "
     "and 'cases:'; README shows an example.",
     "{0} : ce sont des règles, pas leur test. Écrivez un fichier de cas qui nomme celui-ci : « profile: "
     "./FICHIER » et « cases: » ; README montre un exemple."},
    {"test.no_cases",
     "{0}: there are no cases, and no cases test nothing. Add a list, each item beginning with '- name: "
     "...'.",
     "{0} : il n'y a aucun cas, et sans cas rien n'est testé. Ajoutez une liste, chaque élément commençant "
     "par « - name: ... »."},
    {"test.case_not_keys", "{0}: a case is a group of keys: name, given, and expect or outcome.",
     "{0} : un cas est un groupe de clés : name, given, et expect ou outcome."},
    {"test.name_twice", "{0}: the case '{1}' is already there, on line {2}. Give each a name of its own.",
     "{0} : le cas « {1} » existe déjà, à la ligne {2}. Donnez à chacun son propre nom."},
    {"test.expects_nothing",
     "{0}: this case expects nothing, so it tests nothing. Add 'expect:' with rules and their results, or "
     "'outcome:'.",
     "{0} : ce cas n'attend rien, il ne teste donc rien. Ajoutez « expect: » avec des règles et leurs "
     "résultats, ou « outcome: »."},
    {"test.expect_not_keys",
     "{0}: 'expect' needs rules with their results, such as 'quiet.background-noise: pass'.",
     "{0} : « expect » demande des règles avec leurs résultats, comme « quiet.background-noise: pass »."},
    // {1} the result, {2} the known ones, {3} the rule
    {"test.result", "{0}: '{1}' is not a result. There are: {2}.",
     "{0} : « {1} » n'est pas un résultat. Il y a : {2}."},
    {"test.result_near", "{0}: '{1}' is not a result. Did you mean '{2}'?",
     "{0} : « {1} » n'est pas un résultat. Vouliez-vous dire « {2} » ?"},
    {"test.not_a_group", "{0}: '{1}' must be a group of keys with their values.",
     "{0} : « {1} » doit être un groupe de clés avec leurs valeurs."},
    {"test.now", "{0}: '{1}' is not a moment. Write it as in 2026-12-31T12:00:00Z.",
     "{0} : « {1} » n'est pas un moment. Écrivez comme dans 2026-12-31T12:00:00Z."},
    {"test.waivers_need_now",
     "{0}: waivers expire, so it matters when the case takes place. Add 'now: 2026-12-31T12:00:00Z'.",
     "{0} : les dérogations expirent, il importe donc quand le cas se passe. Ajoutez « now: "
     "2026-12-31T12:00:00Z »."},
    {"test.profile_unreadable",
     "{0}: the profile {1} cannot be read. Check its name; it is sought beside this file.",
     "{0} : impossible de lire le profil {1}. Vérifiez son nom ; il est cherché à côté de ce fichier."},
    {"test.given_group", "{0}: a group says what was measured by one of: {1}.",
     "{0} : un groupe dit ce qui a été mesuré par l'un de : {1}."},
    {"test.no_value", "{0}: '{1}' belongs to a value, and this says that there is none. Remove it.",
     "{0} : « {1} » va avec une valeur, et ceci dit qu'il n'y en a pas. Retirez-le."},
    {"test.no_number", "{0}: {1} is a word, so this cannot be said of it. Remove it.",
     "{0} : {1} est un mot, ceci ne peut donc pas s'en dire. Retirez-le."},
    // {0} why something was not measured, in the words of the test's author
    {"test.reason", "{0}", "{0}"},
    {"test.somebody", "the test", "le test"},

    // The result of a run. {0} the file, {1} the profile, {2} its version
    {"test.file", "{0}: {1}, version {2}", "{0} : {1}, version {2}"},
    {"test.unusable", "{0}: cannot be used", "{0} : inutilisable"},
    // {0} the case, {1} its line
    {"test.case_line", "{0} (line {1})", "{0} (ligne {1})"},
    // {0} the rule, {1} what was expected, {2} what came out
    {"test.got", "{0}: expected {1}, got {2}", "{0} : attendu {1}, obtenu {2}"},
    {"test.as_expected", "{0}: {1}, as expected", "{0} : {1}, comme attendu"},
    {"test.outcome", "outcome", "outcome"},
    // {0} the profile, {1} its version, {2} rules
    {"test.never_tested", "Never tested in {0}, version {1}: {2}.",
     "Jamais testé dans {0}, version {1} : {2}."},
    {"test.never_passed", "Never expected to pass in {0}, version {1}: {2}.",
     "Jamais attendu conforme (pass) dans {0}, version {1} : {2}."},
    {"test.never_failed", "Never expected to fail in {0}, version {1}: {2}.",
     "Jamais attendu non conforme (fail) dans {0}, version {1} : {2}."},
    {"test.never_undecided", "Never expected to be unknown in {0}, version {1}: {2}.",
     "Jamais attendu inconnu (unknown) dans {0}, version {1} : {2}."},
    {"test.all_covered", "Every rule of {0}, version {1}, is tested to pass, to fail and to be unknown.",
     "Chaque règle de {0}, version {1}, est testée conforme, non conforme et inconnue."},
    {"test.sum", "Cases that hold: {0}. Cases that do not: {1}. Problems: {2}.",
     "Cas tenus : {0}. Cas non tenus : {1}. Problèmes : {2}."},
};

[[nodiscard]] consteval Text rules_test_text(std::string_view id) {
  return pick(k_rules_test_texts, id);
}

}  // namespace preshift
