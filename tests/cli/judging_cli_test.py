#!/usr/bin/env python3
"""What `preshift check` judges by: parameters, facts, waivers, answers, and measuring again, as a user gives them."""

import json
import os
import pathlib
import pty
import subprocess
import sys
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import PRESHIFT, PreshiftTest, environment, preshift, sine, write_wav  # noqa: E402

PROFILE = """
profile: night
version: 1
title: {en: Night, fr: Nuit}
facts: {team: [red, blue]}
parameters:
  max_noise:
    description: {en: Loudest background noise, fr: Bruit de fond maximal}
    unit: dB(A)
    range: [30 dB(A), 60 dB(A)]
    default: 45 dB(A)
rules:
  - id: quiet.noise
    requirement: quiet
    severity: required
    title: {en: Quiet, fr: Calme}
    rationale: {en: Because, fr: Parce que}
    remedy: {en: Hush now, fr: Chut}
    measure: sound.laeq
    at_most: $max_noise
"""
MANUAL = """
  - id: conduct.locked
    requirement: conduct
    severity: required
    title: {en: The cabinet is locked, fr: L'armoire est fermée}
    rationale: {en: Because, fr: Parce que}
    remedy: {en: Lock it, fr: Fermez-la}
    manual:
      question: {en: Is the cabinet locked?, fr: L'armoire est-elle fermée ?}
"""
WAIVER = """
waivers:
  - rule: quiet.noise
    agent: marie
    justification: Works in a loud place this week
    approver: A. Lead
    expires: %s
"""
# With a full scale of 94 dB+-1dB these sines have about 71 and 31 dB(A).
LOUD, QUIET = 0.1, 0.001
SCALE = ("--full-scale", "94dB+-1dB")


class JudgingTest(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.sound = write_wav(self.folder / "room.wav", sine(amplitude=QUIET))
        self.rules = self.write("night.yaml", PROFILE)

    def write(self, name, text):
        file = self.folder / name
        file.write_text(text)
        return file

    def arguments(self, *more):
        return ("check", "--sound", self.sound, "--rules", self.rules, *SCALE, *more)

    def check(self, *more, **options):
        return preshift(*self.arguments("--format", "json", *more), **options)

    def louder(self):
        write_wav(self.sound, sine(amplitude=LOUD))


class Parameters(JudgingTest):
    def test_set_moves_the_limit_and_the_digest(self):
        plain, moved = self.check(), self.check("--set", "max_noise=52.5dB(A)")
        self.assertEqual(plain.rule("quiet.noise")["limit"], {"at_most": 45.0, "unit": "dB(A)"})
        self.assertEqual(moved.rule("quiet.noise")["limit"], {"at_most": 52.5, "unit": "dB(A)"})
        self.assertNotEqual(plain.json["profile"]["digest"], moved.json["profile"]["digest"])

    def test_what_cannot_be_set_is_refused(self):
        for setting, words in (("max_nose=40dB(A)", ("max_nose", "max_noise")), ("max_noise=70dB(A)", ("70", "60")),
                               ("max_noise=40dBFS", ("40dBFS",)), ("max_noise", ("max_noise=40dB(A)",)),
                               ("=3", ("max_noise=40dB(A)",)), ("max_noise=", ("max_noise=40dB(A)",))):
            with self.subTest(setting=setting):
                self.assert_refused(self.check("--set", setting), 3, "--set", *words)
        self.assert_refused(self.check("--set", "max_noise=40dB(A)", "--set", "max_noise=41dB(A)"), 3, "twice")


class GivenFacts(JudgingTest):
    def setUp(self):
        super().setUp()
        self.rules = self.write("night.yaml", PROFILE + "    applies_when: {role: bank, capture: recorded}\n")

    def test_facts_decide_whether_a_rule_applies(self):
        self.assertEqual(self.check("--fact", "role=bank").rule("quiet.noise")["result"], "pass")
        self.assertEqual(self.check("--fact", "role=shop").rule("quiet.noise")["result"], "notapplicable")
        unsaid = self.check()
        self.assertEqual(unsaid.rule("quiet.noise")["result"], "unknown")
        self.assertIn("role", unsaid.rule("quiet.noise")["reason"])
        self.assertEqual(unsaid.status, 2)

    def test_a_file_of_facts_gives_way_to_the_command_line(self):
        facts = self.write("facts.yaml", "role: shop\nteam: red\n")
        self.assertEqual(self.check("--facts", facts).rule("quiet.noise")["result"], "notapplicable")
        both = self.check("--facts", facts, "--fact", "role=bank")
        self.assertEqual(both.rule("quiet.noise")["result"], "pass")
        self.assertEqual(both.json["facts"],
                         {"role": "bank", "team": "red", "capture": "recorded", "room": "not-enrolled"})

    def test_when_a_recording_was_made_is_not_known_unless_said(self):
        self.assertNotIn("time", self.check().json["facts"])
        self.assertEqual(self.check("--fact", "time=23:15").json["facts"]["time"], "23:15")

    def test_what_the_check_knows_itself_cannot_be_said_otherwise(self):
        self.assert_refused(self.check("--fact", "capture=live"), 3, "capture", "recorded")
        self.assert_refused(self.check("--fact", "room=enrolled"), 3, "room", "not-enrolled")
        self.assertEqual(self.check("--fact", "capture=recorded", "--fact", "role=bank").status, 0)

    def test_unknown_facts_are_refused(self):
        self.assert_refused(self.check("--fact", "rol=bank"), 3, "rol", "role")
        self.assert_refused(self.check("--fact", "team=green"), 3, "green", "red, blue")


class Waivers(JudgingTest):
    def waived(self, expires, *more):
        return self.check("--waivers", self.write("waivers.yaml", WAIVER % expires), *more)

    def test_a_waiver_counts_and_is_shown(self):
        self.louder()
        result = self.waived("2999-12-31", "--fact", "agent=marie")
        self.assertEqual(result.rule("quiet.noise")["result"], "fail")
        self.assertEqual(result.json["waivers"][0]["state"], "counts")
        self.assertEqual(result.json["requirements"][0]["waived"], 1)
        self.assertNotEqual(result.json["outcome"], "not_cleared")

    def test_an_expired_one_and_another_agents_do_not_count_and_are_said(self):
        self.louder()
        expired = self.waived("2020-01-31", "--fact", "agent=marie")
        self.assertEqual((expired.status, expired.json["waivers"][0]["state"]), (1, "expired"))
        other = self.waived("2999-12-31", "--fact", "agent=paul")
        self.assertEqual((other.status, other.json["waivers"][0]["state"]), (1, "other_agent"))

    def test_a_broken_file_is_refused_with_its_place(self):
        broken = self.write("waivers.yaml", (WAIVER % "2999-12-31").replace("quiet.noise", "quiet.nose"))
        self.assert_refused(self.check("--waivers", broken), 3, "waivers.yaml:3:", "quiet.noise")


class ManualRules(JudgingTest):
    def setUp(self):
        super().setUp()
        self.rules = self.write("night.yaml", PROFILE + MANUAL)

    def answers(self, word):
        return self.write("answers.yaml", f"answers:\n  - {{rule: conduct.locked, answer: {word}, by: Marie, "
                                          "at: 2026-03-01T08:00:00Z}\n")

    def test_without_an_answer_it_is_not_checked_and_never_clears(self):
        result = self.check()
        self.assertEqual(result.rule("conduct.locked")["result"], "notchecked")
        self.assertEqual(result.status, 2)

    def test_answers_are_recorded_as_declarations(self):
        result = self.check("--answers", self.answers("yes"))
        self.assertEqual((result.rule("conduct.locked")["result"], result.status), ("pass", 0))
        self.assertEqual(result.json["declarations"][0]["by"], "Marie")
        self.assertEqual(self.check("--answers", self.answers("no")).status, 1)

    def at_a_terminal(self, typed, *more):
        """The status, what was shown, and the result, of a check whose questions are answered so at a terminal."""
        leader, follower = pty.openpty()
        self.addCleanup(os.close, leader)
        os.write(leader, typed.encode())
        with open(self.folder / "result.json", "wb") as output:
            command = [PRESHIFT, *self.arguments("--format", "json", "--language", "en", *more)]
            process = subprocess.Popen(list(map(str, command)), stdin=follower, stdout=output, stderr=follower,
                                       env=environment(XDG_CONFIG_HOME=str(self.folder)))
        os.close(follower)
        shown = []

        def read():
            try:
                while data := os.read(leader, 65536):
                    shown.append(data)
            except OSError:  # the other end is closed
                pass
        reader = threading.Thread(target=read)
        reader.start()
        status = process.wait(60)
        reader.join(60)
        return status, b"".join(shown).decode(), (self.folder / "result.json").read_text()

    def test_a_terminal_is_asked(self):
        status, shown, result = self.at_a_terminal("Marie\nperhaps\nyes\n")
        self.assertIn("Is the cabinet locked?", shown)
        self.assertEqual(shown.count("yes or no"), 2)
        self.assertEqual(status, 0)
        self.assertIn('"by": "Marie"', result)

    def test_an_agent_with_a_pseudonym_is_not_asked_for_a_name(self):
        preshift("key", "create", env=environment(XDG_CONFIG_HOME=str(self.folder)))
        status, shown, result = self.at_a_terminal("yes\n", "--agent-id", "A17", "--certificate", self.folder / "c.json")
        self.assertNotIn("Your name", shown)
        self.assertEqual(status, 0, shown)
        self.assertIn('"by": "A17"', result)

    def test_a_question_may_be_left_open(self):
        status, _, result = self.at_a_terminal("Marie\n\n")
        self.assertEqual(status, 2)
        self.assertIn('"notchecked"', result)


class MeasuringAgain(JudgingTest):
    def again(self, mend, *more):
        """The status, what was shown, and the result, of a check that is told to measure again once; before that,
        `mend` is called."""
        self.louder()
        process = subprocess.Popen(list(map(str, [PRESHIFT, *self.arguments("--format", "json", "--language", "en",
                                                                            *more)])),
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env=environment(), text=True)
        shown = ""
        for line in process.stderr:
            shown += line
            if "Enter" in line:
                mend()
                break
        output, errors = process.communicate("\n", timeout=60)
        shown += errors
        self.assertTrue(output, shown)
        return process.returncode, shown, json.loads(output)

    def test_what_failed_and_passes_after_the_remedy_is_fixed(self):
        mend = lambda: write_wav(self.sound, sine(amplitude=QUIET))  # noqa: E731
        status, shown, judged = self.again(mend, "--again", "1")
        self.assertIn("Hush now", shown)
        self.assertEqual(status, 0, shown)
        self.assertEqual(judged["attempts"], 2)
        self.assertEqual(judged["results"][0]["result"], "fixed")
        self.assertEqual(judged["results"][0]["failed_before"]["result"], "fail")
        self.assertEqual(judged["outcome"], "cleared")

    def test_what_was_not_mended_still_fails(self):
        status, shown, judged = self.again(lambda: None, "--again", "1")
        self.assertEqual((status, judged["attempts"]), (1, 2), shown)

    def test_what_is_unknown_and_can_be_mended_is_measured_again(self):
        self.rules = self.write("night.yaml", PROFILE.replace("$max_noise", "$max_noise\n    decision: guarded"))
        near = lambda: write_wav(self.sound, sine(amplitude=0.0045))  # noqa: E731  about 44 dB(A)
        self.louder = near
        status, shown, judged = self.again(lambda: write_wav(self.sound, sine(amplitude=QUIET)), "--again", "1")
        self.assertIn("too close to the limit", shown)
        self.assertEqual((status, judged["attempts"], judged["results"][0]["result"]), (0, 2, "pass"), shown)

    def test_what_no_new_measurement_mends_is_not(self):
        uncalibrated = preshift("check", "--sound", self.sound, "--rules", self.rules, "--again", "3", "--language", "en")
        self.assertEqual((uncalibrated.status, uncalibrated.errors), (2, ""), uncalibrated)
        self.rules = self.write("night.yaml", PROFILE + MANUAL)  # nobody has answered
        unanswered = preshift(*self.arguments("--again", "3", "--language", "en"))
        self.assertEqual((unanswered.status, unanswered.errors), (2, ""), unanswered)

    def test_without_a_word_nothing_is_measured_again(self):
        self.louder()
        for more in ((), ("--again", "3")):  # standard input is at its end
            result = self.check(*more)
            self.assertEqual((result.status, result.json["attempts"]), (1, 1))

    def test_a_bad_number_is_refused(self):
        for bad in ("-1", "10", "two", "1.5"):
            self.assert_refused(self.check(f"--again={bad}"), 3, "--again", bad)


if __name__ == "__main__":
    unittest.main()
