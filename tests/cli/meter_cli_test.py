#!/usr/bin/env python3
"""`preshift meter` on files, and the phases of a check, as a user runs them."""

import math
import pathlib
import pty
import os
import subprocess
import sys
import unittest
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import (PRESHIFT, SAMPLES, PreshiftTest, environment, models_folder, preshift, sine,  # noqa: E402
                              write_wav)

SINE_DBFS = 20 * math.log10(0.1 / math.sqrt(2))


class Meter(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.sound = write_wav(self.folder / "sine.wav", sine(seconds=3))

    def test_a_sine_at_1_khz_is_the_same_in_all_weightings(self):
        result = preshift("meter", self.sound, "--format", "json")
        self.assertEqual(result.status, 0, result)
        for name in ("sound.laeq", "sound.lceq", "sound.lzeq", "sound.lasmin", "sound.laf50", "sound.lafmax"):
            measured = result.measurement(name)
            self.assertAlmostEqual(measured["value"], SINE_DBFS, delta=0.02, msg=name)
            self.assertEqual(measured["unit"], "dBFS")
        for name in ("sound.lapeak", "sound.lcpeak", "sound.lzpeak"):
            self.assertAlmostEqual(result.measurement(name)["value"], -20, delta=0.5, msg=name)  # the onset adds
        self.assertAlmostEqual(result.measurement("sound.lae")["value"], SINE_DBFS + 10 * math.log10(3), delta=0.02)
        self.assertEqual(result.measurement("sound.nr")["absence"], "unknown")

    def test_the_spectrum_and_the_history_hold_what_sounded(self):
        report = preshift("meter", self.sound, "--format", "json", "--full-scale", "120dB").json
        thirds = {band["hz"]: band["level"] for band in report["spectrum"]["third_octave"]}
        self.assertEqual(len(thirds), 36)
        self.assertAlmostEqual(thirds[1000], SINE_DBFS + 120, delta=0.1)
        self.assertLess(thirds[2000], thirds[1000] - 40)
        self.assertEqual([round(second["laeq"]) for second in report["history"]], [round(SINE_DBFS + 120)] * 3)
        self.assertEqual(report["calibration"]["method"], "stated")

    def test_full_scale_gives_each_weighting_its_unit(self):
        result = preshift("meter", self.sound, "--format", "json", "--full-scale", "120dB+-1dB")
        for name, unit in (("sound.laeq", "dB(A)"), ("sound.lceq", "dB(C)"), ("sound.lzpeak", "dB(Z)")):
            self.assertEqual(result.measurement(name)["unit"], unit)
        laeq = result.measurement("sound.laeq")
        self.assertAlmostEqual(laeq["value"], SINE_DBFS + 120, delta=0.02)
        self.assertAlmostEqual(laeq["uncertainty"], 2, delta=0.05)

    def test_self_noise_makes_a_quiet_level_an_upper_bound(self):
        quiet = write_wav(self.folder / "quiet.wav", sine(seconds=3, amplitude=0.002))
        level = 20 * math.log10(0.002 / math.sqrt(2)) + 90
        result = preshift("meter", quiet, "--format", "json", "--full-scale", "90dB+-1dB", "--self-noise",
                          f"{level - 1:.1f}dB")
        self.assertTrue(result.measurement("sound.laeq")["upper_bound"], result)

    def test_a_recording_longer_than_any_check_is_measured_whole(self):
        rate, seconds = 8000, 601
        sound = write_wav(self.folder / "long.wav", sine(seconds=1, rate=rate) * seconds, rate=rate)
        result = preshift("meter", sound, "--format", "json")
        self.assertEqual(result.measurement("sound.duration")["value"], seconds)
        self.assertEqual(len(result.json["history"]), seconds)

    def test_the_table_is_there_in_both_languages(self):
        english = preshift("meter", self.sound, "--full-scale", "120dB")
        self.assertRegex(english.output, r"average +97\.0 +97\.0 +97\.0")
        self.assertIn("third octaves", english.output)
        french = preshift("meter", self.sound, "--full-scale", "120dB", "--language", "fr")
        self.assertRegex(french.output, r"moyen +97,0 +97,0 +97,0")
        self.assertIn("tiers d'octave", french.output)

    def test_a_plot_is_drawn_as_svg_and_as_png(self):
        picture = self.folder / "plot.svg"
        self.assertEqual(preshift("meter", self.sound, "--plot", picture).status, 0)
        texts = [each.text for each in xml.etree.ElementTree.parse(picture).iter() if each.text]
        self.assertTrue(any("LAeq" in text for text in texts))
        png = self.folder / "plot.png"
        self.assertEqual(preshift("meter", self.sound, "--plot", png).status, 0)
        self.assertTrue(png.read_bytes().startswith(b"\x89PNG"))

    def test_bad_input_is_one_clear_line(self):
        self.assert_refused(preshift("meter", self.folder / "none.wav"), 3, "none.wav", "no such file")
        self.assert_refused(preshift("meter", self.sound, "--microphone"), 3, "--microphone")
        self.assert_refused(preshift("meter", self.sound, "--plot", "plot.bmp"), 3, "plot.bmp")
        self.assert_refused(preshift("meter", self.sound, "--plot", self.folder / "no/plot.svg"), 3, "plot.svg")
        self.assert_refused(preshift("meter", self.sound, "--self-noise", "20dB"), 3, "--full-scale")

    def test_a_terminal_shows_the_levels_while_it_measures(self):
        primary, secondary = pty.openpty()
        running = subprocess.run([str(PRESHIFT), "meter", str(self.sound)], stderr=secondary, stdout=subprocess.PIPE,
                                 env=environment(NO_COLOR="1"), check=True, timeout=60)
        os.close(secondary)
        seen = os.read(primary, 65536).decode()
        os.close(primary)
        self.assertIn("sine.wav", seen)
        self.assertRegex(seen, r"LAF .*-23\.0")
        self.assertIn(b"average", running.stdout)


class Phases(PreshiftTest):
    def setUp(self):
        super().setUp()
        if not (models_folder() / "voice-detector.onnx").exists():
            self.skipTest("the voice detector is not installed (./dev models)")
        self.sound = SAMPLES / "uncalibrated-laptop" / "sound.flac"

    def test_the_file_beside_a_recording_tells_its_phases(self):
        result = preshift("check", "--sound", self.sound, "--no-camera", "--format", "json")
        self.assertEqual(result.measurement("sound.duration")["value"], 12)
        self.assertAlmostEqual(result.measurement("voice.to_background")["value"], 34, delta=1.5)
        self.assertEqual(result.measurement("voice.others")["value"], 0)
        quiet = result.rule("quiet.background-noise")
        self.assertEqual(quiet["result"], "pass", quiet)
        self.assertEqual([part["result"] for part in quiet["conditions"]["any"]], ["pass", "unknown"])

    def test_the_option_goes_before_the_file(self):
        result = preshift("check", "--sound", self.sound, "--no-camera", "--format", "json",
                          "--phases", "reading=9s-17s,silent=0s-8s")
        self.assertEqual(result.measurement("voice.to_background")["reason"], "voice.not_heard", result)
        self.assertGreater(result.measurement("voice.others")["value"], 40)
        self.assertEqual(result.rule("quiet.nobody-speaks")["result"], "fail")

    def test_phases_that_make_no_sense_are_refused(self):
        for phases in ("reading=0s-8s", "reading=0s-8s,silent=7s-20s", "silent=9s-8s,reading=0s-1s", "x", ""):
            result = preshift("check", "--sound", self.sound, "--no-camera", "--phases", phases)
            self.assert_refused(result, 3, "--phases")
        self.assert_refused(preshift("check", "--no-camera", "--phases", "reading=0s-8s,silent=9s-20s"), 3, "--phases")


if __name__ == "__main__":
    unittest.main()
