#!/usr/bin/env python3
"""docs/check.schema.json describes what `preshift check --format json` writes, and nothing else."""

import copy
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from judging_cli_test import MANUAL, PROFILE, WAIVER, JudgingTest  # noqa: E402
from preshift_program import SAMPLES, SOURCE, PreshiftTest, environment, preshift  # noqa: E402
from published_schemas import validator  # noqa: E402


def check_validator():
    return validator(json.loads((SOURCE / "docs" / "check.schema.json").read_text()))


class Results(PreshiftTest):
    def assert_valid(self, result):
        problems = [f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
                    for error in check_validator().iter_errors(result.json)]
        self.assertEqual(problems, [], problems)

    def test_of_samples_by_every_shipped_profile(self):
        for sample, rules in {"quiet-office": "standard", "covered-camera": "strict", "noisy-office": "open",
                              "muted-microphone": "base"}.items():
            with self.subTest(sample=sample, rules=rules):
                folder = SAMPLES / sample
                self.assert_valid(preshift("check", "--sound", folder / "sound.flac", "--pictures", folder / "pictures",
                                           "--rules", rules, "--full-scale", "100dB", "--language", "fr", "--format",
                                           "json"))

    def test_of_a_failed_device(self):
        alone = environment(HOME=str(self.folder), PULSE_SERVER=f"unix:{self.folder}/none")
        result = preshift("check", "--camera", "77", "--no-microphone", "--format", "json", env=alone)
        self.assertIn("problem", result.json)
        self.assert_valid(result)


class JudgedResults(JudgingTest):
    def setUp(self):
        super().setUp()
        shown = PROFILE[PROFILE.index("  - id"):].replace("quiet.noise", "quiet.shown")
        shown = shown.replace("required", "informational").replace("    at_most: $max_noise\n", "")
        self.rules = self.write("night.yaml", PROFILE + shown + MANUAL)
        self.louder()
        answers = self.write("answers.yaml", "answers:\n  - {rule: conduct.locked, answer: no, by: Marie, "
                                             "at: 2026-03-01T08:00:00Z}\n")
        waivers = self.write("waivers.yaml", WAIVER % "2999-12-31" + "    from: 2020-01-01\n")
        self.result = self.check("--answers", answers, "--waivers", waivers, "--fact", "agent=marie")

    def test_with_waivers_answers_and_shown_measures_are_described(self):
        self.assertEqual(self.result.json["waivers"][0]["state"], "counts")
        self.assertEqual(self.result.rule("quiet.shown")["limit"], None)
        self.assertEqual([error.message for error in check_validator().iter_errors(self.result.json)], [])
        unanswered = self.check()
        self.assertEqual([error.message for error in check_validator().iter_errors(unanswered.json)], [])

    def test_that_were_changed_are_not_described(self):
        def change(place, value):
            changed = copy.deepcopy(self.result.json)
            *path, last = place
            holder = changed
            for step in path:
                holder = holder[step]
            if value is None:
                del holder[last]
            else:
                holder[last] = value
            return changed
        check = check_validator()
        for place, value in ((("outcome",), "passed"), (("profile", "digest"), None), (("results", 0, "result"), "ok"),
                             (("results", 0, "result"), "fixed"), (("results", 0, "limit"), {"at_most": 3}),
                             (("waivers", 0, "state"), None), (("waivers", 0, "agent"), None), (("extra",), 1),
                             (("measurements", 0, "unknown"), "x"), (("declarations", 0, "at"), "today")):
            with self.subTest(place=place, value=value):
                self.assertFalse(check.is_valid(change(place, value)))


if __name__ == "__main__":
    unittest.main()
