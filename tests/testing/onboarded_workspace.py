"""Workspaces that are onboarded from files, and answers that an employer signs with other software."""

import datetime
import decimal
import hashlib
import json
import uuid

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from preshift_program import SAMPLES, PreshiftTest, environment, preshift
from room_pictures import room, write_picture

DEMANDING = """
profile: demanding
version: 1
title: {en: Approved rooms, fr: Pièces approuvées}
extends: standard
rules:
  - id: onboarding.approved
    requirement: onboarding
    severity: required
    title: {en: The room is approved, fr: La pièce est approuvée}
    rationale: {en: It must be., fr: Il le faut.}
    remedy: {en: Ask., fr: Demandez.}
    measure: onboarding.approval
    equals: approved
"""
YES = ("equipment.headset", "equipment.wired-network", "conduct.screen-locks", "conduct.papers-away")
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58(data):
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = ALPHABET[digit] + text
    return ALPHABET[0] * (len(data) - len(data.lstrip(b"\0"))) + text


def ecmascript_number(value):
    """As ECMAScript writes it, from the shortest digits, which Python's repr finds too."""
    sign, digits, exponent = decimal.Decimal(repr(value)).normalize().as_tuple()
    digits = "".join(map(str, digits))
    point = len(digits) + exponent
    if value == 0:
        return "0"
    if 0 < point <= 21:
        text = digits.ljust(point, "0")[:point] + ("." + digits[point:] if point < len(digits) else "")
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        text = digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + f"e{point - 1:+d}"
    return "-" * sign + text


def canonical(document):
    """RFC 8785, for names in ASCII."""
    if isinstance(document, dict):
        members = (f"{json.dumps(key)}:".encode() + canonical(document[key]) for key in sorted(document))
        return b"{" + b",".join(members) + b"}"
    if isinstance(document, list):
        return b"[" + b",".join(map(canonical, document)) + b"]"
    if isinstance(document, (int, float)) and not isinstance(document, bool):
        return ecmascript_number(document).encode()
    return json.dumps(document, ensure_ascii=False).encode()


def utc(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def sign(document, seed):
    """The document with a proof eddsa-jcs-2022, by Python's cryptography."""
    key = Ed25519PrivateKey.from_private_bytes(seed)
    name = name_of(key)
    proof = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "created": document["validFrom"],
             "verificationMethod": f"did:key:{name}#{name}", "proofPurpose": "assertionMethod",
             "@context": document["@context"]}
    digests = [hashlib.sha256(canonical(part)).digest() for part in (proof, document)]
    proof["proofValue"] = "z" + base58(key.sign(b"".join(digests)))
    return {**document, "proof": proof}


def name_of(key):
    """What follows did:key: for it."""
    public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return "z" + base58(b"\xed\x01" + public)


class OnboardingTest(PreshiftTest):
    """An agent and an employer, each with a configuration folder and the employer with a key."""

    def setUp(self):
        super().setUp()
        self.agent = self.folder / "agent"
        self.employers = self.folder / "employer"
        self.certificate = self.folder / "onboarding.json"
        self.answer = self.folder / "onboarding.approval.json"
        self.rules = self.folder / "demanding.yaml"
        self.rules.write_text(DEMANDING)
        self.answers = self.folder / "answers.yaml"
        self.answer_questions()
        self.employer = self.create_key(self.employers)

    def answer_questions(self, **answers):
        lines = [f"  - {{rule: {rule}, answer: {answers.get(rule.split('.')[1].replace('-', '_'), 'yes')}, by: A17, "
                 "at: 2026-01-05T08:00:00Z}" for rule in YES]
        self.answers.write_text("answers:\n" + "\n".join(lines) + "\n")

    def run_as(self, configuration, *arguments):
        return preshift(*arguments, env=environment(PRESHIFT_CONFIG_DIR=str(configuration)))

    def run_agent(self, *arguments):
        return self.run_as(self.agent, *arguments)

    def create_key(self, configuration):
        result = self.run_as(configuration, "key", "create", "--format", "json")
        self.assertEqual(result.status, 0, result)
        return result.json["did"]

    def seed(self, configuration):
        (secret,) = configuration.glob("*.secret")
        return secret.read_bytes()

    def pictures(self, name, count=3, **how):
        folder = self.folder / name
        if not folder.exists():
            folder.mkdir()
            for i in range(count):
                write_picture(folder / f"{i}.png", room(noise_seed=len(name) * 100 + i, **how))
        return folder

    def recorded(self, seed=1):
        return ("--sound", SAMPLES / "quiet-office" / "sound.flac", "--full-scale", "100dB", "--pictures",
                self.pictures(f"working-{seed}", seed=seed, door="closed"))

    def onboard(self, *arguments, seed=1):
        return self.run_agent("onboard", *self.recorded(seed), "--closed",
                              self.pictures(f"closed-{seed}", seed=seed, door="closed"), "--open",
                              self.pictures(f"open-{seed}", seed=seed, door="open"), "--answers", self.answers,
                              "--agent-id", "A17", "--certificate", self.certificate, *arguments)

    @property
    def room(self):
        return self.agent / "onboarding" / "workspace.room"

    def onboarded(self, *arguments):
        result = self.onboard("--employer", self.employer, *arguments)
        self.assertEqual(result.status, 0, result)
        return result

    def approve(self, *arguments):
        self.answer.unlink(missing_ok=True)
        return self.run_as(self.employers, "approve", self.certificate, "--recorded", *arguments)

    def status(self, *arguments):
        return self.run_agent("onboard", "--status", "--format", "json", *arguments)

    def check(self, *arguments, room=None, rules=None):
        return self.run_agent("check", *self.recorded(), "--rules", rules or self.rules, "--room", room or self.room,
                              "--format", "json", *arguments)

    def decision(self, name, seed=None, document=None, **changes):
        """An answer in a file, signed by the employer unless a seed is given; changes are to its subject or dates."""
        document = document or json.loads(self.certificate.read_text())
        dates = {"validFrom": utc(now()), "validUntil": utc(now() + datetime.timedelta(days=30))}
        dates.update({key: changes.pop(key) for key in tuple(changes) if key in dates})
        key = seed or self.seed(self.employers)
        subject = {"type": "OnboardingDecision", "certificate": document["id"],
                   "digest": hashlib.sha256(canonical(document)).hexdigest(), "agentKey": document["issuer"],
                   "room": document["credentialSubject"]["room"], "decision": "approved", **changes}
        issuer = "did:key:" + name_of(Ed25519PrivateKey.from_private_bytes(key))
        credential = {"@context": document["@context"], "id": f"urn:uuid:{uuid.uuid4()}",
                      "type": ["VerifiableCredential", "PreshiftApproval"], "issuer": issuer, **dates,
                      "credentialSubject": subject}
        file = self.folder / f"{name}.json"
        file.write_text(json.dumps(sign(credential, key)))
        return file
