#!/usr/bin/env python3
"""`preshift judge` says of saved measurements what the check said, and what other rules would have said."""

import json
import pathlib
import stat
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from judging_cli_test import MANUAL, PROFILE, QUIET, WAIVER, JudgingTest  # noqa: E402
from preshift_program import (PRESHIFT, SAMPLES, SOURCE, PreshiftTest, environment, preshift, sine,  # noqa: E402
                              write_wav)  # noqa: E402
from published_schemas import validator  # noqa: E402

FORMATS = ("json", "text", "junit", "sarif")
PROFILES = ("standard", "strict", "open", "base")


def measurements_validator():
    return validator(json.loads((SOURCE / "docs" / "measurements.schema.json").read_text()))


def samples():
    return sorted(folder.parent.name for folder in SAMPLES.glob("*/expected.json"))


class JudgeTest(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.saved = self.folder / "measurements.json"

    def assert_judged_alike(self, measured, judging=(), env=None):
        """That `judge` with these options prints what a check with these and `measured` does, and ends likewise."""
        checked = preshift("check", *measured, *judging, "--save-measurements", self.saved, env=env)
        judged = preshift("judge", self.saved, *judging, env=env)
        self.assertNotEqual(checked.output + checked.errors, "")
        self.assertEqual((judged.status, judged.output, judged.errors),
                         (checked.status, checked.output, checked.errors))
        document = json.loads(self.saved.read_text())
        self.assertEqual([error.message for error in measurements_validator().iter_errors(document)], [])
        return checked


class Samples(JudgeTest):
    def test_every_sample_is_judged_alike_by_every_profile(self):
        self.assertGreaterEqual(len(samples()), 7)
        for row, sample in enumerate(samples()):
            folder = SAMPLES / sample
            arguments = json.loads((folder / "expected.json").read_text())["arguments"]
            for column, profile in enumerate(PROFILES):
                form = FORMATS[(row + column) % len(FORMATS)]
                language = ("en", "fr")[(row + column // 2) % 2]
                with self.subTest(sample=sample, profile=profile, format=form, language=language):
                    self.assert_judged_alike(
                        ("--sound", folder / "sound.flac", "--pictures", folder / "pictures", *arguments),
                        ("--rules", profile, "--format", form, "--language", language))

    def test_another_profile_says_what_its_own_check_would_have_said(self):
        folder = SAMPLES / "quiet-office"
        measured = ("--sound", folder / "sound.flac", "--pictures", folder / "pictures", "--full-scale", "100dB")
        self.assert_judged_alike(measured, ("--rules", "standard"))
        for judging in (("--rules", "base"), ("--rules", "open"), ("--set", "max_noise=30dB(A)")):
            with self.subTest(judging=judging):
                checked = preshift("check", *measured, *judging, "--format", "json")
                judged = preshift("judge", self.saved, *judging, "--format", "json")
                self.assertEqual((judged.status, judged.output), (checked.status, checked.output))


class Devices(JudgeTest):
    def test_a_failed_device_of_a_live_check_is_told_alike(self):
        alone = environment(HOME=str(self.folder), PULSE_SERVER=f"unix:{self.folder}/none")
        for form in FORMATS:
            with self.subTest(format=form):
                checked = self.assert_judged_alike(("--camera", "77", "--no-microphone"), ("--format", form), env=alone)
                self.assertEqual(checked.status, 4)
        self.assertIn("time", json.loads(self.saved.read_text())["facts"]["told"])


class Circumstances(JudgingTest, JudgeTest):
    def setUp(self):
        super().setUp()
        self.saved = self.folder / "measurements.json"
        self.rules = self.write("night.yaml", PROFILE + "    applies_when: {any: [{team: red}, {role: bank}]}\n" + MANUAL)
        self.answers = self.write("answers.yaml", "answers:\n  - {rule: conduct.locked, answer: yes, by: Marie, "
                                                  "at: 2026-03-01T08:00:00Z}\n")

    def measured(self):
        return ("--sound", self.sound, "--full-scale", "94dB+-1dB")

    def check_and_save(self, *more):
        result = self.check(*more, "--save-measurements", self.saved)
        self.assertTrue(self.saved.exists(), result)
        return result

    def judge(self, *more, rules=None):
        return preshift("judge", self.saved, "--rules", rules or self.rules, "--format", "json", *more)

    def test_facts_answers_waivers_and_parameters_are_judged_alike(self):
        self.louder()
        waivers = self.write("waivers.yaml", WAIVER % "2999-12-31")
        for form in FORMATS:
            self.assert_judged_alike(self.measured(),
                                     ("--rules", self.rules, "--fact", "team=red", "--fact", "agent=marie", "--answers",
                                      self.answers, "--waivers", waivers, "--set", "max_noise=40dB(A)", "--format", form))

    def test_what_was_given_to_the_check_need_not_be_given_again(self):
        checked = self.check_and_save("--fact", "role=bank", "--fact", "time=23:15", "--answers", self.answers)
        self.assertEqual(checked.status, 0, checked)
        judged = self.judge()
        self.assertEqual((judged.status, judged.output, judged.errors), (0, checked.output, ""))

    def test_facts_and_answers_may_be_tried_otherwise(self):
        self.check_and_save("--fact", "role=bank", "--fact", "team=blue", "--answers", self.answers)
        self.assertEqual(self.judge("--fact", "role=shop").rule("quiet.noise")["result"], "notapplicable")
        no = self.write("no.yaml", self.answers.read_text().replace("yes", "no"))
        judged = self.judge("--answers", no)
        self.assertEqual((judged.status, [each["answer"] for each in judged.json["declarations"]]), (1, ["no"]))

    def test_what_the_check_told_itself_stays(self):
        self.check_and_save("--fact", "role=bank")
        self.assert_refused(self.judge("--fact", "capture=live"), 3, "capture", "recorded")

    def test_a_fact_that_another_profile_knows_otherwise_is_refused_unless_given_anew(self):
        self.check_and_save("--fact", "team=red")
        other = self.write("other.yaml", self.rules.read_text().replace("[red, blue]", "[early, late]")
                           .replace("team: red", "team: late"))
        self.assert_refused(self.judge(rules=other), 3, "measurements.json", "team=red", "--fact team=")
        self.assertEqual(self.judge("--fact", "team=late", rules=other).json["facts"]["team"], "late")
        self.assertEqual(self.judge(rules="base").json["facts"]["team"], "red")  # which no rule of it asks for

    def test_an_answer_to_another_question_does_not_count_and_that_is_said(self):
        self.check_and_save("--fact", "role=bank", "--answers", self.answers)
        other = self.write("other.yaml", self.rules.read_text().replace("Is the cabinet locked?", "Is it dark?"))
        judged = self.judge(rules=other)
        self.assertEqual((judged.status, judged.rule("conduct.locked")["result"]), (2, "notchecked"))
        self.assertIn("Marie", judged.errors)
        self.assertIn("conduct.locked", judged.errors)

    def test_waivers_are_judged_as_of_the_check(self):
        self.louder()
        self.check_and_save("--fact", "team=red", "--fact", "agent=marie")
        saved = json.loads(self.saved.read_text())
        saved["at"] = "2020-01-31T12:00:00Z"
        self.saved.write_text(json.dumps(saved))
        judged = self.judge("--waivers", self.write("waivers.yaml", WAIVER % "2020-01-31"))
        self.assertEqual(judged.json["waivers"][0]["state"], "counts")

    def test_what_was_mended_is_fixed_again(self):
        self.louder()
        arguments = self.arguments("--fact", "role=bank", "--answers", self.answers, "--format", "json", "--language", "en",
                                   "--again", "1", "--save-measurements", self.saved)
        with subprocess.Popen(list(map(str, [PRESHIFT, *arguments])), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env=environment(), text=True) as process:
            for line in process.stderr:
                if "Enter" in line:
                    write_wav(self.sound, sine(amplitude=QUIET))
                    break
            output, _ = process.communicate("\n", timeout=60)
        judged = self.judge("--language", "en")
        self.assertEqual((judged.status, judged.output), (0, output))
        self.assertEqual((judged.rule("quiet.noise")["result"], judged.json["attempts"]), ("fixed", 2))
        lenient = self.judge("--set", "max_noise=60dB(A)")  # 71 dB(A) failed under that, too
        self.assertEqual(lenient.rule("quiet.noise")["result"], "fixed")


class TheFile(JudgingTest):
    def setUp(self):
        super().setUp()
        self.saved = self.folder / "measurements.json"

    def save(self, *more):
        return self.check("--save-measurements", self.saved, *more)

    def test_is_the_users_alone_and_replaces_what_was_there(self):
        self.saved.write_text("something else")
        self.save()
        self.assertEqual(stat.S_IMODE(self.saved.stat().st_mode), 0o600)
        self.assertEqual(json.loads(self.saved.read_text())["format"], "preshift-measurements/1")
        self.assertEqual([each.name for each in self.folder.iterdir() if "measurements" in each.name],
                         ["measurements.json"])

    def test_that_cannot_be_written_leaves_the_result(self):
        (self.folder / "in_the_way").write_text("")
        result = self.check("--save-measurements", self.folder / "in_the_way" / "measurements.json")
        self.assert_refused(result, 3, "in_the_way", "cannot be written")
        self.assertEqual(result.json["outcome"], "cleared")

    def test_of_a_check_that_could_not_run_is_not_written(self):
        self.sound.unlink()
        self.assertEqual(self.save().status, 3)
        self.assertFalse(self.saved.exists())

    def test_that_was_changed_is_refused_with_the_place(self):
        self.save("--fact", "agent=marie")
        good = self.saved.read_text()
        names = [each["name"] for each in json.loads(good)["attempts"][0]["measurements"]]
        laeq = names.index("sound.laeq")
        here = f"attempts[0].measurements[{laeq}]"

        def changed(path, value):
            document = json.loads(good)
            *steps, last = path
            holder = document
            for step in steps:
                holder = holder[step]
            if value is None:
                del holder[last]
            else:
                holder[last] = value
            return document
        measurement = ("attempts", 0, "measurements", laeq)
        for path, value, words in (
                (("format",), "preshift-measurements/2", "preshift-measurements/1"), (("at",), "today", "'at'"),
                (("at",), None, "'at'"), (("extra",), 1, "'extra'"), (("attempts",), [], "'attempts'"),
                (("attempts",), json.loads(good)["attempts"] * 11, "'attempts'"),
                (("facts", "told", "capture"), "dreamt", "'facts.told.capture'"),
                (("facts", "told", "agent"), "marie", "'facts.told.agent'"),
                (("facts", "given", "agent"), "a\nb", "'facts.given.agent'"),
                (("facts", "given", "capture"), "live", "'facts.given.capture'"),
                ((*measurement, "value"), "loud", here + ".value"), ((*measurement, "uncertainty"), -1, here + ".uncertainty"),
                ((*measurement, "unit"), "s", here + ".unit"), ((*measurement, "name"), "sound.laqe", here + ".name"),
                ((*measurement, "name"), "sound.laf10", "attempts[0].measurements"), ((*measurement, "x"), 1, here + ".x"),
                ((*measurement, "note"), {"text": "sound.nonsense", "arguments": []}, here + ".note.text"),
                ((*measurement, "note"), {"text": "sound.muted", "arguments": [[]]}, here + ".note.arguments"),
                (("attempts", 0, "calibration", "stated", "full_scale_db"), "x", "calibration.stated.full_scale_db"),
                (("attempts", 0, "calibration"), {"none": {"text": "x"}}, "attempts[0].calibration.none"),
                (("attempts", 0, "confinement", "system_calls"), 1, "attempts[0].confinement.system_calls"),
                (("attempts", 0, "sources", 0, "sensor"), "nose", "attempts[0].sources[0].sensor")):
            with self.subTest(path=path, value=str(value)[:40]):
                self.saved.write_text(json.dumps(changed(path, value)))
                self.assert_refused(preshift("judge", self.saved, "--rules", self.rules), 3, "measurements.json", words)
                self.assertFalse(measurements_validator().is_valid(json.loads(self.saved.read_text()))
                                 if words in ("'at'", "'extra'", "'attempts'", here + ".value") else False)

    def test_that_is_none_is_refused(self):
        for text, words in (("", "not well-formed JSON"), ("[]", "preshift-measurements/1"), ("{}", "preshift-measurements/1"),
                            ('{"format": "preshift-measurements/1"}', "'preshift'"), ('{"a": 1, "a": 2}', "stands twice"),
                            ("[" * 100, "deeper"), ("x" * (2 << 20), "1 MiB")):
            with self.subTest(text=text[:20]):
                self.saved.write_text(text)
                self.assert_refused(preshift("judge", self.saved), 3, "measurements.json", words)
        self.assert_refused(preshift("judge", self.folder / "none.json"), 3, "none.json", "no such file")
        self.assert_refused(preshift("judge"), 3, "FILE")

    def test_of_this_format_stays_readable(self):
        kept = sorted((SOURCE / "tests" / "fuzz" / "measurements_seeds").glob("*.json"))
        self.assertEqual([each.name for each in kept], ["failed-camera.json", "measured-twice.json"])
        results = [preshift("judge", each, "--format", "json") for each in kept]
        self.assertEqual([each.status for each in results], [4, 1], results)
        self.assertEqual(results[1].json["attempts"], 2)
        self.assertEqual(results[1].json["calibration"]["method"], "meter")
        for each in kept:
            self.assertTrue(measurements_validator().is_valid(json.loads(each.read_text())), each)

    def test_of_an_older_version_leaves_new_measures_unknown(self):
        self.save()
        document = json.loads(self.saved.read_text())
        attempt = document["attempts"][0]
        attempt["measurements"] = [each for each in attempt["measurements"] if each["name"] != "sound.laeq"]
        self.saved.write_text(json.dumps(document))
        judged = preshift("judge", self.saved, "--rules", self.rules, "--format", "json")
        self.assertEqual((judged.status, judged.rule("quiet.noise")["result"]), (2, "unknown"))
        self.assertIn("does not hold it", judged.rule("quiet.noise")["reason"])


if __name__ == "__main__":
    unittest.main()
