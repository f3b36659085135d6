#!/usr/bin/env python3
"""`preshift check` on files, as a user runs it: outcomes, exit statuses, bad input, languages, terminals."""

import json
import math
import os
import pty
import re
import struct
import subprocess
import sys
import unittest
import pathlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import (PRESHIFT, PROGRAMS, SAMPLES, PreshiftTest, environment, models_folder, preshift,  # noqa: E402
                              sine, write_float_wav, write_png, write_wav)

QUIET = ("--full-scale", "100dB")
ESCAPE = "\x1b"


class Samples(PreshiftTest):
    def test_every_sample_comes_out_as_it_says(self):
        if not (models_folder() / "people-detector.onnx").exists():
            self.skipTest("the person detector is not installed (./dev models)")
        folders = sorted(each.parent for each in SAMPLES.glob("*/expected.json"))
        self.assertGreaterEqual(len(folders), 5)
        for folder in folders:
            with self.subTest(sample=folder.name):
                self.check_sample(folder)

    def check_sample(self, folder):
        expected = json.loads((folder / "expected.json").read_text())
        result = preshift("check", "--format", "json", "--sound", folder / "sound.flac",
                          "--pictures", folder / "pictures", *expected["arguments"])
        self.assertEqual(result.json["outcome"], expected["outcome"], result)
        self.assertEqual(result.status, {"cleared": 0, "not_cleared": 1, "undecided": 2}[expected["outcome"]])
        self.assertTrue(expected["measurements"])
        for name, wanted in expected["measurements"].items():
            measured = result.measurement(name)
            self.assertAlmostEqual(measured["value"], wanted["value"], delta=wanted["tolerance"], msg=name)
            self.assertEqual(measured["unit"], wanted["unit"])
        for name in expected["unknown"]:
            self.assertNotIn("value", result.measurement(name))


class Levels(PreshiftTest):
    def test_a_sine_at_1_khz_reads_its_level(self):
        sound = write_wav(self.folder / "sine.wav", sine(amplitude=0.1))
        result = preshift("check", "--sound", sound, "--format", "json")
        level = result.measurement("sound.laeq")
        self.assertEqual(level["unit"], "dBFS")
        self.assertAlmostEqual(level["value"], 20 * math.log10(0.1 / math.sqrt(2)), delta=0.1)
        self.assertGreater(level["uncertainty"], 0)

    def test_full_scale_turns_dbfs_into_dba_with_its_uncertainty(self):
        sound = write_wav(self.folder / "sine.wav", sine(amplitude=0.1))
        plain = preshift("check", "--sound", sound, "--format", "json").measurement("sound.laeq")
        stated = preshift("check", "--sound", sound, "--format", "json", "--full-scale", "120dB+-1dB")
        level = stated.measurement("sound.laeq")
        self.assertEqual(level["unit"], "dB(A)")
        self.assertAlmostEqual(level["value"], plain["value"] + 120, places=6)
        self.assertGreaterEqual(level["uncertainty"], 2.0)
        self.assertLess(level["uncertainty"], 2.5)

    def test_without_calibration_a_dba_limit_is_unknown_and_says_what_helps(self):
        sound = write_wav(self.folder / "sine.wav", sine(amplitude=0.001))
        result = preshift("check", "--sound", sound, "--format", "json")
        noise = next(each for each in result.json["results"] if each.get("measured", {}).get("name") == "sound.lafmax")
        self.assertEqual(noise["result"], "unknown")
        self.assertIn("--full-scale", noise["remedy"])
        self.assertEqual(result.status, 2)

    def test_duration_measures_only_the_beginning(self):
        sound = write_wav(self.folder / "sine.wav", sine(seconds=3) + sine(seconds=3, amplitude=0.5))
        result = preshift("check", "--sound", sound, "--duration", "3s", "--format", "json")
        self.assertAlmostEqual(result.measurement("sound.duration")["value"], 3.0, delta=0.01)
        self.assertAlmostEqual(result.measurement("sound.laeq")["value"], 20 * math.log10(0.1 / math.sqrt(2)), delta=0.1)


class DeclinedSensors(PreshiftTest):
    def test_a_declined_camera_is_notchecked_and_never_clears(self):
        sound = write_wav(self.folder / "quiet.wav", sine(amplitude=0.0001, seconds=3))
        result = preshift("check", "--sound", sound, "--no-camera", *QUIET, "--format", "json")
        people = next(each for each in result.json["results"] if each.get("measured", {}).get("name") == "people.count")
        self.assertEqual(people["result"], "notchecked")
        self.assertEqual(result.json["outcome"], "undecided", result)
        self.assertEqual(result.status, 2)

    def test_a_sensor_that_is_not_named_is_not_opened_beside_a_recording(self):
        sound = write_wav(self.folder / "quiet.wav", sine(amplitude=0.0001, seconds=3))
        result = preshift("check", "--sound", sound, "--format", "json")
        self.assertEqual([source["sensor"] for source in result.json["sources"]], ["microphone"])
        self.assertEqual(result.measurement("people.count")["absence"], "declined")


class BadSounds(PreshiftTest):
    def refused(self, file, *words):
        self.assert_refused(preshift("check", "--sound", file), 3, str(file), *words)

    def test_a_missing_file(self):
        self.refused(self.folder / "none.wav", "no such file")

    def test_an_empty_file(self):
        file = self.folder / "empty.wav"
        file.write_bytes(b"")
        self.refused(file)

    def test_a_folder_in_a_files_place(self):
        self.refused(self.folder)

    def test_a_pipe_that_nobody_writes(self):
        os.mkfifo(self.folder / "pipe.wav")
        self.refused(self.folder / "pipe.wav")

    def test_a_file_without_a_single_sample(self):
        self.refused(write_wav(self.folder / "zero.wav", []), "no sound")

    def test_a_truncated_file(self):
        file = write_wav(self.folder / "cut.wav", sine())
        file.write_bytes(file.read_bytes()[:50_000])
        self.refused(file, "cut off")

    def test_a_file_that_is_no_sound(self):
        file = self.folder / "text.wav"
        file.write_text("this is not a sound, " * 1000)
        self.refused(file)

    def test_a_two_hour_file(self):
        file = self.folder / "long.wav"
        size = 2 * 3600 * 8000 * 2
        header = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + size, b"WAVE", b"fmt ", 16, 1, 1, 8000, 16000, 2, 16,
                             b"data", size)
        with open(file, "wb") as out:
            out.write(header)
            out.truncate(44 + size)
        self.refused(file, "7200", "--duration")

    def test_a_sample_that_is_not_a_number(self):
        for bad in (math.nan, math.inf):
            samples = sine(seconds=1)
            samples[24000] = bad
            self.refused(write_float_wav(self.folder / "nan.wav", samples), "not a number", "0.5 s")


class BadPictures(PreshiftTest):
    def refused(self, place, *words):
        self.assert_refused(preshift("check", "--pictures", place), 3, *words)

    def test_a_missing_file(self):
        self.refused(self.folder / "none.jpg", "none.jpg")

    def test_a_folder_without_pictures(self):
        (self.folder / "README.txt").write_text("nothing here")
        self.refused(self.folder, str(self.folder), "no pictures")

    def test_a_pattern_that_matches_nothing(self):
        self.refused(self.folder / "*.jpg", "*.jpg")

    def test_an_unreadable_picture(self):
        (self.folder / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0 but no picture follows")
        self.refused(self.folder / "a.jpg", "a.jpg")

    def test_an_unreadable_picture_among_good_ones(self):
        write_png(self.folder / "1.png", 640, 480)
        (self.folder / "2.jpg").write_bytes(b"nothing")
        self.refused(self.folder, "2.jpg")

    def test_a_truncated_picture(self):
        source = next((SAMPLES / "quiet-office" / "pictures").glob("*.jpg"))
        (self.folder / "cut.jpg").write_bytes(source.read_bytes()[:-8000])
        self.refused(self.folder / "cut.jpg", "cut.jpg", "cut off")

    def test_a_truncated_png(self):
        file = write_png(self.folder / "cut.png", 640, 480)
        file.write_bytes(file.read_bytes()[:-40])
        self.refused(file, "cut.png")

    def test_a_picture_of_one_pixel(self):
        self.refused(write_png(self.folder / "dot.png", 1, 1), "dot.png", "1 x 1")

    def test_a_picture_of_a_hundred_megapixels(self):
        self.refused(write_png(self.folder / "huge.png", 10000, 10000), "huge.png", "10000 x 10000")

    def test_a_video_without_pictures(self):
        (self.folder / "empty.avi").write_bytes(b"RIFF\x24\0\0\0AVI LIST\0\0\0\0hdrl")
        self.refused(self.folder / "empty.avi", "empty.avi")


class BadRules(PreshiftTest):
    def refused(self, rules, *words):
        sound = write_wav(self.folder / "sine.wav", sine())
        self.assert_refused(preshift("check", "--sound", sound, "--rules", rules), 3, str(rules), *words)

    def write(self, text):
        file = self.folder / "rules.yaml"
        file.write_text(text)
        return file

    def test_a_missing_file(self):
        self.refused(self.folder / "none.yaml")

    def test_a_folder(self):
        self.refused(self.folder)

    def test_an_empty_file(self):
        self.refused(self.write(""), "empty")

    def test_a_file_of_10_mb(self):
        self.refused(self.write("# " + "x" * 10_000_000))

    def test_anchors_that_contain_themselves(self):
        self.refused(self.write("profile: &a [*a]\n"), ":1:")

    def test_an_anchor_bomb(self):
        bomb = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 12))
        self.refused(self.write(bomb), ":1:")

    def test_an_unknown_key_is_named_with_its_place(self):
        shipped = (SAMPLES.parent / "rules" / "standard.yaml").read_text()
        broken = re.sub(r"(?m)^( +)at_most:", r"\1at_mots:", shipped, count=1)
        line = next(number for number, text in enumerate(broken.splitlines(), 1) if "at_mots" in text)
        self.refused(self.write(broken), f":{line}:", "at_mots", "at_most")


class Devices(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.alone = environment(HOME=str(self.folder), PULSE_SERVER=f"unix:{self.folder}/none")

    def test_an_unknown_microphone_is_a_device_failure(self):
        result = preshift("check", "--microphone", "No Such Microphone", "--no-camera", env=self.alone)
        self.assert_refused(result, 4)

    def test_a_missing_camera_is_a_device_failure(self):
        result = preshift("check", "--camera", "77", "--no-microphone", env=self.alone)
        self.assert_refused(result, 4, "77")

    def test_a_device_failure_is_told_in_json_too(self):
        result = preshift("check", "--camera", "77", "--no-microphone", "--format", "json", env=self.alone)
        self.assertEqual(result.status, 4)
        self.assertEqual(result.json["outcome"], "undecided")
        self.assertEqual(result.json["problem"]["sensor"], "camera")
        people = next(each for each in result.json["results"] if each.get("measured", {}).get("name") == "people.count")
        self.assertEqual(people["result"], "error")

    def test_devices_lists_without_noise(self):
        result = preshift("devices", env=self.alone)
        self.assertEqual(result.status, 0, result)
        self.assertEqual(result.errors, "")
        self.assertIn("Microphones", result.output)
        self.assertIn("Cameras", result.output)


class Screens(PreshiftTest):
    def on_a_terminal(self, *arguments, **changes):
        """What a person sees: both streams on one terminal."""
        seen = []

        def read(descriptor):
            data = os.read(descriptor, 65536)
            seen.append(data)
            return data
        saved = dict(os.environ)
        os.environ.clear()
        os.environ.update(environment(TERM="xterm", **changes))
        null = os.open(os.devnull, os.O_WRONLY)
        saved_output = os.dup(1)
        os.dup2(null, 1)  # pty.spawn copies to standard output
        try:
            status = pty.spawn([str(PRESHIFT), *map(str, arguments)], read)
        finally:
            os.dup2(saved_output, 1)
            os.close(saved_output)
            os.close(null)
            os.environ.clear()
            os.environ.update(saved)
        return os.waitstatus_to_exitcode(status), b"".join(seen).decode()

    def setUp(self):
        super().setUp()
        self.sound = write_wav(self.folder / "sine.wav", sine())

    def test_no_progress_and_no_colour_without_a_terminal(self):
        result = preshift("check", "--sound", self.sound)
        self.assertEqual(result.errors, "")
        self.assertNotIn(ESCAPE, result.output)
        self.assertNotIn("\r", result.output)
        self.assertNotIn("opened", result.output)

    def test_a_terminal_shows_opening_progress_release_and_colour(self):
        status, seen = self.on_a_terminal("check", "--sound", self.sound, "--language", "en")
        self.assertEqual(status, 2)
        for words in ("Recording opened: ", "Recording closed.", "dBFS", "UNDECIDED", ESCAPE + "[33m"):
            self.assertIn(words, seen)

    def test_no_color_is_honoured(self):
        _, seen = self.on_a_terminal("check", "--sound", self.sound, NO_COLOR="1")
        self.assertNotRegex(seen, re.escape(ESCAPE) + r"\[[0-9;]*m")

    def test_the_system_language_decides(self):
        french = preshift("check", "--sound", self.sound, env=environment(LC_ALL="fr_FR.UTF-8"))
        self.assertIn("INDÉCIS", french.output)
        self.assertNotIn("Limit:", french.output)
        english = preshift("check", "--sound", self.sound, env=environment(LANG="C.UTF-8"))
        self.assertIn("UNDECIDED", english.output)

    def test_errors_are_french_in_a_french_locale(self):
        result = preshift("check", "--sound", self.folder / "none.wav", env=environment(LANG="fr_CA.UTF-8"))
        self.assert_refused(result, 3, "n'existe pas")

    def test_json_names_are_the_same_in_every_language(self):
        english, french = (preshift("check", "--sound", self.sound, "--format", "json", "--language", language).json
                           for language in ("en", "fr"))
        self.assertEqual([each["name"] for each in english["measurements"]],
                         [each["name"] for each in french["measurements"]])
        self.assertEqual([(each["id"], each["result"]) for each in english["results"]],
                         [(each["id"], each["result"]) for each in french["results"]])


class Programs(PreshiftTest):
    def test_preshift_links_neither_opencv_nor_portaudio(self):
        libraries = subprocess.run(["ldd", PRESHIFT], capture_output=True, text=True, check=True).stdout
        for name in ("opencv", "portaudio", "sndfile"):
            self.assertNotIn(name, libraries)

    def test_preshift_sense_links_no_codec_collection(self):
        libraries = subprocess.run(["ldd", PROGRAMS / "preshift-sense"], capture_output=True, text=True,
                                   check=True).stdout
        for name in ("opencv_videoio", "opencv_imgcodecs", "avcodec", "gdal"):
            self.assertNotIn(name, libraries)

    def test_the_kernel_enforces_the_confinement(self):
        sound = write_wav(self.folder / "sine.wav", sine())
        confinement = preshift("check", "--sound", sound, "--format", "json").json["confinement"]
        self.assertTrue(confinement["system_calls"], confinement)

    def test_preshift_sense_is_usable_alone(self):
        sound = write_wav(self.folder / "sine.wav", sine())
        result = preshift("check", f"--sound={sound}", program=PROGRAMS / "preshift-sense")
        events = [json.loads(line) for line in result.output.splitlines()]
        self.assertEqual(result.status, 0)
        self.assertEqual(events[0]["event"], "hello")
        self.assertEqual(events[0]["format"], 3)
        self.assertEqual(events[-1]["event"], "done")
        kinds = [event["event"] for event in events]
        self.assertLess(kinds.index("opened"), kinds.index("confined"))
        self.assertLess(kinds.index("released"), kinds.index("measurement"))

    def test_the_man_page_and_the_completion_are_well_formed(self):
        page = preshift("help", "--format", "man")
        self.assertTrue(page.output.startswith(".TH PRESHIFT 1"))
        script = preshift("completion", "bash").output
        words = subprocess.run(["bash", "-c", script + """
COMP_WORDS=(preshift check --so); COMP_CWORD=2; _preshift; echo "${COMPREPLY[@]}"
COMP_WORDS=(preshift check --format js); COMP_CWORD=3; _preshift; echo "${COMPREPLY[@]}"
COMP_WORDS=(preshift dev); COMP_CWORD=1; _preshift; echo "${COMPREPLY[@]}"
"""], capture_output=True, text=True, check=True).stdout.split()
        self.assertEqual(words, ["--sound", "json", "devices"])


if __name__ == "__main__":
    unittest.main()
