#!/usr/bin/env python3
"""Keys, certificates of a check, and their verification, as an agent and an employer use them."""

import hashlib
import json
import os
import pathlib
import pty
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import HANG_SECONDS, PRESHIFT, SAMPLES, PreshiftTest, environment, preshift  # noqa: E402
from published_schemas import validator  # noqa: E402
from room_pictures import room, write_picture  # noqa: E402

OUTCOMES = {"quiet-office": 0, "noisy-office": 1, "uncalibrated-laptop": 0, "covered-camera": 2}


class CertificateTest(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.outputs = []
        self.configuration = self.folder / "configuration"
        self.certificate = self.folder / "certificate.json"

    def run_preshift(self, *arguments, configuration=None):
        result = preshift(*arguments, env=environment(PRESHIFT_CONFIG_DIR=str(configuration or self.configuration)))
        self.outputs.append(result.output + result.errors)
        return result

    def create_key(self, **where):
        result = self.run_preshift("key", "create", "--format", "json", **where)
        self.assertEqual(result.status, 0, result)
        return self.key_name(**where)

    def key_name(self, **where):
        words = self.run_preshift("key", "show", **where).output.split()
        return next(word for word in words if word.startswith("did:key:"))

    def check(self, sample="quiet-office", *arguments, file=None, **where):
        expected = json.loads((SAMPLES / sample / "expected.json").read_text())
        return self.run_preshift("check", "--sound", SAMPLES / sample / "sound.flac", "--pictures",
                                 SAMPLES / sample / "pictures", *expected["arguments"], "--certificate",
                                 file or self.certificate, *arguments, **where)

    def verify(self, *arguments, file=None):
        return self.run_preshift("verify", file or self.certificate, "--format", "json", *arguments)

    def failed_steps(self, *arguments, file=None):
        result = self.verify(*arguments, file=file)
        (verified,) = result.json["files"]
        failed = [each["step"] for each in verified["steps"] if each["result"] == "failed"]
        self.assertEqual(result.status, 1 if failed else 0, result)
        return failed


class Keys(CertificateTest):
    def test_a_key_is_made_once_and_is_the_users_alone(self):
        name = self.create_key()
        self.assertTrue(name.startswith("did:key:z6Mk"))
        for file in self.configuration.iterdir():
            self.assertEqual(file.stat().st_mode & 0o777, 0o600, file)
        self.assert_refused(self.run_preshift("key", "create"), 3, "preshift key rotate")
        self.assertEqual(self.key_name(), name)

    def test_the_private_key_is_in_no_output(self):
        self.create_key()
        (secret,) = self.configuration.glob("*.secret")
        secrets = [secret.read_bytes()]
        self.check()
        self.verify()
        for words in (("key", "show"), ("key", "export-public"), ("show", self.certificate), ("key", "rotate"),
                      ("key", "export-public")):
            self.run_preshift(*words)
        (secret,) = self.configuration.glob("*.secret")
        secrets.append(secret.read_bytes())
        everything = "".join(self.outputs) + self.certificate.read_text() + \
            "".join(file.read_text() for file in self.configuration.glob("*.json"))
        for secret in secrets:
            self.assertEqual(len(secret), 32)
            self.assertNotIn(secret.hex(), everything.lower())
            self.assertNotIn(secret, everything.encode())

    def test_a_key_that_others_can_read_is_refused(self):
        self.create_key()
        (secret,) = self.configuration.glob("*.secret")
        secret.chmod(0o644)
        self.assert_refused(self.check(), 3, "chmod 600")
        self.assertFalse(self.certificate.exists())

    def test_a_rotated_key_says_what_it_follows(self):
        old = self.create_key()
        self.assertEqual(self.run_preshift("key", "rotate").status, 0)
        new = self.key_name()
        self.assertNotEqual(new, old)
        exported = self.run_preshift("key", "export-public").output
        self.assertIn(old, exported)
        self.assertIn(new, exported)
        self.assertEqual(len(list(self.configuration.glob("*.secret"))), 1)

    def test_a_sealed_key_needs_its_passphrase(self):
        passphrase = self.folder / "passphrase"
        passphrase.write_text("correct horse battery\n")
        self.assertEqual(self.run_preshift("key", "create", "--passphrase-file", passphrase).status, 0)
        self.assertEqual(self.check("quiet-office", "--passphrase-file", passphrase).status, 0)
        passphrase.write_text("wrong horse battery\n")
        self.certificate.unlink()
        refused = self.check("quiet-office", "--passphrase-file", passphrase)
        self.assertEqual(refused.status, 3, refused)
        self.assertFalse(self.certificate.exists())

    def test_a_certificate_without_a_key_is_refused_before_anything_is_measured(self):
        self.assert_refused(self.check(), 3, "preshift key create")


class Certificates(CertificateTest):
    def setUp(self):
        super().setUp()
        self.name = self.create_key()

    def test_every_outcome_is_certified_as_what_it_is(self):
        for sample, status in OUTCOMES.items():
            with self.subTest(sample):
                file = self.folder / f"{sample}.json"
                self.assertEqual(self.check(sample, file=file).status, status)
                self.assertEqual(file.stat().st_mode & 0o777, 0o600)
                outcome = json.loads(file.read_text())["credentialSubject"]["outcome"]
                self.assertEqual(outcome, ["cleared", "not_cleared", "undecided"][status])
                self.assertEqual(self.failed_steps(file=file), [] if status == 0 else ["outcome"])
                self.assertEqual(self.failed_steps("--any-outcome", file=file), [])

    def test_it_holds_what_it_is_for_and_no_name_of_a_device(self):
        self.check("quiet-office", "--nonce", "7f3a", "--agent-id", "A17")
        text = self.certificate.read_text()
        subject = json.loads(text)["credentialSubject"]
        self.assertEqual(self.failed_steps("--nonce", "7f3a", "--agent-id", "A17", "--trusted", self.name), [])
        self.assertNotIn("sound.flac", text)
        self.assertIn("A17", json.dumps(subject))
        self.assertIn("7f3a", json.dumps(subject))

    def waive_what_fails(self):
        """A file of waivers, at the site Lille, for all that the noisy office fails; and one for another site."""
        self.check("noisy-office")
        results = json.loads(self.certificate.read_text())["credentialSubject"]["results"]
        rules = [each["rule"] for each in results
                 if each["result"] not in ("pass", "notapplicable") and each["severity"] == "required"]
        self.assertIn("quiet.background-noise", rules)
        waiver = "  - {rule: %s, site: %s, justification: Works next door, approver: C. Moreau, expires: 2999-12-31}\n"
        file = self.folder / "waivers.yaml"
        file.write_text("waivers:\n" + "".join(waiver % (rule, "Lille") for rule in rules) +
                        waiver % (rules[0], "Nantes"))
        return file, rules

    def test_it_tells_the_site_and_the_waivers_that_cleared_it(self):
        file, rules = self.waive_what_fails()
        self.assertEqual(self.check("noisy-office", "--waivers", file, "--fact", "site=Lille").status, 0)
        document = json.loads(self.certificate.read_text())
        subject = document["credentialSubject"]
        self.assertEqual((subject["outcome"], subject["site"]), ("cleared", "Lille"))
        self.assertEqual([each["rule"] for each in subject["waivers"]], rules)
        self.assertEqual({each["state"] for each in subject["waivers"]}, {"counts"})
        self.assertEqual([each["rule"] for each in subject["results"] if each.get("waived")], rules)
        self.assertEqual(self.failed_steps(), [])
        summary = self.verify().json["files"][0]["certificate"]
        self.assertEqual((summary["site"], summary["waivers"][0]["approved_by"]), ("Lille", "C. Moreau"))
        for language, words in {"en": ("Site: Lille", "but waived", "Approved by C. Moreau"),
                                "fr": ("Site : Lille", "dérogation", "Accordée par C. Moreau")}.items():
            shown = " ".join(self.run_preshift("show", self.certificate, "--language", language).output.split())
            for word in (*words, "Works next door"):
                self.assertIn(word, shown)

    def test_a_site_that_is_an_address_stays_out_of_it(self):
        self.check("quiet-office", "--fact", "site=12 rue de la Paix")
        self.assertNotIn("Paix", self.certificate.read_text())
        self.assertEqual(self.failed_steps(), [])

    def test_the_schema_describes_it(self):
        schema = validator(self.run_preshift("certificate", "schema").json)
        file, _ = self.waive_what_fails()
        for arguments in ((), ("--waivers", file, "--fact", "site=Lille", "--nonce", "7f3a", "--agent-id", "A17")):
            self.check("noisy-office", *arguments)
            document = json.loads(self.certificate.read_text())
            self.assertEqual([error.message for error in schema.iter_errors(document)], [])
            document["credentialSubject"]["street"] = "12 rue de la Paix"
            self.assertFalse(schema.is_valid(document))

    def test_what_does_not_hold_is_named(self):
        self.check("quiet-office", "--nonce", "7f3a", "--agent-id", "A17")
        stranger = self.create_key(configuration=self.folder / "stranger")
        rules = self.folder / "other.yaml"
        rules.write_text((pathlib.Path(SAMPLES).parent / "rules" / "standard.yaml").read_text().replace("45 dB(A)",
                                                                                                        "44 dB(A)"))
        for arguments, step in {("--nonce", "8888"): "nonce", ("--agent-id", "B2"): "agent",
                                ("--trusted", stranger): "issuer", ("--at", "2031-01-01T00:00:00Z"): "dates",
                                ("--at", "2021-01-01T00:00:00Z"): "dates", ("--rules", rules): "profile"}.items():
            with self.subTest(step):
                self.assertEqual(self.failed_steps(*arguments), [step])

    def test_parameters_are_a_part_of_the_rules(self):
        self.check("quiet-office", "--set", "max_noise=44dB(A)")
        self.assertEqual(self.failed_steps("--rules", "standard", "--set", "max_noise=44dB(A)"), [])
        self.assertEqual(self.failed_steps("--rules", "standard"), ["profile"])
        self.assertEqual(self.failed_steps("--rules", "standard", "--set", "max_noise=43dB(A)"), ["profile"])
        self.assert_refused(self.verify("--set", "max_noise=44dB(A)"), 3, "--set", "--rules")
        self.assert_refused(self.verify("--rules", "standard", "--set", "max_nose=44dB(A)"), 3, "max_noise")

    def test_it_names_the_enrolled_room_by_its_digest(self):
        rooms = []
        for seed in (1, 2):
            views = {state: write_picture(self.folder / f"{state}{seed}.png", room(seed=seed, door=state))
                     for state in ("closed", "open")}
            rooms.append(self.folder / f"{seed}.room")
            enrolled = self.run_preshift("enrol", "--closed", views["closed"], "--open", views["open"], "--output",
                                         rooms[-1])
            self.assertEqual(enrolled.status, 0, enrolled)
        self.check("quiet-office", "--room", rooms[0])
        subject = json.loads(self.certificate.read_text())["credentialSubject"]
        self.assertEqual(subject["room"]["enrolmentDigest"], hashlib.sha256(rooms[0].read_bytes()).hexdigest())
        self.assertNotIn("room", self.failed_steps("--any-outcome", "--room", rooms[0]))
        self.assertEqual(self.failed_steps("--any-outcome", "--room", rooms[1]), ["room"])

    def test_what_is_revoked_is_said(self):
        self.check()
        revoked = self.folder / "revoked.txt"
        revoked.write_text(self.name + "\n")
        self.assertEqual(self.failed_steps("--revoked", revoked), ["status"])

    def test_a_changed_certificate_is_not_valid(self):
        self.check("noisy-office")
        document = json.loads(self.certificate.read_text())
        document["credentialSubject"]["outcome"] = "cleared"
        forged = self.folder / "forged.json"
        forged.write_text(json.dumps(document))
        self.assertIn("signature", self.failed_steps(file=forged))

    def test_what_is_no_certificate_is_refused_in_words(self):
        for name, content in {"empty": b"", "binary": os.urandom(500), "deep": b"[" * 100000,
                              "twice": b'{"a":1,"a":2}', "other": b'{"type":"Invoice"}'}.items():
            with self.subTest(name):
                file = self.folder / f"{name}.json"
                file.write_bytes(content)
                result = self.run_preshift("verify", file)
                self.assertEqual(result.status, 1, result)
                self.assertIn(f"{name}.json", result.output)
        self.assertNotEqual(self.run_preshift("verify", self.folder / "none.json").status, 0)

    def test_a_file_of_100_mb_is_refused(self):
        file = self.folder / "huge.json"
        with open(file, "wb") as handle:
            handle.truncate(100 * 1024 * 1024)
        self.assertEqual(self.run_preshift("verify", file).status, 1)

    def test_it_is_shown_in_french(self):
        self.check()
        shown = self.run_preshift("show", self.certificate, "--language", "fr")
        self.assertEqual(shown.status, 0, shown)
        self.assertIn(self.name, shown.output)
        self.assertIn("AUTORISÉ", shown.output)

    def test_the_vocabulary_is_printed(self):
        context = self.run_preshift("certificate", "context").json
        self.assertIn("@context", context)
        schema = self.run_preshift("certificate", "schema").json
        self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")


class Passphrases(CertificateTest):
    def test_one_is_asked_for_at_the_terminal_and_not_shown(self):
        ours, theirs = pty.openpty()
        process = subprocess.Popen([str(PRESHIFT), "key", "create", "--passphrase"], stdin=theirs, stdout=theirs,
                                   stderr=theirs, start_new_session=True, preexec_fn=lambda: os.login_tty(theirs),
                                   env=environment(PRESHIFT_CONFIG_DIR=str(self.configuration)))
        os.close(theirs)
        screen = b""
        answers = [b"a long passphrase\n"] * 2
        try:
            while chunk := os.read(ours, 4096):
                screen += chunk
                if answers and screen.rstrip().endswith(b":"):
                    screen += b" <typed>"
                    os.write(ours, answers.pop())
        except OSError:
            pass
        os.close(ours)
        self.assertEqual(process.wait(timeout=HANG_SECONDS), 0, screen)
        self.assertNotIn(b"a long passphrase", screen)
        self.assertNotEqual(len(next(self.configuration.glob("*.secret")).read_bytes()), 32)


if __name__ == "__main__":
    unittest.main()
