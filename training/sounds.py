"""The sounds to learn from: the shared recordings by their manifest, and real sounds of Debian packages.

Each has a source (who recorded it or speaks), which decides its fold: no source is on both sides of a split.
"""

import csv
import dataclasses
import fnmatch
import json
import re
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import soundfile
from scipy import signal

from front_end import HOP, RATE_HZ

_HERE = Path(__file__).resolve().parent
CATALOGUE = json.loads((_HERE / "sounds.json").read_text())
CLASSES = CATALOGUE["classes"]
_LONGEST_S = 20
_TYPED_CLIPS = 12


@dataclasses.dataclass
class Clip:
    """One recording at 16 kHz; active: for each HOP whether its own sound is there, not the pause between."""
    path: str
    label: str
    source: str
    licence: str
    samples: np.ndarray = dataclasses.field(repr=False)
    active: np.ndarray = dataclasses.field(repr=False, default=None)
    fold: int = -1

    @property
    def classes(self):
        return [CLASSES.index(name) for name in _meaning(self.label).get("is", [])]

    @property
    def doubtful(self):
        return [CLASSES.index(name) for name in _meaning(self.label).get("may_be", [])]


def _meaning(label):
    return CATALOGUE["labels"].get(label.split("/")[0], {})


def read_all(shared, packages, folds):
    """Every clip, those of one source in one fold. Deterministic: the same data gives the same folds."""
    clips = [*_shared(Path(shared) / "data"), *_from_packages(Path(packages))]
    clips = [clip for clip in clips if len(clip.samples) >= RATE_HZ // 10]
    clips = [clip for clip in clips if clip.label != "keyboard_key"] + _typed(clips)
    for clip in clips:
        clip.active = activity(clip.samples)
    _assign_folds(clips, folds)
    return clips


def read_impulse_responses(shared):
    return [_trimmed(read_sound(path)) for path in sorted((Path(shared) / "data/audio").glob("rir_*/*.wav"))]


def _trimmed(response):
    start = max(0, int(np.argmax(np.abs(response))) - 16)
    response = response[start:start + RATE_HZ]
    return response / np.sqrt(np.sum(response ** 2))


def read_sound(path):
    """One channel at 16 kHz, at most 20 s."""
    if Path(path).suffix == ".g722":
        raw = subprocess.run(["ffmpeg", "-v", "error", "-f", "g722", "-i", str(path), "-f", "s16le", "-ac", "1", "-ar",
                              str(RATE_HZ), "-"], stdout=subprocess.PIPE, check=True).stdout
        return np.frombuffer(raw, dtype="<i2").astype(np.float64)[:_LONGEST_S * RATE_HZ] / 32768
    with soundfile.SoundFile(str(path)) as file:
        samples = file.read(_LONGEST_S * file.samplerate, always_2d=True).mean(axis=1)
        rate = file.samplerate
    common = np.gcd(rate, RATE_HZ)
    return signal.resample_poly(samples, RATE_HZ // common, rate // common) if rate != RATE_HZ else samples


def _shared(data):
    with open(data / "MANIFEST.tsv", newline="") as manifest:
        for row in csv.DictReader(manifest, delimiter="\t", quoting=csv.QUOTE_NONE):
            path = row["path"]
            left_out = any(row["label"].startswith(label) for label in CATALOGUE["leave_out"])
            if path.startswith("audio/") and not left_out:
                yield Clip(path, row["label"], _shared_source(path, row["licence"]), row["licence"],
                           read_sound(data / path))


def _shared_source(path, licence):
    """Freesound's author (who may have put several clips there), the telephone, the speaker, else the file itself."""
    _, collection, *_, name = path.split("/")
    if author := re.search(r"\(Freesound clip \d+ by (.+)\)", licence):
        return f"freesound {author[1]}"
    if collection == "donateacry":
        return f"donateacry {name[:36].lower()}"
    if collection == "fsdd":
        return f"fsdd {name.split('_')[1]}"
    if collection in ("debian_asterisk_en", "debian_bucklespring", "debian_alsa_utils", "debian_pocketsphinx"):
        return {"debian_asterisk_en": "Allison", "debian_bucklespring": "buckle",
                "debian_alsa_utils": "audio-channel",
                "debian_pocketsphinx": f"pocketsphinx {name[:5]}"}[collection]
    return f"{collection} {'' if collection in ('minetest_doors', 'audiomentations', 'spatialaudio') else name}"


def _from_packages(folder):
    for package in CATALOGUE["packages"]:
        root = folder / package["package"]
        files = sorted(str(path.relative_to(folder)) for path in root.rglob("*")
                       if path.suffix in (".wav", ".ogg", ".oga", ".flac", ".mp3", ".g722"))
        taken = set()
        for wanted in package["files"]:
            found = [path for path in files if path not in taken and fnmatch.fnmatch("/" + path, wanted["match"])]
            taken.update(found)
            for path in _spread(found, wanted):
                yield Clip(path, wanted["label"], _package_source(path, wanted), package["licence"],
                           read_sound(folder / path))


def _spread(paths, wanted):
    """At most so many of each source, evenly over the list."""
    by_source = defaultdict(list)
    for path in paths:
        by_source[_package_source(path, wanted)].append(path)
    for found in by_source.values():
        yield from found[::max(1, len(found) // wanted["most"])][:wanted["most"]] if "most" in wanted else found


def _package_source(path, wanted):
    if found := re.search(wanted["source"], path) if "source" in wanted else None:
        return found[1] if len(found[1]) > 2 else f"tuxpaint voice {found[1]}"
    return path


def _typed(clips):
    """Typing, put together from single keys: 4 to 9 a second, with pauses."""
    keys = [clip for clip in clips if clip.label == "keyboard_key"]
    random = np.random.default_rng(7)
    for number in range(_TYPED_CLIPS if keys else 0):
        samples = np.zeros(5 * RATE_HZ)
        start, pace = 0.1, random.uniform(4, 9)
        while start < 4.8:
            key = keys[random.integers(len(keys))].samples
            at = int(start * RATE_HZ)
            part = samples[at:at + len(key)]
            part += key[:len(part)] * random.uniform(0.5, 1.0)
            start += random.exponential(1 / pace) + (random.uniform(0.5, 1.0) if random.random() < 0.05 else 0.03)
        yield_path = f"made of single keys, {number}"
        keys.append(Clip(yield_path, "keyboard_typing", "buckle", keys[0].licence, samples))
    return keys[-_TYPED_CLIPS:] if keys else []


def activity(samples):
    """A hop is active when it is within 20 dB of the clip's loud ones and clearly over the clip's background."""
    whole = samples[:len(samples) // HOP * HOP].reshape(-1, HOP)
    level = 10 * np.log10(np.mean(whole ** 2, axis=1) + 1e-12)
    loud, background = np.percentile(level, 95), np.percentile(level, 10)
    if loud < -95:
        return np.zeros(len(level), dtype=bool)
    limit = loud - 20 if loud - background < 12 else max(loud - 20, background + 6)
    return level > limit


def _assign_folds(clips, folds):
    """Sources, rarest class first, go to the fold that has least of that class."""
    def name_of(clip):
        return _meaning(clip.label).get("is", [clip.label])[0]

    sources = defaultdict(list)
    for clip in clips:
        sources[clip.source].append(clip)
    sizes = Counter(name_of(clip) for clip in clips)
    held = [Counter() for _ in range(folds)]
    order = sorted(sources, key=lambda s: (min(sizes[name_of(c)] for c in sources[s]), -len(sources[s]), s))
    for source in order:
        rarest = min((name_of(clip) for clip in sources[source]), key=lambda name: (sizes[name], name))
        fold = min(range(folds), key=lambda f: (held[f][rarest], held[f].total(), f))
        for clip in sources[source]:
            clip.fold = fold
            held[fold][name_of(clip)] += 1
