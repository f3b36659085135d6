#!/usr/bin/env python3
"""A report to print of a certificate, an approval and a saved check, as an agent makes it."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from onboarded_workspace import OnboardingTest  # noqa: E402
from preshift_program import HANG_SECONDS, PRESHIFT, SAMPLES, PreshiftTest, environment, preshift  # noqa: E402

AT = "2026-11-26T08:00:00Z"


def words_of(html):
    """What a person reads of a page."""
    body = re.sub(r"(?s)<style>.*?</style>|<svg.*?</svg>", "", html)
    text = re.sub(r"<[^>]*>", "\n", body).replace("&quot;", '"').replace("&amp;", "&")
    return re.sub(r"\s*\n\s*", "\n", text)


class ReportTest(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.configuration = self.folder / "configuration"
        self.assertEqual(self.run_preshift("key", "create").status, 0)

    def run_preshift(self, *arguments, configuration=None):
        return preshift(*arguments, env=environment(PRESHIFT_CONFIG_DIR=str(configuration or self.configuration)))

    def checked(self, sample, *arguments, status):
        """The sample's certificate and saved check."""
        expected = json.loads((SAMPLES / sample / "expected.json").read_text())
        certificate = self.folder / f"{sample}.json"
        saved = self.folder / f"{sample}.saved.json"
        result = self.run_preshift("check", "--sound", SAMPLES / sample / "sound.flac", "--pictures",
                                   SAMPLES / sample / "pictures", *expected["arguments"], "--certificate", certificate,
                                   "--save-measurements", saved, *arguments)
        self.assertEqual(result.status, status, result)
        return certificate, saved

    def report(self, *arguments, status=0):
        result = self.run_preshift("report", *arguments)
        self.assertEqual(result.status, status, result)
        self.assertEqual(result.errors, "")
        return result.output

    def dated(self, certificate):
        """While it is valid."""
        return json.loads(certificate.read_text())["validFrom"]


class CertificateReport(ReportTest):
    def test_a_cleared_one_says_so_and_what_it_proves(self):
        certificate, _ = self.checked("quiet-office", "--agent-id", "agent-0042", status=0)
        html = self.report(certificate, "--at", self.dated(certificate))
        words = words_of(html)
        document = json.loads(certificate.read_text())
        self.assertIn('<html lang="en" class="one-page">', html)
        self.assertIn("\nCleared, from recordings\n", words)
        self.assertIn("Agent agent-0042, ", words)
        self.assertIn(document["issuer"], words)
        self.assertIn(document["id"], words)
        self.assertIn("\nThe room is quiet\n", words)
        self.assertRegex(words, r"\n– background noise, average level \(LAeq\)\n\d\d\.\d ± \d\.\d dB\(A\)\n"
                                r"at most 45 dB\(A\)\n")
        self.assertIn("It does not prove who sat at the desk", words)
        self.assertNotIn("What to do", words)
        shown = self.run_preshift("verify", certificate, "--format", "json", "--at", self.dated(certificate))
        self.assertIn("signed by its issuer, unaltered since", words)
        self.assertEqual(shown.status, 0)

    def test_one_that_is_not_cleared_says_what_to_do_in_the_readers_language(self):
        certificate, _ = self.checked("noisy-office", status=1)
        words = words_of(self.report(certificate, "--language", "fr"))
        self.assertIn("\nNon autorisé\n", words)
        self.assertIn("\nQue faire\n", words)
        self.assertIn("Fermez", words)
        self.assertRegex(words, r"\n✗\nnon conforme\n")
        self.assertRegex(words, r"\d\d,\d ± \d,\d dB\(A\)\nau plus 45 dB\(A\)\n")

    @unittest.skipIf(shutil.which("pdfinfo") is None and os.environ.get("CI") != "true",
                     "pdfinfo is not installed (./dev setup tests installs it)")
    def test_even_one_with_many_remedies_is_one_page_in_both_languages(self):
        for sample, status in (("noisy-office", 1), ("covered-camera", 2)):
            for file in self.checked(sample, status=status):
                for language in ("en", "fr"):
                    with self.subTest(file=file.name, language=language):
                        paper = self.folder / "paper.pdf"
                        self.report(file, "--language", language, "--output", paper)
                        information = subprocess.run(["pdfinfo", paper], capture_output=True, text=True, check=True,
                                                     timeout=HANG_SECONDS).stdout
                        self.assertRegex(information, r"\nPages: +1\n")

    def test_an_undecided_one_is_neither(self):
        certificate, _ = self.checked("covered-camera", status=2)
        words = words_of(self.report(certificate))
        self.assertIn("\n?\nUndecided\n", words)
        self.assertNotIn("\nCleared", words)

    def test_one_that_was_altered_clears_nothing(self):
        certificate, _ = self.checked("noisy-office", status=1)
        document = json.loads(certificate.read_text())
        document["credentialSubject"]["outcome"] = "cleared"
        certificate.write_text(json.dumps(document))
        words = words_of(self.report(certificate))
        self.assertIn("\nNot proven: believe none of it\n", words)
        self.assertNotIn("\nCleared", words)
        self.assertNotIn("What this proves", words)

    def test_one_that_is_over_does_not_look_valid(self):
        certificate, _ = self.checked("quiet-office", status=0)
        html = self.report(certificate, "--at", "2099-01-01T00:00:00Z")
        self.assertIn("No longer valid: it ended on ", html)
        self.assertIn('<div class="banner neutral">', html)

    def test_the_same_at_the_same_moment_is_the_same_file(self):
        certificate, _ = self.checked("quiet-office", status=0)
        for kind in ("html", "pdf"):
            files = [self.folder / f"{number}.{kind}" for number in (1, 2)]
            for file in files:
                self.report(certificate, "--at", AT, "--output", file)
            self.assertEqual(files[0].read_bytes(), files[1].read_bytes())
            self.assertEqual(files[0].stat().st_mode & 0o777, 0o600)

    def test_a_pdf_says_the_same(self):
        if shutil.which("pdftotext") is None:
            if os.environ.get("CI") == "true":
                self.fail("pdftotext is not installed (./dev setup tests installs it)")
            self.skipTest("pdftotext is not installed (./dev setup tests installs it)")
        certificate, _ = self.checked("noisy-office", status=1)
        file = self.folder / "report.pdf"
        self.report(certificate, "--language", "fr", "--output", file)
        text = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, timeout=HANG_SECONDS,
                              check=True).stdout.decode("utf-8")
        squeezed = re.sub(r"\s+", "", text)
        for line in words_of(self.report(certificate, "--language", "fr")).splitlines():
            if not line.startswith("Imprimé le"):
                self.assertIn(re.sub(r"\s+", "", line), squeezed)

    def test_the_code_is_the_compact_form(self):
        certificate, _ = self.checked("quiet-office", status=0)
        plain = self.report(certificate)
        self.assertNotIn('<figure class="small">', plain)
        html = self.report(certificate, "--qr")
        svg = re.search(r'(?s)<figure class="small">.*?(<svg.*?</svg>)', html)[1]
        picture = self.folder / "code.svg"
        self.assertEqual(self.run_preshift("show", certificate, "--qr-file", picture).status, 0)
        self.assertIn(svg.strip(), picture.read_text())

    def test_rules_that_are_not_shipped_are_named_by_what_they_measure(self):
        certificate, _ = self.checked("quiet-office", "--set", "max_noise=44dB(A)", status=0)
        words = words_of(self.report(certificate))
        self.assertNotIn("\nThe room is quiet\n", words)
        self.assertIn("\nquiet.background-noise\n", words)
        named = words_of(self.report(certificate, "--rules", "standard", "--set", "max_noise=44dB(A)"))
        self.assertIn("\nThe room is quiet\n", named)
        self.assertIn("at most 44 dB(A)", named)


class OnboardingReport(OnboardingTest):
    def report(self, *arguments):
        result = self.run_agent("report", *arguments)
        self.assertEqual(result.status, 0, result)
        return words_of(result.output)

    def test_an_onboarding_tells_the_employers_answer(self):
        self.onboarded()
        before = self.report(self.certificate)
        self.assertIn("\nOnboarding of a workspace\n", before)
        self.assertNotIn("Employer's answer", before)
        self.assertEqual(self.approve().status, 0)
        after = self.report(self.certificate, "--approval", self.answer, "--employer", self.employer)
        self.assertRegex(after, rf"\nEmployer's answer\n[^\n]*{self.employer}")

    def test_an_answer_has_a_page_of_its_own(self):
        self.onboarded()
        self.assertEqual(self.approve().status, 0)
        words = self.report(self.answer)
        self.assertIn("\nEmployer's answer to an onboarding\n", words)
        self.assertIn("\nApproved\n", words)
        self.assertIn(json.loads(self.certificate.read_text())["id"], words)
        self.assertEqual(self.approve("--reject", "The door does not close").status, 0)
        words = self.report(self.answer, "--language", "fr")
        self.assertIn("\nRefusé\nThe door does not close\n", words)
        self.assert_refused(self.run_agent("report", self.answer, "--qr"), 3, "compact form")

    def test_missing_answers_are_said(self):
        self.onboarded()
        self.assert_refused(self.run_agent("report", self.certificate, "--employer", self.employer,
                                           "--approval", "none.json"), 3, "none.json")
        self.assert_refused(self.run_agent("report", self.certificate, "--approval", self.answer), 3, "--employer")


class SavedCheckReport(ReportTest):
    def test_says_what_was_judged_and_that_it_proves_nothing(self):
        _, saved = self.checked("noisy-office", status=1)
        words = words_of(self.report(saved, "--at", AT))
        self.assertIn("\nNot cleared\n", words)
        self.assertIn("Close windows and doors", words)
        self.assertIn("Nothing: this sheet is made of saved measurements", words)
        self.assertIn("Printed on 26 November 2026 at 08:00 UTC", words)

    def test_is_judged_by_the_rules_that_are_given(self):
        _, saved = self.checked("quiet-office", status=0)
        self.assertIn("\nCleared\n", words_of(self.report(saved)))
        strict = words_of(self.report(saved, "--set", "max_noise=30dB(A)", "--language", "fr"))
        self.assertIn("\nIndécis\n", strict, "35.0 ± 5.1 dB(A) could be on either side of 30 dB(A)")
        self.assertIn("au plus 30 dB(A)", strict)


class WrongUse(ReportTest):
    def test_is_refused_with_what_to_do(self):
        certificate, saved = self.checked("quiet-office", status=0)
        self.assert_refused(self.run_preshift("report"), 3, "preshift report")
        self.assert_refused(self.run_preshift("report", "missing.json"), 3, "missing.json")
        self.assert_refused(self.run_preshift("report", certificate, "--format", "docx"), 3, "html")
        self.assert_refused(self.run_preshift("report", certificate, "--rules", "strict"), 3, "digest")
        self.assert_refused(self.run_preshift("report", saved, "--qr"), 3, "--qr")
        self.assert_refused(self.run_preshift("report", certificate, "--at", "yesterday"), 3, "--at")
        self.assert_refused(self.run_preshift("report", certificate, "--output", self.folder), 3, str(self.folder))
        other = self.folder / "other.json"
        other.write_text("{}")
        self.assert_refused(self.run_preshift("report", other), 3, "other.json")
        french = self.run_preshift("report", certificate, "--rules", "strict", "--language", "fr")
        self.assert_refused(french, 3, "empreinte")

    def test_a_pdf_needs_a_font_and_its_module(self):
        certificate, _ = self.checked("quiet-office", status=0)
        no_fonts = self.folder / "fonts.conf"
        no_fonts.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>')
        bare = preshift("report", certificate, "--format", "pdf", env=environment(FONTCONFIG_FILE=str(no_fonts)))
        self.assert_refused(bare, 3, "fonts-dejavu-core")
        self.assertEqual(bare.output, "")
        alone = shutil.copy(PRESHIFT, self.folder / "preshift")
        done = subprocess.run([alone, "report", certificate, "--format", "pdf", "--language", "fr"],
                              capture_output=True, env=environment(), timeout=HANG_SECONDS, check=False)
        self.assertEqual((done.returncode, done.stdout), (3, b""))
        self.assertIn("Demandez du HTML", done.stderr.decode("utf-8"))
        html = subprocess.run([alone, "report", certificate], capture_output=True, env=environment(),
                              timeout=HANG_SECONDS, check=False)
        self.assertEqual(html.returncode, 0, html.stderr)

    def test_a_code_needs_the_key_that_signed(self):
        certificate, _ = self.checked("quiet-office", status=0)
        other = self.folder / "other"
        self.assertEqual(self.run_preshift("key", "create", configuration=other).status, 0)
        self.assert_refused(self.run_preshift("report", certificate, "--qr", configuration=other), 3, "did:key:")


if __name__ == "__main__":
    unittest.main()
