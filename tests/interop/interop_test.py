#!/usr/bin/env python3
"""Certificates verified by somebody else's library, and somebody else's credentials by ours.

`npm ci` installs the libraries of package-lock.json (their digests are in it) into the build folder; after that nothing
needs a network. Without npm or its registry the test is skipped, but for CI, where it fails.
"""

import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "testing"))
from preshift_program import HANG_SECONDS, PROGRAMS, SAMPLES, PreshiftTest, environment, preshift  # noqa: E402

LIBRARIES = PROGRAMS.parent / "interop"
CONTEXT = "https://preshift.example/ns/v1"


def install():
    """The reason why the libraries cannot be had, or None."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        return "npm is not installed (./dev setup models installs it)"
    LIBRARIES.mkdir(parents=True, exist_ok=True)
    wanted = (HERE / "package-lock.json").read_text()
    installed = LIBRARIES / "installed-lock.json"
    if not installed.exists() or installed.read_text() != wanted:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, LIBRARIES / name)
        done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=LIBRARIES,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode != 0:
            return f"npm could not install the libraries: {done.stderr[-500:]}"
        installed.write_text(wanted)
    shutil.copy(HERE / "digitalbazaar.mjs", LIBRARIES)
    return None


def setUpModule():
    reason = install()
    if reason is None:
        return
    if os.environ.get("CI") == "true":
        raise AssertionError(reason)
    raise unittest.SkipTest(reason)


def node(*arguments):
    done = subprocess.run(["node", "digitalbazaar.mjs", *map(str, arguments)], cwd=LIBRARIES, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=HANG_SECONDS, check=False)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def members(value, path=()):
    """Every place in a JSON document that holds a text, a number, or a truth value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from members(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from members(inner, (*path, index))
    else:
        yield path, value


def changed(document, path, value):
    copy = json.loads(json.dumps(document))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return copy


def another(value):
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, (int, float)) else value + "x"


class Interop(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.env = environment(PRESHIFT_CONFIG_DIR=str(self.folder / "configuration"))
        self.assertEqual(self.run_preshift("key", "create").status, 0)
        self.contexts = self.folder / "contexts.json"
        self.contexts.write_text(json.dumps({CONTEXT: self.run_preshift("certificate", "context").json}))

    def run_preshift(self, *arguments):
        return preshift(*arguments, env=self.env)

    def certificate(self, sample, *arguments):
        file = self.folder / f"{sample}.json"
        expected = json.loads((SAMPLES / sample / "expected.json").read_text())
        self.run_preshift("check", "--sound", SAMPLES / sample / "sound.flac", "--pictures", SAMPLES / sample / "pictures",
                          *expected["arguments"], "--certificate", file, "--nonce", "7f3a", "--agent-id", "A17", *arguments)
        return file

    def waived_certificate(self):
        """Of the noisy office, cleared by waivers at the site Lille."""
        judged = json.loads(self.certificate("noisy-office").read_text())["credentialSubject"]["results"]
        waivers = self.folder / "waivers.yaml"
        waivers.write_text("waivers:\n" + "".join(
            f"  - {{rule: {each['rule']}, site: Lille, justification: Works next door, approver: C. Moreau, "
            "from: 2020-01-01, expires: 2999-12-31}\n" for each in judged
            if each["result"] != "pass" and each["severity"] == "required"))
        return self.certificate("noisy-office", "--waivers", waivers, "--fact", "site=Lille")

    def theirs(self, *files, after=datetime.timedelta(0)):
        now = (datetime.datetime.now(datetime.timezone.utc) + after).strftime("%Y-%m-%dT%H:%M:%SZ")
        return node("verify", self.contexts, now, *files)

    def step(self, file, name):
        (verified,) = self.run_preshift("verify", file, "--format", "json").json["files"]
        return next(each["result"] for each in verified["steps"] if each["step"] == name)


class OursByTheirs(Interop):
    def test_certificates_of_every_outcome_are_valid(self):
        files = [self.certificate(sample) for sample in ("quiet-office", "noisy-office", "covered-camera")]
        for verdict in self.theirs(*files):
            self.assertTrue(verdict["verified"], verdict)

    def test_one_with_a_site_and_waivers_is_valid_and_every_member_of_them_counts(self):
        file = self.waived_certificate()
        document = json.loads(file.read_text())
        subject = document["credentialSubject"]
        self.assertEqual((subject["outcome"], subject["site"]), ("cleared", "Lille"))
        (verdict,) = self.theirs(file)
        self.assertTrue(verdict["verified"], verdict)
        files = []
        for path, value in members(document):
            if "waivers" in path or "waived" in path or "site" in path:
                files.append(self.folder / f"changed{len(files)}.json")
                files[-1].write_text(json.dumps(changed(document, path, another(value))))
        self.assertGreater(len(files), 7)
        for verdict in self.theirs(*files):
            self.assertFalse(verdict["verified"], pathlib.Path(verdict["file"]).read_text())

    def test_a_dispute_is_valid_and_every_member_of_it_counts(self):
        file = self.folder / "dispute.json"
        certificate = self.certificate("noisy-office")
        self.assertEqual(self.run_preshift("key", "rotate").status, 0)  # so that it holds the word of the key before
        done = self.run_preshift("dispute", certificate, "--note", "Une perceuse, dans la rue : 5 min", "--output", file)
        self.assertEqual(done.status, 0, done)
        (verdict,) = self.theirs(file)
        self.assertTrue(verdict["verified"], verdict)
        document = json.loads(file.read_text())
        files = []
        for path, value in members(document):
            files.append(self.folder / f"changed{len(files)}.json")
            files[-1].write_text(json.dumps(changed(document, path, another(value))))
        self.assertGreater(len(files), 15)
        for verdict in self.theirs(*files):
            self.assertFalse(verdict["verified"], pathlib.Path(verdict["file"]).read_text())

    def test_every_member_that_is_changed_makes_it_invalid(self):
        document = json.loads(self.certificate("quiet-office").read_text())
        files = []
        for number, (path, value) in enumerate(members(document)):
            files.append(self.folder / f"changed{number}.json")
            files[-1].write_text(json.dumps(changed(document, path, another(value))))
        self.assertGreater(len(files), 50)
        for verdict in self.theirs(*files):
            self.assertFalse(verdict["verified"], pathlib.Path(verdict["file"]).read_text())

    def test_a_foreign_key_and_a_removed_member_make_it_invalid(self):
        document = json.loads(self.certificate("quiet-office").read_text())
        stranger = self.folder / "theirs.json"
        node("issue", self.contexts, stranger)
        proof = json.loads(stranger.read_text())["proof"]
        foreign = self.folder / "foreign.json"
        foreign.write_text(json.dumps({**document, "proof": {**document["proof"],
                                                             "verificationMethod": proof["verificationMethod"],
                                                             "proofValue": proof["proofValue"]}}))
        shorter = self.folder / "shorter.json"
        del document["credentialSubject"]["requirements"]
        shorter.write_text(json.dumps(document))
        for verdict in self.theirs(foreign, shorter):
            self.assertFalse(verdict["verified"], verdict)

    def test_an_expired_one_is_invalid(self):
        (verdict,) = self.theirs(self.certificate("quiet-office"), after=datetime.timedelta(days=2))
        self.assertFalse(verdict["verified"], verdict)


class TheirsByOurs(Interop):
    def test_the_signature_of_their_credential_holds_until_it_is_changed(self):
        file = self.folder / "theirs.json"
        node("issue", self.contexts, file)
        self.assertEqual(self.step(file, "signature"), "passed")
        document = json.loads(file.read_text())
        for number, (path, value) in enumerate(members(document)):
            altered = self.folder / f"altered{number}.json"
            altered.write_text(json.dumps(changed(document, path, another(value))))
            self.assertNotEqual(self.step(altered, "signature"), "passed", path)


if __name__ == "__main__":
    unittest.main()
