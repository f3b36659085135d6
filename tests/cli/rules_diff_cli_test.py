#!/usr/bin/env python3
"""`preshift rules diff`: what became stricter or laxer, as a compliance officer asks it."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import PreshiftTest, preshift  # noqa: E402
from rules_examples import NIGHT  # noqa: E402

HEIR = """profile: our-company
version: 4
title: {en: Our company, fr: Notre entreprise}
extends: standard
"""


class Diff(PreshiftTest):
    @classmethod
    def setUpClass(cls):
        standard = preshift("rules", "show", "standard", "--format", "json").json
        cls.version, cls.rule_count = standard["profile"]["version"], len(standard["rules"])

    def heir(self, more):
        file = self.folder / "heir.yaml"
        file.write_text(HEIR + more)
        return file

    def diff(self, a, b, *options):
        return preshift("rules", "diff", a, b, "--format", "json", *options)

    def rules(self, result):
        return {rule["id"]: rule for rule in result.json["rules"]}

    def test_a_profile_is_the_same_as_itself_and_as_an_heir_that_changes_nothing(self):
        for b in ("standard", self.heir("")):
            result = self.diff("standard", b)
            self.assertEqual((result.status, result.json["strictness"]), (0, "same"), result)
            self.assertEqual((result.json["rules"], result.json["same_rules"]), ([], self.rule_count))

    def test_a_parameter_moves_the_limits_that_use_it(self):
        result = self.diff("standard", "standard", "--set-b", "max_noise=42.5dB(A)")
        self.assertEqual((result.status, result.json["strictness"]), (1, "stricter"), result)
        rule = self.rules(result)["quiet.background-noise"]
        change = rule["changes"][0]
        self.assertEqual((change["measure"], change["strictness"], change["by"]),
                         ("sound.laeq", "stricter", {"value": 2.5, "unit": "dB"}))
        self.assertEqual(result.json["parameters"], [{"name": "max_noise", "what": "value", "before": "45 dB(A)",
                                                      "after": "42.5 dB(A)"}])
        back = self.diff("standard", "standard", "--set-a", "max_noise=42.5dB(A)")
        self.assertEqual(back.json["strictness"], "laxer")

    def test_strict_is_stricter_but_for_what_it_cannot_say(self):
        rules = self.rules(self.diff("standard", "strict"))
        for each in ("quiet.background-noise", "quiet.nobody-speaks", "separate.enrolled-room",
                     "separate.camera-live", "separate.nobody-else", "closed.door-closed"):
            self.assertEqual(rules[each]["strictness"], "stricter", rules[each])
        self.assertEqual(self.diff("standard", "strict").json["strictness"], "stricter")
        self.assertEqual(self.diff("strict", "standard").json["strictness"], "laxer")

    def test_each_kind_of_change_is_named(self):
        rules = self.rules(self.diff("standard", self.heir("""decision: simple
override:
  - {id: quiet.loudest-moment, severity: required, at_most: 70 dB(A)}
  - {id: separate.nobody-else, waivable: no}
  - {id: quiet.nobody-speaks, applies_when: {role: bank}}
  - {id: quiet.steady-noise, title: {en: No hum, fr: Rien ne ronronne}, weight: 3}
skip: [separate.no-pets]
""")))
        def changes(rule):
            return [(each["what"], each["strictness"]) for each in rules[rule]["changes"]]
        self.assertEqual(changes("quiet.loudest-moment"), [("severity", "stricter"), ("limit", "laxer"),
                                                           ("decision", "laxer")])
        self.assertEqual(rules["quiet.loudest-moment"]["strictness"], "changed")
        self.assertIn(("waivable", "stricter"), changes("separate.nobody-else"))
        self.assertIn(("applies_when", "laxer"), changes("quiet.nobody-speaks"))
        self.assertEqual(changes("quiet.steady-noise"), [("decision", "laxer"), ("weight", "same"), ("title", "same")])
        self.assertEqual(changes("separate.no-pets"), [("removed", "laxer")])

    def test_parameters_are_compared_with_what_they_may_be(self):
        shown = preshift("rules", "show", "base").output
        moved = self.folder / "moved.yaml"
        moved.write_text(shown.replace('range: ["30 dB(A)"', 'range: ["20 dB(A)"'))
        result = self.diff("base", moved)
        self.assertEqual((result.status, result.json["strictness"]), (1, "same"), result)
        self.assertEqual(result.json["parameters"],
                         [{"name": "max_noise", "what": "range", "before": "30 dB(A), 70 dB(A)",
                           "after": "20 dB(A), 70 dB(A)"}])
        self.assertIn("max_noise (range): 30 dB(A), 70 dB(A) → 20", preshift("rules", "diff", "base", moved).output)
        result = self.diff("base", "standard")
        self.assertEqual([(each["name"], each["what"], each["before"]) for each in result.json["parameters"]],
                         [("max_other_speech", "value", None)])

    def test_text_is_readable_in_both_languages(self):
        b = self.heir("parameters: {max_noise: 42 dB(A)}\noverride:\n  - {id: quiet.loudest-moment, severity: required}\n")
        english = preshift("rules", "diff", "standard", b)
        self.assertEqual((english.status, english.errors), (1, ""))
        words = " ".join(english.output.split())
        for part in (f"A: standard, version {self.version}", "B: our-company, version 4", "B is stricter:",
                     "quiet.background-noise: stricter sound.laeq: at most 45 dB(A) → at most 42 dB(A): stricter by 3 dB",
                     "For example, this passes A and not B: sound.laeq 43.5 dB(A), voice.to_background",
                     "severity: advisory → required: stricter", "max_noise: 45 dB(A) → 42 dB(A)",
                     "Rules: 2 stricter, 0 laxer, 0 changed, 0 different in words only, "
                     f"{self.rule_count - 2} the same."):
            self.assertIn(part, words)
        french = " ".join(preshift("rules", "diff", "standard", b, "--language", "fr").output.split())
        self.assertIn("sound.laeq : au plus 45 dB(A) → au plus 42 dB(A) : plus strict de 3 dB", french)

    def test_a_profile_that_requires_nothing_clears_nothing_so_it_is_not_laxer(self):
        a, b = self.folder / "a.yaml", self.folder / "b.yaml"
        a.write_text(NIGHT)
        b.write_text(NIGHT.replace("severity: required", "severity: advisory"))
        result = self.diff(a, b)
        self.assertEqual((self.rules(result)["quiet.noise"]["strictness"], result.json["strictness"]),
                         ("laxer", "changed"), result)

    def test_a_change_of_words_differs_and_is_as_strict(self):
        result = self.diff("standard", self.heir("override:\n  - {id: separate.no-pets, weight: 2}\n"))
        self.assertEqual((result.status, result.json["strictness"]), (1, "same"))

    def test_how_old_a_check_may_be_is_compared(self):
        result = self.diff("standard", self.heir("shift: {start_within: 10 min}\n"))
        self.assertEqual(result.status, 1, result)
        self.assertEqual(result.json["parameters"], [{"name": "shift.start_within", "what": "value", "before": None,
                                                      "after": "600 s"}])

    def test_what_cannot_be_compared_is_refused(self):
        for arguments in (("standard",), ("standard", "strict", "open"), ()):
            self.assert_refused(preshift("rules", "diff", *arguments), 3, "two profiles")
        self.assert_refused(preshift("rules", "diff", "standard", self.heir("skip: [none]\n")), 3, "heir.yaml:5:8")
        self.assert_refused(preshift("rules", "diff", "standard", "open", "--set-a", "max_nose=3dB"), 3,
                            "--set-a: ", "max_noise")


if __name__ == "__main__":
    unittest.main()
