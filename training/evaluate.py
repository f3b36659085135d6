"""How good the scores of unseen sounds are, and the thresholds that ship. The events are those of C++."""

import hashlib
import json

import numpy as np

import front_end
from sounds import CLASSES

STEP_S = front_end.WINDOW_HOP_FRAMES * front_end.HOP / front_end.RATE_HZ
RELEASE = 1.5  # log-odds under its threshold an event still goes on
_FEWEST_FALSE = {"child": 1.0, "dog": 1.0, "cat": 1.0}  # events in 10 minutes of other sound: the goal
_MOST_FALSE = 4.0
_FIXED = {"quiet": 0.0}  # the pauses of other recordings are quiet too: to count them as false would teach nothing


def average_precision(positive, score):
    order = np.argsort(-score, kind="stable")
    hits = positive[order]
    if not hits.any():
        return float("nan")
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precision[hits].mean())


def in_short(scores, targets):
    """Average precision of each class."""
    known = [(targets[:, c] >= 0) for c in range(len(CLASSES))]
    each = [average_precision(targets[k, c] == 1, scores[k, c]) for c, k in enumerate(known)]
    return f"mean {np.nanmean(each):.3f} | " + " ".join(f"{n} {v:.2f}" for n, v in zip(CLASSES, each))


def calibration(scores, targets):
    """Scale and shift of each class's logits, so that the logistic function of them is the share that is right."""
    scale, shift = np.ones(len(CLASSES)), np.zeros(len(CLASSES))
    for c in range(len(CLASSES)):
        known = targets[:, c] >= 0
        scale[c], shift[c] = _platt(scores[known, c].astype(np.float64), targets[known, c].astype(np.float64))
    return scale, shift


def _platt(score, target):
    """Newton's method on the log-loss, slightly held to scale 1 and shift 0."""
    weights = np.array([1.0, 0.0])
    design = np.stack([score, np.ones_like(score)], axis=1)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (chance - target) + (weights - [1, 0])
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def events(scores, threshold):
    """[first, last] window of each event in one class's log-odds: from the threshold on until RELEASE under it."""
    found, open_event = [], None
    for number, score in enumerate(scores):
        if open_event is None and score >= threshold:
            open_event = [number, number]
        elif open_event is not None and score >= threshold - RELEASE:
            open_event[1] = number
        elif open_event is not None:
            found.append(open_event)
            open_event = None
    return found + ([open_event] if open_event else [])


def clip_counts(clips, scores, c, threshold):
    """Clips of the class with an event, such clips, false events elsewhere, the minutes of elsewhere."""
    heard = there = false = 0
    seconds = 0.0
    for clip, score in zip(clips, scores):
        number = len(events(score[:, c], threshold))
        if c in clip.classes:
            there += 1
            heard += number > 0
        elif c not in clip.doubtful:
            false += number
            seconds += len(score) * STEP_S
    return heard, there, false, seconds / 60


def thresholds(clips, scores, targets):
    """For each class the threshold (log-odds) with the best F1 of clips among those with few enough false events."""
    results = {}
    for c, name in enumerate(CLASSES):
        table = []
        for threshold in np.arange(-4, 6.01, 0.1):
            heard, there, false, minutes = clip_counts(clips, scores, c, threshold)
            per_10 = 10 * false / minutes
            f1 = 2 * heard / (there + heard + false) if there else 0.0
            table.append({"threshold": round(float(threshold), 2), "heard": int(heard), "there": int(there),
                          "false_events": int(false), "other_minutes": round(minutes, 1),
                          "false_per_10_minutes": round(per_10, 3), "f1": round(f1, 3)})
        if name in _FIXED:
            table = [row for row in table if row["threshold"] == _FIXED[name]]
        few = [row for row in table if row["false_per_10_minutes"] <= _FEWEST_FALSE.get(name, _MOST_FALSE)]
        best = max(few, key=lambda row: (row["heard"], -row["false_events"])) if name in _FEWEST_FALSE and few else \
            max(few or table, key=lambda row: row["f1"])
        results[name] = best | window_figures(scores, targets, c, best["threshold"])
    return results


def window_figures(scores, targets, c, threshold):
    score, target = np.concatenate([s[:, c] for s in scores]), np.concatenate([t[:, c] for t in targets])
    known = target >= 0
    positive, taken = target[known] == 1, score[known] >= threshold
    right = int((positive & taken).sum())
    precision, recall = right / max(1, taken.sum()), right / max(1, positive.sum())
    return {"window_precision": round(precision, 3), "window_recall": round(recall, 3),
            "window_ap": round(average_precision(positive, score[known]), 3)}


def table(results, unseen, targets):
    lines = [f"{'class':18} {'heard':>9} {'false/10min':>11} {'prec':>5} {'rec':>5} {'AP':>5} {'AP mixed':>8} thr"]
    for c, name in enumerate(CLASSES):
        row, known = results[name], targets[:, c] >= 0
        mixed = average_precision(targets[known, c] == 1, unseen[known, c])
        lines.append(f"{name:18} {row['heard']:4}/{row['there']:4} {row['false_per_10_minutes']:11.2f} "
                     f"{row['window_precision']:5.2f} {row['window_recall']:5.2f} {row['window_ap']:5.2f} "
                     f"{mixed:8.2f} {row['threshold']:.1f}")
    return "\n".join(lines)


def write_clips(clips, path):
    """Which recording is in which fold, for bench/events_table and for the model's card."""
    with open(path, "w") as file:
        file.write("path\tfold\tlabel\tclasses\tdoubtful\tsource\tlicence\n")
        for clip in clips:
            names = [",".join(CLASSES[c] for c in of) for of in (clip.classes, clip.doubtful)]
            file.write("\t".join([clip.path, str(clip.fold), clip.label, *names, clip.source, clip.licence]) + "\n")


def write_labels(results, network, path):
    """What goes beside the network: the meaning of its outputs and the front end (models/README.md)."""
    document = {
        "format": 1,
        "network_sha256": hashlib.sha256(network.read_bytes()).hexdigest(),
        "front_end": {"kind": "log-mel", "rate_hz": front_end.RATE_HZ, "frame": front_end.FRAME,
                      "hop": front_end.HOP, "bands": front_end.BANDS, "lowest_hz": front_end.LOWEST_HZ,
                      "highest_hz": front_end.HIGHEST_HZ, "window_frames": front_end.WINDOW_FRAMES,
                      "window_hop_frames": front_end.WINDOW_HOP_FRAMES, "range": front_end.RANGE,
                      "scale": front_end.SCALE},
        "labels": [{"label": name, "class": name, "threshold": probability(results[name]["threshold"])}
                   for name in CLASSES]}
    path.write_text(json.dumps(document, indent=2) + "\n")


def probability(log_odds):
    return round(float(1 / (1 + np.exp(-log_odds))), 4)
