#!/usr/bin/python3
"""From sounds to models/sound-events.onnx: examples, cross-validation by source, thresholds, the network of all.

Run it through `./dev train`, which installs what it needs. The same seed and data give the same weights.
"""

import argparse
import json
import multiprocessing
import os
import sys
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"  # each process is one thread

import numpy as np

import evaluate
import examples
import packages
import sounds
from learn import learn, loaded, logits
from network import Calibrated, save_onnx

_ROOT = Path(__file__).resolve().parent.parent
_SEED = 20261125
_FOLDS = 5
_MEMBERS = 3  # networks of an ensemble


def main():
    settings = arguments()
    began = time.monotonic()

    def say(text):
        print(f"[{(time.monotonic() - began) / 60:5.1f} min] {text}", file=sys.stderr, flush=True)

    out = settings.out
    out.mkdir(parents=True, exist_ok=True)
    packages.fetch(settings.packages)
    clips = sounds.read_all(settings.shared, settings.packages, _FOLDS)
    say(f"{len(clips)} recordings of {len({clip.source for clip in clips})} sources")
    key = examples.digest(settings.shared, settings.examples, _SEED, _FOLDS)
    examples.make(clips, sounds.read_impulse_responses(settings.shared), _FOLDS, settings.examples, _SEED,
                  out / "examples", key, settings.processes)
    say(f"{settings.examples * _FOLDS} examples")
    learn_all(settings)
    say("an ensemble without each fold, and one of all")
    scale, shift, results = cross_validate(out, clips)
    say("cross-validated")
    write(out, scale, shift, results, clips)
    say(f"written to {out}; models/ is to be updated by hand: sound-events.onnx, sound-events.json")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("PRESHIFT_SHARED", _ROOT / "../shared")))
    parser.add_argument("--packages", type=Path, default=_ROOT / "build/training/packages")
    parser.add_argument("--out", type=Path, default=_ROOT / "build/training")
    parser.add_argument("--examples", type=int, default=16000, help="examples of each fold (16000)")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--processes", type=int, default=2, help="how many networks learn at once (2)")
    return parser.parse_args()


def learn_all(settings):
    tasks = [(settings.out / "examples", fold, settings.epochs, _SEED + number + 100 * member, file)
             for number, fold in enumerate([*range(_FOLDS), None])
             for member, file in enumerate(weights_files(settings.out, fold))]
    with multiprocessing.get_context("spawn").Pool(settings.processes) as pool:
        pool.map(learn, tasks, chunksize=1)


def weights_files(out, fold):
    """One for each member of the ensemble."""
    return [out / f"weights-{'all' if fold is None else fold}-{member}.pt" for member in range(_MEMBERS)]


def cross_validate(out, clips):
    """Each fold is judged by the network that was learned without it; the calibration comes from that too."""
    windows, targets, fold = examples.load(out / "examples")
    clean = examples.of_clips(clips)
    unseen = np.zeros(targets.shape, dtype=np.float32)
    clean_logits = [None] * len(clips)
    for left_out in range(_FOLDS):
        network = loaded(weights_files(out, left_out), len(sounds.CLASSES))
        unseen[fold == left_out] = logits(network, windows[fold == left_out])
        for index, clip in enumerate(clips):
            if clip.fold == left_out:
                clean_logits[index] = logits(network, clean[index][0])
    clean_targets = [targets for _, targets in clean]
    scale, shift = evaluate.calibration(np.concatenate([unseen, *clean_logits]),
                                        np.concatenate([targets, *clean_targets]))
    calibrated = [each * scale + shift for each in clean_logits]
    results = evaluate.thresholds(clips, calibrated, clean_targets)
    print(evaluate.table(results, unseen * scale + shift, targets))
    return scale, shift, results


def write(out, scale, shift, results, clips):
    (out / "figures.json").write_text(json.dumps(results, indent=1) + "\n")
    evaluate.write_clips(clips, out / "clips.tsv")
    for fold in [*range(_FOLDS), None]:
        network = Calibrated(loaded(weights_files(out, fold), len(sounds.CLASSES)), scale, shift)
        file = out / ("sound-events.onnx" if fold is None else f"fold-{fold}.onnx")
        save_onnx(network, file)
        evaluate.write_labels(results, file, file.with_suffix(".json"))


if __name__ == "__main__":
    main()
