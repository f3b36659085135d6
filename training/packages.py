"""The Debian packages with sounds: fetched by apt and unpacked beside the results, not installed."""

import subprocess
import sys
import tempfile
from pathlib import Path

from sounds import CATALOGUE


def fetch(folder):
    """Each package in a folder of its name; those that are there already are left alone."""
    missing = [each["package"] for each in CATALOGUE["packages"] if not (folder / each["package"]).is_dir()]
    if not missing:
        return
    print(f"training: fetching {' '.join(missing)}", file=sys.stderr)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        subprocess.run(["apt-get", "download", "-q", *missing], cwd=work, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        for archive in sorted(Path(work).glob("*.deb")):
            unpacked = Path(work) / archive.name.split("_")[0]
            subprocess.run(["dpkg-deb", "-x", archive, unpacked], check=True)
            unpacked.rename(folder / unpacked.name)
