"""Runs the built programs as a user does, and makes the files that a test hands them."""

import atexit
import contextlib
import json
import math
import os
import pathlib
import shutil
import signal
import struct
import subprocess
import tempfile
import unittest
import wave
import zlib

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = pathlib.Path(os.environ.get("PRESHIFT_PROGRAMS", SOURCE / "build" / "dev" / "bin"))
PRESHIFT = PROGRAMS / "preshift"
SAMPLES = SOURCE / "samples"

# What the programs keep of these tests, instead of in the user's own folder.
STATE = tempfile.mkdtemp(prefix="preshift-state-")
atexit.register(shutil.rmtree, STATE, ignore_errors=True)

# Long enough for any check in these tests on a slow machine; only a hang gets there.
HANG_SECONDS = 120


def environment(**changes):
    """The caller's environment without what would change the result, and with `changes`."""
    clean = {key: value for key, value in os.environ.items()
             if not key.startswith(("LC_", "LANG", "PULSE_", "NO_COLOR"))}
    clean["PRESHIFT_STATE_DIR"] = STATE
    clean.update(changes)
    return clean


def models_folder():
    """Where the prepared models are, as preshift finds them."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return pathlib.Path(os.environ.get("PRESHIFT_MODELS_DIR") or os.path.join(cache, "preshift", "models"))


class Result:
    def __init__(self, completed):
        self.status = completed.returncode
        self.output = completed.stdout.decode("utf-8")
        self.errors = completed.stderr.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.output)

    def measurement(self, name):
        return next(each for each in self.json["measurements"] if each["name"] == name)

    def rule(self, identifier):
        return next(each for each in self.json["results"] if each["id"] == identifier)

    def __repr__(self):
        return f"status {self.status}\n{self.output}\n{self.errors}"


def preshift(*arguments, program=PRESHIFT, env=None, **options):
    return Result(subprocess.run([str(program), *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True,
                                 timeout=HANG_SECONDS, env=env or environment(), check=False, **options))


class PreshiftTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="preshift-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def assert_refused(self, result, status, *words):
        """One clear line on standard error that holds the words, nothing else, and this status."""
        self.assertEqual(result.status, status, result)
        lines = result.errors.splitlines()
        self.assertEqual(len(lines), 1, result)
        self.assertTrue(lines[0].startswith("preshift: "), lines[0])
        for word in words:
            self.assertIn(word, lines[0])


def sine(seconds=2.0, rate=48000, frequency=1000.0, amplitude=0.1):
    """A whole number of periods, so that its RMS is amplitude / sqrt(2) exactly."""
    return [amplitude * math.sin(2 * math.pi * frequency * n / rate) for n in range(int(seconds * rate))]


def write_wav(path, samples, rate=48000, channels=1):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(struct.pack(f"<{len(samples)}h", *(round(s * 32767) for s in samples)))
    return path


def write_float_wav(path, samples, rate=48000):
    data = struct.pack(f"<{len(samples)}f", *samples)
    header = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 3, 1, rate, rate * 4, 4,
                         32, b"data", len(data))
    path.write_bytes(header + data)
    return path


def write_png(path, width, height, grey=128):
    """A plain PNG; any size is small on disk."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    rows = zlib.compressobj(9)
    row = b"\0" + bytes([grey]) * width
    data = b"".join(rows.compress(row) for _ in range(height)) + rows.flush()
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
                     chunk(b"IDAT", data) + chunk(b"IEND", b""))
    return path


def require(*programs):
    """Skips the test when a program that it needs is not installed; where CI runs, all are."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing and os.environ.get("CI") == "true":
        raise RuntimeError(f"not installed: {', '.join(missing)}")
    if missing:
        raise unittest.SkipTest(f"not installed: {', '.join(missing)} (./dev setup installs it)")


@contextlib.contextmanager
def running(command, **options):
    """A program in the background that is stopped, with all it started, by its own id."""
    process = subprocess.Popen(list(map(str, command)), stdin=subprocess.DEVNULL, start_new_session=True, **options)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
