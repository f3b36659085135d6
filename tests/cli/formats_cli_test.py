#!/usr/bin/env python3
"""Reports in the formats of others: SARIF by its published schema, JUnit by the shape that build servers read."""

import pathlib
import sys
import unittest
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import PreshiftTest, preshift, sine, write_wav  # noqa: E402
from published_schemas import sarif_validator  # noqa: E402


def assert_junit(test, text):
    """The root of a JUnit report whose numbers are those of its elements."""
    root = xml.fromstring(text)
    test.assertEqual(root.tag, "testsuites")
    for suite in [root, *root]:
        cases = list(suite.iter("testcase"))
        test.assertEqual(int(suite.get("tests")), len(cases))
        for attribute, element in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            test.assertEqual(int(suite.get(attribute)), len(list(suite.iter(element))), suite.get("name"))
        for case in cases:
            test.assertTrue(case.get("classname") and case.get("name"))
            test.assertLessEqual(len([each for each in case if each.tag in ("failure", "error", "skipped")]), 1)
    return root


class Checks(PreshiftTest):
    def setUp(self):
        super().setUp()
        overloaded = [max(-1.0, min(1.0, sample)) for sample in sine(amplitude=2)]
        self.sound = write_wav(self.folder / "overloaded.wav", overloaded)

    def check(self, *arguments):
        return preshift("check", "--sound", self.sound, "--full-scale", "120dB", *arguments)

    def test_sarif_is_as_published_in_both_languages(self):
        validator = sarif_validator()
        for language in ("en", "fr"):
            result = self.check("--format", "sarif", "--language", language)
            validator.validate(result.json)
            run = result.json["runs"][0]
            self.assertEqual(run["invocations"][0]["exitCode"], result.status)
            self.assertEqual({each["ruleId"] for each in run["results"]},
                             {each["id"] for each in self.check("--format", "json").json["results"]})

    def test_junit_counts_what_it_holds(self):
        result = self.check("--format", "junit")
        root = assert_junit(self, result.output)
        self.assertNotEqual(result.status, 0)
        self.assertGreater(int(root.get("failures")) + int(root.get("errors")), 0)
        names = [suite.get("name") for suite in root]
        self.assertEqual(names[-1], "outcome")
        self.assertIn("quiet", names)

    def test_an_overloaded_microphone_is_a_failure_in_both(self):
        rule = next(each for each in self.check("--format", "json").json["results"]
                    if each["result"] == "fail" and each["severity"] == "required")
        run = self.check("--format", "sarif").json["runs"][0]
        found = next(each for each in run["results"] if each["ruleId"] == rule["id"])
        self.assertEqual((found["kind"], found["level"]), ("fail", "error"))
        root = xml.fromstring(self.check("--format", "junit").output)
        case = next(each for each in root.iter("testcase") if each.get("classname") == rule["id"])
        self.assertEqual(case[0].tag, "failure")
        self.assertIn(rule["title"], case.get("name"))


if __name__ == "__main__":
    unittest.main()
