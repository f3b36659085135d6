#!/usr/bin/env python3
"""`preshift check` on live devices, through PortAudio and OpenCV: levels, failures, hangs."""

import contextlib
import glob
import json
import math
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from devices import mjpeg_camera, pulse_server, wait_until  # noqa: E402
from preshift_program import (PROGRAMS, PRESHIFT, SAMPLES, PreshiftTest, models_folder, preshift,  # noqa: E402
                              running, sine, write_wav)  # noqa: E402

METER = [PROGRAMS / "preshift-sense", "meter", "--duration-ms=2000"]
SINE_DBFS = 20 * math.log10(0.1 / math.sqrt(2))


def measurements(lines):
    """Those among the events of preshift-sense, by name."""
    events = [json.loads(line) for line in lines.splitlines()]
    return {each["name"]: each for each in events if each["event"] == "measurement"}


def metered(env, microphone):
    """What a sound level meter hears; it also shows the levels that a check does not believe."""
    return measurements(subprocess.run([*METER, microphone], env=env, stdin=subprocess.DEVNULL, capture_output=True,
                                       timeout=100, check=True).stdout)


def child_of(process):
    """The preshift-sense that this preshift started, or None while there is none."""
    for status in glob.glob("/proc/[0-9]*/stat"):
        try:
            text = pathlib.Path(status).read_text()
        except OSError:
            continue
        name, rest = text[text.index("(") + 1:text.rindex(")")], text[text.rindex(")") + 2:].split()
        if name.startswith("preshift-sense") and int(rest[1]) == process.pid:
            return int(status.split("/")[2])
    return None


class Background:
    """A check that runs while the test breaks something."""

    def __init__(self, *arguments, env):
        self.process = subprocess.Popen([str(PRESHIFT), *map(str, arguments)], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)

    def sense(self):
        wait_until(lambda: child_of(self.process) is not None, "the start of preshift-sense")
        return child_of(self.process)

    def wait_until_measuring(self):
        """The sensing program is confined, so its sources are open."""
        status = pathlib.Path(f"/proc/{self.sense()}/status")
        wait_until(lambda: "Seccomp:\t2" in status.read_text(), "the opening of the sources")

    def finish(self):
        try:
            output, errors = self.process.communicate(timeout=100)
        finally:
            if self.process.poll() is None:
                self.process.kill()
        return self.process.returncode, output.decode(), errors.decode()


class LiveTest(PreshiftTest):
    def assert_device_failed(self, finished, *words):
        status, _, errors = finished
        self.assertEqual(status, 4, finished)
        self.assertEqual(len(errors.splitlines()), 1, errors)
        for word in words:
            self.assertIn(word, errors)


class Microphone(LiveTest):
    def setUp(self):
        super().setUp()
        self.sound = write_wav(self.folder / "sine.wav", sine(seconds=30))

    def heard(self, pulse, microphone="--microphone"):
        with pulse.playing(self.sound):
            wait_until(pulse.plays, "the sound")
            return metered(pulse.env, microphone)

    def test_a_check_does_not_believe_the_level_of_a_microphone_that_is_none(self):
        with pulse_server() as pulse, pulse.playing(self.sound):
            result = preshift("check", "--no-camera", "--duration", "3s", "--format", "json", env=pulse.env)
            self.assertEqual(result.measurement("sound.laeq")["reason"], "chain.virtual", result)
            self.assertAlmostEqual(result.measurement("sound.duration")["value"], 3.0, delta=0.05)
            source = result.json["sources"][0]
            self.assertTrue(source["live"])
            self.assertEqual(source["route"]["source"], "mic")
            self.assertEqual(source["route"]["evidence"], "module-remap-source")
            self.assertTrue(result.json["confinement"]["system_calls"])

    def test_a_microphone_is_chosen_by_number_and_by_name(self):
        with pulse_server() as pulse:
            listed = preshift("devices", "--format", "json", env=pulse.env)
            microphone = next(each for each in listed.json["microphones"] if "pulse" in each["name"])
            self.assertIn(48000, microphone["rates"])
            for choice in (microphone["index"], microphone["name"]):
                level = self.heard(pulse, f"--microphone={choice}")["sound.laeq"]
                self.assertAlmostEqual(level["value"], SINE_DBFS, delta=0.1)

    def test_devices_marks_one_default_and_keeps_alsa_silent(self):
        with pulse_server() as pulse:
            result = preshift("devices", env=pulse.env)
            self.assertEqual(result.errors, "")
            self.assertRegex(result.output, r"(?m)^  \* *\d+  ")

    def test_a_sound_server_that_dies_is_a_device_failure(self):
        with pulse_server() as pulse, pulse.playing(self.sound):
            check = Background("check", "--no-camera", "--duration", "60s", env=pulse.env)
            check.wait_until_measuring()
            pulse.process.kill()
            self.assert_device_failed(check.finish(), "Microphone")

    def test_a_microphone_that_stalls_is_a_device_failure(self):
        with pulse_server() as pulse, pulse.playing(self.sound):
            check = Background("check", "--no-camera", "--duration", "60s", env=pulse.env)
            check.wait_until_measuring()
            pulse.process.send_signal(signal.SIGSTOP)
            finished = check.finish()
            pulse.process.send_signal(signal.SIGCONT)
            self.assert_device_failed(finished, "Microphone", "stopped delivering")

    def test_a_killed_sensing_program_is_named(self):
        with pulse_server() as pulse:
            check = Background("check", "--no-camera", "--duration", "60s", env=pulse.env)
            check.wait_until_measuring()
            os.kill(check.sense(), signal.SIGSEGV)
            self.assert_device_failed(check.finish(), "Segmentation fault")

    def test_a_sensing_program_that_hangs_is_stopped(self):
        with pulse_server() as pulse:
            check = Background("check", "--no-camera", "--duration", "60s", env=pulse.env)
            check.wait_until_measuring()
            os.kill(check.sense(), signal.SIGSTOP)
            self.assert_device_failed(check.finish(), "no longer answers")

    def test_the_sensing_program_ends_with_the_check(self):
        with pulse_server() as pulse:
            check = Background("check", "--no-camera", "--duration", "60s", env=pulse.env)
            check.wait_until_measuring()
            sense = check.sense()
            check.process.kill()
            check.finish()
            gone = pathlib.Path(f"/proc/{sense}/status")
            wait_until(lambda: not gone.exists() or "State:\tZ" in gone.read_text(), "the end of preshift-sense")


class KnownLevels(LiveTest):
    """A sound at a known level, through PulseAudio and PortAudio, from devices of each kind at the same time."""

    DEVICES = [(44100, 1, 0.3), (44100, 2, 0.1), (48000, 1, 0.03), (48000, 2, 0.01)]

    def test_a_known_level_is_measured_within_a_fifth_of_a_decibel(self):
        with pulse_server() as pulse, contextlib.ExitStack() as started:
            meters = []
            for rate, channels, amplitude in self.DEVICES:
                name = f"mic-{rate}-{channels}"
                second = [sample for sample in sine(1, rate, amplitude=amplitude) for _ in range(channels)]
                sound = write_wav(self.folder / f"{name}.wav", second * 20, rate, channels)
                env = pulse.microphone(name, rate, channels)
                started.enter_context(pulse.playing(sound, f"{name}-spk"))
                wait_until(lambda name=name: pulse.plays(f"{name}-spk"), "the sound")
                meters.append(started.enter_context(running([*METER, "--microphone"], env=env,
                                                            stdout=subprocess.PIPE)))
            for (rate, channels, amplitude), meter in zip(self.DEVICES, meters):
                with self.subTest(rate=rate, channels=channels):
                    self.assertEqual(pulse.source_rate(f"mic-{rate}-{channels}"), rate)
                    level = measurements(meter.communicate(timeout=100)[0])["sound.laeq"]
                    self.assertEqual(level["unit"], "dBFS")
                    self.assertAlmostEqual(level["value"], 20 * math.log10(amplitude / math.sqrt(2)), delta=0.2)


class Camera(LiveTest):
    # A live sensor's noise: without it the same pictures come round again, which is noticed.
    NOISE = "noise=alls=4:allf=t"

    @staticmethod
    def pictures_of(sample):
        """As an input of ffmpeg, over and over."""
        return ("-stream_loop", "-1", "-framerate", "10", "-pattern_type", "glob", "-i",
                str(SAMPLES / sample / "pictures" / "*.jpg"))

    @classmethod
    def person(cls):
        """One person at a webcam."""
        return (*cls.pictures_of("quiet-office"), "-vf", cls.NOISE)

    @classmethod
    def person_with_a_visitor(cls, begins, ends):
        """A second person is there between these seconds of the stream."""
        width, height = 640, 480
        return (*cls.pictures_of("quiet-office"), *cls.pictures_of("two-people"), "-filter_complex",
                f"[0]scale={width}:{height}[one];[1]scale={width}:{height}[two];"
                f"[one][two]overlay=enable='between(t,{begins},{ends})',{cls.NOISE}")

    def check_camera(self, source, duration, *arguments):
        with mjpeg_camera(*source) as (address, _):
            return preshift("check", "--no-microphone", "--camera", address, "--duration", duration, *arguments)

    def require_detector(self):
        if not (models_folder() / "people-detector.onnx").exists():
            self.skipTest("the model that finds people is not installed (./dev models)")

    def test_one_person_at_a_webcam_is_alone(self):
        self.require_detector()
        result = self.check_camera(self.person(), "8s", "--format", "json")
        self.assertEqual(result.rule("separate.nobody-else")["result"], "pass", result)
        self.assertEqual(result.measurement("people.several_seconds")["value"], 0, result)
        self.assertEqual(result.measurement("camera.looped")["value"], 0, result)
        self.assertEqual(result.measurement("camera.route")["value"], "network", result)

    def test_a_second_person_who_enters_fails_with_how_long(self):
        self.require_detector()
        visit = self.person_with_a_visitor(5, 8.5)
        english = self.check_camera(visit, "12s")
        self.assertEqual(english.status, 1, english)
        self.assertRegex(english.output, r"2 people seen for (3|3\.5|4) s")
        french = self.check_camera(visit, "12s", "--language", "fr")
        self.assertRegex(french.output, r"2 personnes vues pendant (3|3,5|4) s")

    def test_a_recording_that_comes_round_again_is_noticed(self):
        result = self.check_camera(self.pictures_of("quiet-office"), "8s", "--format", "json")
        self.assertEqual(result.measurement("people.count")["reason"], "scene.looped", result)
        self.assertEqual(result.rule("separate.nobody-else")["result"], "unknown", result)

    def test_a_network_camera_is_measured(self):
        with mjpeg_camera(*self.person()) as (address, _):
            result = preshift("check", "--no-microphone", "--camera", address, "--duration", "4s", "--format", "json")
        self.assertIn(result.status, (1, 2), result)
        pictures = result.measurement("picture.count")["value"]
        self.assertTrue(6 <= pictures <= 9, result)
        self.assertIn("value", result.measurement("picture.brightness"))
        self.assertTrue(result.json["sources"][0]["live"])
        self.assertTrue(result.json["confinement"]["system_calls"])
        people = result.measurement("people.count")
        if people.get("reason") != "scene.no_detector":
            self.assertEqual(people["value"], 1, result)

    def test_a_live_check_is_judged_again_at_its_own_time(self):
        saved, rules = self.folder / "saved.json", self.folder / "night.yaml"
        rules.write_text("profile: night\nversion: 1\ntitle: {en: Night, fr: Nuit}\nextends: standard\noverride:\n"
                         "  - {id: separate.camera-live, applies_when: {all: [{time: 00:00 to 12:00}, {capture: live}]}}\n")
        given = ("--rules", rules, "--format", "json")
        result = self.check_camera(self.person(), "3s", *given, "--save-measurements", saved)
        self.assertTrue({"time", "weekday"} <= set(result.json["facts"]), result)
        judged = preshift("judge", saved, *given)
        self.assertEqual((judged.status, judged.output, judged.errors), (result.status, result.output, ""))
        self.assert_refused(preshift("judge", saved, *given, "--fact", "weekday=someday"), 3, "weekday")
        hour = (int(result.json["facts"]["time"][:2]) + 12) % 24
        self.assert_refused(preshift("judge", saved, *given, "--fact", f"time={hour:02}:00"), 3, "time")

    def test_a_camera_that_vanishes_is_a_device_failure(self):
        with mjpeg_camera(*self.person()) as (address, server):
            check = Background("check", "--no-microphone", "--camera", address, "--duration", "60s", env=None)
            check.wait_until_measuring()
            server.kill()
            self.assert_device_failed(check.finish(), "Camera", "stopped delivering")

    def test_a_camera_that_stalls_is_a_device_failure(self):
        with mjpeg_camera(*self.person()) as (address, server):
            check = Background("check", "--no-microphone", "--camera", address, "--duration", "60s", env=None)
            check.wait_until_measuring()
            server.send_signal(signal.SIGSTOP)
            finished = check.finish()
            server.send_signal(signal.SIGCONT)
            self.assert_device_failed(finished, "Camera")

    def test_nobody_at_the_address_is_a_device_failure(self):
        result = preshift("check", "--no-microphone", "--camera", "http://127.0.0.1:9/none.mjpg")
        self.assert_refused(result, 4, "127.0.0.1:9")

    def test_a_gstreamer_pipeline_is_a_camera(self):
        if shutil.which("gst-inspect-1.0") is None and not glob.glob("/usr/lib/*/gstreamer-1.0/libgstvideotestsrc.so"):
            self.skipTest("GStreamer's test source is not installed (./dev setup installs it)")
        pipeline = "videotestsrc pattern=snow is-live=true ! video/x-raw,width=640,height=480,framerate=10/1 ! " \
                   "videoconvert ! appsink"
        # A busy machine looks at fewer pictures than two a second: there is time enough for three.
        result = preshift("check", "--no-microphone", "--camera", pipeline, "--duration", "10s", "--format", "json")
        self.assertIn(result.status, (1, 2), result)
        self.assertGreaterEqual(result.measurement("picture.count")["value"], 3)


class Both(LiveTest):
    def test_microphone_and_camera_are_measured_at_the_same_time(self):
        sound = write_wav(self.folder / "quiet.wav", sine(seconds=30, amplitude=0.001))
        with pulse_server() as pulse, pulse.playing(sound), mjpeg_camera(*Camera.person()) as (address, _):
            result = preshift("check", "--camera", address, "--duration", "4s", "--full-scale", "90dB", "--format", "json",
                              env=pulse.env)
            self.assertIn("value", result.measurement("sound.laeq"), result)
            self.assertIn("value", result.measurement("picture.brightness"), result)
            self.assertEqual({each["sensor"] for each in result.json["sources"]}, {"microphone", "camera"})
            people = result.measurement("people.count")
            if people.get("reason") != "scene.no_detector":
                self.assertEqual(people["value"], 1, result)
            # The sound server's microphone is none: whatever it delivers, it clears nothing.
            self.assertEqual(result.json["outcome"], "undecided", result)
            self.assertEqual(result.rule("equipment.microphone-honest")["result"], "unknown")


if __name__ == "__main__":
    unittest.main()
