#!/usr/bin/python3
"""Writes what the front end makes of generated sounds, for the test that C++ makes the same.

usage: training/expected_inputs.py tests/measure/hearing/front_end.expected

Lines: name, samples, then the values of the last window at every 37th place. The sounds are in sounds_of() here and in
tests/measure/hearing/front_end_test.cpp.
"""

import sys

import numpy as np

import front_end


def sounds_of():
    time = np.arange(2 * front_end.RATE_HZ) / front_end.RATE_HZ
    noise = np.zeros(len(time))
    state = 1
    for index in range(len(noise)):  # MINSTD, so that any language makes the same
        state = state * 48271 % 2147483647
        noise[index] = state / 2147483647 - 0.5
    return {"silence": np.zeros(len(time)),
            "sine": 0.5 * np.sin(2 * np.pi * 1000 * time),
            "sweep": 0.1 * np.sin(2 * np.pi * (100 + 1900 * time) * time),
            "noise": 0.02 * noise,
            "bursts": noise * (np.sin(2 * np.pi * 3 * time) > 0.9),
            "faint": 1e-5 * noise}


def main():
    with open(sys.argv[1], "w") as file:
        for name, samples in sounds_of().items():
            samples = samples.astype(np.float32)
            windows = front_end.windows(samples)
            values = windows[-1].ravel()[::37]
            file.write(f"{name} {len(windows)} " + " ".join(f"{value:.6f}" for value in values) + "\n")


if __name__ == "__main__":
    main()
