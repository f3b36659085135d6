"""The examples of every fold, made once and kept in the output folder until the code or the data changes."""

import hashlib
import multiprocessing
from pathlib import Path

import numpy as np

import augment
import sounds

_HERE = Path(__file__).resolve().parent
_MADE_BY = ["sounds.json", "sounds.py", "augment.py", "front_end.py"]
_maker = None


def digest(shared, *settings):
    parts = [(_HERE / name).read_bytes() for name in _MADE_BY]
    parts += [(Path(shared) / "data/MANIFEST.tsv").read_bytes(), repr(settings).encode()]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def make(clips, rooms, folds, each, seed, folder, key, processes):
    """Writes windows.npy (n x BANDS x FRAMES, float16), targets.npy (n x classes: 1, 0, -1) and fold.npy (n)."""
    stamp = folder / "key"
    if stamp.exists() and stamp.read_text() == key:
        return
    global _maker
    _maker = augment.Examples(clips, augment.with_coded_versions(clips), rooms, seed)
    wanted = [(fold, number) for fold in range(folds) for number in range(each)]
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        made = pool.starmap(_one, wanted, chunksize=100)
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "windows.npy", np.stack([window for window, _ in made]))
    np.save(folder / "targets.npy", np.stack([target for _, target in made]))
    np.save(folder / "fold.npy", np.array([fold for fold, _ in wanted], dtype=np.int8))
    stamp.write_text(key)


def load(folder):
    return (np.load(folder / "windows.npy", mmap_mode="r"), np.load(folder / "targets.npy"),
            np.load(folder / "fold.npy"))


def _one(fold, number):
    window, target = _maker(fold, number)
    return window.astype(np.float16), target


def of_clips(clips):
    """The windows of each clip as recorded, half a second apart, with their targets: to measure by, not to learn."""
    return [_of_clip(clip) for clip in clips]


def _of_clip(clip):
    from front_end import HOP, WINDOW_HOP_FRAMES, WINDOW_SAMPLES, windows
    least = WINDOW_SAMPLES + WINDOW_HOP_FRAMES * HOP
    samples = np.pad(clip.samples, (WINDOW_HOP_FRAMES * HOP, max(0, least - len(clip.samples))))
    active = np.pad(clip.active, (WINDOW_HOP_FRAMES, 2 * augment.HOPS))
    found = windows(samples)
    targets = np.zeros((len(found), len(sounds.CLASSES)), dtype=np.int8)
    for number, target in enumerate(targets):
        start = number * WINDOW_HOP_FRAMES
        augment.write_target(target, clip, active[start:start + augment.HOPS])
    return found.astype(np.float32), targets
