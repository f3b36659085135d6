#!/usr/bin/env python3
"""The example documents as workbooks, read by openpyxl."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "testing"))
from preshift_program import HANG_SECONDS, PROGRAMS  # noqa: E402

try:
    import openpyxl
except ImportError:
    openpyxl = None


def setUpModule():
    if openpyxl is not None:
        return
    if os.environ.get("CI") == "true":
        raise AssertionError("python3-openpyxl is not installed (./dev setup tests installs it)")
    raise unittest.SkipTest("python3-openpyxl is not installed (./dev setup tests installs it)")


class Workbook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory(prefix="preshift-documents-")
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        subprocess.run([PROGRAMS / "preshift-example-documents", cls.folder], check=True, timeout=HANG_SECONDS)

    def read(self, name):
        return openpyxl.load_workbook(self.folder / f"{name}.xlsx")

    def test_has_a_summary_and_a_sheet_for_each_table(self):
        self.assertEqual(self.read("full-en").sheetnames, ["Summary", "days"])
        self.assertEqual(self.read("full-fr").sheetnames, ["Résumé", "days"])
        self.assertEqual(self.read("hostile-en").sheetnames, ["Summary", "___a_b", "empty"])

    def test_the_summary_says_what_is_no_table(self):
        words = {cell.value for row in self.read("full-fr")["Résumé"].iter_rows() for cell in row}
        for expected in ("Contrôles des postes, octobre 2026", "94,2 % des contrôles autorisés", "12 345", "contrôles",
                         "Empreinte des règles", "Pourquoi pas", "Fait par Preshift. Confidentiel."):
            self.assertIn(expected, words)
        self.assertTrue(any(str(each).startswith("Part de chaque résultat, du 1er octobre") for each in words))

    def test_numbers_are_numbers_with_a_format(self):
        days = self.read("full-fr")["days"]
        self.assertEqual([cell.value for cell in days[1]],
                         ["Jour", "Contrôles", "Non autorisés", "Part d'autorisés, %", "Remarque"])
        first = days[2]
        self.assertEqual([cell.value for cell in first[:3]], ["1er octobre 2026", 180, 8])
        self.assertAlmostEqual(first[3].value, 100 * 172 / 180, places=9)
        self.assertEqual([cell.number_format for cell in first[1:4]], ["#,##0", "#,##0", "#,##0.0"])
        self.assertEqual(first[4].value, "objectif atteint")
        self.assertEqual(days.max_row, 68)

    def test_the_head_stays_and_the_columns_are_wide_enough(self):
        days = self.read("full-en")["days"]
        self.assertEqual(days.freeze_panes, "A2")
        self.assertEqual(days.auto_filter.ref, "A1:E68")
        for letter, cells in zip("ABCDE", days.iter_cols()):
            longest = max(len(str(cell.value)) for cell in cells if isinstance(cell.value, str))
            self.assertGreaterEqual(days.column_dimensions[letter].width, longest)

    def test_nothing_is_a_formula(self):
        for file in sorted(self.folder.glob("*.xlsx")):
            for sheet in openpyxl.load_workbook(file):
                for row in sheet.iter_rows():
                    for cell in row:
                        self.assertIn(cell.data_type, ("s", "n"), f"{file.name} {sheet.title} {cell.coordinate}")
            with zipfile.ZipFile(file) as parts:
                for name in parts.namelist():
                    self.assertNotIn(b"<f>", parts.read(name))
                    self.assertNotIn(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
                                     parts.read(name))
        hostile = self.read("hostile-en")["___a_b"]
        self.assertTrue(hostile["A2"].value.startswith('=1+1 <script>alert("x")</script>'))

    def test_an_empty_table_says_so(self):
        self.assertEqual(self.read("empty-fr")["days"]["A2"].value, "Il n'y a eu aucun contrôle.")


if __name__ == "__main__":
    unittest.main()
