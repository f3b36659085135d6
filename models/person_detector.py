"""MoveNet MultiPose, reduced to where persons are, as an ONNX model for OpenCV 4.6.

Input `picture`: (1, 3, height, width), RGB, 0 to 255; height and width are multiples of 32 and may differ
from the declared ones. Outputs on a grid of one cell per 4 x 4 pixels: `person` (1, 1, rows, columns), the
score of a person centred there; `extent` (1, 4, rows, columns), the distances in pixels from the cell's corner
to the left, top, right and bottom edge of that person's box; `parts` (1, 17, rows, columns), the score of each
of 17 parts of a body (eyes, shoulders, knees ...) lying there. Which parts belong to whom is left out.
"""

import numpy as np

from graph_converter import GraphConverter

_CALL = "StatefulPartitionedCall/"
_PICTURE = _CALL + "Cast"
_CENTRE = _CALL + "Sigmoid"
_PARTS = _CALL + "Sigmoid_1"
_SIZE = _CALL + "box_scale_0/conv2d_5/BiasAdd"
_OFFSET = _CALL + "box_offset_0/conv2d_6/BiasAdd"
_NUMBER_OF_PARTS = 17
_STRIDE = 4

# From size (height, width) and offset of the centre (down, right), in cells, to left, top, right, bottom in pixels.
_TO_EXTENT = _STRIDE * np.array([[0, 0.5, 0, -1], [0.5, 0, -1, 0], [0, 0.5, 0, 1], [0.5, 0, 1, 0]])


def convert(model, width, height):
    """The ONNX file's bytes. Raises UnusableModel when the network holds what this was not written for."""
    converter = GraphConverter(model, _PICTURE, (width, height))
    graph = converter.graph
    grid = [height // _STRIDE, width // _STRIDE]
    size = graph.node("Relu", [converter.tensor(_SIZE)])
    box = graph.node("Concat", [size, converter.tensor(_OFFSET)], axis=1)
    graph.output("person", converter.tensor(_CENTRE), [1, 1, *grid])
    graph.output("extent", graph.conv(box, _TO_EXTENT[:, :, None, None], None), [1, 4, *grid])
    graph.output("parts", converter.tensor(_PARTS), [1, _NUMBER_OF_PARTS, *grid])
    return graph.model("person-detector")
