#!/usr/bin/env python3
"""The agent's own history of checks, as the agent sees it."""

import json
import pathlib
import sys
import unittest
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import SAMPLES, PreshiftTest, environment, preshift  # noqa: E402


def words(result):
    """The output in one line, wherever it was wrapped."""
    return " ".join(result.output.split())


class HistoryTest(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.state = self.folder / "state"
        self.file = self.state / "history.jsonl"

    def run_preshift(self, *arguments):
        return preshift(*arguments, env=environment(PRESHIFT_STATE_DIR=str(self.state)))

    def check(self, sample):
        expected = json.loads((SAMPLES / sample / "expected.json").read_text())
        return self.run_preshift("check", "--sound", SAMPLES / sample / "sound.flac", "--pictures",
                                 SAMPLES / sample / "pictures", *expected["arguments"])

    def test_each_check_keeps_a_line_that_names_nothing(self):
        self.assertIn("No check has been kept yet.", self.run_preshift("history").output)
        self.assertFalse(self.state.exists())
        self.assertEqual(self.check("quiet-office").status, 0)
        self.assertEqual(self.check("noisy-office").status, 1)
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        records = [json.loads(line) for line in self.file.read_text().splitlines()]
        self.assertEqual([each["outcome"] for each in records], ["cleared", "not_cleared"])
        allowed = {"format", "at", "utc_offset_minutes", "outcome", "live", "profile", "level_dba",
                   "voice_to_background_db", "requirements", "to_mend"}
        self.assertEqual({name for each in records for name in each} - allowed, set())
        self.assertNotIn("sound.flac", self.file.read_text())
        self.assertFalse(records[0]["live"])
        self.assertTrue(records[1]["to_mend"])

    def test_it_is_shown_in_both_languages_and_as_json(self):
        for sample in ("quiet-office", "noisy-office"):
            self.check(sample)
        english = self.run_preshift("history")
        self.assertEqual(english.status, 0, english)
        self.assertIn(": 2; cleared 1, not cleared 1, undecided 0.", words(english))
        self.assertIn("own devices: 2", words(english))
        french = self.run_preshift("history", "--language", "fr")
        self.assertIn(": 2 ; autorisés 1, non autorisés 1, indécis 0.", words(french))
        shown = self.run_preshift("history", "--format", "json").json
        self.assertEqual(shown["outcomes"], {"cleared": 1, "not_cleared": 1, "undecided": 0})
        self.assertEqual(len(shown["checks"]), 2)
        self.assertIn("No check", self.run_preshift("history", "--live").output)

    def test_the_picture_is_drawn(self):
        self.check("quiet-office")
        picture = self.folder / "trend.svg"
        self.assertEqual(self.run_preshift("history", "--output", picture).status, 0)
        root = xml.etree.ElementTree.parse(picture).getroot()
        self.assertTrue(root.tag.endswith("svg"))
        self.assert_refused(self.run_preshift("history", "--output", self.folder / "trend.gif"), 3, "trend.gif")

    def test_damaged_lines_are_left_out_and_said(self):
        self.check("quiet-office")
        with self.file.open("ab") as file:
            file.write(b"\xff\xfe not a record\n{}\n")
        self.check("quiet-office")
        result = self.run_preshift("history")
        self.assertEqual(result.status, 0, result)
        self.assertIn("left out: 2.", words(result))
        self.assertIn(": 2; cleared 2", words(result))

    def test_it_is_cleared_and_turned_off(self):
        self.check("quiet-office")
        self.assertEqual(self.run_preshift("history", "--off").status, 0)
        self.check("quiet-office")
        self.assertEqual(len(self.file.read_text().splitlines()), 1)
        self.assertIn("not kept", self.run_preshift("history").output)
        self.assertEqual(self.run_preshift("history", "--clear").status, 0)
        self.assertFalse(self.file.exists())
        self.assertEqual(self.run_preshift("history", "--on").status, 0)
        self.check("quiet-office")
        self.assertEqual(len(self.file.read_text().splitlines()), 1)
        self.assert_refused(self.run_preshift("history", "--on", "--off"), 3, "--on", "--off")

    def test_a_history_that_cannot_be_kept_does_not_change_the_result(self):
        self.state.write_text("a file in the folder's place")
        result = self.check("quiet-office")
        self.assertEqual(result.status, 0, result)
        self.assertIn("history", result.errors)


if __name__ == "__main__":
    unittest.main()
