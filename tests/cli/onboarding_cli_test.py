#!/usr/bin/env python3
"""`preshift onboard`, `preshift approve` and checks that ask for both, as an agent and an employer use them."""

import copy
import datetime
import json
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from onboarded_workspace import OnboardingTest, now, sign, utc  # noqa: E402

# What is read at each stage of the story, in both languages.
WORDS = {
    "en": {"pending": "PENDING", "approved": "APPROVED", "refused": "REFUSED", "undecided": "UNDECIDED",
           "answer": "has not answered", "cleared": "CLEARED", "step": "Step 4 of 6", "recorded": "RECORDINGS"},
    "fr": {"pending": "EN ATTENTE", "approved": "APPROUVÉE", "refused": "REFUSÉE", "undecided": "INDÉCIS",
           "answer": "pas encore répondu", "cleared": "AUTORISÉ", "step": "Étape 4 sur 6",
           "recorded": "ENREGISTREMENTS"},
}


class Story(OnboardingTest):
    def tell(self, language):
        words = WORDS[language]
        speak = ("--language", language)

        def status():
            result = self.run_agent("onboard", "--status", *speak)
            return result.status, result.output

        def check(*arguments):
            return self.run_agent("check", *self.recorded(), "--rules", self.rules, "--room", self.room, *speak,
                                  *arguments)
        done = self.onboarded(*speak)
        self.assertIn(words["step"], done.errors)
        self.assertIn(words["recorded"], done.output)
        self.assertEqual((status()[0], words["pending"] in status()[1]), (2, True), status())
        waiting = check()
        self.assertEqual(waiting.status, 2, waiting)
        self.assertIn(words["answer"], " ".join(waiting.output.split()))
        self.assertIn(words["undecided"], waiting.output)

        answered = self.approve(*speak)
        self.assertEqual(answered.status, 0, answered)
        self.assertIn(self.employer, answered.output)
        put_in = self.run_agent("onboard", "--approval", self.answer, *speak)
        self.assertEqual(put_in.status, 0, put_in)
        self.assertIn(words["approved"], put_in.output)
        certificate = self.folder / "shift.json"
        cleared = check("--certificate", certificate)
        self.assertEqual(cleared.status, 0, cleared)
        self.assertIn(words["cleared"], cleared.output)
        subject = json.loads(certificate.read_text())["credentialSubject"]
        self.assertEqual(subject["assurance"], "approved")
        self.assertEqual(subject["onboarding"]["approver"], self.employer)
        self.assertEqual(subject["onboarding"]["certificate"], json.loads(self.certificate.read_text())["id"])

        refused = self.approve("--reject", "The door does not close", *speak)
        self.assertEqual(refused.status, 0, refused)
        put_in = self.run_agent("onboard", "--approval", self.answer, *speak)
        self.assertEqual(put_in.status, 1, put_in)
        self.assertIn(words["refused"], put_in.output)
        self.assertIn("The door does not close", put_in.output)
        self.assertEqual(check().status, 2)

    def test_is_told_in_english(self):
        self.tell("en")

    def test_is_told_in_french(self):
        self.tell("fr")


class Onboarding(OnboardingTest):
    def test_certifies_the_room_the_equipment_and_that_it_was_recorded(self):
        self.onboarded()
        document = json.loads(self.certificate.read_text())
        subject = document["credentialSubject"]
        self.assertEqual(subject["kind"], "onboarding")
        self.assertEqual(subject["outcome"], "cleared")
        self.assertEqual([device["live"] for device in subject["devices"]], [False, False])
        self.assertRegex(subject["room"]["enrolmentDigest"], "^[0-9a-f]{64}$")
        results = {each["rule"]: each for each in subject["results"]}
        self.assertEqual(results["equipment.headset"]["result"], "pass")
        self.assertEqual(results["equipment.headset"]["judged"]["answeredBy"], "agent")
        days = [datetime.date.fromisoformat(document[key][:10]) for key in ("validFrom", "validUntil")]
        self.assertEqual((days[1] - days[0]).days, 365)
        shown = self.run_agent("show", self.certificate)
        self.assertIn("Onboarding certificate: CLEARED", shown.output)
        self.assertIn("RECORDING", shown.output)
        self.assertEqual(self.run_agent("verify", self.certificate, "--rules", "onboarding", "--room",
                                        self.room).status, 0)

    def test_nothing_is_made_unless_the_check_clears(self):
        self.answer_questions(headset="no")
        stopped = self.onboard()
        self.assertEqual(stopped.status, 1, stopped)
        self.assertIn("Stopped at step 5 of 6", stopped.errors)
        self.assertFalse(self.certificate.exists())
        self.assertEqual(list((self.agent / "onboarding").glob("certificate-*")), [])
        self.assertEqual(self.status().json["state"], "missing")

    def test_it_goes_on_where_it_stopped(self):
        self.answers.write_text("answers: []\n")
        stopped = self.onboard()
        self.assertEqual(stopped.status, 2, stopped)
        made, key = self.room.stat().st_mtime_ns, self.run_agent("key", "show").output
        self.answer_questions()
        done = self.onboarded()
        self.assertIn("Enrolled already", done.errors)
        self.assertEqual(self.room.stat().st_mtime_ns, made)
        self.assertEqual(self.run_agent("key", "show").output, key)

    def test_what_cannot_be_done_says_at_which_step(self):
        nothing = self.folder / "none"
        for arguments, words in {("--fact", "capture=live"): ("step 2", "capture"),
                                 ("--distance", "30cm"): ("step 3", "--full-scale"),
                                 ("--room", self.folder / "none.room", "--closed", nothing, "--open", nothing):
                                     ("step 4", "none"),
                                 ("--room", self.rules): ("step 5", "demanding.yaml")}.items():
            with self.subTest(arguments):
                result = self.run_agent("onboard", *self.recorded(), *arguments)
                self.assertEqual(result.status, 3, result)
                for word in words:
                    self.assertIn(word, result.errors)
        missing = self.run_agent("onboard", *self.recorded(), "--room", self.folder / "none.room")
        self.assertEqual(missing.status, 3, missing)
        self.assertIn("--closed", missing.errors)

    def test_the_profile_says_how_long_it_is_valid(self):
        own = self.folder / "own.yaml"
        text = "profile: own\nversion: 1\ntitle: {en: Own, fr: Le nôtre}\nextends: onboarding\n"
        own.write_text(text + "onboarding_valid_for: 30 d\n")
        self.onboarded("--rules", own)
        document = json.loads(self.certificate.read_text())
        days = [datetime.date.fromisoformat(document[key][:10]) for key in ("validFrom", "validUntil")]
        self.assertEqual((days[1] - days[0]).days, 30)
        for wrong in ("30", "0 d", "731 d", "1 h", "[1 d]"):
            own.write_text(text + f"onboarding_valid_for: {wrong}\n")
            result = self.run_agent("rules", "lint", own)
            self.assertEqual(result.status, 3, result)
            self.assertIn("own.yaml:5:23", result.output)


class Approvals(OnboardingTest):
    def setUp(self):
        super().setUp()
        self.onboarded()

    def reason(self, *arguments, **how):
        result = self.check("--onboarding", self.certificate, *arguments, **how)
        self.assertEqual(result.status, 2, result)
        self.assertEqual(result.rule("onboarding.approved")["result"], "unknown")
        return result.measurement("onboarding.approval")["reason"]

    def test_an_answer_by_other_software_counts(self):
        result = self.check("--approval", self.decision("theirs"))
        self.assertEqual(result.status, 0, result)
        self.assertEqual(result.measurement("onboarding.approval")["value"], "approved")

    def test_what_does_not_count_is_named(self):
        stranger = self.folder / "stranger"
        self.create_key(stranger)
        altered = json.loads(self.decision("good").read_text())
        altered["credentialSubject"]["decision"] = "refused"
        damaged = copy.deepcopy(altered)
        del damaged["credentialSubject"]["decision"]
        files = {}
        for name, document in (("altered", altered), ("damaged", damaged)):
            files[name] = self.folder / f"{name}.json"
            files[name].write_text(json.dumps(document))
        later, sooner = (utc(now() + datetime.timedelta(days=days)) for days in (1, -1))
        hour_ago = utc(now() - datetime.timedelta(hours=1))
        for file, reason in {
                files["altered"]: "approval.altered", files["damaged"]: "approval.no_form",
                self.decision("untrusted", seed=self.seed(stranger)): "approval.untrusted",
                self.decision("digest", digest="0" * 64): "approval.altered_certificate",
                self.decision("room", room={"enrolmentDigest": "0" * 64}): "approval.other_room",
                self.decision("agent", agentKey=self.employer): "approval.other_agent",
                self.decision("future", validFrom=later): "approval.not_yet",
                self.decision("past", validFrom=sooner, validUntil=hour_ago): "onboarding.approval_expired",
                self.decision("refused", decision="refused"): "onboarding.refused"}.items():
            with self.subTest(reason):
                self.assertEqual(self.reason("--approval", file), reason)
                if reason.startswith("approval."):
                    put_in = self.run_agent("onboard", "--approval", file)
                    self.assert_refused(put_in, 3, file.name)
        other = self.decision("other", certificate="urn:uuid:0")
        self.assertEqual(self.reason("--approval", other), "onboarding.pending")
        self.assert_refused(self.run_agent("onboard", "--approval", other), 3, "another onboarding certificate")

    def test_a_certificate_that_was_altered_or_signed_anew_is_not_the_approved_one(self):
        approval = self.decision("good")
        document = json.loads(self.certificate.read_text())
        document["credentialSubject"]["agentId"] = "B2"
        self.certificate.write_text(json.dumps(document))
        self.assertEqual(self.reason("--approval", approval), "onboarding.altered")
        del document["proof"]
        self.certificate.write_text(json.dumps(sign(document, self.seed(self.agent))))
        self.assertEqual(self.reason("--approval", approval), "approval.altered_certificate")

    def test_it_is_of_one_room_one_agent_and_not_revoked(self):
        approval = self.decision("good")
        other = self.folder / "other.room"
        enrolled = self.run_agent("enrol", "--closed", self.pictures("closed-2", seed=2), "--open",
                                  self.pictures("open-2", seed=2, door="open"), "--output", other)
        self.assertEqual(enrolled.status, 0, enrolled)
        self.assertEqual(self.check("--approval", approval, room=other).measurement(
            "onboarding.approval")["reason"], "onboarding.other_room")
        revoked = self.folder / "revoked.txt"
        for name in (json.loads(approval.read_text())["id"], self.employer):
            revoked.write_text(name + "\n")
            self.assertEqual(self.reason("--approval", approval, "--revoked", revoked), "approval.revoked")
        revoked.write_text(json.loads(self.certificate.read_text())["id"] + "\n")
        self.assertEqual(self.reason("--approval", approval, "--revoked", revoked), "onboarding.revoked")
        self.assertEqual(self.run_agent("key", "rotate").status, 0)
        self.assertEqual(self.reason("--approval", approval), "onboarding.other_agent")
        without = self.run_agent("check", *self.recorded(), "--rules", self.rules, "--format", "json")
        self.assertEqual(without.measurement("onboarding.approval")["reason"], "onboarding.which_room")

    def test_it_is_verified_and_what_rests_on_it(self):
        self.assertEqual(self.approve("--valid-for", "10d").status, 0)
        self.assertEqual(self.run_agent("onboard", "--approval", self.answer).status, 0)
        shift = self.folder / "shift.json"
        self.assertEqual(self.check("--certificate", shift).status, 0)

        def failed(*arguments):
            result = self.run_as(self.employers, "verify", "--format", "json", *arguments)
            return [step["step"] for step in result.json["files"][0]["steps"] if step["result"] == "failed"]
        self.assertEqual(failed(self.answer, "--employer", self.employer, "--certificate", self.certificate), [])
        self.assertEqual(failed(self.answer, "--trusted", self.employer, "--certificate", shift), ["certificate"])
        self.assertEqual(failed(self.answer, "--at", utc(now() + datetime.timedelta(days=11))), ["dates"])
        self.assertEqual(failed(shift, "--employer", self.employer, "--approval", self.answer), [])
        other = self.decision("other", digest="0" * 64)
        self.assertEqual(failed(shift, "--employer", self.employer, "--approval", other), ["onboarding"])
        self.assertEqual(failed(self.certificate, "--rules", "onboarding"), [])
        self.assertIn("APPROVED", self.run_agent("show", self.answer).output)
        document = json.loads(self.answer.read_text())
        document["credentialSubject"]["agentKey"] = self.employer
        self.answer.write_text(json.dumps(document))
        self.assertEqual(failed(self.answer), ["signature"])

    def test_an_employer_answers_only_what_can_be_answered(self):
        approve = ("approve", self.certificate, "--output", self.folder / "answer.json")
        self.assert_refused(self.run_as(self.employers, *approve), 3, "--recorded")
        self.assert_refused(self.run_agent(*approve, "--recorded"), 3, "Nobody approves their own")
        self.assert_refused(self.run_as(self.employers, *approve, "--recorded", "--agent-id", "B2"), 3, "agent")
        self.assert_refused(self.run_as(self.employers, *approve, "--recorded", "--trusted", self.employer), 3,
                            "trusted")
        self.assert_refused(self.run_as(self.employers, *approve, "--recorded", "--valid-for", "2y"), 3, "2y")
        self.assert_refused(self.run_as(self.employers, *approve, "--reject", "x" * 501), 3, "500")
        document = json.loads(self.certificate.read_text())
        document["credentialSubject"]["outcome"] = "undecided"
        forged = self.folder / "forged.json"
        forged.write_text(json.dumps(document))
        for how in (("--recorded",), ("--reject", "no")):
            self.assert_refused(self.run_as(self.employers, "approve", forged, *how), 3, "altered")
        self.assertFalse((self.folder / "answer.json").exists())
        self.assertEqual(self.approve().status, 0)
        self.assertEqual(self.answer.stat().st_mode & 0o777, 0o600)
        again = self.run_as(self.employers, "approve", self.certificate, "--recorded")
        self.assert_refused(again, 3, "there already")
        self.assert_refused(self.run_as(self.employers, "approve", self.answer), 3, "not an onboarding certificate")

    def test_the_status_says_what_will_be(self):
        self.assertEqual(self.approve("--valid-for", "10d").status, 0)
        self.assertEqual(self.run_agent("onboard", "--approval", self.answer).status, 0)
        self.assertEqual(self.status().json["state"], "approved")
        for days, state in {9: "approved", 11: "expired", 400: "expired"}.items():
            result = self.status("--at", utc(now() + datetime.timedelta(days=days)))
            self.assertEqual((result.json["state"], result.status), (state, 0 if state == "approved" else 2), result)
            self.assertEqual(result.json["remedy"] == "", state == "approved")
        self.assertEqual(self.status("--room", self.rules).json["reason"], "onboarding.other_room")

    def test_a_damaged_file_is_said_and_stops_no_check(self):
        (kept,) = (self.agent / "onboarding").glob("certificate-*.json")
        kept.write_text("{")
        told = self.status()
        self.assertEqual(told.json["state"], "missing")
        self.assertIn(kept.name, told.json["finding"])
        self.assertEqual(self.check(rules="standard").status, 0)

    def test_a_saved_check_is_judged_alike(self):
        for name, arguments in {"pending": (), "untrusted": ("--approval", self.decision(
                "untrusted", seed=self.seed(self.agent))), "good": ("--approval", self.decision("good"))}.items():
            with self.subTest(name):
                saved = self.folder / f"{name}.measurements.json"
                checked = self.check("--save-measurements", saved, *arguments)
                judged = self.run_agent("judge", saved, "--rules", self.rules, "--format", "json")
                self.assertEqual((judged.status, judged.rule("onboarding.approved")),
                                 (checked.status, checked.rule("onboarding.approved")))

    def test_all_reports_have_its_line(self):
        for form, pattern in {"text": r"Onboarding: unknown|onboarding: unknown", "junit": r"onboarding\.approved",
                              "sarif": r'"onboarding\.approved"'}.items():
            result = self.run_agent("check", *self.recorded(), "--rules", self.rules, "--room", self.room, "--format",
                                    form)
            self.assertEqual(result.status, 2)
            self.assertTrue(re.search(pattern, result.output), result.output)


if __name__ == "__main__":
    unittest.main()
