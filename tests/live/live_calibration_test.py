#!/usr/bin/env python3
"""`preshift calibrate` on a live microphone, and what a measurement then says."""

import contextlib
import math
import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from devices import pulse_server, wait_until  # noqa: E402
from preshift_program import PreshiftTest, preshift, sine, write_wav  # noqa: E402

AMPLITUDE = 0.1
TONE_DBFS = 20 * math.log10(AMPLITUDE / math.sqrt(2))


class LiveCalibration(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.config = self.folder / "config"
        self.tone = write_wav(self.folder / "tone.wav", sine(seconds=30, amplitude=AMPLITUDE))

    def run_with(self, pulse, *arguments):
        return preshift(*arguments, env={**pulse.env, "PRESHIFT_CONFIG_DIR": str(self.config)})

    @contextlib.contextmanager
    def sounding(self, pulse):
        with pulse.playing(self.tone):
            wait_until(lambda: "RUNNING" in pulse.control("list", "short", "sinks").stdout, "the sound")
            yield

    def assert_full_scale(self, result, expected):
        self.assertEqual(result.status, 0, result)
        made = result.json["calibrations"][0]
        self.assertAlmostEqual(made["full_scale_db"], expected, delta=0.1)
        return made

    def test_a_calibrator_tells_the_full_scale_that_the_meter_then_uses(self):
        with pulse_server() as pulse:
            with self.sounding(pulse):
                made = self.run_with(pulse, "calibrate", "--reference", "94dB", "--self-noise", "28dB", "--format",
                                     "json")
                self.assert_full_scale(made, 94 - TONE_DBFS)
                self.assertAlmostEqual(made.json["calibrations"][0]["standard_uncertainty_db"], 1, delta=0.1)
                self.assertEqual(made.json["calibrations"][0]["source"], "mic")
                measured = self.run_with(pulse, "meter", "--microphone", "--duration", "3s", "--format", "json")
                level = measured.measurement("sound.laeq")
                self.assertEqual(level["unit"], "dB(A)")
                self.assertAlmostEqual(level["value"], 94, delta=0.2)
            # At another input volume it no longer holds.
            pulse.control("set-source-volume", "mic", "50%")
            other = self.run_with(pulse, "check", "--no-camera", "--no-voice", "--duration", "2s")
            self.assertIn("100 %", " ".join(other.output.split()))
            self.assertIn("50 %", " ".join(other.output.split()))
        stored = self.config / "calibrations.json"
        self.assertEqual(os.stat(stored).st_mode & 0o777, 0o600)

    def test_a_recording_and_a_data_sheet_calibrate_the_named_microphone(self):
        with pulse_server() as pulse:
            name = self.run_with(pulse, "calibrate", "--sensitivity", "120dB+-1dB", "--format", "json")
            made = self.assert_full_scale(name, 120)
            self.assertEqual(made["standard_uncertainty_db"], 1)
            recorded = self.run_with(pulse, "calibrate", "--reference", "114dB", "--sound", self.tone, "--microphone",
                                     made["microphone"], "--format", "json")
            again = self.assert_full_scale(recorded, 114 - TONE_DBFS)
            self.assertEqual((again["microphone"], again["source"]), (made["microphone"], made["source"]))
            listed = self.run_with(pulse, "calibrate", "--list", "--format", "json").json["calibrations"]
            self.assertEqual([each["method"] for each in listed], ["reference"])

    def test_a_muted_microphone_is_not_calibrated(self):
        with pulse_server() as pulse:
            pulse.control("set-source-mute", "mic", "1")
            refused = self.run_with(pulse, "calibrate", "--sensitivity", "120dB")
            self.assert_refused(refused, 3, "muted")


if __name__ == "__main__":
    unittest.main()
