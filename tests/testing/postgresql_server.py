"""A PostgreSQL server of a test's own, on a private socket."""

import contextlib
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import tempfile
import time

from preshift_program import require


def _programs():
    """Where Debian has the server's programs, which are not on the path."""
    folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
    if folders:
        return folders[-1]
    require("postgres")
    return pathlib.Path(shutil.which("postgres")).parent


class PostgresqlServer:
    """Made in a temporary folder; start() and stop() as often as a test wants. `durable`: writes through to the disk,
    as a server in use does."""

    def __init__(self, durable=False):
        self._fsync = "on" if durable else "off"
        self._programs = _programs()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="preshift-pg-"))
        # The server refuses to run as root.
        self._as_user = []
        if os.geteuid() == 0:
            self._as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        self._process = None
        self._run("initdb", "--pgdata", self.folder / "data", "--auth=trust", "--username=preshift", "--no-sync",
                  "--encoding=UTF8", "--locale=C")

    def _run(self, program, *arguments):
        subprocess.run([*self._as_user, self._programs / program, *arguments], check=True, cwd=self.folder,
                       stdout=subprocess.DEVNULL)

    @property
    def address(self):
        return f"postgresql://preshift@/postgres?host={self.folder}"

    def start(self):
        log = open(self.folder / "log", "ab")
        self._process = subprocess.Popen(
            [*map(str, self._as_user), str(self._programs / "postgres"), "-D", str(self.folder / "data"), "-k",
             str(self.folder), "-c", "listen_addresses=", "-c", f"fsync={self._fsync}"],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder, start_new_session=True)
        log.close()
        for _ in range(600):
            ready = subprocess.run([self._programs / "pg_isready", "-q", "-h", self.folder], check=False)
            if ready.returncode == 0:
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(f"the server did not start:\n{(self.folder / 'log').read_text()}")

    def stop(self, how=signal.SIGINT):
        """SIGINT: at once and in order; SIGQUIT: as if it had crashed."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(how)
            self._process.wait(timeout=120)
            self._process = None

    def sql(self, statement):
        return subprocess.run([self._programs / "psql", "-h", self.folder, "-U", "preshift", "-d", "postgres", "-v",
                               "ON_ERROR_STOP=1", "-Atc", statement], check=True, capture_output=True, text=True).stdout

    def close(self):
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def postgresql_server(durable=False):
    server = PostgresqlServer(durable)
    try:
        server.start()
        yield server
    finally:
        server.close()
