#!/usr/bin/env python3
"""`preshift calibrate` as a user runs it, as far as that needs no device: orders, the store, bad input."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import PreshiftTest, environment, preshift, sine, write_wav  # noqa: E402


def entry(**changes):
    return {"host_api": "ALSA", "microphone": "Headset", "source": "usb-headset", "gain_db": 0.0,
            "method": "reference", "full_scale_db": 124.25, "standard_uncertainty_db": 1.0,
            "made_at": "2026-01-01T08:00:00Z", "expires_at": "2026-02-01T08:00:00Z", "note": "94 dB", **changes}


class Calibrate(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.file = self.folder / "calibrations.json"

    def store(self, *entries):
        self.file.write_text(json.dumps({"format": "preshift-calibrations/1", "calibrations": entries}, indent=2))

    def calibrate(self, *arguments):
        return preshift("calibrate", *arguments, env=environment(PRESHIFT_CONFIG_DIR=str(self.folder)))


class Store(Calibrate):
    def test_nothing_is_calibrated_at_first(self):
        result = self.calibrate("--list")
        self.assertEqual((result.status, result.output),
                         (0, "No microphone is calibrated. `preshift help calibrate` shows how.\n"))
        self.assertEqual(self.calibrate("--list", "--format", "json").json["calibrations"], [])
        self.assertFalse(self.file.exists())

    def test_the_list_says_what_a_level_rests_on(self):
        self.store(entry(self_noise_dba=28, self_noise_standard_uncertainty_db=1))
        listed = self.calibrate("--list").output
        for words in ("1. Headset / usb-headset (ALSA)", "calibrator", "2026-01-01", "2026-02-01", "124.", "± 2.0 dB",
                      "28.0 dB(A)", "100 %", "Expired"):
            self.assertIn(words, listed)
        french = self.calibrate("--list", "--language", "fr").output
        for words in ("calibreur", "± 2,0 dB", "28,0 dB(A)", "Expiré"):
            self.assertIn(words, french)
        self.assertEqual(self.calibrate("--list", "--format", "json").json, json.loads(self.file.read_text()))

    def test_one_is_removed_by_its_number_or_all_by_a_name(self):
        self.store(entry(), entry(gain_db=-6.0), entry(microphone="Webcam", source="webcam"))
        self.assertEqual(self.calibrate("--remove", "2").status, 0)
        left = self.calibrate("--list", "--format", "json").json["calibrations"]
        self.assertEqual([(each["microphone"], each["gain_db"]) for each in left], [("Headset", 0), ("Webcam", 0)])
        self.assertEqual(self.calibrate("--remove", "Headset").status, 0)
        left = self.calibrate("--list", "--format", "json").json["calibrations"]
        self.assertEqual([each["microphone"] for each in left], ["Webcam"])
        self.assert_refused(self.calibrate("--remove", "Headset"), 3, "Headset", "--list")
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)

    def test_a_broken_store_is_refused_with_its_place_by_every_command_that_needs_it(self):
        self.file.write_text('{"format": "preshift-calibrations/1",\n "calibrations": [,]}\n')
        self.assert_refused(self.calibrate("--list"), 3, f"{self.file}:2", "delete")
        broken = environment(PRESHIFT_CONFIG_DIR=str(self.folder))
        self.assert_refused(preshift("check", "--no-camera", env=broken), 3, f"{self.file}:2")
        sound = write_wav(self.folder / "sine.wav", sine())
        self.assertEqual(preshift("meter", sound, env=broken).status, 0, "a recording has no stored calibration")
        self.store(entry(), entry(method="guess"))
        self.assert_refused(self.calibrate("--remove", "1"), 3, "calibration 2", "method")


class Orders(Calibrate):
    def test_exactly_one_thing_is_to_be_done(self):
        self.assert_refused(self.calibrate(), 3, "--reference", "--voice", "preshift help calibrate")
        self.assert_refused(self.calibrate("--reference", "94dB", "--meter", "60dB"), 3, "--reference", "--meter")
        self.assert_refused(self.calibrate("--list", "--remove", "1"), 3, "--list", "--remove")

    def test_values_are_refused_by_name(self):
        for option, value in (("--reference", "loud"), ("--reference", "10dB"), ("--meter", "170dB"),
                              ("--meter", "52.3V"), ("--sensitivity", "120dB+-"), ("--sensitivity", "120mV")):
            self.assert_refused(self.calibrate(option, value), 3, option, value)
        for distance in ("3m", "1cm", "30", "-30cm"):
            self.assert_refused(self.calibrate("--voice", f"--distance={distance}"), 3, "--distance", distance)
        for days in ("0d", "731d", "1.5d", "180", "1y"):
            self.assert_refused(self.calibrate("--reference", "94dB", "--expires", days), 3, "--expires", days)

    def test_options_go_with_their_way_only(self):
        self.assert_refused(self.calibrate("--voice"), 3, "--distance")
        self.assert_refused(self.calibrate("--reference", "94dB", "--distance", "30cm"), 3, "--distance", "--voice")
        self.assert_refused(self.calibrate("--reference", "94dB", "--sound", "tone.wav"), 3, "--microphone")
        self.assert_refused(self.calibrate("--sensitivity", "120dB", "--sound", "a.wav"), 3, "--sound")
        self.assert_refused(self.calibrate("--reference", "94dB", "--phases", "reading=0s-7s,silent=8s-9s"), 3,
                            "--phases")

    def test_a_recording_that_is_no_calibrator_stores_nothing(self):
        other = write_wav(self.folder / "500.wav", sine(seconds=4, frequency=500))
        result = self.calibrate("--reference", "94dB", "--sound", other, "--microphone", "Headset")
        self.assert_refused(result, 3, "500 Hz", "--meter")
        missing = self.calibrate("--reference", "94dB", "--sound", self.folder / "none.wav", "--microphone", "Headset")
        self.assert_refused(missing, 3, "none.wav")
        self.assertFalse(self.file.exists())


if __name__ == "__main__":
    unittest.main()
