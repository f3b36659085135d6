"""Variety that costs little: examples are changed and mixed again each time that the network sees them."""

import numpy as np

from front_end import RANGE, SCALE
from sounds import CLASSES

QUIET = CLASSES.index("quiet")
_MIX_SHARE, _SHIFT_SHARE, _HIDE_SHARE = 0.3, 0.5, 0.5
_MOST_SHIFT = 2  # bands: as a throat some 10 % larger or smaller sounds
_FAINT_DB = 12  # so far under another sound it cannot be told whether it is heard


def varied(windows, targets, random):
    """A batch as network_input made it (n x BANDS x FRAMES) and its targets; the originals are left as they are."""
    batch, targets = windows.astype(np.float32), targets.copy()
    _mix(batch, targets, random)
    _shift(batch, random)
    count, bands, _ = batch.shape
    slope = random.uniform(-0.3, 0.3, (count, 1, 1)) * np.linspace(-1, 1, bands)[None, :, None]
    batch += slope.astype(np.float32)
    _hide(batch, random)
    return batch, targets


def _mix(batch, targets, random):
    """Another example of the batch is added to some, -5 to 20 dB under them: powers add, the window is levelled anew."""
    partners = random.permutation(len(batch))
    mixed = (random.random(len(batch)) < _MIX_SHARE) & (targets[:, QUIET] != 1) & (targets[partners, QUIET] != 1)
    if not mixed.any():
        return
    partners = partners[mixed]
    under_db = random.uniform(-5, 20, len(partners))
    power, other = (np.exp(part / SCALE) for part in (batch[mixed], batch[partners]))
    gain = power.mean((1, 2)) / other.mean((1, 2)) * 10 ** (-under_db / 10)
    log_power = np.log(power + other * gain[:, None, None].astype(np.float32))
    log_power = np.maximum(log_power, log_power.max((1, 2), keepdims=True) - RANGE)
    under = targets[partners]
    under[(under == 1) & (under_db > _FAINT_DB)[:, None]] = -1
    own = targets[mixed]
    batch[mixed] = (log_power - log_power.mean((1, 2), keepdims=True)) * SCALE
    targets[mixed] = np.where((own == 1) | (under == 1), 1, np.minimum(own, under))


def _shift(batch, random):
    """Some a few bands up or down; what was at the edge stays there."""
    bands = np.arange(batch.shape[1])
    for number in np.flatnonzero(random.random(len(batch)) < _SHIFT_SHARE):
        by = random.integers(-_MOST_SHIFT, _MOST_SHIFT + 1)
        batch[number] = batch[number][np.clip(bands + by, 0, len(bands) - 1)]


def _hide(batch, random):
    """Some bands and some moments taken away."""
    _, bands, frames = batch.shape
    for window in batch:
        if random.random() < _HIDE_SHARE:
            width, at = random.integers(2, 10), random.integers(bands)
            window[at:at + width] = 0
        if random.random() < _HIDE_SHARE:
            width, at = random.integers(2, 9), random.integers(frames)
            window[:, at:at + width] = 0
