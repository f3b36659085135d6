#!/usr/bin/env python3
"""`preshift rules schema`: what it takes and refuses against what the reader takes and refuses."""

import json
import pathlib
import random
import re
import sys
import unittest

try:
    import yaml
except ImportError:
    yaml = None

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import SOURCE, PreshiftTest, preshift  # noqa: E402
from published_schemas import validator  # noqa: E402
from rules_examples import NIGHT  # noqa: E402


def core_loader():
    """YAML 1.2, as editors read it: yes and no are words, days are texts. By libyaml, as Preshift."""
    class Loader(yaml.CSafeLoader):
        yaml_implicit_resolvers = {}
    for tag, pattern, first in (("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
                                ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
                                ("int", r"[-+]?[0-9]+", "-+0123456789"),
                                ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789")):
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
    return Loader


def read(text):
    return yaml.load(text, Loader=core_loader())


LIMIT = "    measure: sound.laeq\n    at_most: 45 dB(A)\n"
PARAMETERS = """parameters:
  loud:
    description: {en: Loudest, fr: Maximum}
    unit: dB(A)
    range: [30 dB(A), 60 dB(A)]
    default: 45 dB(A)
"""

# What replaces what in NIGHT; each is wrong in a way that a schema can tell.
WRONG = [
    ("rules:", "shift: soon\nrules:"),
    ("rules:", "shift: {start_within: 30}\nrules:"),
    ("rules:", "shift: {start_within: 30 min, end_within: 1 h}\nrules:"),
    ("profile: night", "profile: Night"),
    ("profile: night\n", ""),
    ("version: 1", "version: one"),
    ("version: 1", "version: 0"),
    ("version: 1", "version: '1'"),
    ("title: {en: Night, fr: Nuit}", "title: Night"),
    ("title: {en: Night, fr: Nuit}", "title: {en: Night}"),
    ("title: {en: Night, fr: Nuit}", "title: {en: Night, fr: ' '}"),
    ("title: {en: Night, fr: Nuit}", "title: {en: Night, fr: Nuit, de: Nacht}"),
    ("    requirement: quiet\n", ""),
    ("severity: required", "severity: mandatory"),
    ("id: quiet.noise", "id: Quiet Noise"),
    ("sound.laeq", "sound.laek"),
    ("45 dB(A)", "45"),
    ("45 dB(A)", "45 dBFS"),
    ("45 dB(A)", "45 dB"),
    ("45 dB(A)", "45,5 dB(A)"),
    ("45 dB(A)", "loud"),
    ("at_most", "at_mots"),
    ("at_most", "equals"),
    ("    at_most: 45 dB(A)\n", ""),
    ("    at_most: 45 dB(A)\n", "    at_most: 45 dB(A)\n    at_least: 30 dB(A)\n"),
    ("rules:", "extends: standrad\nrules:"),
    (LIMIT, ""),
    (LIMIT, "    at_most: 45 dB(A)\n"),
    (LIMIT, LIMIT + "    any: [{measure: pets.count, at_most: 0}]\n"),
    (LIMIT, "    any: []\n"),
    (LIMIT, "    any: [{measure: sound.laeq}]\n"),
    (LIMIT, "    none: [{at_most: 3 dB}]\n"),
    (LIMIT, "    measure: door.state\n    at_most: 3\n"),
    (LIMIT, "    measure: door.state\n    equals: ajar\n"),
    (LIMIT, "    measure: door.state\n    one_of: closed\n"),
    (LIMIT, "    measure: people.count\n    at_most: 1\n"),
    (LIMIT, "    measure: voice.others\n    between: [1 %]\n"),
    (LIMIT, "    manual: {question: 'Locked?'}\n"),
    (LIMIT, "    manual: {question: {en: 'Locked?', fr: 'Fermé ?'}, expects: maybe}\n"),
    (LIMIT, LIMIT + "    weight: 0\n"),
    (LIMIT, LIMIT + "    waivable: maybe\n"),
    (LIMIT, LIMIT + "    decision: strict\n"),
    (LIMIT, LIMIT + "    decision: simple\n    guard_band: 1\n"),
    (LIMIT, LIMIT + "    guard_band: 4\n"),
    (LIMIT, LIMIT + "    applies_when: {}\n"),
    (LIMIT, LIMIT + "    applies_when: {time: at night}\n"),
    (LIMIT, LIMIT + "    applies_when: {weekday: someday}\n"),
    (LIMIT, LIMIT + "    applies_when: {any: {role: bank}}\n"),
    (LIMIT, LIMIT + "facts: {weekday: [monday]}\n"),
    (LIMIT, LIMIT + "facts: {team: []}\n"),
    (LIMIT, LIMIT + "skip: quiet.noise\n"),
    (LIMIT, LIMIT + "override: [{id: quiet.noise}]\n"),
    (LIMIT, LIMIT + "wombat: 3\n"),
    (LIMIT, LIMIT + PARAMETERS.replace("dB(A)]", "dBFS]")),
    (LIMIT, LIMIT + PARAMETERS.replace("unit: dB(A)", "unit: sone")),
    (LIMIT, LIMIT + PARAMETERS.replace("    default: 45 dB(A)\n", "")),
    (LIMIT, LIMIT + PARAMETERS.replace("    unit: dB(A)\n", "    one_of: [a, b]\n")),
    (LIMIT, LIMIT + PARAMETERS.replace("loud:", "Loud:")),
    (NIGHT[NIGHT.index("rules:"):], "rules: []\n"),
    (NIGHT[NIGHT.index("rules:"):], ""),
]
# What the mutations below put in.
WORDS = ["3", "0", "-1", "1.5", "yes", "no", "true", "null", "", "[]", "{}", "45 dB(A)", "$loud", "closed", "[closed, open]",
         "[1 %, 2 %]", "'5'", "1 person", "always", "{role: bank}", "22:00 to 06:00", "quiet", "simple", "sound.laeq",
         "door.state", "any", "manual", ".5", "1e3", "2026-01-01", "~", "+3", ".inf"]


def mutated(text, random):
    """The file with one or two lines gone, doubled, or with another value."""
    lines = text.split("\n")
    for _ in range(random.choice((1, 1, 2))):
        at = random.randrange(len(lines))
        kind = random.randrange(4)
        words = re.findall(r"[\w.$%()]+", lines[at])
        value = re.match(r"(\s*(?:- )?[\w.]+:)", lines[at])
        if kind == 0 and len(lines) > 1:
            del lines[at]
        elif kind == 1:
            lines.insert(random.randrange(len(lines)), lines[at])
        elif kind == 2 and value:
            lines[at] = f"{value.group(1)} {random.choice(WORDS)}"
        elif words:
            lines[at] = lines[at].replace(random.choice(words), random.choice(WORDS), 1)
    return "\n".join(lines)


# Right ones that are easy to get wrong.
RIGHT = [
    (LIMIT, LIMIT + "shift: {start_within: 30 min}\n"),
    (LIMIT, LIMIT + "shift: {}\n"),
    ("45 dB(A)", "45dB(A)"),
    ("45 dB(A)", "' 45.50  dB(A) '"),
    ("en: It is quiet", "en: 2026"),
    ("en: It is quiet", "en: true"),
    ("severity: required", "severity: 'required'"),
    (LIMIT, "    measure: sound.duration\n    at_least: 500 ms\n"),
    (LIMIT, "    measure: pets.count\n    at_most: 0\n"),
    (LIMIT, "    measure: sound.clipping\n    at_most: .5 %\n"),
    (LIMIT, "    measure: people.count\n    between: [1 person, 2 people]\n"),
    (LIMIT, "    measure: door.state\n    one_of: [closed, open]\n"),
    (LIMIT, LIMIT + "    waivable: no\n"),
    (LIMIT, LIMIT + "    waivable: true\n"),
    (LIMIT, LIMIT + "    decision: simple\n"),
    (LIMIT, LIMIT + "    decision: lenient\n    guard_band: 0.5\n"),
    (LIMIT, LIMIT + "    applies_when: always\n"),
    (LIMIT, LIMIT + "    applies_when: {time: [22:00 to 06:00, 12:00 to 13:00], weekday: [monday, sunday]}\n"),
    (LIMIT, LIMIT + "    applies_when: {none: [{role: bank}, {all: [{site: 4}, {contract: c1}]}]}\n"),
    (LIMIT, LIMIT + "    applies_when: {team: red}\nfacts: {team: [red, 7]}\n"),
    (LIMIT, LIMIT.replace("45 dB(A)", "$loud") + PARAMETERS),
    (LIMIT, "    none: [{measure: door.state, equals: open}, {any: [{measure: pets.count, at_least: 1}]}]\n"),
    (LIMIT, "    manual: {question: {en: 'Locked?', fr: 'Fermé ?'}, expects: no, answered_by: reviewer}\n"),
    ("severity: required\n" , "severity: informational\n"),
]


@unittest.skipIf(yaml is None, "python3-yaml is not installed (./dev setup tests)")
class SchemaTest(PreshiftTest):
    def schema(self, *arguments):
        result = preshift("rules", "schema", *arguments)
        self.assertEqual((result.status, result.errors), (0, ""), result)
        return validator(result.json)

    def problems(self, check, text):
        return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in
                check.iter_errors(read(text))]

    def is_taken(self, text, name="rules.yaml"):
        file = self.folder / name
        file.write_text(text)
        result = preshift("rules", "show", file)
        self.assertIn(result.status, (0, 3), result)
        return result.status == 0


class Rules(SchemaTest):
    def test_is_a_schema_of_2020_12_in_both_languages(self):
        for language, words in (("en", "What is measured"), ("fr", "Ce qui est mesuré")):
            result = preshift("rules", "schema", "--language", language)
            self.assertEqual(result.json["$schema"], "https://json-schema.org/draft/2020-12/schema")
            self.assertIn(words, result.output)
            validator(result.json)

    def test_takes_every_profile_that_there_is(self):
        check = self.schema()
        files = [*(SOURCE / "rules").glob("*.yaml"), *(SOURCE / "samples").rglob("*rules*.yaml")]
        texts = {str(file): file.read_text() for file in files}
        readme = (SOURCE / "README.md").read_text()
        for number, block in enumerate(re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)):
            if "\nprofile:" in block and "\ncases:" not in block:
                texts[f"README {number}"] = block
        self.assertGreaterEqual(len(texts), 6)
        for name, text in texts.items():
            with self.subTest(name=name):
                self.assertEqual(self.problems(check, text), [])

    def test_takes_what_show_writes(self):
        check = self.schema()
        for name in ("base", "standard", "strict", "open"):
            self.assertEqual(self.problems(check, preshift("rules", "show", name).output), [])

    def test_agrees_with_the_reader_on_seeds_of_the_fuzzer(self):
        check = self.schema()
        taken = 0
        for file in sorted((SOURCE / "tests" / "fuzz" / "rules_seeds").iterdir()):
            try:
                document = read(file.read_text())
            except (yaml.YAMLError, UnicodeDecodeError):
                continue
            if self.is_taken(file.read_text()):
                taken += 1
                self.assertEqual([error.message for error in check.iter_errors(document)], [], file.name)
        self.assertGreater(taken, 0)

    def test_refuses_what_is_wrong_and_so_does_the_reader(self):
        check = self.schema()
        self.assertGreaterEqual(len(WRONG), 30)
        for old, new in WRONG:
            with self.subTest(new=new):
                self.assertIn(old, NIGHT)
                text = NIGHT.replace(old, new, 1)
                self.assertNotEqual(self.problems(check, text), [], "the schema takes it")
                self.assertFalse(self.is_taken(text), "the reader takes it")

    def test_takes_what_is_right_and_so_does_the_reader(self):
        check = self.schema()
        for old, new in RIGHT:
            with self.subTest(new=new):
                self.assertIn(old, NIGHT)
                text = NIGHT.replace(old, new, 1)
                self.assertTrue(self.is_taken(text), "the reader refuses it")
                self.assertEqual(self.problems(check, text), [])

    def test_refuses_no_mutated_file_that_the_reader_takes(self):
        check = self.schema()
        numbers = random.Random(5)
        texts = [NIGHT.replace(old, new, 1) for old, new in RIGHT]
        taken = refused = 0
        for _ in range(250):
            text = mutated(numbers.choice(texts), numbers)
            try:
                document = read(text)
                is_valid = check.is_valid(document)
            except (yaml.YAMLError, TypeError):  # not YAML; a key that is no text, which is no JSON
                continue
            if self.is_taken(text):
                taken += 1
                self.assertTrue(is_valid, text)
            elif not is_valid:
                refused += 1
        self.assertGreater(taken, 15)
        self.assertGreater(refused, 100)

    def test_names_the_measures_of_the_catalogue_with_their_units(self):
        schema = preshift("rules", "schema").json
        names = schema["$defs"]["rule"]["properties"]["measure"]["enum"]
        catalogue = preshift("measures", "--format", "json").json["measures"]
        self.assertEqual(names, [measure["name"] for measure in catalogue])
        check = self.schema()
        units = {"1": "", "1/s": "/s", "person": "person", "picture": "picture"}
        for measure in catalogue:
            if "words" in measure:
                limit = f"    equals: {measure['words'][0]}\n"
            else:
                limit = f"    at_most: 0 {units.get(measure['unit'], measure['unit'])}\n"
            text = NIGHT.replace(LIMIT, f"    measure: {measure['name']}\n{limit}")
            self.assertTrue(self.is_taken(text), measure)
            self.assertEqual(self.problems(check, text), [], measure)

    def test_an_override_needs_no_whole_rule(self):
        check = self.schema()
        head = NIGHT[:NIGHT.index("rules:")] + "extends: standard\n"
        for text, is_right in (("override: [{id: quiet.loudest-moment, at_most: 60 dB(A)}]\n", True),
                               ("override: [{id: quiet.loudest-moment, severity: required, waivable: no}]\n", True),
                               ("override: [{id: quiet.loudest-moment, at_most: 60 dB(A), at_least: 3 dB(A)}]\n", False),
                               ("override: [{severity: required}]\n", False),
                               ("override: [{id: quiet.loudest-moment, any: [{measure: pets.count, at_most: 0}], "
                                "at_most: 3}]\n", False)):
            with self.subTest(text=text):
                self.assertEqual(self.is_taken(head + text), is_right)
                self.assertEqual(self.problems(check, head + text) == [], is_right)


CASES = """profile: base
cases:
  - name: quiet
    given: {sound.laeq: 40 ± 2 dB(A)}
    expect: {quiet.background-noise: pass}
"""
WRONG_CASES = [
    ("profile: base\n", ""),
    ("cases:", "case:"),
    ("  - name: quiet\n    given", "  - given"),
    ("    expect: {quiet.background-noise: pass}\n", ""),
    ("noise: pass", "noise: passed"),
    ("noise: pass}", "noise: pass}\n    outcome: clear"),
    ("sound.laeq", "sound.laek"),
    ("40 ± 2 dB(A)", "40"),
    ("40 ± 2 dB(A)", "40 dB"),
    ("40 ± 2 dB(A)", "closed"),
    ("40 ± 2 dB(A)", "{uncertainty: 2 dB}"),
    ("40 ± 2 dB(A)", "{value: 40 dB(A), unknown: no}"),
    ("sound.laeq: 40 ± 2 dB(A)", "door.state: ajar"),
    ("{sound.laeq: 40 ± 2 dB(A)}", "[]"),
    ("cases:", "facts: {weekday: someday}\ncases:"),
    ("cases:", "answers: {conduct.x: maybe}\ncases:"),
    ("cases:", "now: today\ncases:"),
]


class Tests(SchemaTest):
    def is_taken(self, text, name="x.test.yaml"):
        file = self.folder / name
        file.write_text(text)
        result = preshift("rules", "test", file)
        self.assertIn(result.status, (0, 1, 3), result)
        return result.status != 3

    def test_takes_the_tests_of_the_shipped_profiles(self):
        check = self.schema("tests")
        for file in (SOURCE / "rules" / "tests").glob("*.yaml"):
            self.assertEqual(self.problems(check, file.read_text()), [], file)

    def test_refuses_what_is_wrong_and_so_does_the_reader(self):
        check = self.schema("tests")
        self.assertTrue(self.is_taken(CASES))
        self.assertEqual(self.problems(check, CASES), [])
        for old, new in WRONG_CASES:
            with self.subTest(new=new):
                self.assertIn(old, CASES)
                text = CASES.replace(old, new, 1)
                self.assertNotEqual(self.problems(check, text), [], "the schema takes it")
                self.assertFalse(self.is_taken(text), "the reader takes it")

    def test_there_are_no_others(self):
        self.assert_refused(preshift("rules", "schema", "waivers"), 3, "rules, tests")


if __name__ == "__main__":
    unittest.main()
