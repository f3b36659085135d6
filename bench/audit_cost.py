#!/usr/bin/env python3
"""What an audit costs: certificates imported a second, beside what bounds it, and reports over many of them.

usage: bench/audit_cost.py [FOLDER WITH THE PROGRAMS] [--certificates N ...]
       (default: build/release/bin, 10000 100000 1000000)

Certificates are made by make_certificates and imported from its pipe's file; PostgreSQL is a server of its own on a private
socket. The bare limits are those of preshift-bench-certificate (one core) and preshift-bench-store in the same run, where
they are built. Reports are of the largest store down to the smallest: wall time, processor time and memory of the program.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "testing"))
from postgresql_server import postgresql_server  # noqa: E402


class Cost:
    """Wall and processor seconds and MiB of one run of a program, which must succeed."""

    def __init__(self, command, **options):
        start = time.monotonic()
        process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, **options)
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))} ended with status {process.returncode}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("programs", nargs="?", type=pathlib.Path, default=ROOT / "build" / "release" / "bin")
    parser.add_argument("--certificates", nargs="+", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--imported", type=int, default=100_000, help="certificates of the comparison of imports")
    return parser.parse_args()


def made(programs, count, file):
    with open(file, "wb") as output:
        subprocess.run([programs / "make_certificates", str(count), "--agents", str(max(20, count // 500)), "--sites", "12",
                        "--months", "12"], stdout=output, check=True)
    return file


def bare_limits(programs):
    for name, wanted in (("preshift-bench-certificate", "erify|d25519"), ("preshift-bench-store", "add_")):
        program = programs / name
        if not program.exists():
            print(f"{name}: not built, no bare limit")
            continue
        text = subprocess.run([program, f"--benchmark_filter={wanted}", "--benchmark_min_time=0.5"], capture_output=True,
                              text=True, check=False).stdout
        print("\n".join(line for line in text.splitlines() if re.search("items_per_second|/s", line)))


def imports(programs, folder, count):
    file = made(programs, count, folder / "import.jsonl")
    stores = [("SQLite", str(folder / "import.sqlite"))]
    with postgresql_server(durable=True) as server:
        stores.append(("PostgreSQL", server.address))
        for name, store in stores:
            cost = Cost([programs / "preshift", "audit", "import", file, "--store", store])
            print(f"import into {name:<11} {count:>9} certificates {cost.wall:8.2f} s wall {cost.processor:8.2f} s processor "
                  f"{count / cost.wall:9.0f} a second {cost.memory:6.0f} MiB", flush=True)
    file.unlink()


def reports(programs, folder, counts):
    for count in sorted(counts):
        store = str(folder / f"{count}.sqlite")
        generator = subprocess.Popen([programs / "make_certificates", str(count), "--agents", str(max(20, count // 500)),
                                      "--sites", "12", "--months", "12", "--seed", "7"], stdout=subprocess.PIPE)
        cost = Cost([programs / "preshift", "audit", "import", "-", "--store", store], stdin=generator.stdout)
        generator.stdout.close()
        if generator.wait() != 0:
            sys.exit("make_certificates failed")
        size = pathlib.Path(store).stat().st_size / count
        print(f"made and imported  {count:>9} certificates {cost.wall:8.2f} s wall, {size:.0f} bytes each", flush=True)
        for form in ("json", "html", "pdf", "xlsx"):
            runs = [Cost([programs / "preshift", "audit", "report", "--store", store, "--format", form, "--output",
                          folder / f"report.{form}"]) for _ in range(3)]
            best = min(runs, key=lambda run: run.wall)
            print(f"report as {form:<5}    {count:>9} certificates {best.wall:8.2f} s wall {best.processor:8.2f} s processor "
                  f"{best.memory:6.0f} MiB", flush=True)


def main():
    settings = arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.environ.update(PRESHIFT_CONFIG_DIR=str(folder / "key"), PRESHIFT_STATE_DIR=str(folder / "state"))
        subprocess.run([settings.programs / "preshift", "key", "create"], check=True, stdout=subprocess.DEVNULL)
        bare_limits(settings.programs)
        imports(settings.programs, folder, settings.imported)
        reports(settings.programs, folder, settings.certificates)


if __name__ == "__main__":
    main()
