#!/usr/bin/env python3
"""A whole shift as an agent goes through it, and its journal as an employer verifies it."""

import datetime
import decimal
import hashlib
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
import jsonschema  # noqa: E402
import ed25519  # noqa: E402
from preshift_program import SAMPLES, SOURCE, PreshiftTest, environment, preshift  # noqa: E402


def canonical(document):
    """RFC 8785, of documents whose numbers are whole and whose names are ASCII, as those of a journal are."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def is_genuine(line):
    """Whether the signer that a line of a journal names signed exactly this line."""
    record = json.loads(line)
    if canonical(record) != line:
        return False
    signature = ed25519.from_base58(record.pop("signature").removeprefix("z"), 64)
    return ed25519.is_signed_by(ed25519.key_of_did(record["signer"]), signature, canonical(record).encode())


def signed(record, seed):
    record = {**record, "signer": ed25519.did_of(ed25519.public_key(seed))}
    record["signature"] = "z" + ed25519.to_base58(ed25519.sign(seed, canonical(record).encode()))
    return canonical(record)


def words(result):
    """The output in one line, wherever it was wrapped."""
    return " ".join(result.output.split())


def utc(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class ShiftTest(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.outputs = []
        self.configuration = self.folder / "configuration"
        self.state = self.folder / "state"
        self.journal = self.state / "shifts.jsonl"
        self.head = self.state / "shifts.jsonl.head"
        self.certificate = self.folder / "certificate.json"
        self.name = self.create_key()

    def run_preshift(self, *arguments, **where):
        folders = {"PRESHIFT_CONFIG_DIR": self.configuration, "PRESHIFT_STATE_DIR": self.state, **where}
        result = preshift(*arguments, env=environment(**{name: str(value) for name, value in folders.items()}))
        self.outputs.append(result.output + result.errors)
        return result

    def create_key(self, *arguments, **where):
        result = self.run_preshift("key", "create", "--format", "json", *arguments, **where)
        self.assertEqual(result.status, 0, result)
        return result.json["did"]

    @staticmethod
    def sensors(sample):
        expected = json.loads((SAMPLES / sample / "expected.json").read_text())
        return ["--sound", SAMPLES / sample / "sound.flac", "--pictures", SAMPLES / sample / "pictures",
                *expected["arguments"]]

    def start(self, sample="quiet-office", *arguments, **where):
        return self.run_preshift("shift", "start", *self.sensors(sample), *arguments, **where)

    def check(self, *arguments, sample="quiet-office", **where):
        result = self.run_preshift("check", *self.sensors(sample), "--certificate", self.certificate, *arguments,
                                   **where)
        self.assertIn(result.status, (0, 1, 2), result)

    def start_by_certificate(self, *arguments, **where):
        return self.run_preshift("shift", "start", "--certificate", self.certificate, *arguments, **where)

    def end(self, *arguments):
        return self.run_preshift("shift", "end", *arguments)

    def verify(self, *arguments):
        return self.run_preshift("shift", "verify", *arguments, "--format", "json")

    def entries(self):
        return [json.loads(line) for line in self.journal.read_text().splitlines()]

    def refused(self, result, status=1):
        """The kinds of reasons, which are recorded as they are said."""
        self.assertEqual(result.status, status, result)
        kinds = [each["kind"] for each in result.json["refusals"]]
        last = self.entries()[-1]
        self.assertEqual((last["event"], last["details"]), ("refusal", {"reasons": kinds}))
        return kinds


class AWholeShift(ShiftTest):
    def test_in_english(self):
        status = self.run_preshift("shift", "status")
        self.assertEqual((status.status, status.output), (1, "Not on shift.\n"))
        self.assertIn("No shift has been recorded yet.", self.run_preshift("shift", "log").output)
        self.assertFalse(self.state.exists())
        started = self.start("quiet-office", "--agent-id", "A17", "--nonce", "7f3a")
        self.assertEqual(started.status, 0, started)
        self.assertIn("CLEARED", started.output.upper())
        self.assertIn("Signed in at ", started.output)
        status = self.run_preshift("shift", "status")
        self.assertEqual(status.status, 0, status)
        for part in ("On shift since ", "Cleared by the profile standard", "valid until ", "made of a recording"):
            self.assertIn(part, words(status))
        ended = self.end()
        self.assertEqual(ended.status, 0, ended)
        self.assertIn("Signed out at ", ended.output)
        self.assertEqual(self.end().status, 1)
        self.assertEqual(self.run_preshift("shift", "status").status, 1)
        log = self.run_preshift("shift", "log")
        self.assertIn("signed in: cleared by standard", words(log))
        self.assertIn("signed out of the shift of entry 1", words(log))
        verified = self.run_preshift("shift", "verify")
        self.assertEqual(verified.status, 0, verified)
        self.assertIn("whole, in order and unaltered. Entries: 2.", words(verified))
        self.assertIn("Signed by your key", verified.output)

    def test_in_french(self):
        french = ("--language", "fr")
        started = self.start("quiet-office", *french)
        self.assertEqual(started.status, 0, started)
        self.assertIn("Service commencé à ", started.output)
        self.assertIn("En service depuis ", self.run_preshift("shift", "status", *french).output)
        self.assertIn("Vous êtes en service depuis ", self.start("quiet-office", *french).output)
        self.assertIn("Service terminé à ", self.end(*french).output)
        log = self.run_preshift("shift", "log", *french).output
        self.assertIn("début de service : autorisé selon standard", log)
        self.assertIn("refusé : déjà en service", log)
        self.assertIn("complet, dans l'ordre et inchangé", words(self.run_preshift("shift", "verify", *french)))

    def test_for_programs(self):
        self.assertEqual(self.run_preshift("shift", "status", "--format", "json").json["on_shift"], False)
        started = self.start("quiet-office", "--format", "json", "--agent-id", "A17", "--nonce", "7f3a")
        self.assertEqual(started.status, 0, started)
        self.assertEqual((started.json["signed_in"], started.json["entry"]), (True, 1))
        status = self.run_preshift("shift", "status", "--format", "json").json
        self.assertEqual(status["certificate"]["digest"], started.json["certificate"]["digest"])
        ended = self.end("--format", "json").json
        self.assertEqual((ended["signed_out"], ended["entry"], ended["sign_in"]), (True, 2, 1))
        log = self.run_preshift("shift", "log", "--format", "json").json
        self.assertEqual([each["event"] for each in log["entries"]], ["sign_in", "sign_out"])
        details = log["entries"][0]["details"]
        self.assertEqual((details["agent_id"], details["nonce"]), ("A17", "7f3a"))
        certificate = json.loads((self.state / "certificate.json").read_text())
        self.assertEqual(details["certificate"]["id"], certificate["id"])
        self.assertEqual(details["profile"]["digest"], certificate["credentialSubject"]["profile"]["digest"])
        digest = hashlib.sha256(canonical_of_any(certificate).encode()).hexdigest()
        self.assertEqual(details["certificate"]["digest"], digest)

    def test_the_files_are_the_users_alone(self):
        self.start()
        self.assertEqual(self.state.stat().st_mode & 0o777, 0o700)
        for file in self.state.iterdir():
            self.assertEqual(file.stat().st_mode & 0o777, 0o600, file)

    def test_the_private_key_is_in_nothing_that_is_written(self):
        self.start()
        self.end()
        self.run_preshift("shift", "log")
        self.run_preshift("shift", "log", "--export", self.folder / "copy.jsonl")
        self.verify()
        (secret,) = self.configuration.glob("*.secret")
        secrets = [secret.read_bytes()]
        self.run_preshift("key", "rotate")
        self.start()
        (secret,) = self.configuration.glob("*.secret")
        secrets.append(secret.read_bytes())
        written = b"".join(file.read_bytes() for file in self.folder.rglob("*")
                           if file.is_file() and file.suffix != ".secret")
        everything = "".join(self.outputs).encode() + written
        self.assertGreater(len(written), 5000)
        for each in secrets:
            self.assertEqual(len(each), 32)
            for form in (each, each.hex().encode(), each.hex().upper().encode(), ed25519.to_base58(each).encode()):
                self.assertNotIn(form, everything)


def number_of_ecmascript(value):
    """As Number::toString writes it: the digits of repr, which are the fewest too, otherwise laid out."""
    sign, digits, exponent = decimal.Decimal(repr(value)).normalize().as_tuple()
    text = "".join(map(str, digits))
    point = len(text) + exponent
    if -6 < point <= 0:
        text = "0." + "0" * -point + text
    elif 0 < point < len(text):
        text = text[:point] + "." + text[point:]
    elif len(text) <= point <= 21:
        text += "0" * (point - len(text))
    else:
        text = text[0] + ("." + text[1:] if len(text) > 1 else "") + f"e{point - 1:+d}"
    return ("-" if sign and value else "") + (text if value else "0")


def canonical_of_any(document):
    """RFC 8785 of a certificate, whose numbers are not whole."""
    def written(value):
        if isinstance(value, dict):
            members = sorted(value, key=lambda name: name.encode("utf-16-be"))
            return "{" + ",".join(json.dumps(each, ensure_ascii=False) + ":" + written(value[each])
                                  for each in members) + "}"
        if isinstance(value, list):
            return "[" + ",".join(map(written, value)) + "]"
        if isinstance(value, float):
            return number_of_ecmascript(value)
        return json.dumps(value, ensure_ascii=False)
    return written(document)


class Refusals(ShiftTest):
    def test_a_workspace_that_is_not_cleared_starts_no_shift(self):
        result = self.start("noisy-office")
        self.assertEqual(result.status, 1, result)
        self.assertIn("The shift may not start:\n  - The workspace was not cleared.", result.output)
        self.assertEqual(self.entries()[-1]["details"], {"reasons": ["not_cleared"]})
        self.assertEqual(self.run_preshift("shift", "status").status, 1)

    def test_an_undecided_check_starts_no_shift(self):
        self.assertEqual(self.refused(self.start("covered-camera", "--format", "json"), 2), ["undecided"])

    def test_nobody_is_on_shift_twice(self):
        self.assertEqual(self.start().status, 0)
        again = self.start("quiet-office", "--format", "json")
        self.assertEqual(self.refused(again), ["already_on_shift"])
        self.check()
        self.assertEqual(self.refused(self.start_by_certificate("--format", "json")), ["already_on_shift"])

    def test_a_certificate_that_is_there_starts_a_shift(self):
        self.check("--nonce", "7f3a", "--agent-id", "A17")
        self.assertEqual(self.start_by_certificate("--nonce", "7f3a", "--agent-id", "A17").status, 0)
        self.assertEqual(self.entries()[-1]["details"]["nonce"], "7f3a")

    def test_the_last_certificate_starts_another_shift(self):
        self.assert_refused(self.run_preshift("shift", "start", "--last"), 3, "--last")
        self.start()
        self.end()
        self.assertEqual(self.run_preshift("shift", "start", "--last").status, 0)
        certificates = {each["details"]["certificate"]["digest"] for each in self.entries()
                        if each["event"] == "sign_in"}
        self.assertEqual(len(certificates), 1)

    def test_what_does_not_fit_is_named(self):
        self.check("--nonce", "7f3a", "--agent-id", "A17")
        other_room = self.folder / "other.room"
        other_room.write_text("{}")
        for arguments, kind in ((("--nonce", "other"), "other_nonce"), (("--agent-id", "B1"), "other_agent"),
                                (("--rules", "open"), "other_rules"), (("--room", other_room), "other_room")):
            result = self.start_by_certificate("--format", "json", *arguments)
            self.assertEqual(self.refused(result), [kind])

    def test_another_agents_certificate_starts_no_shift(self):
        elsewhere = {"PRESHIFT_CONFIG_DIR": self.folder / "other"}
        self.create_key(**elsewhere)
        self.check(**elsewhere)
        self.assertEqual(self.refused(self.start_by_certificate("--format", "json")), ["other_key"])

    def test_an_altered_certificate_starts_no_shift(self):
        self.check(sample="noisy-office")
        self.assertEqual(self.refused(self.start_by_certificate("--format", "json")), ["not_cleared"])
        text = self.certificate.read_text().replace('"not_cleared"', '"cleared"').replace('"not cleared"', '"cleared"')
        self.certificate.write_text(text)
        self.assertEqual(self.refused(self.start_by_certificate("--format", "json")), ["not_valid"])

    def test_a_check_that_is_too_old_starts_no_shift(self):
        self.start()
        self.end()
        document = json.loads((self.state / "certificate.json").read_text())
        self.certificate.write_text(json.dumps(self.older(document, minutes=31)))
        self.assertEqual(self.refused(self.start_by_certificate("--format", "json")), ["too_old"])
        self.certificate.write_text(json.dumps(self.older(document, minutes=29)))
        self.assertEqual(self.start_by_certificate().status, 0)
        self.end()
        rules = self.folder / "soon.yaml"
        readme = (SOURCE / "README.md").read_text()
        rules.write_text(readme.split("```yaml\n# soon.yaml\n")[1].split("```")[0])
        self.assertEqual(self.start("quiet-office", "--rules", rules).status, 0)
        self.end()
        document = json.loads((self.state / "certificate.json").read_text())
        self.certificate.write_text(json.dumps(self.older(document, minutes=29)))
        result = self.start_by_certificate("--format", "json", "--rules", rules)
        self.assertEqual(self.refused(result), ["too_old"])
        self.assertIn("10 min", result.json["refusals"][0]["explanation"])

    def older(self, document, minutes):
        """The same certificate, as the same key would have issued it before."""
        (secret,) = self.configuration.glob("*.secret")
        begin = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=minutes)
        changed = {**document, "validFrom": utc(begin), "validUntil": utc(begin + datetime.timedelta(hours=8))}
        proof = {**changed.pop("proof"), "created": utc(begin)}
        proof.pop("proofValue")
        signed_bytes = b"".join(hashlib.sha256(canonical_of_any(each).encode()).digest() for each in (proof, changed))
        proof["proofValue"] = "z" + ed25519.to_base58(ed25519.sign(secret.read_bytes(), signed_bytes))
        return {**changed, "proof": proof}

    def test_a_certificate_takes_the_place_of_a_check(self):
        self.check()
        refused = self.start_by_certificate("--duration", "5s")
        self.assert_refused(refused, 3, "--certificate", "--duration")
        self.assert_refused(self.start_by_certificate("--last"), 3, "--last", "--certificate")

    def test_without_a_key_nothing_is_measured(self):
        refused = self.start("quiet-office", PRESHIFT_CONFIG_DIR=self.folder / "empty")
        self.assert_refused(refused, 3, "preshift key create")


    def test_a_parameter_alone_is_compared_with_the_profile_that_judged(self):
        started = self.start("quiet-office", "--set", "max_noise=50dB(A)")
        self.assertEqual(started.status, 0, started)

    def test_a_time_zone_that_is_none_leaves_a_journal_that_can_be_read(self):
        self.assertEqual(self.start("quiet-office", TZ="XXX-20").status, 0)
        self.assertEqual(self.end().status, 0)
        self.assertEqual(self.verify().status, 0)

    def test_what_is_no_journal_does_not_verify(self):
        file = self.folder / "file"
        self.assert_refused(self.run_preshift("shift", "log", "--export", file), 3, "without an entry")
        self.assertFalse(file.exists())
        for text, status in (("", 3), ("garbage", 1)):
            file.write_text(text)
            self.assertEqual(self.run_preshift("shift", "verify", file, "--trusted", self.name).status, status, text)


class ForgottenShifts(ShiftTest):
    def write_entry(self, **changes):
        """A first entry, as the user's key would have signed it."""
        (secret,) = self.configuration.glob("*.secret")
        now = datetime.datetime.now(datetime.timezone.utc)
        entry = {"format": "preshift-journal/1", "sequence": 1, "previous": "0" * 64, "at": utc(now),
                 "utc_offset": "+01:00", "event": "sign_in",
                 "details": {"certificate": {"valid_until": utc(now + datetime.timedelta(hours=8))}}, **changes}
        line = signed(entry, secret.read_bytes())
        head = {"format": "preshift-journal-head/1", "sequence": 1,
                "digest": hashlib.sha256(line.encode()).hexdigest()}
        self.state.mkdir(mode=0o700)
        self.journal.write_text(line + "\n")
        self.head.write_text(signed(head, secret.read_bytes()) + "\n")

    def starts_after_noting(self):
        result = self.start()
        self.assertEqual(result.status, 0, result)
        self.assertIn("was never signed out of", result.output)
        events = [(each["event"], each["details"].get("sign_in")) for each in self.entries()]
        self.assertEqual(events, [("sign_in", None), ("not_ended", 1), ("sign_in", None)])
        self.assertEqual(self.verify().status, 0)

    def test_one_whose_certificate_has_expired_is_noted(self):
        yesterday = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=1)
        self.write_entry(at=utc(yesterday), details={
            "certificate": {"valid_until": utc(yesterday + datetime.timedelta(hours=8))}})
        self.starts_after_noting()

    def test_one_that_a_power_failure_ended_is_noted(self):
        self.write_entry(boot={"name": "0" * 32, "seconds": 5000})
        self.starts_after_noting()

    def test_one_that_goes_on_is_not(self):
        self.write_entry()
        self.assertEqual(self.start().status, 1)

    def test_a_clock_that_was_set_back_is_said_also_after_one_that_was_forgotten(self):
        tomorrow = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=24, minutes=30)
        self.write_entry(at=utc(tomorrow), boot={"name": "0" * 32, "seconds": 5000})
        started = self.start()
        self.assertEqual(started.status, 0, started)
        self.assertIn("was never signed out of", started.output)
        self.assertIn("the clock was set back: 24 h", started.output)

    def test_a_clock_that_was_set_back_is_said(self):
        tomorrow = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=24, minutes=30)
        self.write_entry(at=utc(tomorrow), event="refusal", details={"reasons": []})
        started = self.start()
        self.assertEqual(started.status, 0, started)
        self.assertIn("the clock was set back: 24 h", started.output)
        verified = self.run_preshift("shift", "verify")
        self.assertEqual(verified.status, 2, verified)
        self.assertIn("line 2, entry 2: the clock was set back", words(verified))
        self.assertEqual([each["kind"] for each in self.verify().json["findings"]], ["clock_back"])


class TheJournal(ShiftTest):
    def setUp(self):
        super().setUp()
        self.check()
        for _ in range(2):
            self.assertEqual(self.start_by_certificate().status, 0)
            self.assertEqual(self.end().status, 0)
        self.lines = self.journal.read_text().splitlines()

    def found(self, lines):
        self.journal.write_text("".join(line + "\n" for line in lines))
        result = self.verify()
        self.assertEqual(result.status, 1, result)
        return [(each["kind"], each["line"], each["entry"]) for each in result.json["findings"]]

    def test_another_implementation_verifies_it(self):
        self.assertEqual(len(self.lines), 4)
        previous = "0" * 64
        for number, line in enumerate(self.lines, 1):
            self.assertTrue(is_genuine(line), line)
            entry = json.loads(line)
            self.assertEqual((entry["sequence"], entry["previous"], entry["signer"]), (number, previous, self.name))
            previous = hashlib.sha256(line.encode()).hexdigest()
        head = self.head.read_text().removesuffix("\n")
        self.assertTrue(is_genuine(head))
        self.assertEqual((json.loads(head)["sequence"], json.loads(head)["digest"]), (4, previous))

    def test_it_is_as_its_schema_says(self):
        schema = json.loads((SOURCE / "docs" / "shift-journal.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        self.run_preshift("key", "rotate")
        self.start("noisy-office")
        self.start()
        copy = self.folder / "copy.jsonl"
        self.run_preshift("shift", "log", "--export", copy)
        events = set()
        for line in copy.read_text().splitlines():
            record = json.loads(line)
            validator.validate(record)
            events.add(record.get("event"))
            with self.assertRaises(jsonschema.ValidationError):
                validator.validate({**record, "unknown": 1})
        self.assertEqual(events, {"sign_in", "sign_out", "refusal", "key_change", None})

    def test_what_was_done_to_it_is_named(self):
        one, two, three, four = self.lines
        self.assertEqual(self.found([one, three, four]), [("missing", 2, 3)])
        self.assertEqual(self.found([one, two, three]), [("tail_removed", None, 4)])
        self.assertEqual(self.found([one, three, two, four]), [("missing", 2, 3), ("out_of_order", 3, 2)])
        self.assertEqual(self.found([one, two, two, three, four]), [("duplicated", 3, 2)])
        altered = two.replace("sign_out", "refusal", 1)
        self.assertEqual(self.found([one, altered, three, four]), [("altered", 2, 2)])
        verified = self.run_preshift("shift", "verify")
        self.assertIn("line 2, entry 2: altered since it was signed", words(verified))
        self.journal.unlink()
        self.assertEqual(self.verify().status, 1)

    def test_a_damaged_journal_is_not_added_to(self):
        self.journal.write_text("".join(line + "\n" for line in self.lines[1:]))
        before = self.journal.read_bytes()
        for arguments in (("shift", "start", "--certificate", self.certificate), ("shift", "status"),
                          ("shift", "end")):
            self.assert_refused(self.run_preshift(*arguments), 3, "preshift shift verify")
        self.assertEqual(self.journal.read_bytes(), before)
        log = self.run_preshift("shift", "log")
        self.assertEqual(log.status, 0)
        self.assertIn("entry 1, which comes before it, is missing", log.output)

    def test_a_write_that_was_cut_short_is_noted_and_nothing_is_lost(self):
        with self.journal.open("a") as file:
            file.write(self.lines[0][:100])
        verified = self.verify()
        self.assertEqual(verified.status, 0, verified)
        self.assertEqual([each["kind"] for each in verified.json["findings"]], ["torn"])
        self.assertEqual(self.start_by_certificate().status, 0)
        verified = self.verify()
        self.assertEqual(verified.status, 0, verified)
        self.assertEqual([(each["kind"], each["line"]) for each in verified.json["findings"]], [("repaired", 6)])
        self.assertIn("a write before this was cut short (100 bytes)", self.run_preshift("shift", "log").output)

    def test_an_employer_verifies_a_copy(self):
        copy = self.folder / "copy.jsonl"
        exported = self.run_preshift("shift", "log", "--export", copy)
        self.assertIn("entries: 4", exported.output)
        self.assertEqual(copy.stat().st_mode & 0o777, 0o600)
        nowhere = {"PRESHIFT_STATE_DIR": self.folder / "nothing", "PRESHIFT_CONFIG_DIR": self.folder / "nothing"}
        trusted = self.folder / "agents.txt"
        trusted.write_text(f"{self.name}  # A17\n")
        verified = self.run_preshift("shift", "verify", copy, "--trusted", trusted, **nowhere)
        self.assertEqual(verified.status, 0, verified)
        self.assertIn(f"Signed by {self.name}, which is trusted.", words(verified))
        untold = self.run_preshift("shift", "verify", copy, **nowhere)
        self.assertEqual(untold.status, 0, untold)
        self.assertIn("--trusted", untold.output)
        stranger = ed25519.did_of(ed25519.public_key(bytes(32)))
        foreign = self.run_preshift("shift", "verify", copy, "--trusted", stranger, **nowhere)
        self.assertEqual(foreign.status, 1, foreign)
        self.assertIn("not trusted", foreign.output)
        copy.write_text("".join(line + "\n" for line in copy.read_text().splitlines()[:-2]))
        self.assertEqual(self.run_preshift("shift", "verify", copy, **nowhere).status, 1)
        self.assert_refused(self.run_preshift("shift", "verify", self.folder / "none", **nowhere), 3, "none")

    def test_it_goes_on_under_the_key_that_follows(self):
        self.run_preshift("key", "rotate")
        self.assertEqual(self.start().status, 0)
        self.assertEqual(self.end().status, 0)
        verified = self.verify()
        self.assertEqual(verified.status, 0, verified)
        self.assertEqual(len(verified.json["signers"]), 2)
        self.assertIn("key_change", [each["event"] for each in verified.json["entries"]])
        self.assertEqual(self.run_preshift("shift", "verify", self.journal, "--trusted", self.name).status, 0)

    def test_another_key_is_refused(self):
        other = {"PRESHIFT_CONFIG_DIR": self.folder / "other"}
        self.create_key(**other)
        self.check(**other)
        self.assert_refused(self.start_by_certificate(**other), 3, self.name)


class SealedKeys(ShiftTest):
    def create_key(self, *arguments, **where):
        self.passphrase = self.folder / "passphrase"
        self.passphrase.write_text("correct horse battery\n")
        return super().create_key("--passphrase-file", self.passphrase, *arguments, **where)

    def test_a_shift_begins_and_ends_with_the_passphrase(self):
        self.assertEqual(self.start("quiet-office", "--passphrase-file", self.passphrase).status, 0)
        self.assert_refused(self.end(), 3, "--passphrase-file")
        self.assertEqual(self.run_preshift("shift", "status").status, 0)
        self.assertEqual(self.end("--passphrase-file", self.passphrase).status, 0)


if __name__ == "__main__":
    unittest.main()
