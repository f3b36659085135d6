#!/usr/bin/env python3
"""`preshift enrol` and `preshift check --room` on pictures of a room that the test draws."""

import os
import pathlib
import pty
import subprocess
import sys
import unittest
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "testing"))
from preshift_program import HANG_SECONDS, PRESHIFT, PreshiftTest, environment, preshift  # noqa: E402
from room_pictures import DOOR, room, write_picture  # noqa: E402


def box_of(outline):
    numbers = [float(each) for each in outline.split(",")]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def overlap(a, b):
    """Intersection over union of two boxes."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    both = max(width, 0) * max(height, 0)
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


class EnrolTest(PreshiftTest):
    def setUp(self):
        super().setUp()
        self.closed = self.pictures("closed", door="closed")
        self.open = self.pictures("open", door="open")
        self.room = self.folder / "office.room"

    def pictures(self, name, count=3, **how):
        folder = self.folder / name
        folder.mkdir()
        for i in range(count):
            write_picture(folder / f"{i}.png", room(noise_seed=zlib.crc32(f"{name} {i}".encode()), **how))
        return folder

    def enrol(self, *arguments, output=None):
        return preshift("enrol", "--closed", self.closed, "--open", self.open, "--output", output or self.room,
                        *arguments)

    def check(self, name, *arguments, **how):
        return preshift("check", "--pictures", self.pictures(name, **how), "--no-microphone", "--room", self.room,
                        "--format", "json", *arguments)


class Enrolment(EnrolTest):
    def test_the_door_is_proposed_where_it_is(self):
        result = self.enrol("--format", "json")
        self.assertEqual(result.status, 0, result)
        self.assertGreater(overlap(box_of(result.json["door"]["outline"]), DOOR), 0.6, result)
        self.assertEqual(result.json["bytes"], self.room.stat().st_size)
        self.assertLess(self.room.stat().st_size, 1024 * 1024)
        self.assertEqual(self.room.stat().st_mode & 0o777, 0o600)

    def test_the_door_can_be_given(self):
        outline = "395,85,545,85,545,435,395,435"
        self.assertEqual(self.enrol("--door", outline, "--format", "json").json["door"],
                         {"outline": outline, "confidence": 1.0})

    def test_a_room_that_is_there_is_not_replaced(self):
        self.room.write_text("precious")
        self.assert_refused(self.enrol(), 3, "already there")
        self.assertEqual(self.room.read_text(), "precious")

    def test_the_same_pictures_twice_show_no_door(self):
        self.open = self.pictures("closed again", door="closed")
        result = self.enrol()
        self.assertEqual(result.status, 3, result)
        self.assertFalse(self.room.exists())

    def test_pictures_of_two_rooms_are_refused(self):
        self.open = self.pictures("elsewhere", seed=7, mirrored=True, door="open")
        result = self.enrol()
        self.assertEqual(result.status, 3, result)
        self.assertFalse(self.room.exists())

    def test_somebody_at_a_terminal_is_asked_and_can_correct_the_outline(self):
        ours, theirs = pty.openpty()
        command = [PRESHIFT, "enrol", "--closed", self.closed, "--open", self.open, "--output", self.room,
                   "--language", "fr"]
        process = subprocess.Popen(list(map(str, command)), stdin=theirs, stderr=theirs, stdout=subprocess.PIPE,
                                   env=environment())
        os.close(theirs)
        os.write(ours, b"nonsense\n395,85,545,85,545,435,395,435\n\n")
        try:
            output, _ = process.communicate(timeout=HANG_SECONDS)
        finally:
            process.kill()
            screen = b""
            try:
                while chunk := os.read(ours, 65536):
                    screen += chunk
            except OSError:
                pass
            os.close(ours)
        self.assertEqual(process.returncode, 0, screen)
        self.assertIn("Porte : 395,85,545,85,545,435,395,435", output.decode())
        self.assertIn("Étape 3 sur 3", screen.decode())
        self.assertIn("nonsense", screen.decode())
        self.assertIn("+----", screen.decode())


class RoomOfACheck(EnrolTest):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.enrol().status, 0)

    def test_a_closed_door_is_closed_though_the_camera_moved_and_the_light_changed(self):
        for name, how in {"as enrolled": {}, "moved": {"moved": (9, -5)}, "dim": {"light": 0.5},
                          "bright": {"light": 1.3}}.items():
            with self.subTest(name):
                result = self.check(name, door="closed", **how)
                self.assertEqual(result.measurement("room.same").get("value"), "same", result)
                self.assertEqual(result.measurement("door.state").get("value"), "closed", result)

    def test_the_movement_of_the_camera_is_measured(self):
        moved = self.check("moved", door="closed", moved=(12, 5)).measurement("room.movement")
        self.assertAlmostEqual(moved["value"], 100 * 13 / 640, delta=0.3)

    def test_an_open_door_is_open(self):
        result = self.check("wide open", door="open", moved=(-6, 4), light=0.8)
        self.assertEqual(result.measurement("door.state").get("value"), "open", result)

    def test_another_room_is_no_reason_to_say_anything_about_the_door(self):
        result = self.check("other", seed=7, mirrored=True, door="closed")
        self.assertEqual(result.measurement("room.same").get("value"), "other", result)
        self.assertNotIn("value", result.measurement("door.state"))

    def test_what_is_masked_is_not_looked_at(self):
        shelf = "0,0,200,0,200,480,0,480"
        self.room = self.folder / "masked.room"
        self.assertEqual(self.enrol("--mask", shelf).status, 0)
        seen = self.check("moved", door="closed", moved=(9, -5))
        self.assertEqual(seen.measurement("room.same").get("value"), "same", seen)
        self.assertEqual(seen.measurement("door.state").get("value"), "closed", seen)
        self.assertIn("value", seen.measurement("people.count"))
        # In another room nobody knows where the masks lie.
        lost = self.check("elsewhere", seed=7, mirrored=True, door="closed")
        self.assertEqual(lost.measurement("people.count")["reason"], "scene.masks_lost", lost)

    def test_the_shipped_profiles_want_the_door_of_an_enrolled_room_closed(self):
        for rules in ("standard", "strict"):
            closed = self.check(f"closed by {rules}", "--rules", rules, door="closed")
            self.assertEqual(closed.rule("closed.door-closed")["result"], "pass", closed)
            self.assertEqual(closed.json["facts"]["room"], "enrolled")
            opened = self.check(f"open by {rules}", "--rules", rules, door="open")
            self.assertEqual(opened.rule("closed.door-closed")["result"], "fail", opened)
            self.assertEqual(opened.status, 1)

    def test_without_a_room_standard_leaves_the_door_out_and_strict_says_to_enrol(self):
        for rules, result in {"standard": "notapplicable", "strict": "unknown"}.items():
            judged = preshift("check", "--pictures", self.closed, "--no-microphone", "--format", "json", "--rules", rules)
            self.assertEqual(judged.rule("closed.door-closed")["result"], result, judged)
            self.assertEqual(judged.status, 2)
        self.assertIn("preshift enrol", judged.rule("closed.door-closed")["remedy"])
        self.assertIn("preshift enrol", judged.rule("separate.enrolled-room")["remedy"])

    def test_without_a_room_the_door_is_unknown(self):
        result = preshift("check", "--pictures", self.closed, "--no-microphone", "--format", "json")
        self.assertEqual(result.measurement("door.state")["reason"], "door.not_enrolled")


class RoomFiles(EnrolTest):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.enrol().status, 0)
        self.bytes = self.room.read_bytes()

    def refused(self, content, *words):
        self.room.write_bytes(content)
        result = preshift("check", "--pictures", self.closed, "--no-microphone", "--room", self.room)
        self.assert_refused(result, 3, str(self.room), *words)

    def test_a_truncated_file(self):
        self.refused(self.bytes[:-100], "cut off")

    def test_an_empty_or_foreign_file(self):
        self.refused(b"", "room file")
        self.refused((self.closed / "0.png").read_bytes(), "not a room file")

    def test_a_damaged_file(self):
        damaged = bytearray(self.bytes)
        damaged[len(damaged) // 2] ^= 0x40
        self.refused(bytes(damaged), "damaged")

    def test_a_file_that_is_too_large(self):
        self.refused(self.bytes + bytes(1024 * 1024), "1024 KiB")

    def test_a_missing_file(self):
        result = preshift("check", "--pictures", self.closed, "--no-microphone", "--room", self.folder / "none.room")
        self.assert_refused(result, 3, "none.room", "preshift enrol")

    def test_a_room_without_pictures(self):
        self.assert_refused(preshift("check", "--no-camera", "--room", self.room), 3, "--room")


if __name__ == "__main__":
    unittest.main()
