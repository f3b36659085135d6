#!/usr/bin/env python3
"""What the kernel refuses preshift-sense once its sources are open, tried out by a build that does its worst."""

import errno
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import PROGRAMS, PreshiftTest, environment, preshift, sine, write_wav  # noqa: E402

HARMLESS = {"read_file", "new_thread"}


class Confinement(PreshiftTest):
    def setUp(self):
        super().setUp()
        (self.folder / "present").write_text("still here")
        sound = write_wav(self.folder / "sine.wav", sine())
        self.result = preshift("check", f"--sound={sound}", program=PROGRAMS / "preshift-breakout",
                               env=environment(PRESHIFT_BREAKOUT_FOLDER=str(self.folder)))
        lines = [json.loads(line) for line in self.result.output.splitlines()]
        self.attempts = [line for line in lines if "attempt" in line]
        self.events = [line for line in lines if "event" in line]

    def test_every_attempt_is_refused_by_the_kernel_on_every_thread(self):
        tried = [each for each in self.attempts if each["attempt"] not in HARMLESS]
        self.assertEqual({each["on"] for each in tried}, {"measuring thread", "earlier thread"})
        self.assertEqual(len(tried), 2 * 27, self.result)
        for attempt in tried:
            with self.subTest(**attempt):
                self.assertEqual(attempt["result"], -1)
                self.assertIn(attempt["errno"], (errno.EPERM, errno.EACCES))

    def test_nothing_was_written(self):
        self.assertEqual(sorted(each.name for each in self.folder.iterdir()), ["present", "sine.wav"])
        self.assertEqual((self.folder / "present").read_text(), "still here")

    def test_what_measuring_needs_still_works(self):
        harmless = [each for each in self.attempts if each["attempt"] in HARMLESS]
        self.assertEqual(len(harmless), 3)
        self.assertTrue(all(each["result"] == 0 for each in harmless))
        self.assertEqual(self.result.status, 0)
        self.assertTrue(any(each.get("name") == "sound.laeq" and "value" in each for each in self.events))

    def test_the_check_says_so(self):
        confined = next(each for each in self.events if each["event"] == "confined")
        self.assertTrue(confined["system_calls"])


if __name__ == "__main__":
    unittest.main()
