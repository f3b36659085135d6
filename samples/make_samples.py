#!/usr/bin/python3
"""Makes the sample workspaces beside this file: sound.flac, pictures/ and expected.json of each.

Sounds are synthesised from fixed seeds, so every run gives the same samples. Pictures come from the open recordings
named in README.md, read from ../shared (or PRESHIFT_SHARED); without them the committed pictures are left as they
are. Needs numpy, ffmpeg and espeak-ng.
"""

import json
import os
import pathlib
import shutil
import subprocess

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
SHARED = pathlib.Path(os.environ.get("PRESHIFT_SHARED", HERE.parent.parent / "shared"))
VIDEOS = SHARED / "data/video/intel_sample_videos"

RATE_HZ = 48000
SECONDS = 12
FULL_SCALE_DB = 100.0  # sound pressure level of a signal whose RMS is digital full scale


# ---- sound


def a_weighting(frequency_hz):
    """Amplitude gain of A-weighting, IEC 61672-1:2013 annex E; 1 at 1 kHz."""
    f1, f2, f3, f4 = 20.598997, 107.65265, 737.86223, 12194.217

    def response(f):
        f = f * f
        return f4**2 * f * f / ((f + f1**2) * np.sqrt(f + f2**2) * np.sqrt(f + f3**2) * (f + f4**2))

    return response(frequency_hz) / response(np.float64(1000.0))


def laeq_db(samples):
    """LAeq of samples (full scale 1) by Parseval's theorem on the whole sound, in dB re 20 uPa."""
    spectrum = np.fft.rfft(samples)
    energy = np.abs(spectrum * a_weighting(np.fft.rfftfreq(samples.size, 1 / RATE_HZ))) ** 2
    return FULL_SCALE_DB + 10 * np.log10(2 * energy.sum() / samples.size**2)


def shaped_noise(random, amplitude_of_hz, seconds=SECONDS):
    """Gaussian noise whose amplitude spectrum follows amplitude_of_hz; RMS 1."""
    white = random.normal(size=int(seconds * RATE_HZ))
    frequency = np.fft.rfftfreq(white.size, 1 / RATE_HZ)
    noise = np.fft.irfft(np.fft.rfft(white) * amplitude_of_hz(frequency), white.size)
    return noise / np.sqrt(np.mean(noise**2))


def slow_envelope(random, up_to_hz, depth, seconds=SECONDS):
    """A slowly wandering positive gain around 1, such as loudness has in speech."""
    wander = shaped_noise(random, lambda f: (f > 0) & (f <= up_to_hz), seconds)
    return np.exp(depth * wander)


def fan_spectrum(frequency_hz):
    """A computer fan: falling 6 dB an octave above 150 Hz, little below 40 Hz."""
    return 1 / np.sqrt(1 + (frequency_hz / 150) ** 2) * frequency_hz / np.hypot(frequency_hz, 40)


def speech_spectrum(frequency_hz):
    """Long-term average of speech, roughly: flat from 100 to 500 Hz, then falling 9 dB an octave."""
    return frequency_hz / np.hypot(frequency_hz, 100) * (1 + (frequency_hz / 500) ** 2) ** -0.75


def key_clicks(random):
    """A few soft key presses: 15 ms bursts of noise between 1 and 6 kHz."""
    clicks = np.zeros(SECONDS * RATE_HZ)
    burst_length = RATE_HZ * 15 // 1000
    fading = np.exp(-np.arange(burst_length) / (0.004 * RATE_HZ))
    for start_s in np.sort(random.uniform(2, SECONDS - 2, size=9)):
        start = int(start_s * RATE_HZ)
        burst = shaped_noise(random, lambda f: (f > 1000) & (f < 6000), 0.015)
        clicks[start : start + burst_length] += burst * fading * random.uniform(0.6, 1)
    return clicks


def quiet_office(seed):
    random = np.random.RandomState(seed)
    return at_level(shaped_noise(random, fan_spectrum), 34.6) + at_level(key_clicks(random), 24)


READING_S = 8  # of the samples with a voice, then a second of pause, then silence
SENTENCE = ("Good morning, and thank you for your call. Tell me in a few words what it is about, and I will see at "
            "once what I can do for you.")


def voice_then_silence(background, voice_level_db, seed):
    """The sentence read by a speech synthesiser at this LAeq, over a background that goes on for SECONDS after it."""
    random = np.random.RandomState(seed)
    spoken = subprocess.run(["espeak-ng", "-v", "en-us", "-s", "165", "--stdout", SENTENCE], check=True,
                            stdout=subprocess.PIPE).stdout
    raw = ffmpeg(["-i", "-"], ["-f", "f32le", "-ar", str(RATE_HZ), "-ac", "1", "-"], spoken)
    voice = np.frombuffer(raw, "<f4").astype(float)[: READING_S * RATE_HZ]
    sound = background(random, READING_S + 1 + SECONDS)
    sound[RATE_HZ // 2 : RATE_HZ // 2 + voice.size] += at_level(voice, voice_level_db)
    return sound


def fan(random, seconds, level_db):
    return at_level(shaped_noise(random, fan_spectrum, seconds), level_db)


def noisy_office(seed):
    def background(random, seconds):
        talkers = sum(shaped_noise(random, speech_spectrum, seconds) * slow_envelope(random, 4, 0.7, seconds)
                      for _ in range(6))
        return at_level(talkers, 58) + fan(random, seconds, 35)
    return voice_then_silence(background, 68, seed)


def uncalibrated_laptop(seed):
    return voice_then_silence(lambda random, seconds: fan(random, seconds, 32), 66, seed)


def muted(_seed):
    return np.zeros(SECONDS * RATE_HZ)


def at_level(samples, level_db):
    return samples * 10 ** ((level_db - laeq_db(samples)) / 20)


def to_int16(samples, seed):
    """16 bits with triangular dither; a muted microphone stays at exact zeros."""
    if not samples.any():
        return samples.astype("<i2")
    random = np.random.RandomState(seed + 1)
    dither = random.uniform(-0.5, 0.5, samples.size) + random.uniform(-0.5, 0.5, samples.size)
    return np.round(samples * 32768 + dither).clip(-32768, 32767).astype("<i2")


def write_flac(file, samples_int16):
    ffmpeg(["-f", "s16le", "-ar", str(RATE_HZ), "-ac", "1", "-i", "-"],
           ["-map_metadata", "-1", "-compression_level", "12", str(file)], samples_int16.tobytes())


# ---- pictures


def ffmpeg(before, after, data=None):
    command = ["ffmpeg", "-v", "error", "-y", *before, "-fflags", "+bitexact", "-flags", "+bitexact", *after]
    return subprocess.run(command, input=data, check=True, stdout=subprocess.PIPE).stdout


def video_frames(name, width, height, every_seconds, first=0.0, count=None, view="null"):
    """Frames of an original as an array (n, height, width, 3): the filter `view`, then scaled to width x height."""
    until = [] if count is None else ["-frames:v", str(count)]
    raw = ffmpeg(["-ss", str(first), "-i", str(VIDEOS / name)],
                 ["-vf", f"fps=1/{every_seconds},{view},scale={width}:{height}", *until,
                  "-f", "rawvideo", "-pix_fmt", "rgb24", "-"])
    return np.frombuffer(raw, np.uint8).reshape(-1, height, width, 3)


def man_at_his_webcam(*clips):
    """Without the left edge of the original, where a screen shows him a second time."""
    view = "crop=528:396:112:16"
    return np.concatenate([video_frames(clip, 640, 480, 0.5, view=view) for clip in clips])


def woman_at_her_webcam():
    return video_frames("head-pose-face-detection-female.gif", 480, 270, 0.2)


def side_by_side(left, right, overlap=60):
    """Two views become one picture; they fade into each other where both show a plain wall."""
    count = min(len(left), len(right))
    fade = np.linspace(1, 0, overlap)[None, None, :, None]
    middle = left[:count, :, -overlap:] * fade + right[:count, :, :overlap] * (1 - fade)
    return np.concatenate([left[:count, :, :-overlap], middle.round().astype(np.uint8),
                           right[:count, :, overlap:]], axis=2)


def two_people():
    man = np.concatenate([video_frames(clip, 640, 480, 0.5) for clip in ("again.mkv", "yes.mkv")])[:, :, 130:490]
    woman = video_frames("head-pose-face-detection-female.gif", 854, 480, 0.2)[:, :, 240:580]
    return side_by_side(man, woman)


def empty_room():
    """Moments with nobody in view, far enough apart that the light differs a little, as it does in a live camera."""
    moments_s = (1, 4, 20.5, 46, 47, 72, 88, 138)
    video = "one-by-one-person-detection.mp4"
    return np.concatenate([video_frames(video, 768, 432, 0.1, first=moment, count=1) for moment in moments_s])


def covered_lens(seed=7, count=8):
    """What a camera sends with its shutter closed: black level, sensor noise, and a trace of light at one edge."""
    random = np.random.RandomState(seed)
    leak = np.exp(-np.arange(640) / 60)[None, :, None] * np.array([6.0, 3.0, 2.0])
    frames = [9 + random.normal(0, 0.6) + leak + random.normal(0, 2.5, (480, 640, 3)) for _ in range(count)]
    return np.stack(frames).round().clip(0, 255).astype(np.uint8)


def write_pictures(folder, frames):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    size = f"{frames.shape[2]}x{frames.shape[1]}"
    ffmpeg(["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-r", "2", "-i", "-"],
           ["-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", "4", str(folder / "picture_%02d.jpg")], frames.tobytes())


# ---- workspaces

WORKSPACES = {
    "quiet-office": {
        "sound": (quiet_office, 11),
        "pictures": lambda: man_at_his_webcam("again.mkv", "help.mkv"),
        "outcome": "cleared",
        "people": 1,
        "why": "One person, and a computer fan about 10 dB under the limit.",
    },
    "empty-room": {
        "sound": (quiet_office, 21),
        "pictures": empty_room,
        "outcome": "cleared",
        "people": 0,
        "why": "Nobody in view and a quiet room: nothing speaks against the shift.",
    },
    "noisy-office": {
        "sound": (noisy_office, 31),
        "phases": True,
        "pictures": woman_at_her_webcam,
        "outcome": "not_cleared",
        "people": 1,
        "why": "A television in the next room, 13 dB over the limit and too near the voice.",
    },
    "uncalibrated-laptop": {
        "sound": (uncalibrated_laptop, 71),
        "phases": True,
        "calibrated": False,
        "pictures": lambda: man_at_his_webcam("yes.mkv", "again.mkv"),
        "outcome": "cleared",
        "people": 1,
        "why": "Nobody calibrated the microphone, but the voice stands far above the background.",
    },
    "two-people": {
        "sound": (quiet_office, 41),
        "pictures": two_people,
        "outcome": "not_cleared",
        "people": 2,
        "why": "Quiet, but a second person is in view.",
    },
    "covered-camera": {
        "sound": (quiet_office, 51),
        "pictures": covered_lens,
        "outcome": "undecided",
        "unknown": ["people.count"],
        "why": "The shutter is closed: nobody can tell who is in the room.",
    },
    "muted-microphone": {
        "sound": (muted, 61),
        "pictures": lambda: man_at_his_webcam("yes.mkv", "help.mkv"),
        "outcome": "undecided",
        "people": 1,
        "unknown": ["sound.laeq"],
        "why": "The microphone sends zeros only: silence like that is a switch, not a quiet room.",
    },
}


def silent_phase(workspace, samples_int16):
    return samples_int16[(READING_S + 1) * RATE_HZ :] if workspace.get("phases") else samples_int16


def expectation(workspace, samples_int16):
    measurements = {}
    calibrated = workspace.get("calibrated", True)
    if samples_int16.any():
        laeq = laeq_db(silent_phase(workspace, samples_int16) / 32768)
        value, unit = (laeq, "dB(A)") if calibrated else (laeq - FULL_SCALE_DB, "dBFS")
        measurements["sound.laeq"] = {"value": round(float(value), 2), "unit": unit, "tolerance": 0.2}
    if "people" in workspace:
        measurements["people.count"] = {"value": workspace["people"], "unit": "person", "tolerance": 0}
    return {
        "outcome": workspace["outcome"],
        "arguments": ["--full-scale", f"{FULL_SCALE_DB:g}dB"] if calibrated else [],
        "why": workspace["why"],
        "measurements": measurements,
        "unknown": workspace.get("unknown", []),
    }


def write_json(file, value):
    """One key a line, so that shell scripts can read it too."""
    lines = [f"  {json.dumps(key)}: {json.dumps(item)}" for key, item in value.items()]
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def make(name, workspace):
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    synthesise, seed = workspace["sound"]
    samples = to_int16(synthesise(seed), seed)
    write_flac(folder / "sound.flac", samples)
    if workspace.get("phases"):
        until = READING_S + 1 + SECONDS
        (folder / "sound.flac.phases").write_text(f"reading=0s-{READING_S}s,silent={READING_S + 1}s-{until}s\n")
    write_json(folder / "expected.json", expectation(workspace, samples))
    if workspace["pictures"] is covered_lens or VIDEOS.is_dir():
        write_pictures(folder / "pictures", workspace["pictures"]())
    else:
        print(f"{name}: pictures left as they are ({VIDEOS} is not there)")


if __name__ == "__main__":
    for workspace_name, description in WORKSPACES.items():
        make(workspace_name, description)
