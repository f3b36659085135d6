#!/usr/bin/env python3
"""The compact form of a certificate: its QR code read by somebody else's decoder, its signature by other software."""

import hashlib
import json
import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from cryptography.exceptions import InvalidSignature  # noqa: E402
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: E402
from onboarded_workspace import base58, canonical  # noqa: E402
from preshift_program import SAMPLES, PreshiftTest, environment, preshift, require  # noqa: E402

import numpy as np  # noqa: E402

BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
SCALE = 4


def base45(text):
    """The bytes that RFC 9285 writes so."""
    data = bytearray()
    for place in range(0, len(text), 3):
        group = [BASE45.index(c) for c in text[place:place + 3]]
        number = sum(digit * 45 ** power for power, digit in enumerate(group))
        data += number.to_bytes(len(group) - 1, "big")
    return bytes(data)


def cbor(data):
    """The value at the head of the data, and the rest (RFC 8949, what a compact form needs of it)."""
    kind, size = data[0] >> 5, data[0] & 31
    data = data[1:]
    if kind == 7:
        return {20: False, 21: True, 22: None}[size], data
    if size >= 24:
        bytes_of_size = 1 << (size - 24)
        size, data = int.from_bytes(data[:bytes_of_size], "big"), data[bytes_of_size:]
    if kind == 0:
        return size, data
    if kind in (2, 3):
        return data[:size] if kind == 2 else data[:size].decode(), data[size:]
    assert kind == 4 or (kind == 5 and size == 0), kind
    if kind == 5:
        return {}, data
    items = []
    for _ in range(size):
        item, data = cbor(data)
        items.append(item)
    return items, data


def byte_string(data):
    head = bytes([0x40 + len(data)]) if len(data) < 24 else (
        bytes([0x58, len(data)]) if len(data) < 256 else b"\x59" + len(data).to_bytes(2, "big"))
    return head + data


def modules_of_half_blocks(text):
    """1 where a module is light."""
    rows = []
    for line in text.splitlines():
        rows.append([c in "█▀" for c in line])
        rows.append([c in "█▄" for c in line])
    return np.array(rows, dtype=np.uint8)


def modules_of_svg(text):
    side = int(re.search(r'viewBox="0 0 (\d+)', text)[1])
    light = np.ones((side, side), dtype=np.uint8)
    for column, row in re.findall(r"M(\d+) (\d+)h1v1h-1z", text):
        light[int(row), int(column)] = 0
    return light


class CompactTest(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.configuration = self.folder / "configuration"
        self.certificate = self.folder / "shift.json"
        self.run_preshift("key", "create")
        result = self.run_preshift("check", "--sound", SAMPLES / "quiet-office" / "sound.flac", "--full-scale", "100dB",
                                   "--pictures", SAMPLES / "quiet-office" / "pictures", "--certificate",
                                   self.certificate, "--nonce", "7f3a", "--agent-id", "A17")
        self.assertEqual(result.status, 0, result)
        self.document = json.loads(self.certificate.read_text())

    def run_preshift(self, *arguments, configuration=None):
        return preshift(*arguments, env=environment(PRESHIFT_CONFIG_DIR=str(configuration or self.configuration)))

    def compact(self):
        result = self.run_preshift("show", self.certificate, "--compact")
        self.assertEqual(result.status, 0, result)
        return result.output.removesuffix("\n")

    def failed(self, text, *arguments):
        result = self.run_preshift("verify", text, "--format", "json", *arguments)
        (verified,) = result.json["files"]
        failed = [step["step"] for step in verified["steps"] if step["result"] == "failed"]
        self.assertEqual(result.status, 1 if failed else 0)
        return failed

    def decoded(self, picture):
        """What somebody else's program (ZBar) reads in it."""
        require("zbarimg")
        read = subprocess.run(["zbarimg", "--quiet", "--raw", "--set", "disable", "--set", "qrcode.enable",
                               str(picture)], capture_output=True, check=True)
        return read.stdout.decode().removesuffix("\n")

    def draw(self, light):
        """A plain picture (PGM) of modules."""
        pixels = np.kron(light * 255, np.ones((SCALE, SCALE), dtype=np.uint8)).astype(np.uint8)
        file = self.folder / "code.pgm"
        file.write_bytes(b"P5 %d %d 255\n" % (pixels.shape[1], pixels.shape[0]) + pixels.tobytes())
        return file


class QrCodes(CompactTest):
    def test_on_the_terminal_is_read_by_another_program_and_verified(self):
        shown = self.run_preshift("show", self.certificate, "--qr")
        self.assertEqual(shown.status, 0, shown)
        light = modules_of_half_blocks(shown.output)
        self.assertLessEqual(light.shape[1], 80, "a terminal's usual width")
        scanned = self.decoded(self.draw(light))
        self.assertEqual(scanned, self.compact(), "Ed25519 signs alike each time")
        self.assertEqual(self.failed(scanned, "--nonce", "7f3a", "--agent-id", "A17", "--rules", "standard",
                                     "--certificate", self.certificate), [])

    def test_in_a_file_is_read_by_another_program(self):
        for name in ("code.svg", "code.png"):
            drawn = self.run_preshift("show", self.certificate, "--qr-file", self.folder / name)
            self.assertEqual(drawn.status, 0, drawn)
        self.assertEqual(self.decoded(self.folder / "code.png"), self.compact())
        self.assertEqual(self.decoded(self.draw(modules_of_svg((self.folder / "code.svg").read_text()))),
                         self.compact())
        self.assert_refused(self.run_preshift("show", self.certificate, "--qr-file", self.folder / "code.gif"), 3,
                            "code.gif")


class CompactForms(CompactTest):
    def test_are_verified_by_other_software(self):
        text = self.compact()
        (protected, unprotected, payload, signature), rest = cbor(base45(text.removeprefix("PRESHIFT1:")))
        self.assertEqual((protected, unprotected, rest), (b"\xa1\x01\x27", {}, b""))
        fields, rest = cbor(payload)
        self.assertEqual((len(fields), rest), (15, b""))
        signed = b"\x84\x6aSignature1" + byte_string(protected) + byte_string(b"") + byte_string(payload)
        Ed25519PublicKey.from_public_bytes(fields[3]).verify(signature, signed)
        with self.assertRaises(InvalidSignature):
            Ed25519PublicKey.from_public_bytes(fields[3]).verify(signature, signed[:-1] + b"\0")
        self.assertEqual(fields[2], hashlib.sha256(canonical(self.document)).digest())
        self.assertEqual("did:key:z" + base58(b"\xed\x01" + fields[3]), self.document["issuer"])
        self.assertEqual(self.document["id"].replace("-", ""), "urn:uuid:" + fields[1].hex())
        self.assertEqual(fields[4:8], [0, 0, 1, False])
        self.assertEqual(fields[11:13], ["A17", "7f3a"])

    def test_are_refused_once_anything_is_changed(self):
        text = self.compact()
        self.assertEqual(self.failed(text), [])
        for place in range(0, len(text), 7):
            for other in ("0" if text[place] != "0" else "1", ""):
                changed = text[:place] + other + text[place + 1:]
                file = self.folder / "scanned.txt"
                file.write_text(changed)
                self.assertTrue(self.failed(file), place)

    def test_are_held_against_what_is_expected(self):
        text = self.compact()
        for arguments, step in {("--nonce", "8888"): "nonce", ("--agent-id", "B2"): "agent",
                                ("--at", "2031-01-01T00:00:00Z"): "dates", ("--rules", "strict"): "profile",
                                ("--trusted", "did:key:z6MkkA2JZEjFVho9exUqrc9QpFjsHJGw526H13KWvbcBbVKe"): "issuer"
                                }.items():
            self.assertEqual(self.failed(text, *arguments), [step])
        revoked = self.folder / "revoked.txt"
        revoked.write_text(self.document["id"] + "\n")
        self.assertEqual(self.failed(text, "--revoked", revoked), ["status"])

    def test_say_what_they_prove_and_that_it_was_recorded(self):
        file = self.folder / "scanned.txt"
        file.write_text(self.compact() + "\n")
        for language, words in {"en": ("RECORDINGS", "VALID"), "fr": ("ENREGISTREMENTS", "VALABLE")}.items():
            result = self.run_preshift("verify", file, "--language", language)
            self.assertEqual(result.status, 0, result)
            for word in words:
                self.assertIn(word, result.output)
        shown = self.run_preshift("show", file)
        self.assertIn(self.document["issuer"], shown.output)
        self.assertIn(self.document["id"], shown.output)

    def test_are_made_by_the_issuer_alone_and_of_what_holds(self):
        other = self.folder / "other"
        self.run_preshift("key", "create", configuration=other)
        self.assert_refused(self.run_preshift("show", self.certificate, "--compact", configuration=other), 3,
                            self.document["issuer"])
        self.document["credentialSubject"]["nonce"] = "8888"
        self.certificate.write_text(json.dumps(self.document))
        self.assert_refused(self.run_preshift("show", self.certificate, "--qr"), 3, "altered")
        scanned = self.folder / "scanned.txt"
        scanned.write_text("PRESHIFT1:ABC")
        self.assert_refused(self.run_preshift("show", scanned, "--qr"), 3, "compact form")


if __name__ == "__main__":
    unittest.main()
