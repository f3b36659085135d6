#!/usr/bin/env python3
"""The example documents as PDF: the same words as in HTML, whole on each page, and read by somebody else's programs."""

import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "testing"))
from preshift_program import HANG_SECONDS, PROGRAMS  # noqa: E402

FOOTERS = {"en": "Made by Preshift. Confidential.", "fr": "Fait par Preshift. Confidentiel."}


def setUpModule():
    if shutil.which("pdftotext") is not None:
        return
    if os.environ.get("CI") == "true":
        raise AssertionError("pdftotext is not installed (./dev setup tests installs it)")
    raise unittest.SkipTest("pdftotext is not installed (./dev setup tests installs it)")


def squeezed(text):
    """Without what a line's end may change."""
    return re.sub(r"\s+", "", text)


class Pieces(html.parser.HTMLParser):
    """The words of each element of an HTML document, charts and what is not shown left out."""

    LEFT_OUT = ("style", "svg", "title")
    BLOCKS = ("h1", "h2", "h3", "p", "li", "dt", "dd", "caption", "th", "td", "figcaption")

    def __init__(self, text):
        super().__init__()
        self.pieces = []
        self.left_out = 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag in self.LEFT_OUT:
            self.left_out += 1
        elif tag in self.BLOCKS:
            self.pieces.append("")

    def handle_endtag(self, tag):
        if tag in self.LEFT_OUT:
            self.left_out -= 1

    def handle_data(self, data):
        if self.left_out == 0 and self.pieces:
            self.pieces[-1] += data


class Pdf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory(prefix="preshift-documents-")
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        subprocess.run([PROGRAMS / "preshift-example-documents", cls.folder], check=True, timeout=HANG_SECONDS)

    def run_on(self, program, name, *arguments, after=()):
        done = subprocess.run([program, *arguments, self.folder / f"{name}.pdf", *after], capture_output=True,
                              timeout=HANG_SECONDS, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr, b"", "a reader complains of the file")
        return done.stdout.decode("utf-8")

    def pages(self, name):
        """The pages' words in the order in which they were written; footers apart."""
        footer = squeezed(FOOTERS[name[-2:]])
        pages = self.run_on("pdftotext", name, "-raw", after=("-",)).split("\f")[:-1]
        found = []
        for number, page in enumerate(pages, 1):
            end = f"{footer}{number}/{len(pages)}"
            self.assertTrue(squeezed(page).endswith(end), page[-200:])
            found.append(squeezed(page).removesuffix(end))
        return found

    def test_says_what_html_says_in_the_same_order(self):
        for name in ("full-en", "full-fr", "small-en", "small-fr", "empty-en", "empty-fr", "page-en", "page-fr"):
            with self.subTest(name=name):
                words = "".join(self.pages(name))
                pieces = Pieces((self.folder / f"{name}.html").read_text(encoding="utf-8")).pieces
                self.assertGreater(len(pieces), 10)
                self.assertEqual(pieces.pop().strip(), FOOTERS[name[-2:]])
                at = 0
                for piece in pieces:
                    found = words.find(squeezed(piece), at)
                    self.assertGreaterEqual(found, 0, f"'{piece}' after '{words[max(0, at - 60):at]}'")
                    at = found + len(squeezed(piece))

    def letters_height(self, name):
        """In points, of a table's words."""
        boxes = self.run_on("pdftotext", name, "-bbox", after=("-",))
        top, bottom = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">[✓✗]<', boxes)[-1]
        return float(bottom) - float(top)

    def test_small_print_puts_all_on_one_page_where_that_is_wanted_and_can_be_read(self):
        for language in ("en", "fr"):
            usual = self.letters_height(f"full-{language}")
            self.assertEqual(len(self.pages(f"page-{language}")), 1)
            self.assertTrue(0.68 * usual <= self.letters_height(f"page-{language}") <= 0.96 * usual)
            self.assertGreater(len(self.pages(f"pages-{language}")), 2)
            self.assertAlmostEqual(self.letters_height(f"pages-{language}"), usual, places=2)

    def test_hostile_words_are_words_there_too(self):
        for name in ("hostile-en", "hostile-fr"):
            text = squeezed(self.run_on("pdftotext", name, "-raw", after=("-",)))
            self.assertGreaterEqual(text.count('<script>alert("x")</script>&\'q\''), 10)
            self.assertNotIn("JavaScript", self.run_on("pdfinfo", name).replace("JavaScript:      no", ""))

    def test_repeats_the_head_of_a_table_and_cuts_no_row(self):
        for name, head, row in (("full-en", "Share cleared, %", r"(goal met|below the goal)"),
                                ("full-fr", "Part d'autorisés, %", r"(objectif atteint|sous l'objectif)")):
            text = self.run_on("pdftotext", name, "-layout", after=("-",))
            pages = [page for page in text.split("\f") if re.search(row, page)]
            self.assertGreater(len(pages), 1)
            for page in pages:
                self.assertIn(head, page)
                for line in page.splitlines():
                    if re.search(row + "$", line):
                        self.assertRegex(line, r"^\s*\d\w* \S+ 202[67]\s+\d+\s+\d+\s+\d\d[.,]\d\s+[✓✗] ")

    def test_has_a_title_a_language_a_structure_and_contents(self):
        for name, title in (("full-en", "Workspace checks, October 2026"),
                            ("full-fr", "Contrôles des postes, octobre 2026")):
            information = self.run_on("pdfinfo", name)
            self.assertRegex(information, rf"Title: +{title}\n")
            self.assertRegex(information, r"Tagged: +yes")
            self.assertRegex(information, r"Page size: +595\.\d+ x 841\.\d+ pts \(A4\)")
            self.assertNotIn("CreationDate", information)
            structure = self.run_on("pdfinfo", name, "-struct")
            for tag in ("H1", "H2", "H3", "P", "Figure", "Caption", "Table", "TR", "TH", "TD"):
                self.assertRegex(structure, rf"(?m)^\s*{tag}\b")
            self.assertIn(f"/Lang ({name[-2:]})".encode(), (self.folder / f"{name}.pdf").read_bytes())

    def test_a_command_has_the_letters_of_what_is_typed(self):
        for name in ("full-en", "full-fr"):
            self.assertIn("DejaVuSansMono", self.run_on("pdffonts", name))
            self.assertNotIn("`", self.run_on("pdftotext", name, after=("-",)), name)
        self.assertNotIn("DejaVuSansMono", self.run_on("pdffonts", "small-en"), "there is no command in it")

    def test_charts_are_drawn_and_not_pictures(self):
        self.assertEqual(len(self.run_on("pdfimages", "full-en", "-list").splitlines()), 2, "a head, no picture")

    def test_nothing_is_drawn_outside_of_the_margins(self):
        for name in ("full-fr", "hostile-en", "small-en", "page-fr"):
            boxes = self.run_on("pdftotext", name, "-bbox", after=("-",))
            words = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"', boxes)
            self.assertGreater(len(words), 50)
            for left, top, right, bottom in (map(float, word) for word in words):
                self.assertGreater(left, 50)
                self.assertLess(right, 546)
                self.assertGreater(top, 40)
                self.assertLess(bottom, 815)


if __name__ == "__main__":
    unittest.main()
