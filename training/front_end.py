"""The log-mel front end, as src/measure/hearing computes it; a test compares the two.

Frames of 512 samples at 16 kHz, one every 320 (20 ms); 50 of them make the network's window. A window is brought
to its own level, so that neither the gain of a microphone nor its distance is a sign of a class.
"""

import numpy as np

RATE_HZ = 16000
FRAME = 512
HOP = 320
BANDS = 64
LOWEST_HZ = 80.0
HIGHEST_HZ = 7800.0
WINDOW_FRAMES = 50
WINDOW_HOP_FRAMES = 25
WINDOW_SAMPLES = (WINDOW_FRAMES - 1) * HOP + FRAME
POWER_FLOOR = 1e-12
RANGE = 14.0  # of natural logarithms of power: 60.8 dB
SCALE = 0.25


def mel(hz):
    return 1127.0 * np.log1p(np.asarray(hz, dtype=np.float64) / 700.0)


def band_weights():
    """Triangles over the bins of the transform (BANDS x FRAME/2+1), equally wide in mel, of height 1."""
    edges = np.linspace(mel(LOWEST_HZ), mel(HIGHEST_HZ), BANDS + 2)
    bins = mel(np.arange(FRAME // 2 + 1) * RATE_HZ / FRAME)
    rising = (bins[None, :] - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - bins[None, :]) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(0.0, np.minimum(rising, falling))


_WEIGHTS = band_weights()
_TAPER = 0.5 - 0.5 * np.cos(2.0 * np.pi * np.arange(FRAME) / FRAME)
_TAPER /= _TAPER.sum()


def log_mel(samples):
    """Natural logarithms of band powers, frames x BANDS; a whole number of frames, samples in -1..1."""
    frames = np.lib.stride_tricks.sliding_window_view(np.asarray(samples, dtype=np.float64), FRAME)[::HOP]
    power = np.abs(np.fft.rfft(frames * _TAPER, axis=1)) ** 2
    return np.log(power @ _WEIGHTS.T + POWER_FLOOR)


def network_input(frames):
    """One window of log_mel (WINDOW_FRAMES x BANDS) as the network wants it: BANDS x WINDOW_FRAMES."""
    clamped = np.maximum(frames, frames.max() - RANGE)
    return ((clamped - clamped.mean()) * SCALE).T.astype(np.float32)


def windows(samples):
    """All whole windows of a sound, n x BANDS x WINDOW_FRAMES, half a second apart."""
    frames = log_mel(samples)
    starts = range(0, len(frames) - WINDOW_FRAMES + 1, WINDOW_HOP_FRAMES)
    return np.stack([network_input(frames[s:s + WINDOW_FRAMES]) for s in starts])
