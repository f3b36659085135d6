#pragma once

#include "text.hpp"

#include <string_view>

namespace preshift {

/// Every text of reading rules and judging by them. In the texts about a rules file, {0} is
/// "file:line:column", or the file alone where the whole file is meant.
inline constexpr Text k_rules_texts[] = {
    // The file as a whole
    {"rules_file.missing", "{0}: there is no such rules file. Check the name.",
     "{0} : ce fichier de règles n'existe pas. Vérifiez le nom."},
    {"rules_file.not_a_file", "{0}: not a file. Give the rules file itself, such as my-rules.yaml.",
     "{0} : ce n'est pas un fichier. Donnez le fichier de règles lui-même, comme mes-regles.yaml."},
    {"rules_file.unreadable", "{0}: the rules file cannot be read. Check who may read it.",
     "{0} : impossible de lire le fichier de règles. Vérifiez qui a le droit de le lire."},
    {"shipped.unknown", "There is no shipped profile '{0}'. There are: {1}.",
     "Il n'y a pas de profil fourni « {0} ». Il y a : {1}."},
    {"yaml.too_large", "{0}: larger than {1} KiB, so hardly a rules file. Check the name.",
     "{0} : plus de {1} Kio, ce n'est sans doute pas un fichier de règles. Vérifiez le nom."},
    {"yaml.empty", "{0}: the file is empty. Start from a copy of rules/standard.yaml.",
     "{0} : le fichier est vide. Partez d'une copie de rules/standard.yaml."},
    // YAML
    {"yaml.not_utf8", "{0}: this byte is not UTF-8 text. Save the file again as UTF-8.",
     "{0} : cet octet n'est pas du texte UTF-8. Enregistrez le fichier en UTF-8."},
    {"yaml.control_character",
     "{0}: an invisible control character. Remove it, or save the file again as plain text.",
     "{0} : caractère de commande invisible. Supprimez-le, ou enregistrez le fichier en texte simple."},
    {"yaml.syntax", "{0}: not valid YAML ({1}). Check the indentation, colons and quotes around this place.",
     "{0} : YAML non valide ({1}). Vérifiez l'indentation, les deux-points et les guillemets à cet endroit."},
    {"yaml.stray_colon",
     "{0}: a ':' where none can be. Put the text in quotes if the colon is part of it, and check the "
     "indentation.",
     "{0} : un « : » mal placé. Mettez le texte entre guillemets si ce signe en fait partie, et vérifiez "
     "l'indentation."},
    {"yaml.tab", "{0}: a tab at the beginning of the line. Indent with spaces.",
     "{0} : une tabulation en début de ligne. Indentez avec des espaces."},
    {"yaml.indentation",
     "{0}: this cannot stand here. Check the line's indentation, and that nothing follows a closing quote or "
     "bracket.",
     "{0} : ceci ne peut pas se trouver ici. Vérifiez l'indentation de la ligne, et que rien ne suit des "
     "guillemets "
     "ou un crochet fermés."},
    {"yaml.open_bracket", "{0}: a bracket of this value is not closed, or a comma is missing in it.",
     "{0} : un crochet ou une accolade de cette valeur n'est pas fermé, ou il y manque une virgule."},
    {"yaml.open_quote", "{0}: a quote is not closed before the end of the file. Close it.",
     "{0} : des guillemets ne sont pas fermés avant la fin du fichier. Fermez-les."},
    {"yaml.needs_quotes", "{0}: a text cannot begin with this character. Put the text in quotes.",
     "{0} : un texte ne peut pas commencer par ce caractère. Mettez le texte entre guillemets."},
    {"yaml.no_colon", "{0}: a key without a ':' behind it. Add it, or put the text in quotes.",
     "{0} : une clé sans « : » derrière elle. Ajoutez ce signe, ou mettez le texte entre guillemets."},
    {"yaml.escape",
     "{0}: between double quotes '\\' begins an escape, and this is none. Write '\\\\', or use single "
     "quotes.",
     "{0} : entre guillemets doubles, « \\ » annonce un caractère spécial, et ceci n'en est pas un. Écrivez "
     "« \\\\ », ou prenez des guillemets simples."},
    {"yaml.block_header", "{0}: a text after '|' or '>' begins on the next line, indented. Move it there.",
     "{0} : après « | » ou « > », le texte commence à la ligne suivante, en retrait. Mettez-le là."},
    {"yaml.duplicate_key", "{0}: the key '{1}' is already there, on line {2}. Keep one of them.",
     "{0} : la clé « {1} » existe déjà, à la ligne {2}. Gardez-en une."},
    {"yaml.key_not_text",
     "{0}: this key is not a word. Write a key and a colon, such as 'severity: required'.",
     "{0} : cette clé n'est pas un mot. Écrivez une clé et deux-points, par exemple « severity: required »."},
    {"yaml.anchor",
     "{0}: anchors (&) and aliases (*) are refused: they can make a small file endless. Write the value out.",
     "{0} : les ancres (&) et les alias (*) sont refusés : ils peuvent rendre infini un petit fichier. "
     "Écrivez la "
     "valeur en entier."},
    {"yaml.tag", "{0}: type tags (!) are refused. Remove the tag, or put the text in quotes.",
     "{0} : les étiquettes de type (!) sont refusées. Supprimez l'étiquette, ou mettez le texte entre "
     "guillemets."},
    {"yaml.several_documents",
     "{0}: a second document begins here. Keep one profile in a file, and check this line's indentation.",
     "{0} : un deuxième document commence ici. Gardez un seul profil par fichier, et vérifiez l'indentation "
     "de cette "
     "ligne."},
    {"yaml.too_deep", "{0}: nested deeper than {1} levels, which no profile needs. Check the file.",
     "{0} : plus de {1} niveaux imbriqués, ce qu'aucun profil ne demande. Vérifiez le fichier."},
    {"yaml.too_many", "{0}: more than {1} values, so hardly a profile. Check the file.",
     "{0} : plus de {1} valeurs, ce n'est sans doute pas un profil. Vérifiez le fichier."},
    // Keys and the types of their values
    {"key.unknown", "{0}: unknown key '{1}'. Known here: {2}.",
     "{0} : clé inconnue « {1} ». Clés connues ici : {2}."},
    {"key.unknown_near", "{0}: unknown key '{1}'. Did you mean '{2}'?",
     "{0} : clé inconnue « {1} ». Vouliez-vous dire « {2} » ?"},
    {"key.missing", "{0}: the key '{1}' is missing here. Add it.",
     "{0} : il manque ici la clé « {1} ». Ajoutez-la."},
    {"value.not_text", "{0}: '{1}' must be a text, not a list or a group of keys.",
     "{0} : « {1} » doit être un texte, pas une liste ni un groupe de clés."},
    {"value.empty", "{0}: '{1}' is empty. Fill it in.", "{0} : « {1} » est vide. Remplissez-le."},
    {"value.control_character", "{0}: '{1}' holds an invisible control character. Remove it.",
     "{0} : « {1} » contient un caractère de commande invisible. Supprimez-le."},
    {"translations.expected", "{0}: '{1}' needs both languages. Write it as {{en: ..., fr: ...}}.",
     "{0} : « {1} » doit être dans les deux langues. Écrivez {{en: ..., fr: ...}}."},
    {"translations.no_english", "{0}: '{1}' has no English text. Add 'en: ...'.",
     "{0} : « {1} » n'a pas de texte anglais. Ajoutez « en: ... »."},
    {"translations.no_french", "{0}: '{1}' has no French text. Add 'fr: ...'.",
     "{0} : « {1} » n'a pas de texte français. Ajoutez « fr: ... »."},
    // The profile
    {"profile.not_keys",
     "{0}: a profile is a group of keys: profile, version, title, rules. Start from a copy of "
     "rules/standard.yaml.",
     "{0} : un profil est un groupe de clés : profile, version, title, rules. Partez d'une copie de "
     "rules/standard.yaml."},
    {"profile.name",
     "{0}: '{1}' is not a profile name. Use lower-case words joined by '-', such as 'night-shift'.",
     "{0} : « {1} » n'est pas un nom de profil. Utilisez des mots en minuscules reliés par « - », comme "
     "« night-shift »."},
    {"profile.version", "{0}: '{1}' is not a version. Write a whole number from 1 to 999999, without quotes.",
     "{0} : « {1} » n'est pas une version. Écrivez un nombre entier de 1 à 999999, sans guillemets."},
    {"profile.rules_not_list", "{0}: 'rules' must be a list, each rule beginning with '- id: ...'.",
     "{0} : « rules » doit être une liste, où chaque règle commence par « - id: ... »."},
    {"profile.no_rules",
     "{0}: the profile has no rules, and nothing is cleared by no rules. Add at least one.",
     "{0} : le profil n'a aucune règle, et sans règle rien n'est validé. Ajoutez-en au moins une."},
    {"profile.all_skipped",
     "{0}: every rule is skipped, and nothing is cleared by no rules. Leave at least one.",
     "{0} : toutes les règles sont écartées, et sans règle rien n'est validé. Gardez-en au moins une."},
    // What it extends
    {"extends.unknown",
     "{0}: there is no shipped profile '{1}'. There are: {2}. A file's name ends with .yaml.",
     "{0} : il n'y a pas de profil fourni « {1} ». Il y a : {2}. Un nom de fichier finit par .yaml."},
    {"extends.unknown_near", "{0}: there is no shipped profile '{1}'. Did you mean '{2}'?",
     "{0} : il n'y a pas de profil fourni « {1} ». Vouliez-vous dire « {2} » ?"},
    {"extends.unreadable", "{0}: the file {1} that is extended here cannot be read. Check its name.",
     "{0} : impossible de lire le fichier {1}, étendu ici. Vérifiez son nom."},
    {"extends.cycle", "{0}: these profiles extend each other in a circle: {1}. Take one 'extends' out.",
     "{0} : ces profils s'étendent en cercle : {1}. Retirez un « extends »."},
    {"extends.too_long", "{0}: more than {1} profiles that extend each other. Join some of them.",
     "{0} : plus de {1} profils qui s'étendent l'un l'autre. Réunissez-en quelques-uns."},
    {"extends.too_large", "{0}: with this file, the profiles that extend each other hold more than {1} KiB.",
     "{0} : avec ce fichier, les profils qui s'étendent dépassent {1} Kio."},
    {"override.not_list",
     "{0}: 'override' must be a list, each item with the id of a rule and what changes in it, such as "
     "'- id: quiet.background-noise' and 'severity: advisory'.",
     "{0} : « override » doit être une liste, chaque élément portant l'id d'une règle et ce qui y change, "
     "comme « - id: quiet.background-noise » et « severity: advisory »."},
    {"override.nothing", "{0}: nothing is changed in the rule '{1}'. Add what changes, such as 'severity:'.",
     "{0} : rien n'est changé dans la règle « {1} ». Ajoutez ce qui change, comme « severity: »."},
    {"override.no_measure",
     "{0}: the rule '{1}' has several conditions, so which limit is meant is not clear. Write its whole "
     "condition: measure and limit, or any, all, none.",
     "{0} : la règle « {1} » a plusieurs conditions, rien ne dit donc quelle limite est visée. Écrivez sa "
     "condition en entier : measure et limite, ou any, all, none."},
    {"override.unknown", "{0}: there is no rule '{1}' to change. There are: {2}.",
     "{0} : il n'y a pas de règle « {1} » à changer. Il y a : {2}."},
    {"override.unknown_near", "{0}: there is no rule '{1}' to change. Did you mean '{2}'?",
     "{0} : il n'y a pas de règle « {1} » à changer. Vouliez-vous dire « {2} » ?"},
    {"override.twice", "{0}: the rule '{1}' is already changed or skipped, on line {2}. Keep one of them.",
     "{0} : la règle « {1} » est déjà changée ou écartée, à la ligne {2}. Gardez l'un des deux."},
    {"override.skipped",
     "{0}: the rule '{1}' is skipped by what this profile extends, so this takes no effect. Remove it.",
     "{0} : la règle « {1} » est écartée par ce que ce profil étend, ceci est donc sans effet. Retirez-le."},
    {"skip.not_list", "{0}: 'skip' must be a list of rule ids, such as [quiet.loudest-moment].",
     "{0} : « skip » doit être une liste d'identifiants de règles, comme [quiet.loudest-moment]."},
    // Its parameters
    {"parameters.not_keys",
     "{0}: 'parameters' must be a group of names, each with its value, such as 'max_noise: 40 dB(A)', or "
     "with its declaration.",
     "{0} : « parameters » doit être un groupe de noms, chacun avec sa valeur, comme « max_noise: 40 dB(A) "
     "», "
     "ou avec sa déclaration."},
    {"parameter.name",
     "{0}: '{1}' is not a parameter's name. Use lower-case words joined by '_', such as 'max_noise'.",
     "{0} : « {1} » n'est pas un nom de paramètre. Utilisez des mots en minuscules reliés par « _ », comme "
     "« max_noise »."},
    {"parameter.declared",
     "{0}: the parameter '{1}' is declared already by what this profile extends. To set it, write its value "
     "alone after the colon.",
     "{0} : le paramètre « {1} » est déjà déclaré par ce que ce profil étend. Pour le régler, écrivez sa "
     "seule valeur après les deux-points."},
    {"parameter.word_or_number",
     "{0}: '{1}' is for numbers, and 'one_of' makes this parameter a word. Remove one of the two.",
     "{0} : « {1} » vaut pour les nombres, et « one_of » fait de ce paramètre un mot. Retirez l'un des "
     "deux."},
    {"parameter.no_words", "{0}: 'one_of' must be a list of the words that the parameter can be.",
     "{0} : « one_of » doit être la liste des mots que le paramètre peut valoir."},
    {"parameter.range", "{0}: 'range' needs a list of two values, the lower one first, as in [{1}, ...].",
     "{0} : « range » demande une liste de deux valeurs, la plus basse d'abord, comme [{1}, ...]."},
    {"parameter.unit", "{0}: unknown unit '{1}'. There are: {2}.",
     "{0} : unité inconnue « {1} ». Il y a : {2}."},
    {"parameter.unit_near", "{0}: unknown unit '{1}'. Did you mean '{2}'?",
     "{0} : unité inconnue « {1} ». Vouliez-vous dire « {2} » ?"},
    {"parameter.out_of_range", "{0}: '{1}' is out of range: {2} goes from {3} to {4} {5}.",
     "{0} : « {1} » est hors limites : {2} va de {3} à {4} {5}."},
    {"parameter.unknown", "{0}: there is no parameter '{1}'. There are: {2}.",
     "{0} : il n'y a pas de paramètre « {1} ». Il y a : {2}."},
    {"parameter.unknown_near", "{0}: there is no parameter '{1}'. Did you mean '{2}'?",
     "{0} : il n'y a pas de paramètre « {1} ». Vouliez-vous dire « {2} » ?"},
    {"parameter.none",
     "{0}: there is no parameter '{1}', as the profile has none. Declare it under 'parameters:'.",
     "{0} : il n'y a pas de paramètre « {1} » : le profil n'en a aucun. Déclarez-le sous « parameters: »."},
    {"parameter.other_unit", "{0}: the parameter '{1}' is not a number in {3}, and {2} is limited in {3}.",
     "{0} : le paramètre « {1} » n'est pas un nombre en {3}, et {2} se limite en {3}."},
    {"parameter.not_these_words",
     "{0}: the parameter '{1}' is not a word that {2} can be. Declare it with 'one_of' and words of: {3}.",
     "{0} : le paramètre « {1} » n'est pas un mot que {2} peut valoir. Déclarez-le avec « one_of » et des "
     "mots parmi : {3}."},
    {"parameter.no_effect",
     "{0}: the parameter '{1}' takes no effect: no rule that is kept uses it. Remove it, or use it in a "
     "limit as ${1}.",
     "{0} : le paramètre « {1} » est sans effet : aucune règle gardée ne l'utilise. Retirez-le, ou "
     "utilisez-le dans une limite : ${1}."},
    {"range.reversed_by_parameter",
     "{0}: with the parameters as they are set, nothing lies in the range of the rule '{1}'.",
     "{0} : avec les paramètres réglés ainsi, il n'y a rien dans l'intervalle de la règle « {1} »."},
    // Facts
    {"facts.not_keys", "{0}: 'facts' must be a group of names, each with a list of what it can be.",
     "{0} : « facts » doit être un groupe de noms, chacun avec la liste de ce qu'il peut valoir."},
    {"facts.name",
     "{0}: the fact '{1}' cannot be declared: its values are fixed, or it is not made of lower-case words "
     "joined by '-'.",
     "{0} : le fait « {1} » ne peut pas être déclaré : ses valeurs sont fixes, ou il n'est pas fait de mots "
     "en minuscules reliés par « - »."},
    {"facts.not_list", "{0}: '{1}' must be a list of words, such as [bank, retail].",
     "{0} : « {1} » doit être une liste de mots, comme [bank, retail]."},
    {"fact.unknown", "{0}: unknown fact '{1}'. There are: {2}. One of your own is declared under 'facts:'.",
     "{0} : fait inconnu « {1} ». Il y a : {2}. Un fait à vous se déclare sous « facts: »."},
    {"fact.unknown_near", "{0}: unknown fact '{1}'. Did you mean '{2}'?",
     "{0} : fait inconnu « {1} ». Vouliez-vous dire « {2} » ?"},
    {"fact.not_a_name",
     "{0}: '{1}' cannot be the value of this fact. Use lower-case words joined by '-', such as 'bank'.",
     "{0} : « {1} » ne peut pas être la valeur de ce fait. Utilisez des mots en minuscules reliés par « - », "
     "comme « bank »."},
    {"applies.not_keys",
     "{0}: 'applies_when' needs facts with their values, such as 'role: bank', or the word 'always'.",
     "{0} : « applies_when » demande des faits avec leurs valeurs, comme « role: bank », ou le mot "
     "« always »."},
    {"applies.not_list", "{0}: '{1}' must be a list of facts with their values, such as [role: bank].",
     "{0} : « {1} » doit être une liste de faits avec leurs valeurs, comme [role: bank]."},
    {"applies.time", "{0}: '{1}' is not a part of the day. Write it as in '22:00 to 06:00'.",
     "{0} : « {1} » n'est pas une partie du jour. Écrivez comme dans « 22:00 to 06:00 »."},
    // A rule
    {"rule.inherited_id",
     "{0}: the rule '{1}' is there already, in {2}. To change it, put it under 'override:'.",
     "{0} : la règle « {1} » existe déjà, dans {2}. Pour la changer, mettez-la sous « override: »."},
    {"decision.no_number", "{0}: '{1}' decides between numbers, and this rule limits none. Remove it.",
     "{0} : « {1} » tranche entre des nombres, et cette règle n'en limite aucun. Retirez-le."},
    {"decision.no_guard_band",
     "{0}: 'simple' decides without a guard band. Remove 'guard_band', or write 'decision: guarded'.",
     "{0} : « simple » décide sans bande de garde. Retirez « guard_band », ou écrivez « decision: guarded "
     "»."},
    {"number.out_of_range", "{0}: '{1}' is not a number above 0 and up to {3}, which '{2}' must be.",
     "{0} : « {1} » n'est pas un nombre au-dessus de 0 et jusqu'à {3}, ce que « {2} » doit être."},
    {"manual.not_keys", "{0}: 'manual' needs a question in both languages: 'question: {{en: ..., fr: ...}}'.",
     "{0} : « manual » demande une question dans les deux langues : « question: {{en: ..., fr: ...}} »."},
    {"rule.not_keys",
     "{0}: a rule is a group of keys: id, requirement, severity, title, rationale, remedy, measure "
     "and a limit (or any, all, none).",
     "{0} : une règle est un groupe de clés : id, requirement, severity, title, rationale, remedy, measure "
     "et une limite (ou any, all, none)."},
    {"rule.id",
     "{0}: '{1}' is not a rule id. Use lower-case words joined by '.' or '-', such as "
     "'quiet.background-noise'.",
     "{0} : « {1} » n'est pas un identifiant de règle. Utilisez des mots en minuscules reliés par « . » ou « "
     "- », "
     "comme « quiet.background-noise »."},
    {"rule.duplicate_id",
     "{0}: the rule '{1}' is already there, on line {2}. Give each rule an id of its own.",
     "{0} : la règle « {1} » existe déjà, à la ligne {2}. Donnez à chaque règle son propre identifiant."},
    {"rule.requirement",
     "{0}: '{1}' is not a requirement's name. Use lower-case words joined by '-', such as 'quiet'.",
     "{0} : « {1} » n'est pas un nom d'exigence. Utilisez des mots en minuscules reliés par « - », comme "
     "« quiet »."},
    {"rule.severity", "{0}: unknown severity '{1}'. There are: {2}.",
     "{0} : sévérité inconnue « {1} ». Il y a : {2}."},
    {"rule.severity_near", "{0}: unknown severity '{1}'. Did you mean '{2}'?",
     "{0} : sévérité inconnue « {1} ». Vouliez-vous dire « {2} » ?"},
    {"rule.measure", "{0}: unknown measure '{1}'. There are: {2}.",
     "{0} : mesure inconnue « {1} ». Il y a : {2}."},
    {"rule.measure_near", "{0}: unknown measure '{1}'. Did you mean '{2}'?",
     "{0} : mesure inconnue « {1} ». Vouliez-vous dire « {2} » ?"},
    // Its condition
    {"condition.not_keys",
     "{0}: a condition is a group of keys: a measure and a limit, or one of: any, all, none.",
     "{0} : une condition est un groupe de clés : measure et une limite, ou l'une de : any, all, none."},
    {"condition.missing", "{0}: nothing is asked of {1} here. Add one of: {2}.",
     "{0} : rien n'est demandé ici de {1}. Ajoutez l'un de : {2}."},
    {"condition.several",
     "{0}: there is a condition already, on line {1}. Keep one of the two, or join them in a list under "
     "'all:'.",
     "{0} : il y a déjà une condition, à la ligne {1}. Gardez l'une des deux, ou réunissez-les dans une "
     "liste "
     "sous « all: »."},
    {"condition.no_measure",
     "{0}: '{1}' stands without a measure, beside '{2}'. Move it into the list, below its own 'measure:'.",
     "{0} : « {1} » est sans mesure, à côté de « {2} ». Mettez-le dans la liste, sous son propre "
     "« measure: »."},
    {"condition.not_list", "{0}: '{1}' must be a list of conditions, each beginning with '- measure: ...'.",
     "{0} : « {1} » doit être une liste de conditions, chacune commençant par « - measure: ... »."},
    {"condition.empty_list",
     "{0}: '{1}' has no conditions, and what asks for nothing can never pass. Add one.",
     "{0} : « {1} » n'a aucune condition, et ce qui ne demande rien n'est jamais conforme. Ajoutez-en une."},
    {"condition.too_deep", "{0}: conditions within conditions, more than {1} levels. Write several rules.",
     "{0} : plus de {1} niveaux de conditions imbriquées. Écrivez plusieurs règles."},
    {"condition.too_many", "{0}: more than {1} conditions in one rule. Write several rules.",
     "{0} : plus de {1} conditions dans une règle. Écrivez plusieurs règles."},
    {"condition.needs_word",
     "{0}: {1} is a word, not a number. Write 'equals:' or 'one_of:' with words of: {2}.",
     "{0} : {1} est un mot, pas un nombre. Écrivez « equals: » ou « one_of: » avec des mots parmi : {2}."},
    {"condition.needs_limit",
     "{0}: {1} is a number, which hardly ever equals another. Write at_most, at_least or between.",
     "{0} : {1} est un nombre, qui n'est presque jamais égal à un autre. Écrivez at_most, at_least ou "
     "between."},
    {"range.not_two", "{0}: 'between' needs a list of two limits, the lower one first, as in [{1}, {1}].",
     "{0} : « between » demande une liste de deux limites, la plus basse d'abord, comme [{1}, {1}]."},
    {"range.reversed", "{0}: '{1}' is above '{2}', so nothing lies between them. Swap the two.",
     "{0} : « {1} » est au-dessus de « {2} », il n'y a donc rien entre les deux. Échangez-les."},
    {"words.not_list", "{0}: 'one_of' must be a list of words, such as [{1}].",
     "{0} : « one_of » doit être une liste de mots, comme [{1}]."},
    {"words.twice", "{0}: '{1}' is already in this list. Remove it.",
     "{0} : « {1} » est déjà dans cette liste. Supprimez-le."},
    {"word.unknown", "{0}: {3} is never '{1}'. Write one of: {2}.",
     "{0} : {3} ne vaut jamais « {1} ». Écrivez l'un de : {2}."},
    {"word.unknown_near", "{0}: {3} is never '{1}'. Did you mean '{2}'?",
     "{0} : {3} ne vaut jamais « {1} ». Vouliez-vous dire « {2} » ?"},
    // In limit.*: {1} the limit as written, {2} the measure, {3} its unit, {4} an example, {5} the lowest and
    // {6} the highest limit.
    {"limit.not_a_number", "{0}: '{1}' cannot be read as a number. Write it as in '{4}'.",
     "{0} : « {1} » ne se lit pas comme un nombre. Écrivez comme dans « {4} »."},
    {"limit.comma", "{0}: '{1}' has a comma in its number. Write a point, as in '0.5'.",
     "{0} : « {1} » a une virgule dans son nombre. Écrivez un point, comme dans « 0.5 »."},
    {"limit.no_unit", "{0}: '{1}' has no unit, and {2} is limited in {3}. Write it as in '{4}'.",
     "{0} : « {1} » n'a pas d'unité, et {2} se limite en {3}. Écrivez comme dans « {4} »."},
    {"limit.no_unit_allowed", "{0}: '{1}' has a unit, and {2} is a plain number. Write it as in '{4}'.",
     "{0} : « {1} » a une unité, et {2} est un nombre seul. Écrivez comme dans « {4} »."},
    {"limit.unit", "{0}: '{1}' is in another unit, and {2} is limited in {3}. Write it as in '{4}'.",
     "{0} : « {1} » est dans une autre unité, et {2} se limite en {3}. Écrivez comme dans « {4} »."},
    {"limit.full_scale_unit",
     "{0}: '{1}' is relative to what the microphone can take, not to hearing, and differs from one "
     "microphone to "
     "the next. {2} is limited in {3}. Write it as in '{4}'.",
     "{0} : « {1} » est relatif à ce que le microphone supporte, pas à l'ouïe, et varie d'un microphone à "
     "l'autre. "
     "{2} se limite en {3}. Écrivez comme dans « {4} »."},
    {"limit.range", "{0}: '{1}' cannot be meant: {2} is limited from {5} to {6} {3}.",
     "{0} : « {1} » n'est pas plausible : {2} se limite entre {5} et {6} {3}."},
    {"limit.not_whole", "{0}: '{1}' is not a whole number, and {2} counts whole ones. Write it as in '{4}'.",
     "{0} : « {1} » n'est pas un nombre entier, et {2} compte des entiers. Écrivez comme dans « {4} »."},
    // Why a rule has the result it has: a clause, and what to do apart from it. Without one the rule's own
    // remedy
    // is what to do.
    {"result.above", "above the limit", "au-dessus de la limite"},
    {"result.below", "below the limit", "au-dessous de la limite"},
    {"result.other_word", "not as the rule asks", "pas comme la règle le demande"},
    {"result.within_uncertainty", "too close to the limit to tell: known to ± {0} {1} only",
     "trop près de la limite pour trancher : connu à ± {0} {1} près",
     "Move further from the limit, or measure more exactly: longer, or with a calibrated microphone.",
     "Éloignez-vous de la limite, ou mesurez plus précisément : plus longtemps, ou avec un microphone "
     "étalonné."},
    {"result.count_uncertain", "too close to the limit to tell: the count may be wrong by {0}",
     "trop près de la limite pour trancher : le compte peut être faux de {0}",
     "Improve the light and what the camera sees, then repeat the check.",
     "Améliorez l'éclairage et le champ de la caméra, puis refaites le contrôle."},
    {"result.upper_bound", "known to be at most {0} {1} only: the sensor's own noise hides what lies below",
     "connu seulement comme au plus {0} {1} : le bruit propre du capteur cache ce qui est au-dessous",
     "Use a microphone with less noise of its own.", "Utilisez un microphone qui a moins de bruit propre."},
    {"result.no_alternative", "none of the alternatives holds", "aucune des possibilités n'est remplie"},
    {"result.several_failed", "several conditions do not hold", "plusieurs conditions ne sont pas remplies"},
    {"result.forbidden", "a condition holds that must not",
     "une condition est remplie qui ne doit pas l'être"},
    {"result.no_conditions", "the rule asks for nothing", "la règle ne demande rien",
     "Ask the author of the rules to add a condition.",
     "Demandez à l'auteur des règles d'ajouter une condition."},
    {"result.not_calibrated", "the microphone is not calibrated, so its level in {0} is not known",
     "le microphone n'est pas étalonné : son niveau en {0} n'est pas connu",
     "Give --full-scale, or calibrate the microphone.", "Donnez --full-scale, ou étalonnez le microphone."},
    {"result.not_answered", "nobody has answered yet", "personne n'a encore répondu",
     "Answer the question with --answers FILE.", "Répondez à la question avec --answers FICHIER."},
    {"result.not_measured", "it was not measured", "la mesure n'a pas été faite", "Repeat the check.",
     "Refaites le contrôle."},
    {"result.measured_twice", "it was measured more than once, and which counts is not known",
     "il y a plusieurs mesures, et rien ne dit laquelle compte", "Repeat the check.",
     "Refaites le contrôle."},
    {"result.other_unit", "it was measured in {0} and the limit is in {1}",
     "la mesure est en {0} et la limite en {1}", "Install Preshift again.", "Réinstallez Preshift."},
    {"result.other_kind", "the measurement is of another kind than the limit",
     "la mesure est d'une autre nature que la limite", "Install Preshift again.", "Réinstallez Preshift."},
    {"result.not_finite", "the measurement is not a number", "la mesure n'est pas un nombre",
     "Repeat the check.", "Refaites le contrôle."},
};

[[nodiscard]] consteval Text rules_text(std::string_view id) {
  return pick(k_rules_texts, id);
}

}  // namespace preshift
