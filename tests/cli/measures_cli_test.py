#!/usr/bin/env python3
"""`preshift measures`: the catalogue that rules are written with."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import PreshiftTest, preshift  # noqa: E402


class Measures(PreshiftTest):
    def test_every_measure_says_what_it_is_and_what_it_needs(self):
        result = preshift("measures", "--format", "json")
        self.assertEqual(result.status, 0, result)
        self.assertEqual(result.json["format"], "preshift-measures/1")
        names = [each["name"] for each in result.json["measures"]]
        self.assertEqual(len(names), len(set(names)))
        for each in result.json["measures"]:
            with self.subTest(measure=each["name"]):
                self.assertTrue(each["title"] and each["method"])
                self.assertIn(each["needs"][0], ("microphone", "camera", "room"))
                self.assertTrue("unit" in each or each["words"])

    def test_a_beginning_chooses_and_a_wrong_name_is_answered_with_the_right_one(self):
        text = preshift("measures", "voice.", "--language", "fr").output
        self.assertIn("voice.others : parole pendant la phase de silence\n", text)
        self.assertNotIn("sound.laeq", text)
        self.assert_refused(preshift("measures", "sound.laek"), 3, "sound.laeq")

    def test_both_languages_list_the_same(self):
        english, french = (preshift("measures", "--format", "json", "--language", language).json["measures"]
                           for language in ("en", "fr"))
        for one, other in zip(english, french, strict=True):
            self.assertEqual({**one, "title": "", "method": ""}, {**other, "title": "", "method": ""})
            self.assertNotEqual(one["method"], other["method"], one["name"])


if __name__ == "__main__":
    unittest.main()
