#!/usr/bin/env python3
"""The certificates that bench/make_certificates makes up are such as `preshift check --certificate` writes."""

import collections
import datetime
import hashlib
import json
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from onboarded_workspace import canonical, utc  # noqa: E402
from preshift_program import HANG_SECONDS, PROGRAMS, PreshiftTest, preshift  # noqa: E402
from published_schemas import validator  # noqa: E402

COUNT = 200
ARGUMENTS = (str(COUNT), "--agents", "6", "--sites", "2", "--months", "2")


def make(*arguments):
    """Standard output, in bytes."""
    done = subprocess.run([str(PROGRAMS / "make_certificates"), *map(str, arguments)], stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=HANG_SECONDS, check=False)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode())
    return done.stdout


class MadeCertificates(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.agents = self.folder / "agents.txt"
        self.employer = self.folder / "employer.txt"
        self.journals = self.folder / "journals"
        approvals = self.folder / "approvals.jsonl"
        self.lines = make(*ARGUMENTS, "--seed", 3, "--agents-file", self.agents, "--employer-file", self.employer,
                          "--approvals", approvals, "--journals", self.journals).splitlines()
        self.documents = [json.loads(line) for line in self.lines]
        self.approvals = []
        for number, line in enumerate(approvals.read_text().splitlines()):
            self.approvals.append(self.folder / f"approval{number}.json")
            self.approvals[-1].write_text(line)

    def verify(self, number):
        """When it was issued; an onboarding once it has been approved."""
        document = self.documents[number]
        at = datetime.datetime.fromisoformat(document["validFrom"].replace("Z", "+00:00"))
        arguments = ["--any-outcome", "--trusted", self.agents]
        if document["credentialSubject"]["kind"] == "onboarding":
            at += datetime.timedelta(days=20)
        if "onboarding" in (document["credentialSubject"]["kind"], *document["credentialSubject"]):
            arguments += ["--employer", self.employer]
            arguments += [word for file in self.approvals for word in ("--approval", file)]
        file = self.folder / f"{number}.json"
        file.write_bytes(self.lines[number])
        return preshift("verify", file, "--at", utc(at), *arguments)

    def test_all_verify(self):
        self.assertEqual(len(self.lines), COUNT)
        self.assertGreater(len(self.approvals), 0)
        for number in range(COUNT):
            verified = self.verify(number)
            self.assertEqual(verified.status, 0, verified)

    def test_they_are_distinct_canonical_and_of_the_schema(self):
        schema = validator(preshift("certificate", "schema").json)
        self.assertEqual(len({document["id"] for document in self.documents}), COUNT)
        for line, document in zip(self.lines, self.documents):
            self.assertEqual(line, canonical(document))
            self.assertEqual([error.message for error in schema.iter_errors(document)], [])
        times = [document["validFrom"] for document in self.documents]
        self.assertEqual(times, sorted(times))

    def test_they_tell_of_sites_outcomes_and_both_versions_of_the_rules(self):
        subjects = [document["credentialSubject"] for document in self.documents]
        before_shifts = [subject for subject in subjects if subject["kind"] == "pre-shift"]
        self.assertEqual({subject["site"] for subject in subjects}, {"Lille", "Nantes"})
        self.assertEqual(len({subject["agentId"] for subject in subjects}), 6)
        self.assertEqual({subject["outcome"] for subject in subjects}, {"cleared", "not_cleared", "undecided"})
        self.assertEqual(len({subject["profile"]["digest"] for subject in before_shifts}), 2)
        outcomes = collections.Counter(subject["outcome"] for subject in before_shifts)
        self.assertGreater(outcomes["cleared"], len(before_shifts) // 2)

    def test_the_seed_alone_decides(self):
        for threads in (1, 2):
            again = make(*ARGUMENTS, "--seed", 3, "--threads", threads)
            self.assertEqual(again.splitlines(), self.lines)
        other = make(*ARGUMENTS, "--seed", 4)
        self.assertFalse({json.loads(line)["id"] for line in other.splitlines()} &
                         {document["id"] for document in self.documents})

    def test_the_journals_are_sound_and_name_these_certificates(self):
        files = sorted(self.journals.iterdir())
        self.assertEqual(len(files), 6)
        digests = {hashlib.sha256(line).hexdigest() for line in self.lines}
        for file in files:
            verified = preshift("shift", "verify", file, "--trusted", self.agents)
            self.assertEqual(verified.status, 0, verified)
            entries = [json.loads(line) for line in file.read_text().splitlines()[:-1]]
            signed_in = [entry["details"]["certificate"]["digest"] for entry in entries if entry["event"] == "sign_in"]
            self.assertGreater(len(signed_in), 5)
            self.assertLessEqual(set(signed_in), digests)

    def test_a_wrong_count_is_refused(self):
        done = subprocess.run([str(PROGRAMS / "make_certificates"), "none"], capture_output=True,
                              timeout=HANG_SECONDS, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(done.stdout, b"")


if __name__ == "__main__":
    unittest.main()
