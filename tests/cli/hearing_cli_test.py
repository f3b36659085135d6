#!/usr/bin/env python3
"""What noises come from: Preshift's own network, another one in its place, and files that are no network."""

import hashlib
import json
import os
import pathlib
import sys
import unittest
import wave

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import SAMPLES, SOURCE, PreshiftTest, environment, preshift  # noqa: E402

SOUND = SAMPLES / "quiet-office" / "sound.flac"
NETWORK = SOURCE / "models" / "sound-events.onnx"
LABELS = SOURCE / "models" / "sound-events.json"
SHARED = pathlib.Path(os.environ.get("PRESHIFT_SHARED", SOURCE.parent / "shared"))


class Hearing(PreshiftTest):
    def check(self, sound=SOUND, folder=None, language="en"):
        changes = {"PRESHIFT_CONFIG_DIR": str(folder)} if folder else {}
        return preshift("check", "--sound", sound, "--no-camera", "--format", "json", "--language", language,
                        env=environment(**changes))

    def configured(self, **entry):
        """A configuration folder whose sound_events has these members."""
        folder = pathlib.Path(self.folder)
        (folder / "config.json").write_text(json.dumps({"models": {"sound_events": entry}}))
        return folder

    def plugged(self, network, labels=None):
        (pathlib.Path(self.folder) / "tagger.onnx").write_bytes(network)
        (pathlib.Path(self.folder) / "tagger.json").write_text(labels or LABELS.read_text())
        return self.configured(path="tagger.onnx", labels="tagger.json",
                               sha256=hashlib.sha256(network).hexdigest())

    def assert_unknown(self, result, reason):
        """The measures say why; the rest of the check went on."""
        self.assertIn(result.status, (1, 2), result)
        for name in ("sound.child.seconds", "sound.dog.events", "sound.quiet.seconds"):
            self.assertEqual(result.measurement(name)["reason"], reason, result)
        self.assertIn("value", result.measurement("sound.laf90"))

    def test_every_class_is_measured_with_what_was_heard(self):
        result = self.check()
        for name in ("child", "dog", "cat", "speech", "music_or_tv", "appliance", "alarm_or_ring", "knock_or_door",
                     "keyboard_or_mouse", "agent_body", "quiet"):
            with self.subTest(name=name):
                seconds = result.measurement(f"sound.{name}.seconds")
                self.assertEqual(seconds["unit"], "s")
                self.assertGreaterEqual(seconds["uncertainty"], 0)
                self.assertRegex(seconds["note"], r"from [0-9.]+ s to [0-9.]+ s.*%.*%.*%")
                self.assertIn("value", result.measurement(f"sound.{name}.events"))

    @unittest.skipUnless((SHARED / "data/audio/esc").is_dir(), f"no recordings at {SHARED} (PRESHIFT_SHARED)")
    def test_a_dog_and_a_baby_are_heard_and_rain_is_neither(self):
        """Recordings that the network learned from: that it is wired up right, not how well it hears."""
        heard = {}
        for label, class_ in (("dog", "dog"), ("crying_baby", "child"), ("rain", None)):
            recording = sorted((SHARED / "data/audio/esc" / label).iterdir())[0]
            result = self.check(sound=recording)
            heard[label] = {name for name in ("child", "dog")
                            if result.measurement(f"sound.{name}.events").get("value", 0) > 0}
            self.assertEqual(heard[label], {class_} - {None}, result)

    def test_the_note_is_in_french_too(self):
        self.assertRegex(self.check(language="fr").measurement("sound.dog.seconds")["note"], r"^(moment|de) .*%")

    def test_another_network_is_plugged_in_by_the_configuration(self):
        own = self.check()
        labels = json.loads(LABELS.read_text())
        for label in labels["labels"]:
            label["label"] = "heard-" + label["class"]
        other = self.check(folder=self.plugged(NETWORK.read_bytes(), json.dumps(labels)))
        for name in ("sound.dog.seconds", "sound.quiet.seconds"):
            self.assertEqual(own.measurement(name)["value"], other.measurement(name)["value"])
            self.assertIn("heard-", other.measurement(name)["note"])

    def test_a_class_that_the_other_network_lacks_is_unknown_not_absent(self):
        labels = json.loads(LABELS.read_text())
        del labels["labels"][1]["class"]
        result = self.check(folder=self.plugged(NETWORK.read_bytes(), json.dumps(labels)))
        self.assertEqual(result.measurement("sound.dog.seconds")["reason"], "hearing.no_label")
        self.assertIn("value", result.measurement("sound.child.seconds"))

    def test_files_that_are_no_network_leave_the_rest_of_the_check(self):
        network = NETWORK.read_bytes()
        missing = self.configured(path="none.onnx", labels=str(LABELS), sha256="0" * 64)
        self.assert_unknown(self.check(folder=missing), "hearing.no_model")
        self.assert_unknown(self.check(folder=self.plugged(network[:-1000])), "hearing.other_digest")
        digest = hashlib.sha256(network).hexdigest()
        for labels, reason in (("none.json", "hearing.no_labels"), ("broken.json", "hearing.no_labels"),
                               ("wrong.json", "hearing.labels")):
            (pathlib.Path(self.folder) / "broken.json").write_text('{"format": 1')
            (pathlib.Path(self.folder) / "wrong.json").write_text('{"format": 2}')
            with self.subTest(labels=labels):
                folder = self.configured(path=str(NETWORK), labels=labels, sha256=digest)
                self.assert_unknown(self.check(folder=folder), reason)
        self.assert_unknown(self.check(folder=self.plugged(b"no network at all")), "hearing.other_digest")

    def test_a_wrong_entry_is_refused_by_name(self):
        for entry, named in (({"path": "x.onnx", "labels": "y.json"}, "models.sound_events.sha256"),
                             ({"path": "x", "labels": "y", "sha256": "12"}, "models.sound_events.sha256"),
                             ({"path": "x", "labels": "y", "sha256": "0" * 64, "shaa": 1}, "models.sound_events.shaa")):
            with self.subTest(entry=entry):
                self.assert_refused(self.check(folder=self.configured(**entry)), 3, named)

    def test_a_silence_too_short_is_unknown(self):
        short = pathlib.Path(self.folder) / "short.wav"
        with wave.open(str(short), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(16000)
            file.writeframes(b"\x10\x00\xf0\xff" * (16000 * 6 // 10))
        result = self.check(sound=short)
        self.assertEqual(result.measurement("sound.dog.seconds")["reason"], "hearing.too_short", result)


if __name__ == "__main__":
    unittest.main()
