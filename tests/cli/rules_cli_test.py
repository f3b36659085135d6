#!/usr/bin/env python3
"""`preshift rules`: the tools for those who write rules, as they use them."""

import hashlib
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import SOURCE, PreshiftTest, preshift, sine, write_wav  # noqa: E402
from published_schemas import sarif_validator  # noqa: E402
from rules_examples import NIGHT  # noqa: E402

SHIPPED = ("base", "standard", "strict", "open", "onboarding")

# Everything below is wrong once; the line and the kind of each.
BROKEN = """profile: night
version: 1
title: {en: Night, fr: Nuit}
parameters:
  left_over:
    description: {en: Left over, fr: De reste}
    unit: dB
    range: [1 dB, 9 dB]
    default: 5 dB
rules:
  - id: quiet.noise
    requirement: quiet
    severity: require
    title: {en: It is quiet}
    rationale: {en: Noise hides words, fr: Le bruit couvre des mots}
    remedy: {en: Close the window, fr: Fermez la fenêtre}
    measure: sound.laek
    at_most: 45 dB(A)
  - id: quiet.others
    requirement: quiet
    severity: required
    severity: advisory
    title: {en: Nobody else speaks, fr: Nobody else speaks}
    rationale: {en: Callers hear it, fr: On l'entend}
    remedy: {en: Send them out, fr: Faites-les sortir}
    measure: voice.others
    at_most: 100 %
  - id: quiet.loud
    requirement: quiet
    severity: required
    title: {en: Nothing is loud, fr: Rien n'est fort}
    rationale: {en: Callers hear it, fr: On l'entend}
    remedy: {en: Wait a while, fr: Attendez un peu}
    all:
      - {measure: sound.lafmax, at_most: "40 dB(A)"}
      - {measure: sound.lafmax, at_least: "50 dB(A)"}
  - id: quiet.unit
    requirement: quiet
    severity: required
    title: {en: Nothing hums, fr: Rien ne ronronne}
    rationale: {en: Callers hear it, fr: On l'entend}
    remedy: {en: Wait a while, fr: Attendez un peu}
    measure: sound.laf90
    at_most: 45 dBFS
"""
BROKEN_FINDINGS = [
    (5, "error", "parameter.no_effect"),
    (13, "error", "rule.severity"),
    (14, "error", "translations.no_french"),
    (17, "error", "rule.measure"),
    (19, "warning", "lint.not_translated"),
    (19, "warning", "lint.always"),
    (22, "error", "yaml.duplicate_key"),
    (28, "warning", "lint.contradiction"),
    (44, "error", "limit.full_scale_unit"),
]


class RulesTest(PreshiftTest):
    def write(self, name, text):
        file = self.folder / name
        file.write_text(text)
        return file


class Lint(RulesTest):
    def test_the_shipped_profiles_are_clean_by_name_and_as_files(self):
        for rules in (SHIPPED, sorted((SOURCE / "rules").glob("*.yaml"))):
            result = preshift("rules", "lint", *rules)
            self.assertEqual((result.status, result.errors), (0, ""), result)
            self.assertTrue(result.output.startswith("No problems found in "), result)

    def test_all_that_is_wrong_is_told_at_once(self):
        file = self.write("broken.yaml", BROKEN)
        result = preshift("rules", "lint", file, "--format", "json")
        self.assertEqual(result.status, 3, result)
        found = [(each["line"], each["level"], each["kind"]) for each in result.json["findings"]]
        self.assertEqual(found, BROKEN_FINDINGS)
        self.assertEqual({each["file"] for each in result.json["findings"]}, {str(file)})
        self.assertEqual((result.json["errors"], result.json["warnings"]), (6, 3))

    def test_text_is_a_line_each_with_the_place_and_what_was_meant(self):
        file = self.write("broken.yaml", BROKEN)
        for language, meant in (("en", "Did you mean 'sound.laeq'?"), ("fr", "Vouliez-vous dire « sound.laeq » ?")):
            lines = preshift("rules", "lint", file, "--language", language).output.splitlines()
            self.assertEqual(len(lines), len(BROKEN_FINDINGS) + 1)
            self.assertTrue(all(line.startswith(f"{file}:") for line in lines[:-1]), lines)
            line = next(line for line in lines if line.startswith(f"{file}:17:14: "))
            self.assertIn(meant, line)

    def test_sarif_is_as_published(self):
        validator = sarif_validator()
        broken, clean = self.write("broken.yaml", BROKEN), self.write("clean.yaml", NIGHT)
        for file, status, findings in ((broken, 3, len(BROKEN_FINDINGS)), (clean, 0, 0)):
            result = preshift("rules", "lint", file, "--format", "sarif")
            validator.validate(result.json)
            self.assertEqual(result.status, status)
            run = result.json["runs"][0]
            self.assertEqual(len(run["results"]), findings)
            self.assertEqual(run["invocations"][0]["exitCode"], status)

    def test_each_file_counts_and_what_two_extend_is_told_once(self):
        self.write("base.yaml", NIGHT.replace("45 dB(A)", "45 dBFS"))
        heirs = [self.write(f"heir{number}.yaml",
                            f"profile: heir\nversion: {number}\ntitle: {{en: Heir, fr: Héritier}}\n"
                            "extends: ./base.yaml\n") for number in (1, 2)]
        result = preshift("rules", "lint", *heirs, "--format", "json")
        self.assertEqual([each["kind"] for each in result.json["findings"]], ["limit.full_scale_unit"], result)
        self.assertTrue(result.json["findings"][0]["file"].endswith("base.yaml"))

    def test_a_profile_that_requires_nothing_is_named_itself_not_what_it_extends(self):
        (self.folder / "night.yaml").write_text(NIGHT)
        for name in ("heir", "other"):
            (self.folder / f"{name}.yaml").write_text(
                f"profile: {name}\nversion: 1\ntitle: {{en: Heir, fr: Héritier}}\nextends: ./night.yaml\n"
                "override:\n  - {id: quiet.noise, severity: advisory}\n")
        result = preshift("rules", "lint", self.folder / "heir.yaml", self.folder / "other.yaml")
        self.assertEqual(result.status, 3, result)
        for name in ("heir", "other"):
            self.assertIn(f"{name}.yaml: warning: ", result.output)
        self.assertNotIn("night.yaml: warning", result.output)

    def test_what_is_no_file_is_said_and_no_file_at_all_is_refused(self):
        result = preshift("rules", "lint", self.write("clean.yaml", NIGHT), self.folder / "none.yaml")
        self.assertEqual(result.status, 3)
        self.assertTrue(result.output.startswith(f"{self.folder / 'none.yaml'}: error: "), result)
        self.assert_refused(preshift("rules", "lint"), 3, "our-rules.yaml")

    def test_strangers_bytes_are_told_too(self):
        for name, data in (("latin.yaml", b"title: caf\xe9\n"), ("empty.yaml", b""), ("deep.yaml", b"[" * 5000)):
            file = self.folder / name
            file.write_bytes(data)
            result = preshift("rules", "lint", file, "--format", "json")
            self.assertEqual((result.status, result.json["errors"]), (3, 1), result)


class Show(RulesTest):
    def test_what_is_shown_reads_back_as_the_same_profile(self):
        for name in SHIPPED:
            first, text = preshift("rules", "show", name).output.split("\n", 1)
            digest = hashlib.sha256(text.encode()).hexdigest()
            self.assertTrue(first.startswith("# ") and first.endswith(digest), first)
            self.assertNotIn("extends:", text)
            again = preshift("rules", "show", self.write("again.yaml", text))
            self.assertEqual(again.output.split("\n", 1)[1], text)

    def test_the_digest_is_that_of_a_check(self):
        sound = write_wav(self.folder / "room.wav", sine(amplitude=0.001))
        check = preshift("check", "--sound", sound, "--rules", "base", "--format", "json")
        self.assertIn(check.json["profile"]["digest"].split(":")[-1], preshift("rules", "show", "base").output)

    def test_a_parameter_changes_it(self):
        plain = preshift("rules", "show", "--resolved").output
        quieter = preshift("rules", "show", "standard", "--set", "max_noise=40dB(A)").output
        self.assertNotEqual(plain.split("\n", 1)[0], quieter.split("\n", 1)[0])
        self.assertEqual(plain.count('"45 dB(A)"') - 1, quieter.count('"45 dB(A)"'))

    def test_json_has_what_the_file_says_with_numbers_and_both_languages(self):
        for name in SHIPPED:
            shown = preshift("rules", "show", name, "--format", "json", "--language", "fr")
            self.assertEqual((shown.status, shown.errors), (0, ""), shown)
            first, text = preshift("rules", "show", name).output.split("\n", 1)
            self.assertEqual(shown.json["format"], "preshift-profile/1")
            self.assertEqual(shown.json["profile"]["digest"], "sha256:" + first[-64:])
            self.assertEqual([rule["id"] for rule in shown.json["rules"]],
                             re.findall(r'^  - id: "(.*)"$', text, re.MULTILINE))
        rules = {rule["id"]: rule for rule in preshift("rules", "show", "open", "--format", "json").json["rules"]}
        noise = rules["quiet.background-noise"]
        self.assertEqual(noise["condition"], {"measure": "voice.to_background", "at_least": 15,
                                              "at_least_parameter": "min_voice_over_noise", "unit": "dB"})
        self.assertEqual(noise["title"]["fr"], "Votre voix dépasse le bruit de fond")
        self.assertEqual(noise["decision"], {"rule": "guarded", "guard_band": 1})
        self.assertFalse(rules["separate.camera-live"]["selected"])

    def test_json_has_parameters_facts_occasions_and_questions(self):
        strict = preshift("rules", "show", "strict", "--format", "json").json
        rules = {rule["id"]: rule for rule in strict["rules"]}
        self.assertEqual(rules["closed.door-closed"]["applies_when"], {"room": ["enrolled", "not-enrolled"]})
        self.assertFalse(rules["closed.door-closed"]["waivable"])
        self.assertEqual(rules["conduct.no-listening-device"]["condition"]["manual"]["expects"], "yes")
        parameter = next(each for each in strict["parameters"] if each["name"] == "max_noise")
        self.assertEqual((parameter["value"], parameter["unit"], parameter["range"]), (40, "dB(A)", [30, 70]))

    def test_a_broken_file_is_refused_with_its_place(self):
        self.assert_refused(preshift("rules", "show", self.write("broken.yaml", BROKEN)), 3, "broken.yaml:")


class Explain(RulesTest):
    def test_every_rule_of_the_shipped_profiles_is_explained_in_both_languages(self):
        for name in SHIPPED:
            shown = preshift("rules", "show", name).output
            skipped = re.findall(r'"([^"]+)"', "".join(re.findall(r"^skip: (.*)$", shown, re.MULTILINE)))
            ids = [each for each in re.findall(r'^  - id: "(.*)"$', shown, re.MULTILINE) if each not in skipped]
            for language, remedy in (("en", "    What to do: "), ("fr", "    Que faire : ")):
                result = preshift("rules", "explain", "--rules", name, "--language", language)
                self.assertEqual((result.status, result.errors), (0, ""), result)
                rules = result.output.split("\n\n")
                self.assertEqual([re.match(r"[^ :]+", rule).group() for rule in rules], ids)
                for rule in rules:
                    self.assertEqual(rule.count(remedy), 1, rule)

    def test_one_rule_says_what_is_measured_how_and_the_limit_that_counts(self):
        text = preshift("rules", "explain", "quiet.background-noise", "--set", "max_noise=41dB(A)").output
        words = " ".join(text.split())
        for part in ("quiet.background-noise: The room is quiet", "Required: ", "One of these is enough:",
                     "(sound.laeq). Limit: at most 41 dB(A) (parameter: max_noise).", "Needs: microphone, calibration",
                     "guard band of 1 times the uncertainty", "What to do: Close windows"):
            self.assertIn(part, words)
        self.assertNotIn("quiet.microphone-heard", text)

    def test_questions_and_occasions_are_explained(self):
        condition = NIGHT[NIGHT.index("    measure:"):]
        manual = ("    applies_when: {all: [{role: [bank, medical]}, {time: 22:00 to 06:00}]}\n    waivable: no\n"
                  "    manual: {question: {en: Is it locked?, fr: Est-ce fermé ?}, answered_by: reviewer}\n")
        file = self.write("manual.yaml", NIGHT.replace(condition, manual))
        words = " ".join(preshift("rules", "explain", "--rules", file).output.split())
        for part in ("It cannot be waived.", "Applies only when: all (role = bank, medical; time = 22:00-06:00).",
                     "Question: Is it locked?", "Passes with: yes. Answered by: reviewer."):
            self.assertIn(part, words)

    def test_json_explains_each_measure(self):
        result = preshift("rules", "explain", "quiet.background-noise", "--format", "json", "--language", "fr")
        self.assertEqual(result.json["format"], "preshift-rules-explanation/1")
        (rule,) = result.json["rules"]
        self.assertEqual(rule["title"], "La pièce est calme")
        voice, level = rule["condition"]["any"]
        self.assertEqual((level["measure"], level["at_most"], level["at_most_parameter"]),
                         ("sound.laeq", 45, "max_noise"))
        self.assertEqual(level["needs"], ["microphone", "calibration"])
        for leaf in (voice, level):
            self.assertTrue(leaf["what"] and leaf["how"])
        every = preshift("rules", "explain", "--rules", "open", "--format", "json").json["rules"]
        self.assertEqual(len(every), 4)

    def test_an_unknown_id_is_answered_with_the_right_one(self):
        self.assert_refused(preshift("rules", "explain", "quiet.background-nose"), 3, "quiet.background-noise")
        self.assert_refused(preshift("rules", "explain", "wombat"), 3, "wombat")


if __name__ == "__main__":
    unittest.main()
