#!/usr/bin/env python3
"""`preshift audit` as an employer uses it, on SQLite and on a PostgreSQL server of its own."""

import contextlib
import csv
import hashlib
import io
import json
import os
import pathlib
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from postgresql_server import PostgresqlServer  # noqa: E402
from preshift_program import PRESHIFT, PROGRAMS, PreshiftTest, environment, preshift  # noqa: E402

COUNT = 400


def made_certificates(count, *arguments):
    """Signed certificates, one a line."""
    return subprocess.run([PROGRAMS / "make_certificates", str(count), *map(str, arguments)], check=True,
                          capture_output=True).stdout.splitlines()


class AuditTest(PreshiftTest):
    """An employer with a key and a store."""

    @classmethod
    def setUpClass(cls):
        cls.lines = made_certificates(COUNT, "--agents", 20, "--sites", 3, "--months", 6, "--seed", 5)

    def setUp(self):
        super().setUp()
        self.store = str(self.folder / "audit.sqlite")
        self.environment = environment(PRESHIFT_CONFIG_DIR=str(self.folder / "employer"),
                                       PRESHIFT_STATE_DIR=str(self.folder / "state"), TZ="Europe/Paris")
        self.write_lines("all.jsonl", self.lines)
        self.assertEqual(self.run_employer("key", "create").status, 0)

    def write_lines(self, name, lines):
        path = self.folder / name
        path.write_bytes(b"".join(line + b"\n" for line in lines))
        return path

    def run_employer(self, *arguments):
        return preshift(*arguments, env=self.environment)

    def audit(self, command, *arguments, store=None):
        where = () if command in ("verify-proof", "verify-report") else ("--store", store or self.store)
        return self.run_employer("audit", command, *where, *arguments)

    def imported(self, *arguments, **options):
        result = self.audit("import", *(arguments or (self.folder / "all.jsonl",)), "--format", "json", **options)
        self.assertIn(result.status, (0, 1), result)
        return result.json

    def asked(self, question, *arguments, **options):
        """The rows of the last table, by the names of their columns."""
        result = self.audit(question, "--format", "json", *arguments, **options)
        self.assertEqual(result.status, 0, result)
        table = result.json[-1]
        return [dict(zip(table["columns"], row)) for row in table["rows"]]

    def report(self, **options):
        result = self.audit("report", "--format", "json", **options)
        self.assertEqual(result.status, 0, result)
        return result.json

    def documents(self):
        return [json.loads(line) for line in self.lines]

    def pre_shift(self):
        return [each for each in self.documents()
                if each["credentialSubject"].get("kind") == "pre-shift"]


class Import(AuditTest):
    def test_takes_all_and_nothing_twice(self):
        first = self.imported()
        self.assertEqual(first["certificates"] + first["records"], len(set(self.lines)), first)
        self.assertEqual(first["rejected"], 0, first)
        again = self.imported()
        self.assertEqual((again["certificates"], again["records"]), (0, 0))
        self.assertEqual(again["known"], len(self.lines))
        self.assertEqual(self.audit("verify-log").status, 0)

    def test_counts_what_the_certificates_say(self):
        self.imported()
        checks = self.report()["checks"]
        for outcome in ("cleared", "not_cleared", "undecided"):
            wanted = sum(each["credentialSubject"]["outcome"] == outcome for each in self.pre_shift())
            self.assertEqual(checks[outcome], wanted, outcome)

    def test_reads_standard_input_folders_and_files(self):
        folder = self.folder / "given" / "deeper"
        folder.mkdir(parents=True)
        for number, line in enumerate(self.lines[:5]):
            (folder / f"{number}.json").write_text(json.dumps(json.loads(line), indent=1))
        self.assertEqual(self.imported(folder.parent)["certificates"] + self.imported(folder.parent)["known"], 10)
        piped = subprocess.run([PRESHIFT, "audit", "import", "-", "--store", self.store], input=b"\n".join(self.lines),
                               env=self.environment, capture_output=True, check=False, timeout=120)
        self.assertEqual(piped.returncode, 0, piped.stderr)
        self.assertEqual(self.report()["log"]["entries"], len(self.lines))

    def test_says_what_it_left_aside_in_a_folder(self):
        folder = self.folder / "given"
        folder.mkdir()
        for number, end in enumerate((".JSON", ".jsonl", ".ndjson", ".jsonld")):
            (folder / f"certificate{end}").write_bytes(self.lines[number] + b"\n")
        (folder / "certificate.pdf").write_bytes(self.lines[4] + b"\n")
        tally = self.imported(folder)
        self.assertEqual((tally["certificates"] + tally["records"], tally["aside"]), (4, 1))
        self.assertIn("Left aside in the folders: 1", self.audit("import", folder, "--language", "en").output)
        self.assertIn("de côté", self.audit("import", folder, "--language", "fr").output)
        self.assertNotIn("aside", self.audit("import", folder / "certificate.JSON", "--language", "en").output)

    def test_lists_what_is_refused_and_never_counts_it(self):
        altered = json.loads(self.lines[0])
        altered["credentialSubject"]["outcome"] = "cleared" if altered["credentialSubject"]["outcome"] != "cleared" \
            else "undecided"
        path = self.write_lines("some.jsonl", [json.dumps(altered).encode(), b'{"no": "certificate"}', b"{"])
        result = self.audit("import", path, "--language", "fr")
        self.assertEqual(result.status, 1, result)
        self.assertIn("some.jsonl:1", result.output)
        self.assertIn("3 refusés", result.output)
        self.assertEqual(self.report()["checks"]["checks"], 0)
        self.assertEqual(self.report()["rejected"], 3)
        refused = self.audit("anomalies", "--format", "json").json[0]["rows"]
        self.assertEqual(len(refused), 3)
        rows = list(csv.DictReader(io.StringIO(self.audit("anomalies", "--format", "csv", "--language", "en").output)))
        self.assertEqual([(row["Table"], row["Reason"]) for row in rows],
                         [("Documents refused", reason) for _, _, reason in refused])
        self.assertEqual(self.audit("import", path).status, 1)
        self.assertEqual(self.report()["rejected"], 3)

    def test_takes_trusted_issuers_alone_when_they_are_given(self):
        issuer = json.loads(self.lines[0])["issuer"]
        tally = self.imported(self.folder / "all.jsonl", "--trusted", issuer)
        self.assertEqual(tally["certificates"], sum(json.loads(line)["issuer"] == issuer for line in self.lines))


class Questions(AuditTest):
    def setUp(self):
        super().setUp()
        self.imported()

    def test_of_who_was_cleared_are_answered_by_agent_and_site(self):
        agent = self.pre_shift()[0]["credentialSubject"]["agentId"]
        rows = self.asked("cleared", "--agent", agent)
        wanted = [each for each in self.pre_shift() if each["credentialSubject"]["agentId"] == agent]
        self.assertEqual(len(rows), len(wanted))
        self.assertEqual({row["Agent"] for row in rows}, {agent})
        self.assertEqual({row["Certificate"] for row in rows}, {each["id"] for each in wanted})
        site = self.pre_shift()[0]["credentialSubject"]["site"]
        self.assertEqual(len(self.asked("cleared", "--site", site)),
                         sum(each["credentialSubject"].get("site") == site for each in self.pre_shift()))

    def test_of_one_requirement_are_answered_by_it_in_both_tables(self):
        tables = self.audit("cleared", "--requirement", "quiet", "--format", "json").json
        outcomes = [row[tables[1]["columns"].index("Outcome")] for row in tables[1]["rows"]]
        for place, word in ((2, "cleared"), (3, "not cleared"), (4, "undecided")):
            self.assertEqual(sum(row[place] for row in tables[0]["rows"]), outcomes.count(word), word)
        self.assertNotEqual(outcomes.count("cleared"), self.report()["checks"]["cleared"])

    def test_of_failures_count_every_rule_that_failed(self):
        failed = {}
        for each in self.documents():
            for rule in each["credentialSubject"].get("results", []):
                if rule["result"] == "fail":
                    failed[rule["rule"]] = failed.get(rule["rule"], 0) + 1
        rows = self.asked("failures")
        self.assertEqual({row["Rule"]: row["Failed"] for row in rows if row["Failed"]}, failed)

    def test_of_unknowns_say_why_in_words(self):
        rows = self.asked("unknowns")
        self.assertTrue(rows)
        for row in rows:
            self.assertNotRegex(row["Reason"], r"^[a-z_]+\.[a-z_]+$")
            self.assertNotIn("{0}", row["Reason"])

    def test_of_levels_show_no_single_one(self):
        self.assertTrue(self.asked("levels"))
        plain = self.audit("cleared", "--format", "csv").output
        self.assertNotIn("LAeq", plain)
        detail = self.audit("cleared", "--detail", "--format", "csv").output
        self.assertIn("LAeq", detail)

    def test_of_levels_leave_out_those_of_a_few_checks(self):
        places = [(row["Site"], row["Hour"], row["Checks"]) for row in self.asked("levels")]
        all_of_them = self.asked("levels", "--detail")
        self.assertEqual(places, [(row["Site"], row["Hour"], row["Checks"]) for row in all_of_them])
        withheld = shown = 0
        for row, detail in zip(self.asked("levels"), all_of_them):
            levels = [value for name, value in row.items() if "dB" in name]
            self.assertTrue(all(value is not None for name, value in detail.items() if "dB" in name), detail)
            median, high = levels
            if row["Checks"] < 5:
                self.assertIsNone(median, row)
            self.assertEqual(high is None, median is None or row["Checks"] < 20, row)
            withheld += levels[0] is None
            shown += levels[0] is not None
        self.assertGreater(withheld, 0)
        self.assertGreater(shown, 0)

    def test_that_read_one_agent_are_on_record(self):
        agent = self.pre_shift()[0]["credentialSubject"]["agentId"]
        self.asked("cleared", "--agent", agent)
        accesses = [table for table in self.report()["tables"] if table["table"] == "accesses"][0]["rows"]
        self.assertEqual([row[1:3] for row in accesses], [[agent, "audit cleared"]])
        self.asked("cleared", "--detail")
        accesses = [table for table in self.report()["tables"] if table["table"] == "accesses"][0]["rows"]
        self.assertEqual(accesses[-1][1:3], ["(all agents)", "audit cleared --detail"])

    def test_have_filters_that_say_what_is_wrong_with_them(self):
        self.assert_refused(self.audit("cleared", "--from", "yesterday"), 3, "--from", "2026-03-01")
        self.assert_refused(self.audit("cleared", "--to", "2026-02-31"), 3, "--to", "2026-02-31")
        self.assert_refused(self.audit("cleared", "--from", "2026-02-02", "--to", "2026-02-01"), 3, "2026-02-01")
        self.assert_refused(self.audit("failures", "--requirement", "quite"), 3, "quite")
        for option, value in (("--site", "lyonn"), ("--agent", "A99999"), ("--profile", "standart")):
            self.assert_refused(self.audit("cleared", option, value), 3, option, value)
            self.assert_refused(self.audit("report", "--format", "html", option, value), 3, option, value)
        self.assertEqual([table for table in self.report()["tables"] if table["table"] == "accesses"][0]["rows"], [])
        self.assert_refused(self.audit("cleared", store=str(self.folder / "none.sqlite")), 3, "none.sqlite")

    def test_are_answered_in_both_languages(self):
        for question in ("cleared", "shifts", "failures", "levels", "unknowns", "waivers", "onboardings", "anomalies"):
            english = self.audit(question, "--language", "en")
            french = self.audit(question, "--language", "fr")
            self.assertEqual((english.status, french.status), (0, 0), question)
            self.assertNotEqual(english.output, french.output, question)

    def test_come_as_csv_that_a_spreadsheet_reads(self):
        rows = list(csv.DictReader(io.StringIO(self.audit("failures", "--format", "csv").output)))
        self.assertEqual(len(rows), len(self.asked("failures")))


class People(AuditTest):
    def setUp(self):
        super().setUp()
        self.imported()

    def test_review_and_erase_and_the_log_still_holds(self):
        document = self.pre_shift()[0]
        agent = document["credentialSubject"]["agentId"]
        review = ("review", document["id"], "--mark", "false-positive", "--note", "A lorry.", "--reviewer", "A. Martin")
        self.assertEqual(self.audit(*review).status, 0)
        self.assert_refused(self.audit(*review), 3, "A. Martin")
        before = self.report()["checks"]
        held = self.audit("export", "--agent", agent)
        self.assertEqual(held.status, 0, held)
        wanted = [each for each in self.documents() if each["credentialSubject"].get("agentId") == agent]
        self.assertEqual(len(held.json["certificates"]), len(wanted))
        self.assertIn("A lorry.", held.output)
        self.assertEqual(self.audit("erase", "--agent", agent).status, 0)
        self.assertEqual(self.report()["checks"], before)
        self.assertEqual(self.audit("verify-log").status, 0, self.audit("verify-log"))
        for name in os.listdir(self.folder):
            if name.startswith("audit.sqlite"):
                self.assertNotIn(agent.encode(), (self.folder / name).read_bytes(), name)
        self.assertEqual(self.report()["erased"], len(wanted))

    def test_forget_what_is_old(self):
        self.assert_refused(self.audit("retention", "--keep", "for ever"), 3, "--keep")
        result = self.audit("retention", "--keep", "1d")
        self.assertEqual(result.status, 0, result)
        self.assertGreater(self.report()["erased"], 0)
        self.assertEqual(self.audit("verify-log").status, 0)

    def test_get_an_agents_dispute_into_the_report(self):
        agent = self.folder / "agent"
        env = environment(PRESHIFT_CONFIG_DIR=str(agent))
        self.assertEqual(preshift("key", "create", env=env).status, 0)
        certificate = self.folder / "mine.json"
        done = preshift("check", "--sound", PROJECT / "samples/noisy-office/sound.flac", "--pictures",
                        PROJECT / "samples/noisy-office/pictures", "--full-scale", "120dB", "--certificate", certificate,
                        "--agent-id", "A99", env=env)
        self.assertTrue(certificate.exists(), done)
        self.assertEqual(preshift("dispute", certificate, "--note", "The lorry was outside.", env=env).status, 0)
        tally = self.imported(certificate, self.folder / "mine.dispute.json")
        self.assertEqual((tally["certificates"], tally["records"]), (1, 1), tally)
        reviews = [table for table in self.report()["tables"] if table["table"] == "reviews"][0]["rows"]
        self.assertIn("The lorry was outside.", reviews[-1])


class Proof(AuditTest):
    def setUp(self):
        super().setUp()
        self.imported()

    def test_convinces_somebody_without_the_store(self):
        document = self.folder / "one.json"
        document.write_bytes(self.lines[7])
        proof = self.folder / "one.tlog-proof"
        identifier = json.loads(self.lines[7])["id"]
        self.assertEqual(self.audit("prove", identifier, "--output", proof).status, 0)
        key = self.run_employer("key", "show", "--format", "json").json
        did = key.get("did") or key["id"]
        stranger = environment(PRESHIFT_CONFIG_DIR=str(self.folder / "stranger"))

        def verify(file):
            return preshift("audit", "verify-proof", file, "--proof", proof, "--trusted", did, env=stranger)
        self.assertEqual(verify(document).status, 0, verify(document))
        other = self.folder / "other.json"
        other.write_bytes(self.lines[8])
        self.assertEqual(verify(other).status, 1)
        proof.write_text(proof.read_text().replace("\nindex ", "\nindex 1"))
        self.assertNotEqual(verify(document).status, 0)

    # Numbers that only order rows or count names: nothing that is said rests on them.
    BOOKKEEPING = {("log", "id"), ("log", "names_made"), ("log", "names_changed"), ("failed_rules", "position"),
                   ("waivers", "position")}

    def changed_store(self, original, change):
        """The store as it was with this change made by SQL; how many rows it changed."""
        for rest in ("-wal", "-shm"):
            pathlib.Path(self.store + rest).unlink(missing_ok=True)
        pathlib.Path(self.store).write_bytes(original)
        with contextlib.closing(sqlite3.connect(self.store)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            count = change(connection)
            connection.commit()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return count

    def original_and_columns(self):
        self.assertEqual(self.audit("import", self.write_lines("broken.jsonl", [b"{broken"])).status, 1)
        document = self.pre_shift()[0]
        self.audit("review", document["id"], "--mark", "violation", "--note", "Twice.", "--reviewer", "A. Martin")
        with contextlib.closing(sqlite3.connect(self.store)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                      if not row[0].startswith("sqlite_")]
            columns = [(table, row[1]) for table in tables
                       for row in connection.execute(f"PRAGMA table_info({table})")]
        return pathlib.Path(self.store).read_bytes(), columns

    def test_finds_every_column_that_is_altered_by_sql(self):
        original, columns = self.original_and_columns()

        def other(old):
            if isinstance(old, bytes):
                return bytes([old[0] ^ 1]) + old[1:]
            if isinstance(old, (int, float)):
                return 0 if old == 1 else old + 1  # of a flag the contrary
            return old + "x"

        def altering(table, column):
            def change(connection):
                row = connection.execute(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL AND {column} != '' "
                                         f"ORDER BY {column} DESC LIMIT 1").fetchone()
                return 0 if row is None else connection.execute(
                    f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} IS ?", (other(row[0]), row[0])).rowcount
            return change
        tried = [column for column in columns
                 if column not in self.BOOKKEEPING and self.changed_store(original, altering(*column)) > 0
                 and not self.notices()]
        self.assertEqual(tried, [], "altered, and not noticed")
        self.changed_store(original, lambda connection: 0)
        self.assertFalse(self.notices())

    def test_finds_what_is_altered_in_what_an_erasure_left(self):
        document = next(each for each in self.pre_shift() if each["credentialSubject"]["outcome"] != "cleared")
        self.audit("review", document["id"], "--mark", "violation", "--note", "Twice.", "--reviewer", "A. Martin")
        self.assertEqual(self.audit("erase", "--agent", document["credentialSubject"]["agentId"]).status, 0)
        self.assertFalse(self.notices())
        original, columns = self.original_and_columns()
        erased = "(SELECT entry FROM certificates WHERE is_erased = 1 AND outcome > 0)"
        of_erased = {"certificates": f"entry IN {erased}", "identities": f"entry IN {erased}",
                     "failed_rules": f"certificate IN {erased}", "waivers": f"certificate IN {erased}",
                     "records": "text = ''"}
        texts = {("identities", "nonce"), ("waivers", "justification"), ("records", "key"), ("records", "certificate"),
                 ("records", "event"), ("records", "text")}
        blobs = {("identities", "id"), ("identities", "measurements")}
        flipped = "CASE WHEN {0} IS NULL THEN 1 WHEN {0} = 1 THEN 0 ELSE {0} + 1 END"

        def altering(table, column):
            value = (f"COALESCE({column}, '') || 'x'" if (table, column) in texts
                     else "x'7500'" if (table, column) in blobs
                     else "zeroblob(32)" if column == "digest" else flipped.format(column))
            return lambda connection: connection.execute(
                f"UPDATE OR IGNORE {table} SET {column} = {value} WHERE {of_erased[table]}").rowcount
        tried = [column for column in columns
                 if column[0] in of_erased and column not in self.BOOKKEEPING
                 and self.changed_store(original, altering(*column)) > 0 and not self.notices()]
        self.assertEqual(tried, [], "altered, and not noticed")

    def notices(self):
        return self.audit("verify-log").status != 0

    def test_finds_a_row_that_is_removed_from_any_table(self):
        original, columns = self.original_and_columns()
        for table, key in {table: key for table, key in reversed(columns)}.items():
            if table in ("log", "names"):
                continue  # every column of the one row of `log` is tried above; a name that nothing uses says nothing
            removed = self.changed_store(original, lambda connection, t=table, k=key: connection.execute(
                f"DELETE FROM {t} WHERE {k} = (SELECT max({k}) FROM {t})").rowcount)
            self.assertGreater(removed, 0, table)
            self.assertTrue(self.notices(), table)

    def test_finds_a_row_that_is_added(self):
        original, _ = self.original_and_columns()
        added = self.changed_store(original, lambda connection: connection.execute(
            "INSERT INTO failed_rules SELECT max(certificate), 99, max(rule), max(requirement), 0, 1, 0, 1 "
            "FROM failed_rules").rowcount)
        self.assertEqual(added, 1)
        self.assertTrue(self.notices())

    def test_finds_rows_that_belong_to_no_entry(self):
        original, columns = self.original_and_columns()
        names = [column for table, column in columns if table == "certificates"]
        copied = ", ".join("5000000" if name == "entry" else name for name in names)
        for statement in (f"INSERT INTO certificates SELECT {copied} FROM certificates LIMIT 1",
                          "INSERT INTO waivers VALUES (999999, 0, 1, 1, 4000000000, 0, 'made up')",
                          "INSERT INTO failed_rules VALUES (999999, 0, 1, 1, 0, 1, 0, 1)"):
            added = self.changed_store(original, lambda connection, s=statement: connection.execute(s).rowcount)
            self.assertEqual(added, 1, statement)
            self.assertTrue(self.notices(), statement)

    def test_remembers_the_log_outside_of_the_store(self):
        self.assertEqual(self.audit("verify-log").status, 0)
        older = self.folder / "older.sqlite"
        older.write_bytes(pathlib.Path(self.store).read_bytes())
        more = self.write_lines("more.jsonl", made_certificates(30, "--seed", 99))
        self.imported(more)
        self.assertEqual(self.audit("verify-log").status, 0)
        for rest in ("-wal", "-shm"):
            pathlib.Path(self.store + rest).unlink(missing_ok=True)
        pathlib.Path(self.store).write_bytes(older.read_bytes())
        self.assertEqual(self.audit("verify-log").status, 1)
        for command in (("import", more), ("export", "--agent", "A00001"), ("retention", "--keep", "1d"),
                        ("cleared", "--detail")):
            self.assert_refused(self.audit(*command), 3, "PRESHIFT_STATE_DIR")
        self.assertEqual(self.audit("verify-log").status, 1, "nothing was signed over it")

    def test_of_an_older_copy_is_asked_and_said_to_be_older(self):
        older = self.folder / "older.sqlite"
        older.write_bytes(pathlib.Path(self.store).read_bytes())
        before = self.report()
        self.assertEqual(before["log"]["missed"], 0)
        self.imported(self.write_lines("more.jsonl", made_certificates(30, "--seed", 99)))
        seen = self.report()["log"]["entries"]
        asked = self.audit("report", "--format", "json", store=older)
        self.assertEqual((asked.status, asked.json["log"]["missed"]), (0, seen), asked)
        self.assertEqual(asked.json["checks"], before["checks"])
        for command in (("report", "--format", "json"), ("waivers",)):
            self.assertIn("older copy", self.audit(*command, "--language", "en", store=older).errors)
            self.assertEqual(self.audit(*command, "--language", "en").errors, "")
        page = self.audit("report", "--language", "fr", store=older).output
        self.assertIn("copie plus ancienne", page)
        self.assertNotIn("copie plus ancienne", self.audit("report", "--language", "fr").output)

    def test_remembers_a_review_at_once(self):
        older = pathlib.Path(self.store).read_bytes()
        self.assertEqual(self.audit("review", self.pre_shift()[0]["id"], "--mark", "violation", "--note", "Twice.",
                                    "--reviewer", "A. Martin").status, 0)
        for rest in ("-wal", "-shm"):
            pathlib.Path(self.store + rest).unlink(missing_ok=True)
        pathlib.Path(self.store).write_bytes(older)
        self.assertEqual(self.audit("verify-log").status, 1)

    def test_of_a_log_that_was_altered_is_not_signed_over(self):
        with contextlib.closing(sqlite3.connect(self.store)) as connection:
            connection.execute("UPDATE log SET size = size - 1")
            connection.commit()
        self.assertNotEqual(self.imported_status(), 0)
        self.assertNotEqual(self.audit("verify-log").status, 0)

    def imported_status(self):
        return self.audit("import", self.write_lines("more.jsonl", made_certificates(5, "--seed", 98))).status

    def test_of_a_report_is_its_digest_and_signature(self):
        for form in ("html", "pdf", "csv", "xlsx", "json"):
            report = self.folder / f"report.{form}"
            made = self.audit("report", "--format", form, "--output", report)
            self.assertEqual(made.status, 0, made)
            signature = json.loads((self.folder / f"report.{form}.sig.json").read_text())
            self.assertEqual(signature["digest"], hashlib.sha256(report.read_bytes()).hexdigest())
            self.assertEqual(self.audit("verify-report", report).status, 0)
            report.write_bytes(report.read_bytes() + b" ")
            self.assertEqual(self.audit("verify-report", report).status, 1)

    def test_goes_to_others_as_tiles(self):
        tiles = self.folder / "log"
        self.assertEqual(self.audit("export-log", tiles).status, 0)
        leaves = b"".join(path.read_bytes() for path in sorted((tiles / "tile" / "0").rglob("*")) if path.is_file())
        self.assertEqual(len(leaves) % 32, 0)
        checkpoint = (tiles / "checkpoint").read_text().splitlines()
        self.assertEqual(int(checkpoint[1]), len(self.lines))


class Survival(AuditTest):
    def import_command(self, store=None):
        return [PRESHIFT, "audit", "import", self.folder / "all.jsonl", "--store", store or self.store, "--batch", "20"]

    def assert_whole(self, **options):
        verified = self.audit("verify-log", **options)
        self.assertEqual(verified.status, 0, verified)

    def test_a_kill_at_any_point_leaves_the_store_whole(self):
        begun = time.monotonic()
        subprocess.run(self.import_command(), env=self.environment, check=True, capture_output=True)
        whole = time.monotonic() - begun
        for number in range(50):
            store = str(self.folder / f"killed-{number}.sqlite")
            process = subprocess.Popen(self.import_command(store), env=self.environment, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            time.sleep(random.Random(number).uniform(0, whole))
            process.kill()
            process.wait()
            if pathlib.Path(store).exists():
                self.assertIn(self.audit("verify-log", store=store).status, (0, 3))
            tally = self.imported(store=store)
            self.assertEqual(tally["certificates"] + tally["records"] + tally["known"], len(self.lines))
            self.assertEqual(self.report(store=store)["log"]["entries"], len(self.lines))
            self.assert_whole(store=store)
            for rest in ("", "-wal", "-shm"):
                pathlib.Path(store + rest).unlink(missing_ok=True)

    def test_two_importers_at_once_make_no_doubles(self):
        first, second = (subprocess.Popen(self.import_command(), env=self.environment, stdout=subprocess.DEVNULL)
                         for _ in range(2))
        self.assertEqual((first.wait(120), second.wait(120)), (0, 0))
        self.assertEqual(self.report()["log"]["entries"], len(self.lines))
        self.assert_whole()

    def test_a_full_disk_ends_clearly_and_the_store_stays_whole(self):
        def no_more_than_200_kib():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (200 * 1024, 200 * 1024))
        limited = subprocess.run(self.import_command(), env=self.environment, preexec_fn=no_more_than_200_kib,
                                 capture_output=True, check=False)
        self.assertEqual(limited.returncode, 3, limited.stderr)
        self.assertEqual(len(limited.stderr.splitlines()), 1, limited.stderr)
        self.assertIn(b"audit.sqlite", limited.stderr)
        self.imported()
        self.assertEqual(self.report()["log"]["entries"], len(self.lines))
        self.assert_whole()


class Postgresql(AuditTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = PostgresqlServer()
        cls.addClassCleanup(cls.server.close)
        cls.server.start()

    def setUp(self):
        super().setUp()
        self.server.sql("DROP SCHEMA public CASCADE")
        self.server.sql("CREATE SCHEMA public")
        self.store = self.server.address

    def test_says_the_same_as_sqlite(self):
        self.imported()
        file = str(self.folder / "beside.sqlite")
        self.imported(store=file)
        of_server, of_file = self.report(), self.report(store=file)
        for part in ("checks", "days", "sites", "agents", "profiles"):
            self.assertEqual(of_server[part], of_file[part], part)
        self.assertEqual([table["rows"] for table in of_server["tables"]],
                         [table["rows"] for table in of_file["tables"]])
        self.assertEqual(self.audit("verify-log").status, 0)

    def test_finds_what_sql_altered(self):
        self.imported()
        self.server.sql("UPDATE certificates SET outcome = (outcome + 1) % 3 WHERE entry = 3")
        self.assertEqual(self.audit("verify-log").status, 1)

    def test_an_import_outlives_a_lost_connection(self):
        process = subprocess.Popen([PRESHIFT, "audit", "import", "-", "--store", self.store, "--batch", "10", "--format",
                                    "json"], env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        half = len(self.lines) // 2
        process.stdin.write(b"\n".join(self.lines[:half]) + b"\n")
        process.stdin.flush()
        for _ in range(300):
            if int(self.server.sql("SELECT count(*) FROM pg_tables WHERE tablename = 'certificates'")) and \
                    int(self.server.sql("SELECT count(*) FROM certificates")) >= 20:
                break
            time.sleep(0.1)
        self.server.stop(signal.SIGQUIT)
        self.server.start()
        output, errors = process.communicate(b"\n".join(self.lines[half:]), timeout=120)
        if process.returncode != 0:  # it may end, if clearly
            self.assertEqual((process.returncode, len(errors.splitlines())), (3, 1), errors)
            self.imported()
        self.assertEqual(self.report()["log"]["entries"], len(self.lines), (output, errors))
        self.assertEqual(self.audit("verify-log").status, 0)

    def test_two_importers_at_once_make_no_doubles(self):
        command = [PRESHIFT, "audit", "import", self.folder / "all.jsonl", "--store", self.store, "--batch", "20"]
        first, second = (subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL) for _ in range(2))
        self.assertEqual((first.wait(120), second.wait(120)), (0, 0))
        self.assertEqual(self.report()["log"]["entries"], len(self.lines))
        self.assertEqual(self.audit("verify-log").status, 0)

    def test_a_server_that_is_not_there_is_named_without_its_password(self):
        result = self.audit("report", store=f"postgresql://preshift:secret@/postgres?host={self.folder}")
        self.assert_refused(result, 3, "postgresql")
        self.assertNotIn("secret", result.errors)


PROJECT = pathlib.Path(__file__).resolve().parents[2]

if __name__ == "__main__":
    unittest.main()
