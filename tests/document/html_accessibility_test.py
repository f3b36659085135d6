#!/usr/bin/env python3
"""The example documents, and an audit's report, in a browser, as a person meets them: by the rules of axe-core, wide, narrow and on paper.

`npm ci` installs axe-core by package-lock.json (its digest is in it) into the build folder. Without npm, its registry
or Chromium the test is skipped, but for CI, where it fails.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "testing"))
from preshift_program import HANG_SECONDS, PROGRAMS, environment  # noqa: E402

LIBRARIES = PROGRAMS.parent / "document-tests"
AXE = LIBRARIES / "node_modules" / "axe-core" / "axe.min.js"

# In the page: what axe finds, then a mark that --dump-dom shows. Without animation nothing waits for a frame.
RUN_AXE = """<script>%s</script><script>addEventListener('load', () => axe.run(document, {resultTypes: ['violations']})
.then(r => r, e => ({violations: [{id: String(e), nodes: []}], passes: []})).then(r => {
const found = {width: innerWidth, scrolled: document.documentElement.scrollWidth, passes: r.passes.length,
text: Math.max(...[...document.querySelectorAll('main > p, main > h2')].map(e => e.clientWidth)),
fetched: performance.getEntriesByType('resource').map(e => e.name),
violations: r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; '))};
document.title = 'FOUND' + encodeURIComponent(JSON.stringify(found)) + 'END'; }));</script>"""


def missing():
    """The reason why the test cannot be run, or None."""
    for program in ("chromium", "npm", "pdftotext"):
        if shutil.which(program) is None:
            return f"{program} is not installed (./dev setup tests models installs it)"
    LIBRARIES.mkdir(parents=True, exist_ok=True)
    wanted = (HERE / "package-lock.json").read_text()
    installed = LIBRARIES / "installed-lock.json"
    if installed.exists() and installed.read_text() == wanted:
        return None
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, LIBRARIES / name)
    done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=LIBRARIES,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0:
        return f"npm could not install axe-core: {done.stderr[-500:]}"
    installed.write_text(wanted)
    return None


def setUpModule():
    reason = missing()
    if reason is None:
        return
    if os.environ.get("CI") == "true":
        raise AssertionError(reason)
    raise unittest.SkipTest(reason)


class HtmlInABrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="preshift-documents-")
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        subprocess.run([PROGRAMS / "preshift-example-documents", cls.folder], check=True, timeout=HANG_SECONDS)
        cls.make_audit_reports()
        cls.documents = sorted(cls.folder.glob("*.html"))
        assert len(cls.documents) == 14, cls.documents

    @classmethod
    def make_audit_reports(cls):
        """Of a made-up employer's half year, in both languages."""
        env = environment(PRESHIFT_CONFIG_DIR=str(cls.folder / "employer"), PRESHIFT_STATE_DIR=str(cls.folder / "state"))

        def preshift(*arguments):
            subprocess.run([PROGRAMS / "preshift", *map(str, arguments)], env=env, check=True, timeout=HANG_SECONDS,
                           stdout=subprocess.DEVNULL)
        lines = cls.folder / "made.jsonl"
        with open(lines, "wb") as output:
            subprocess.run([PROGRAMS / "make_certificates", "600", "--agents", "20"], stdout=output, check=True,
                           timeout=HANG_SECONDS)
        preshift("key", "create")
        preshift("audit", "import", lines)
        for language in ("en", "fr"):
            preshift("audit", "report", "--output", cls.folder / f"audit-{language}.html", "--language", language)

    def chromium(self, *arguments):
        profile = tempfile.mkdtemp(dir=self.folder)
        done = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                               "--disable-background-networking", "--disable-component-update", "--no-first-run",
                               f"--user-data-dir={profile}", *map(str, arguments)],
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=HANG_SECONDS, check=False)
        shutil.rmtree(profile, ignore_errors=True)
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        return done.stdout.decode("utf-8", "replace")

    def found_by_axe(self, document, width):
        """What axe says of the document, without the policy that keeps every script away, axe too."""
        html = document.read_text(encoding="utf-8")
        html, policies = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
        self.assertEqual(policies, 1)
        page = self.folder / "with-axe.htm"
        page.write_text(html.replace("</head>", RUN_AXE % AXE.read_text(encoding="utf-8") + "</head>"),
                        encoding="utf-8")
        dom = self.chromium(f"--window-size={width},900", "--virtual-time-budget=60000", "--dump-dom", page.as_uri())
        found = re.search(r"<title>FOUND(.*?)END</title>", dom)
        self.assertIsNotNone(found, dom[-2000:])
        return json.loads(urllib.parse.unquote(found[1]))

    def test_axe_objects_to_nothing_and_nothing_is_fetched_wide_or_narrow(self):
        for document in self.documents:
            for width in (1200, 500):
                with self.subTest(document=document.name, width=width):
                    found = self.found_by_axe(document, width)
                    self.assertEqual(found["violations"], [])
                    self.assertEqual(found["fetched"], [])
                    self.assertGreater(found["passes"], 10)
                    self.assertLessEqual(found["scrolled"], found["width"], "the page itself scrolls sideways")
                    self.assertGreater(found["text"], 0.85 * min(found["width"], 736), "words leave the page empty")

    def test_on_paper_the_head_of_a_table_stands_on_each_of_its_pages(self):
        for language, head in (("en", "Share cleared, %"), ("fr", "Part d'autorisés, %")):
            with self.subTest(language=language):
                paper = self.folder / "paper.pdf"
                self.chromium(f"--print-to-pdf={paper}", "--no-pdf-header-footer",
                              (self.folder / f"full-{language}.html").as_uri())
                text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True,
                                      timeout=HANG_SECONDS).stdout.decode("utf-8")
                pages = [page for page in text.split("\f") if re.search("goal met|objectif atteint", page)]
                self.assertGreater(len(pages), 1)
                for page in pages:
                    self.assertIn(head, page)


if __name__ == "__main__":
    unittest.main()
