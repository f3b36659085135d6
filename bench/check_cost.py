#!/usr/bin/env python3
"""What a check costs: `preshift check` on 20 s of 48 kHz sound and 40 pictures of 640x480, on one core, and starting up.

usage: bench/check_cost.py [FOLDER WITH THE PROGRAMS]    (default: build/release/bin)

Sound and pictures are made from the samples with ffmpeg. Each figure is the median of seven runs; times are the
processor's, of the program and all it started, beside the wall's.
"""

import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
RUNS = 7


def run_once(command):
    """Processor seconds, wall seconds and the largest process's KiB of one run on one core."""
    start = time.monotonic()
    process = subprocess.Popen(["taskset", "-c", "0", *map(str, command)], stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 2):
        sys.exit(f"{command[0]} ended with status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss


def measure(name, command):
    run_once(command)  # warms the caches
    processor, wall, memory = (statistics.median(column) for column in zip(*(run_once(command) for _ in range(RUNS))))
    # A process that stays smaller than this one shows this one's memory, from before it was replaced.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    shown = f"{memory / 1024:9.1f}" if memory > own else f"{'-':>9}"
    print(f"{name:<38} {processor * 1000:9.1f} {wall * 1000:9.1f} {shown}", flush=True)
    return processor


def make_inputs(folder):
    sample = ROOT / "samples" / "quiet-office"
    ffmpeg = ["ffmpeg", "-nostdin", "-loglevel", "error", "-stream_loop", "-1"]
    subprocess.run([*ffmpeg, "-i", sample / "sound.flac", "-t", "20", "-ar", "48000", folder / "sound.wav"], check=True)
    (folder / "pictures").mkdir()
    subprocess.run([*ffmpeg, "-framerate", "2", "-pattern_type", "glob", "-i", sample / "pictures" / "*.jpg",
                    "-frames:v", "40", "-vf", "scale=640:480,noise=alls=4:allf=t", "-q:v", "4",
                    folder / "pictures" / "%02d.jpg"], check=True)


def main():
    programs = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "release" / "bin")
    preshift = programs / "preshift"
    with tempfile.TemporaryDirectory() as name:
        os.environ["PRESHIFT_STATE_DIR"] = name  # not among the user's own checks
        folder = pathlib.Path(name)
        make_inputs(folder)
        sound, pictures = ("--sound", folder / "sound.wav"), ("--pictures", folder / "pictures")
        print(f"{'':<38} {'cpu ms':>9} {'wall ms':>9} {'MiB':>9}")
        measure("preshift --version", [preshift, "--version"])
        measure("preshift-sense --version", [programs / "preshift-sense", "--version"])
        alone = measure("check, 20 s of sound", [preshift, "check", *sound])
        whole = measure("check, 20 s of sound and 40 pictures", [preshift, "check", *sound, *pictures])
        print(f"{'a picture':<38} {(whole - alone) * 1000 / 40:9.1f}")


if __name__ == "__main__":
    main()
