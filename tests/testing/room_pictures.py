"""Draws home offices with a door that is closed or open, for tests of what knows a room. Needs numpy."""

import struct
import zlib

import numpy as np

WIDTH, HEIGHT = 640, 480
DOOR = (400, 90, 540, 430)  # left, top, right, bottom of the doorway
MARGIN = 40  # what is drawn beyond the picture, so that a camera that moved sees more of the room


def _fill(canvas, left, top, right, bottom, grey):
    canvas[MARGIN + top:MARGIN + bottom, MARGIN + left:MARGIN + right] = grey


def _shelf(canvas, random, left, top, right, bottom):
    """Books: upright bars of different heights and greys on boards."""
    _fill(canvas, left, top, right, bottom, 60)
    for board in range(top + 4, bottom - 40, 50):
        x = left + 4
        while x < right - 12:
            width, height = random.integers(5, 12), random.integers(26, 42)
            _fill(canvas, x, board + 44 - height, x + width, board + 44, random.integers(30, 230))
            x += width + 1


def _closed_door(canvas):
    left, top, right, bottom = DOOR
    _fill(canvas, left, top, right, bottom, 185)
    for panel_top, panel_bottom in ((top + 20, top + 150), (top + 175, bottom - 25)):
        for x in (left + 20, left + 80):
            _fill(canvas, x, panel_top, x + 42, panel_bottom, 150)
            _fill(canvas, x + 4, panel_top + 4, x + 42, panel_bottom, 195)
    _fill(canvas, right - 22, top + 180, right - 8, top + 188, 40)


def _open_door(canvas, random):
    """A hall behind it, with a dado, a picture and a floor, and the leaf swung to the left."""
    left, top, right, bottom = DOOR
    _fill(canvas, left, top, right, bottom, 95)
    _fill(canvas, left, top + 200, right, top + 206, 60)
    _fill(canvas, left, bottom - 60, right, bottom, 55)
    _fill(canvas, left + 70, top + 60, left + 120, top + 130, 210)
    _fill(canvas, left + 78, top + 68, left + 112, top + 122, random.integers(20, 90))
    _fill(canvas, left, top, left + 26, bottom, 170)
    _fill(canvas, left + 22, top, left + 26, bottom, 90)


def room(seed=1, door="closed", moved=(0, 0), light=1.0, mirrored=False, noise=2.0, noise_seed=0):
    """A picture, uint8 of HEIGHT x WIDTH. `seed`: what stands in it. `moved`: how far the camera turned, in pixels.
    `mirrored`: the door is on the other side."""
    random = np.random.default_rng(seed)
    canvas = np.full((HEIGHT + 2 * MARGIN, WIDTH + 2 * MARGIN), 150.0)
    canvas[HEIGHT - 60 + MARGIN:] = 100  # the floor
    _shelf(canvas, random, 20, 60, 190, 330)
    for _ in range(14):  # pictures and things on the wall
        x, y = random.integers(200, 380), random.integers(10, 300)
        w, h = random.integers(10, 45, 2)
        _fill(canvas, x, y, min(x + w, 385), y + h, random.integers(20, 240))
    for _ in range(10):  # on the right of the door, and above it
        x, y = random.integers(560, 620), random.integers(10, 400)
        _fill(canvas, x, y, x + random.integers(8, 25), y + random.integers(8, 40), random.integers(20, 240))
    for x in range(0, WIDTH, 37):  # floor boards
        _fill(canvas, x, HEIGHT - 58, x + 2, HEIGHT, 60)
    left, top, right, bottom = DOOR
    _fill(canvas, left - 12, top - 12, right + 12, bottom, 225)  # the frame
    if door == "closed":
        _closed_door(canvas)
    else:
        _open_door(canvas, random)
    dx, dy = moved
    view = canvas[MARGIN + dy:MARGIN + dy + HEIGHT, MARGIN + dx:MARGIN + dx + WIDTH]
    if mirrored:
        view = view[:, ::-1]
    blurred = (view + np.roll(view, 1, 0) + np.roll(view, 1, 1) + np.roll(view, (1, 1), (0, 1))) / 4
    grain = np.random.default_rng(noise_seed).normal(0, noise, view.shape)
    return np.clip(blurred * light + grain, 0, 255).astype(np.uint8)


def write_picture(path, picture):
    """As a grey PNG."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    rows = b"".join(b"\0" + row.tobytes() for row in picture)
    height, width = picture.shape
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
                     chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b""))
    return path
