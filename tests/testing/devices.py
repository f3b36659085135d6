"""Real devices on a machine that has none: a private PulseAudio server with a microphone, and an MJPEG camera."""

import contextlib
import pathlib
import socket
import subprocess
import tempfile
import time

from preshift_program import environment, models_folder, require, running

START_SECONDS = 30


def wait_until(condition, what):
    """Waits for a condition, never for a time."""
    end = time.monotonic() + START_SECONDS
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError(f"{what} did not happen within {START_SECONDS} s")
        time.sleep(0.05)


class Pulse:
    """A sound server of our own, with a loudspeaker whose sound its microphone hears, sample for sample."""

    def __init__(self, folder, process):
        self.folder = folder
        self.process = process
        self.env = self.environment(folder)

    @staticmethod
    def environment(folder):
        return environment(HOME=folder, PULSE_RUNTIME_PATH=folder, PULSE_STATE_PATH=folder,
                           PULSE_SERVER=f"unix:{folder}/native", XDG_RUNTIME_DIR=folder,
                           PRESHIFT_MODELS_DIR=str(models_folder()))

    def control(self, *arguments):
        return subprocess.run(["pactl", *arguments], env=self.env, capture_output=True, check=False, text=True)

    def playing(self, file, loudspeaker="spk"):
        """Plays the file over and over into the microphone."""
        loop = f'while paplay --device={loudspeaker} "$0"; do :; done'
        return running(["bash", "-c", loop, file], env=self.env, stderr=subprocess.DEVNULL)

    def plays(self, loudspeaker="spk"):
        """Whether a sound comes out of this loudspeaker."""
        sinks = [line.split("\t") for line in self.control("list", "short", "sinks").stdout.splitlines()]
        return any(sink[1] == loudspeaker and sink[-1] == "RUNNING" for sink in sinks)

    def source_rate(self, name):
        """Of a microphone, in hertz, as it runs now."""
        sources = [line.split("\t") for line in self.control("list", "short", "sources").stdout.splitlines()]
        return next(int(source[3].split()[-1].removesuffix("Hz")) for source in sources if source[1] == name)

    def load(self, module, *arguments):
        self.control("load-module", module, *arguments)

    def microphone(self, name, rate, channels):
        """One more loudspeaker and the microphone that hears it, at this rate; returns the environment of a program
        that records from it by default."""
        self.load("module-null-sink", f"sink_name={name}-spk", f"rate={rate}", f"channels={channels}", "format=s16le")
        self.load("module-remap-source", f"source_name={name}", f"master={name}-spk.monitor")
        return {**self.env, "PULSE_SOURCE": name}


@contextlib.contextmanager
def pulse_server(rate=48000, channels=1):
    require("pulseaudio", "pactl", "paplay")
    with tempfile.TemporaryDirectory(prefix="preshift-pulse-") as folder:
        env = Pulse.environment(folder)
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
                   f"--log-target=file:{folder}/log",
                   "-L", f"module-native-protocol-unix socket={folder}/native auth-anonymous=1",
                   "-L", f"module-null-sink sink_name=spk rate={rate} channels={channels} format=s16le",
                   "-L", "module-remap-source source_name=mic master=spk.monitor "
                         "source_properties=device.description=TestMicrophone"]
        with running(command, env=env, stderr=subprocess.DEVNULL) as process:
            pulse = Pulse(folder, process)
            wait_until(lambda: pulse.control("info").returncode == 0, "PulseAudio's start")
            pulse.control("set-default-source", "mic")
            yield pulse


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listens(port):
    """Whether somebody listens on this port, told without connecting: the camera serves one visitor only."""
    needle = f"0100007F:{port:04X}"
    lines = pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]
    return any(line.split()[1] == needle and line.split()[3] == "0A" for line in lines)


@contextlib.contextmanager
def mjpeg_camera(*source):
    """Yields the address and the process of a camera that serves what ffmpeg makes of `source`."""
    require("ffmpeg")
    port = free_port()
    address = f"http://127.0.0.1:{port}/camera.mjpg"
    command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-re", *source, "-c:v", "mjpeg", "-q:v", "4", "-f", "mpjpeg",
               "-listen", "1", address]
    with running(command, stderr=subprocess.DEVNULL) as process:
        wait_until(lambda: listens(port), "the camera's start")
        yield address, process
