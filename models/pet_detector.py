"""CenterNet on a MobileNetV3, reduced to cats and dogs, as an ONNX model for OpenCV 4.6.

Input `picture`: (1, 3, height, width), RGB, 0 to 255; height and width are multiples of 32 and may differ
from the declared ones. Outputs on a grid of one cell per 4 x 4 pixels: `pet` (1, 2, rows, columns), the
scores of a cat and of a dog centred there, and `extent` (1, 4, rows, columns), the distances in pixels from
the cell's corner to the left, top, right and bottom edge of its box.
"""

from graph_converter import GraphConverter

_PICTURE = "tower_0/images"
_CLASS_HEAD = "tower_0/CenternetHead/centernet_cls_output/BiasAdd"
_SCORES = "tower_0/keypoints"
_EXTENT = "tower_0/wh"
_PETS = [15, 16]  # cat and dog, of the 80 classes of COCO
_STRIDE = 4


def convert(model, width, height):
    """The ONNX file's bytes. Raises UnusableModel when the network holds what this was not written for."""
    converter = GraphConverter(model, _PICTURE, (width, height), {_CLASS_HEAD: _PETS})
    grid = [height // _STRIDE, width // _STRIDE]
    converter.graph.output("pet", converter.tensor(_SCORES), [1, len(_PETS), *grid])
    converter.graph.output("extent", converter.tensor(_EXTENT), [1, 4, *grid])
    return converter.graph.model("pet-detector")
