#!/usr/bin/env python3
"""Onboarding certificates and employers' approvals verified by somebody else's library."""

import datetime
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from interop_test import CONTEXT, another, changed, members, node, setUpModule  # noqa: E402,F401
from onboarded_workspace import OnboardingTest, now, utc  # noqa: E402


class OursByTheirs(OnboardingTest):
    def setUp(self):
        super().setUp()
        self.onboarded()
        self.contexts = self.folder / "contexts.json"
        self.contexts.write_text(json.dumps({CONTEXT: self.run_agent("certificate", "context").json}))

    def theirs(self, *files, after=datetime.timedelta(0)):
        return node("verify", self.contexts, utc(now() + after), *files)

    def test_an_onboarding_its_approval_and_its_refusal_are_valid_until_they_expire(self):
        self.assertEqual(self.approve().status, 0)
        refusal = self.folder / "refusal.json"
        refused = self.run_as(self.employers, "approve", self.certificate, "--reject", "Trop de bruit : 52 dB(A)",
                              "--output", refusal)
        self.assertEqual(refused.status, 0, refused)
        for verdict in self.theirs(self.certificate, self.answer, refusal):
            self.assertTrue(verdict["verified"], verdict)
        for verdict in self.theirs(self.certificate, self.answer, refusal, after=datetime.timedelta(days=366)):
            self.assertFalse(verdict["verified"], verdict)

    def test_every_member_that_is_changed_makes_them_invalid(self):
        self.assertEqual(self.approve().status, 0)
        for name, fewest in ((self.certificate, 50), (self.answer, 15)):
            document = json.loads(name.read_text())
            files = []
            for number, (path, value) in enumerate(members(document)):
                files.append(self.folder / f"changed{name.stem}{number}.json")
                files[-1].write_text(json.dumps(changed(document, path, another(value))))
            self.assertGreater(len(files), fewest)
            for verdict in self.theirs(*files):
                self.assertFalse(verdict["verified"], pathlib.Path(verdict["file"]).read_text())

    def test_an_approval_that_other_software_signed_is_valid_for_both(self):
        approval = self.decision("theirs")
        (verdict,) = self.theirs(approval)
        self.assertTrue(verdict["verified"], verdict)
        ours = self.run_agent("verify", approval, "--employer", self.employer, "--certificate", self.certificate)
        self.assertEqual(ours.status, 0, ours)


if __name__ == "__main__":
    unittest.main()
