#!/usr/bin/env python3
"""`preshift enrol` with a camera, step by step, and then a check in the room that it made known."""

import os
import pathlib
import queue
import subprocess
import sys
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from devices import mjpeg_camera  # noqa: E402
from preshift_program import HANG_SECONDS, PRESHIFT, PreshiftTest, environment, preshift  # noqa: E402
from room_pictures import room, write_picture  # noqa: E402


class Agent:
    """Answers `preshift enrol`: waits for what it asks, then types."""

    def __init__(self, command):
        self.process = subprocess.Popen(list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env=environment(), text=True)
        self.lines = queue.Queue()
        self.seen = []
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stderr:
            self.lines.put(line)
        self.lines.put(None)

    def when_asked(self, words, answer="\n"):
        while not self.seen or words not in self.seen[-1]:
            line = self.lines.get(timeout=HANG_SECONDS)
            if line is None:
                raise AssertionError(f"'{words}' was never said:\n{''.join(self.seen)}")
            self.seen.append(line)
        self.process.stdin.write(answer)
        self.process.stdin.flush()

    def finish(self):
        try:
            self.process.stdin.close()
            return self.process.wait(timeout=HANG_SECONDS), self.process.stdout.read()
        finally:
            self.process.kill()
            self.process.stdout.close()
            self.process.stderr.close()


class LiveEnrolment(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.room = self.folder / "office.room"
        self.door("closed")

    def door(self, state):
        """What the camera sees from now on."""
        os.replace(write_picture(self.folder / "next.png", room(door=state)), self.folder / "view.png")

    def camera(self):
        # ffmpeg opens the picture anew for each frame; the noise makes the camera a live one.
        return mjpeg_camera("-f", "image2", "-loop", "1", "-framerate", "10", "-i", self.folder / "view.png", "-vf",
                            "noise=alls=4:allf=t")

    def agent(self, address):
        return Agent([PRESHIFT, "enrol", "--camera", address, "--output", self.room])

    def test_a_room_is_enrolled_step_by_step_and_recognised(self):
        with self.camera() as (address, _):
            agent = self.agent(address)
            agent.when_asked("Step 1 of 3")
            agent.when_asked("Step 2 of 3", answer="")
            self.door("open")
            agent.when_asked("Step 2 of 3")
            agent.when_asked("Step 3 of 3")
            status, output = agent.finish()
        self.assertEqual(status, 0, agent.seen)
        self.assertIn("The room is enrolled", output)
        for state in ("closed", "open"):
            self.door(state)
            with self.camera() as (address, _):
                result = preshift("check", "--camera", address, "--no-microphone", "--room", self.room, "--duration", "5s",
                                  "--format", "json")
            self.assertEqual(result.measurement("room.same").get("value"), "same", result)
            self.assertEqual(result.measurement("door.state").get("value"), state, result)

    def test_an_enrolment_that_is_given_up_writes_nothing(self):
        with self.camera() as (address, _):
            agent = self.agent(address)
            agent.when_asked("Step 1 of 3", answer="")
            status, output = agent.finish()
        self.assertEqual((status, output), (3, ""))
        self.assertFalse(self.room.exists())

    def test_a_camera_that_vanishes_between_the_steps_is_a_device_failure(self):
        with self.camera() as (address, server):
            agent = self.agent(address)
            agent.when_asked("Step 1 of 3")
            agent.when_asked("Step 2 of 3", answer="")
            server.kill()
            server.wait()
            agent.when_asked("Step 2 of 3")
            status, _ = agent.finish()
        self.assertEqual(status, 4, agent.seen)
        self.assertFalse(self.room.exists())


if __name__ == "__main__":
    unittest.main()
