#!/usr/bin/env python3
"""`preshift rules test`: rules are tested by cases, and the shipped profiles are."""

import pathlib
import sys
import unittest
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import SOURCE, PreshiftTest, preshift  # noqa: E402
from rules_examples import NIGHT  # noqa: E402

SHIPPED = ("base", "standard", "strict", "open", "onboarding")
TESTS = SOURCE / "rules" / "tests"

PROFILE = NIGHT + """  - id: separate.pets
    requirement: separate
    severity: advisory
    title: {en: No pets, fr: Aucun animal}
    rationale: {en: They bark, fr: Ils aboient}
    remedy: {en: Let them out, fr: Sortez-les}
    measure: pets.count
    at_most: 0
"""
CASES = """profile: ./night.yaml
cases:
  - name: quiet
    given: {sound.laeq: 40 ± 2 dB(A)}
    expect: {quiet.noise: pass}
    outcome: cleared
  - name: loud
    given: {sound.laeq: 50 ± 2 dB(A)}
    expect: {quiet.noise: pass}
    outcome: cleared
"""


class Shipped(PreshiftTest):
    def test_every_case_holds_and_nothing_is_left_untested(self):
        for name in SHIPPED:
            with self.subTest(profile=name):
                result = preshift("rules", "test", TESTS / f"{name}.yaml", "--complete")
                self.assertEqual((result.status, result.errors), (0, ""), result)
                self.assertNotIn("✘", result.output)

    def test_there_is_one_file_for_each(self):
        result = preshift("rules", "test", *sorted(TESTS.glob("*.yaml")), "--format", "json")
        self.assertEqual(result.status, 0, result)
        self.assertEqual({each["profile"]["name"] for each in result.json["files"]}, set(SHIPPED))
        self.assertEqual((result.json["not_held"], result.json["problems"]), (0, 0))
        self.assertGreater(result.json["held"], 60)
        self.assertTrue(all(each["complete"] for each in result.json["coverage"]))

    def test_a_shipped_rule_that_changes_is_noticed(self):
        # Two limits of the base profile, moved by a tenth of a decibel or two, break a case.
        for parameter in ("max_noise=44.9dB(A)", "min_voice_over_noise=25.2dB"):
            name, value = parameter.split("=")
            moved = (TESTS / "base.yaml").read_text().replace("profile: base\n",
                                                              f"profile: base\nset: {{{name}: {value}}}\n")
            file = self.folder / "base.yaml"
            file.write_text(moved)
            self.assertEqual(preshift("rules", "test", file).status, 1, parameter)


class Cases(PreshiftTest):
    def setUp(self):
        super().setUp()
        (self.folder / "night.yaml").write_text(PROFILE)
        self.file = self.write(CASES)

    def write(self, text, name="night.test.yaml"):
        file = self.folder / name
        file.write_text(text)
        return file

    def test_text_tells_what_was_expected_and_what_came_with_value_and_limit(self):
        result = preshift("rules", "test", self.file)
        self.assertEqual((result.status, result.errors), (1, ""), result)
        for line in (f"{self.file}: night, version 1", "✔ quiet (line 3)", "✘ loud (line 7)",
                     "quiet.noise: expected pass, got fail", "50.0 ± 2.0 dB(A). Limit: at most 45 dB(A)",
                     "outcome: expected cleared, got not_cleared", "Never tested in night, version 1: separate.pets.",
                     "Never expected to fail in night, version 1: quiet.noise.",
                     "Cases that hold: 1. Cases that do not: 1. Problems: 0."):
            self.assertIn(line, " ".join(result.output.split()))
        self.assertNotIn("40.0 ± 2.0 dB(A)", result.output)
        verbose = " ".join(preshift("rules", "test", self.file, "--verbose").output.split())
        self.assertIn("40.0 ± 2.0 dB(A). Limit: at most 45 dB(A)", verbose)
        self.assertIn("quiet.noise: pass, as expected", verbose)

    def test_french_is_french(self):
        output = preshift("rules", "test", self.file, "--language", "fr").output
        self.assertIn("quiet.noise : attendu pass, obtenu fail", output)
        self.assertIn("Jamais testé dans night, version 1 : separate.pets.", output)

    def test_status_is_0_when_all_hold_and_1_when_all_must_be_covered(self):
        good = self.write(CASES.replace("50 ± 2", "42 ± 2"))
        self.assertEqual(preshift("rules", "test", good).status, 0)
        self.assertEqual(preshift("rules", "test", good, "--complete").status, 1)
        rest = self.write("""profile: ./night.yaml
cases:
  - {name: a, given: {sound.laeq: 60 dB(A), pets.count: 0}, expect: {quiet.noise: fail, separate.pets: pass}}
  - {name: b, given: {pets.count: 1}, expect: {quiet.noise: unknown, separate.pets: fail}}
  - {name: c, expect: {separate.pets: unknown}}
""", "rest.test.yaml")
        result = preshift("rules", "test", good, rest, "--complete")
        self.assertEqual(result.status, 0, result)
        self.assertIn("Every rule of night, version 1, is tested", result.output)

    def test_rules_of_another_file_of_the_same_name_and_version_are_to_be_tested_too(self):
        (self.folder / "draft").mkdir()
        (self.folder / "draft" / "night.yaml").write_text(NIGHT + PROFILE.removeprefix(NIGHT).replace(
            "separate.pets", "separate.nobody"))
        good = self.write(CASES.replace("50 ± 2", "42 ± 2"))
        draft = self.folder / "draft" / "night.test.yaml"
        draft.write_text(CASES.replace("50 ± 2", "42 ± 2"))
        result = preshift("rules", "test", good, draft, "--format", "json")
        self.assertEqual(result.json["coverage"][0]["never_tested"], ["separate.pets", "separate.nobody"], result)

    def test_json_has_the_results_as_a_check_has(self):
        result = preshift("rules", "test", self.file, "--format", "json")
        self.assertEqual(result.json["format"], "preshift-rules-test/1")
        loud = result.json["files"][0]["cases"][1]
        self.assertEqual((loud["name"], loud["line"], loud["holds"]), ("loud", 7, False))
        noise = loud["results"][0]
        self.assertEqual((noise["rule"], noise["line"], noise["expected"]), ("quiet.noise", 9, "pass"))
        self.assertEqual(noise["got"]["measured"]["value"], 50)
        self.assertEqual(noise["got"]["limit"], {"at_most": 45, "unit": "dB(A)"})
        self.assertEqual(loud["outcome"]["got"], "not_cleared")
        self.assertEqual(result.json["coverage"][0]["never_tested"], ["separate.pets"])

    def test_junit_has_a_suite_for_a_file_and_a_test_for_a_case(self):
        broken = self.write("profile: ./night.yaml\n", "broken.test.yaml")
        result = preshift("rules", "test", self.file, broken, "--format", "junit")
        self.assertEqual(result.status, 3, result)
        root = ElementTree.fromstring(result.output)
        self.assertEqual([suite.get("name") for suite in root], [str(self.file), str(broken)])
        first, second = root
        self.assertEqual([case.get("name") for case in first], ["quiet", "loud"])
        failure = first[1].find("failure")
        self.assertIn("quiet.noise: expected pass, got fail", failure.get("message"))
        self.assertIn("50.0 ± 2.0 dB(A)", failure.text)
        self.assertIn("'cases' is missing", second[0].find("error").get("message"))

    def test_what_is_wrong_is_told_with_its_place_in_every_format(self):
        bad = self.write(CASES.replace("quiet.noise: pass", "quiet.noses: pass").replace("40 ± 2 dB(A)", "40 dBA"))
        result = preshift("rules", "test", bad)
        self.assertEqual(result.status, 3)
        self.assertIn(f"{bad}:4:25: '40 dBA'", result.output)
        self.assertIn(f"{bad}:5:14: the profile night has no rule 'quiet.noses'. Did you mean 'quiet.noise'?",
                      result.output)
        problems = preshift("rules", "test", bad, "--format", "json").json["files"][0]["problems"]
        self.assertEqual([(each["line"], each["column"], each["kind"]) for each in problems],
                         [(4, 25, "limit.unit"), (5, 14, "list.unknown_rule"), (9, 14, "list.unknown_rule")])

    def test_a_broken_profile_is_told_in_its_own_file(self):
        (self.folder / "night.yaml").write_text(PROFILE.replace("at_most: 0", "at_mots: 0"))
        result = preshift("rules", "test", self.file)
        self.assertEqual(result.status, 3)
        self.assertIn("night.yaml:20:5: unknown key 'at_mots'. Did you mean 'at_most'?", result.output)

    def test_no_file_is_refused(self):
        self.assert_refused(preshift("rules", "test"), 3, "our-rules.test.yaml")
        self.assertEqual(preshift("rules", "test", self.folder / "none.yaml").status, 3)

    def test_strangers_bytes_are_told(self):
        for name, data in (("latin.yaml", b"profile: caf\xe9\n"), ("empty.yaml", b""), ("deep.yaml", b"[" * 5000),
                           ("alias.yaml", b"profile: &a base\ncases: *a\n")):
            file = self.folder / name
            file.write_bytes(data)
            result = preshift("rules", "test", file, "--format", "json")
            self.assertEqual((result.status, result.json["problems"]), (3, 1), result)


if __name__ == "__main__":
    unittest.main()
