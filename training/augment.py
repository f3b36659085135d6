"""Examples to learn from: what a room, a microphone and a codec do to sounds, and other sounds at the same time.

An example is one window with a target for each class: 1 heard, 0 not heard, -1 cannot be told (not learned from).
All sounds of an example come from the same fold, so an example is on one side of a split.
"""

import io
from collections import defaultdict

import numpy as np
import soundfile

from front_end import HOP, RATE_HZ, WINDOW_SAMPLES, log_mel, network_input
from sounds import CATALOGUE, CLASSES

QUIET = CLASSES.index("quiet")
_SPEECH = CLASSES.index("speech")
_SHORT = {CLASSES.index(name) for name in CATALOGUE["short"]}
_OF_ANY_SIZE = {CLASSES.index(name) for name in CATALOGUE["of_any_size"]}
_SPECTRUM = 65536  # samples of the transform that a sound passes through: the window, the room's echo, room before
_BEFORE = RATE_HZ  # heard before the window, so that its echo reaches in
_HZ = np.fft.rfftfreq(_SPECTRUM, 1 / RATE_HZ)
HOPS = WINDOW_SAMPLES // HOP + 1
_FLOOR_SHARE, _MIX_SHARE, _ROOM_SHARE, _BAND_SHARE, _SPEED_SHARE = 0.85, 0.6, 0.4, 0.4, 0.5
_OTHERS_SHARE, _QUIET_SHARE = 0.26, 0.05
_OFTEN = {"child": 2.0, "dog": 2.0, "cat": 1.2, "quiet": 0.0}


def with_coded_versions(clips):
    """The samples of each clip as they are and as Ogg Vorbis gives them back."""
    versions = []
    for clip in clips:
        coded = io.BytesIO()
        samples = clip.samples / max(1.0, np.abs(clip.samples).max())
        with soundfile.SoundFile(coded, "w", RATE_HZ, 1, format="OGG", subtype="VORBIS") as file:
            file.write(samples)
        coded.seek(0)
        decoded = soundfile.read(coded)[0][:len(samples)]
        decoded = np.pad(decoded, (0, len(samples) - len(decoded)))
        versions.append((clip.samples.astype(np.float32), decoded.astype(np.float32)))
    return versions


class Examples:
    """Makes example number n of a fold; the same number gives the same example, on any number of processes."""

    def __init__(self, clips, versions, rooms, seed):
        self._clips, self._versions, self._seed = clips, versions, seed
        self._rooms = [np.fft.rfft(room, _SPECTRUM) for room in rooms]
        self._by_class = defaultdict(lambda: defaultdict(list))
        self._others = defaultdict(lambda: defaultdict(list))
        for index, clip in enumerate(clips):
            for found in clip.classes:
                self._by_class[clip.fold, found][clip.source].append(index)
            if not clip.classes:
                self._others[clip.fold][clip.label.split("/")[0]].append(index)
        self._weights = np.array([_OFTEN.get(name, 1.0) for name in CLASSES])

    def __call__(self, fold, number):
        random = np.random.default_rng([self._seed, fold, number])
        target = np.zeros(len(CLASSES), dtype=np.int8)
        if random.random() < _QUIET_SHARE:
            target[QUIET] = 1
            sound = self._gap(random, fold)
        else:
            sound = self._mixture(random, fold, target)
        if sound is None or random.random() < _FLOOR_SHARE:
            sound = _with_floor(random, sound)
        return network_input(log_mel(_recorded(random, sound))), target

    def _mixture(self, random, fold, target):
        sound, power = self._sound(random, self._pick(random, fold), target)
        if random.random() < _MIX_SHARE:
            under = np.zeros_like(target)
            other, other_power = self._sound(random, self._pick(random, fold, background=True), under)
            ratio_db = random.uniform(-5, 20)
            if power > 0 and other_power > 0:
                sound = sound + other * np.sqrt(power / other_power) * 10 ** (-ratio_db / 20)
                under[(under == 1) & (ratio_db > 12)] = -1
                under[QUIET] = 0
                target[:] = np.where((target == 1) | (under == 1), 1, np.minimum(target, under))
        if random.random() < _BAND_SHARE:
            sound = _filtered(sound, _band(random))
        return sound

    def _pick(self, random, fold, background=False):
        """Classes by their weights, then sources of one alike: many clips of one speaker count as few."""
        if random.random() < (0.5 if background else _OTHERS_SHARE):
            labels = self._others[fold]
            of_label = labels[sorted(labels)[random.integers(len(labels))]]
            return of_label[random.integers(len(of_label))]
        there = [c for c in range(len(CLASSES)) if self._by_class.get((fold, c)) and self._weights[c] > 0]
        weights = self._weights[there] if not background else np.ones(len(there))
        sources = self._by_class[fold, there[random.choice(len(there), p=weights / weights.sum())]]
        names = sorted(sources)
        many = np.sqrt([len(sources[name]) for name in names])
        of_source = sources[names[random.choice(len(names), p=many / many.sum())]]
        return of_source[random.integers(len(of_source))]

    def _sound(self, random, index, target):
        """A stretch of the clip as a room passes it on, its targets written, and the power of its active part."""
        clip = self._clips[index]
        samples = self._versions[index][random.integers(2)]
        length = _BEFORE + WINDOW_SAMPLES
        start = _start(random, clip)
        stretch, active = _cut(samples, start - _BEFORE, length), _cut(clip.active, start // HOP, HOPS)
        if random.random() < _SPEED_SHARE:
            stretch, active = _at_speed(random, samples, start, clip)
        write_target(target, clip, active)
        response = _tone(random)
        if random.random() < _ROOM_SHARE and self._rooms:
            response = response * self._room(random)
        heard = np.fft.irfft(np.fft.rfft(stretch, _SPECTRUM) * response, _SPECTRUM)[_BEFORE:length]
        part = heard[np.repeat(active, HOP)[:len(heard)]] if active.any() else heard
        return heard, float(np.mean(part ** 2)) if len(part) else 0.0

    def _room(self, random):
        if random.random() < 0.5:
            return self._rooms[random.integers(len(self._rooms))]
        seconds = random.uniform(0.1, 0.7)  # until the echo is 60 dB down
        time = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
        echo = random.standard_normal(len(time)) * np.exp(-6.9 * time / seconds)
        echo *= 10 ** (random.uniform(-12, 3) / 20) / np.sqrt(np.sum(echo ** 2))
        echo[0] += 1
        return np.fft.rfft(echo / np.sqrt(np.sum(echo ** 2)), _SPECTRUM)

    def _gap(self, random, fold):
        """Silence: a made floor, or what a recording has where its sound is not."""
        sources = self._by_class.get((fold, QUIET))
        if not sources or random.random() < 0.6:
            return None
        of_source = sources[sorted(sources)[random.integers(len(sources))]]
        clip = self._clips[of_source[random.integers(len(of_source))]]
        start = int(random.integers(max(1, len(clip.samples) - WINDOW_SAMPLES)))
        return np.resize(clip.samples[start:start + WINDOW_SAMPLES], WINDOW_SAMPLES).astype(np.float64)


def _start(random, clip):
    """Where the window begins: mostly so that something active is in it."""
    active = np.flatnonzero(clip.active)
    if len(active) == 0 or random.random() < 0.08:
        return int(random.integers(-WINDOW_SAMPLES // 2, max(1, len(clip.samples) - WINDOW_SAMPLES // 2)))
    return int(active[random.integers(len(active))] * HOP - random.integers(int(0.9 * WINDOW_SAMPLES)))


def _cut(values, start, length):
    """values[start:start+length], nothing where there is none."""
    cut = np.zeros(length, dtype=values.dtype)
    first, last = max(0, start), min(len(values), start + length)
    if last > first:
        cut[first - start:last - start] = values[first:last]
    return cut


def _speed(random, clip):
    if _SPEECH in clip.classes:
        return random.uniform(0.88, 1.14)  # faster, it would sound like a child
    return random.uniform(0.74, 1.35) if _OF_ANY_SIZE.intersection(clip.classes) else random.uniform(0.8, 1.25)


def _at_speed(random, samples, start, clip):
    """As a smaller or larger throat or machine sounds: up to a quarter slower or faster, breeds differ by more."""
    active = clip.active
    speed = _speed(random, clip)
    at = start + (np.arange(_BEFORE + WINDOW_SAMPLES) - _BEFORE) * speed
    stretch = np.interp(at, np.arange(len(samples)), samples, left=0, right=0)
    hops = ((start + np.arange(HOPS) * HOP * speed) // HOP).astype(int)
    inside = (hops >= 0) & (hops < len(active))
    return stretch, np.where(inside, active[np.clip(hops, 0, len(active) - 1)], False)


def write_target(target, clip, active):
    heard = int(active[:HOPS - 1].sum())
    for found in clip.classes:
        enough = 2 if found in _SHORT else 5
        target[found] = 1 if heard >= enough or found == QUIET else (0 if heard == 0 else -1)
    if heard:
        target[[c for c in clip.doubtful if target[c] == 0]] = -1
    if heard < 5 and target[QUIET] == 0:
        target[QUIET] = -1


def _tone(random):
    """A microphone's and a loudspeaker's colour: a slope and a bend within +-8 dB."""
    octaves = np.log2(np.maximum(_HZ, 50) / 1000)
    db = random.uniform(-1.5, 1.5) * octaves + random.uniform(-4, 4) * np.cos(octaves * random.uniform(0.5, 2)
                                                                           + random.uniform(0, 6))
    return 10 ** (np.clip(db, -8, 8) / 20)


def _band(random):
    """What a telephone, an old codec or a cheap microphone leaves: up to 3 to 7.5 kHz, from 20 to 350 Hz."""
    upper = random.uniform(3000, 7500) if random.random() < 0.7 else 8000
    lower = random.uniform(20, 350) if random.random() < 0.5 else 1
    return 1 / np.sqrt((1 + (_HZ / upper) ** 24) * (1 + (lower / np.maximum(_HZ, 1)) ** 6))


def _filtered(sound, response):
    return np.fft.irfft(np.fft.rfft(sound, _SPECTRUM) * response, _SPECTRUM)[:len(sound)]


def _with_floor(random, sound):
    """A background noise of any colour, 3 to 55 dB under the sound."""
    slope = random.uniform(-1.2, 0.2)
    colour = np.maximum(_HZ, 60) ** slope * _tone(random)
    noise = _filtered(random.standard_normal(WINDOW_SAMPLES), colour)
    noise /= np.sqrt(np.mean(noise ** 2))
    if random.random() < 0.3:  # mains
        hum = 50 * (1 + random.integers(2)) * np.arange(1, 7)
        time = np.arange(WINDOW_SAMPLES) / RATE_HZ
        noise += random.uniform(0.05, 0.5) * np.sin(2 * np.pi * hum[:, None] * time).T @ (random.random(6) / hum * 50)
    if sound is None:
        return noise * 0.1
    rms = np.sqrt(np.mean(sound ** 2))
    if rms == 0:
        return noise * 0.1
    return sound + noise * rms * 10 ** (-random.uniform(3, 55) / 20)


def _recorded(random, sound):
    """At a peak of -40 to 0 dBFS and in 16 bits, sometimes clipped a little."""
    peak = np.abs(sound).max()
    if peak > 0:
        sound = sound / peak * 10 ** (random.uniform(-40, 0) / 20) * (1.4 if random.random() < 0.05 else 1.0)
    return np.clip(np.round(sound * 32768 + random.uniform(-0.5, 0.5, len(sound))), -32768, 32767) / 32768
