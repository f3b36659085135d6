#!/usr/bin/env python3
"""The examples of README's section on rules, as they stand there, are what the program takes."""

import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import SAMPLES, SOURCE, PreshiftTest, preshift, sine, write_wav  # noqa: E402


class ReadmeRules(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.section = section = (SOURCE / "README.md").read_text().split("\n## Rules\n")[1].split("\n## ")[0]
        self.names = []
        for block in re.findall(r"```yaml\n(.*?)```", section, re.DOTALL):
            self.names.append(re.match(r"# (\S+\.yaml)\n", block).group(1))
            (self.folder / self.names[-1]).write_text(block)
        self.sound = write_wav(self.folder / "room.wav", sine(amplitude=0.001))

    def check(self, *arguments):
        result = preshift("check", "--sound", self.sound, "--full-scale", "94dB+-1dB", "--format", "json", *arguments)
        self.assertEqual(result.errors, "", result)
        return result

    def test_there_are_no_others(self):
        self.assertEqual(self.names, ["our-company.yaml", "from-scratch.yaml", "facts.yaml", "waivers.yaml",
                                      "answers.yaml", "stricter.yaml", "our-company.test.yaml"])

    def test_the_cases_hold(self):
        result = preshift("rules", "test", self.folder / "our-company.test.yaml", "--format", "json")
        self.assertEqual((result.status, result.json["held"]), (0, 6), result)

    def test_the_lines_of_the_tools_do_what_they_say(self):
        for line, status in (("lint our-company.yaml", 0), ("show our-company.yaml", 0), ("schema", 0),
                             ("schema tests", 0), ("explain quiet.background-noise", 0),
                             ("test our-company.test.yaml", 0), ("diff standard our-company.yaml", 1),
                             ("diff standard standard --set-b max_noise=42dB(A)", 1),
                             ("diff standard strict --format json", 1)):
            with self.subTest(line=line):
                self.assertIn(f"    preshift rules {line}", self.section)
                result = preshift("rules", *line.split(), cwd=self.folder)
                self.assertEqual((result.status, result.errors), (status, ""), result)

    def test_a_new_profile_is_tried_on_past_measurements(self):
        commands = re.findall(r"^    preshift ((?:check|judge) .*monday\.json.*?)(?:  |$)", self.section, re.MULTILINE)
        (save, stricter, other_limit) = [command.split() for command in commands]
        sample = SAMPLES / "quiet-office"
        checked = preshift(*save, "--sound", sample / "sound.flac", "--pictures", sample / "pictures", "--full-scale",
                           "100dB", "--format", "json", cwd=self.folder)
        again, strict, limited = (preshift(*command, "--format", "json", cwd=self.folder)
                                  for command in (["judge", "monday.json"], stricter, other_limit))
        self.assertEqual((again.status, again.output, again.errors), (checked.status, checked.output, ""))
        self.assertEqual(strict.json["profile"]["name"], "stricter")
        limits = [each.rule("quiet.background-noise")["conditions"]["any"][1]["limit"]["at_most"]
                  for each in (again, strict, limited)]
        self.assertEqual(limits, [45, 30, 38])
        self.assertEqual([each.measurement("sound.laeq") for each in (strict, limited)],
                         [checked.measurement("sound.laeq")] * 2)

    def test_the_profile_that_extends_says_what_is_different(self):
        result = self.check("--rules", self.folder / "our-company.yaml")
        self.assertEqual([each["name"] for each in result.json["profile"]["extends"]], ["standard", "base"])
        self.assertEqual(result.rule("quiet.loudest-moment")["severity"], "required")
        self.assertEqual(result.rule("separate.no-pets")["result"], "notselected")
        self.assertEqual(result.rule("quiet.no-rumble")["result"], "notapplicable")  # a recording
        self.assertEqual(result.rule("quiet.background-noise")["conditions"]["any"][1]["limit"]["at_most"], 42)

    def test_the_profile_from_scratch_takes_the_files_beside_it(self):
        given = [word for option in ("facts", "waivers", "answers")
                 for word in (f"--{option}", self.folder / f"{option}.yaml")]
        result = self.check("--rules", self.folder / "from-scratch.yaml", *given)
        self.assertEqual(result.rule("quiet.background")["result"], "pass", result)
        self.assertEqual(result.rule("conduct.cabinet-locked")["result"], "pass")
        self.assertEqual(result.rule("closed.door")["result"], "notapplicable")
        self.assertEqual(result.json["waivers"][0]["rule"], "quiet.background")
        self.assertEqual(result.status, 0)

    def test_the_shipped_profiles_are_those_of_the_table(self):
        for name in ("base", "standard", "strict", "open", "onboarding"):
            self.assertEqual(self.check("--rules", name).json["profile"]["name"], name)


if __name__ == "__main__":
    unittest.main()
