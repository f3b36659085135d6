#!/usr/bin/env python3
"""`preshift dispute`, as an agent writes an objection to a certificate and an employer reads it."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from certificate_cli_test import CertificateTest  # noqa: E402
from published_schemas import validator  # noqa: E402

NOTE = "La perceuse était dans la rue, cinq minutes."


class Disputes(CertificateTest):
    def setUp(self):
        super().setUp()
        self.name = self.create_key()
        self.check("noisy-office")
        self.file = self.folder / "certificate.dispute.json"

    def dispute(self, *arguments, file=None, note=NOTE, **where):
        return self.run_preshift("dispute", file or self.certificate, "--note", note, *arguments, **where)

    def test_it_names_the_certificate_and_says_what_is_wrong(self):
        done = self.dispute()
        self.assertEqual(done.status, 0, done)
        for words in (NOTE, str(self.file), "A person there reads it"):
            self.assertIn(words, " ".join(done.output.split()))
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        document = json.loads(self.file.read_text())
        self.assertEqual(document["type"], ["VerifiableCredential", "PreshiftDispute"])
        self.assertEqual(document["issuer"], self.name)
        subject = document["credentialSubject"]
        self.assertEqual((subject["certificate"], subject["note"]),
                         (json.loads(self.certificate.read_text())["id"], NOTE))
        schema = validator(self.run_preshift("certificate", "schema").json)
        self.assertEqual([error.message for error in schema.iter_errors(document)], [])

    def test_it_is_verified_beside_its_certificate(self):
        self.dispute()
        beside = ("--certificate", self.certificate, "--trusted", self.name)
        self.assertEqual(self.failed_steps(*beside, file=self.file), [])
        self.assertEqual(self.verify(*beside, file=self.file).json["files"][0]["dispute"]["note"], NOTE)
        self.assertEqual(self.failed_steps("--any-outcome", file=self.file), [])
        other = self.folder / "other.json"
        self.check("quiet-office", file=other)
        self.assertEqual(self.failed_steps("--certificate", other, file=self.file), ["certificate"])
        document = json.loads(self.file.read_text())
        document["credentialSubject"]["note"] = "Nothing."
        self.file.write_text(json.dumps(document))
        self.assertEqual(self.failed_steps(*beside, file=self.file), ["signature"])

    def test_it_does_not_pass_in_place_of_a_certificate(self):
        self.dispute()
        self.assertEqual(self.failed_steps("--trusted", self.name, file=self.file), ["outcome"])
        self.assertEqual(self.failed_steps("--any-outcome", "--nonce", "7f3a", file=self.file), ["nonce"])

    def test_it_changes_nothing_about_the_certificate(self):
        before = self.certificate.read_bytes()
        self.dispute()
        self.assertEqual(self.certificate.read_bytes(), before)
        self.assertEqual(self.failed_steps("--any-outcome"), [])

    def test_a_key_that_follows_the_certificates_contests_it_too(self):
        for _ in range(2):
            self.assertEqual(self.run_preshift("key", "rotate").status, 0)
        done = self.dispute()
        self.assertEqual(done.status, 0, done)
        document = json.loads(self.file.read_text())
        self.assertEqual(document["issuer"], self.key_name())
        self.assertEqual(len(document["credentialSubject"]["successions"]), 2)
        schema = validator(self.run_preshift("certificate", "schema").json)
        self.assertEqual([error.message for error in schema.iter_errors(document)], [])
        for trusted in (self.name, self.key_name()):
            self.assertEqual(self.failed_steps("--certificate", self.certificate, "--trusted", trusted, file=self.file), [])
        document["credentialSubject"]["successions"].pop()
        self.file.write_text(json.dumps(document))
        self.assertIn("certificate", self.failed_steps("--certificate", self.certificate, file=self.file))

    def test_it_is_shown_and_explained_in_french(self):
        done = self.dispute("--language", "fr")
        self.assertIn("Une personne le lit", " ".join(done.output.split()))
        shown = self.run_preshift("show", self.file, "--language", "fr")
        self.assertEqual(shown.status, 0, shown)
        for words in ("Un agent conteste un certificat", NOTE, self.name, "La signature est juste"):
            self.assertIn(words, " ".join(shown.output.split()))

    def test_json_is_the_document_itself(self):
        output = self.folder / "mine.json"
        done = self.dispute("--format", "json", "--output", output)
        self.assertEqual(done.json, json.loads(output.read_text()))
        self.assertFalse(self.file.exists())

    def test_what_cannot_be_contested_is_refused_in_words(self):
        self.assert_refused(self.run_preshift("dispute", self.certificate), 3, "--note")
        self.assert_refused(self.dispute(note=" \n"), 3, "--note")
        self.assert_refused(self.dispute(note="é" * 1001), 3, "2000", "2002")
        stranger = self.folder / "stranger"
        self.create_key(configuration=stranger)
        self.assert_refused(self.dispute(configuration=stranger), 3, self.name)
        document = json.loads(self.certificate.read_text())
        document["credentialSubject"]["outcome"] = "cleared"
        forged = self.folder / "forged.json"
        forged.write_text(json.dumps(document))
        self.assert_refused(self.dispute(file=forged), 3, "altered")
        forged.write_text('{"type": "Invoice"}')
        self.assert_refused(self.dispute(file=forged), 3, "not a certificate")
        self.assertEqual(list(self.folder.glob("*.dispute.json")), [])

    def test_an_answer_that_is_there_is_not_overwritten_nor_contested(self):
        self.assertEqual(self.dispute().status, 0)
        before = self.file.read_bytes()
        self.assert_refused(self.dispute(note="Another."), 3, "--output")
        self.assertEqual(self.file.read_bytes(), before)
        self.assert_refused(self.dispute(file=self.file), 3, "not a certificate")


if __name__ == "__main__":
    unittest.main()
