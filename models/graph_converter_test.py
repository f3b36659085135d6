"""Unit tests of the converter: python3 -m unittest discover --start-directory models --pattern '*_test.py'"""

import base64
import json
import unittest

try:
    import numpy as np
    import onnx
    import onnx.numpy_helper
except ImportError as error:
    raise unittest.SkipTest(f"python3-numpy and python3-onnx are needed ({error})") from error

from graph_model import UnusableModel, read_graph_model
import person_detector
from graph_converter import split_5x5
from pet_detector import convert


def depthwise(picture, kernel, dilations):
    """A depthwise convolution with zeros around, by its definition."""
    result = np.zeros_like(picture)
    rows, columns = picture.shape
    centre = [size // 2 for size in kernel.shape]
    around = 4
    padded = np.pad(picture, around)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            y = around + (i - centre[0]) * dilations[0]
            x = around + (j - centre[1]) * dilations[1]
            result += kernel[i, j] * padded[y:y + rows, x:x + columns]
    return result


def placeholder(name):
    return {"name": name, "op": "Placeholder"}


def graph(nodes, weights):
    entries = [{"name": name, "shape": list(values.shape), "dtype": "float32",
                "quantization": {"dtype": "float16"}} for name, values in weights.items()]
    constants = [{"name": name, "op": "Const"} for name in weights]
    topology = {"modelTopology": {"node": nodes + constants}, "weightsManifest": [{"weights": entries}]}
    return json.dumps(topology), b"".join(values.astype(np.float16).tobytes() for values in weights.values())


class Split5x5(unittest.TestCase):
    def test_the_four_kernels_sum_up_to_the_one(self):
        random = np.random.default_rng(1)
        weights = random.normal(size=(3, 1, 5, 5))
        picture = random.normal(size=(9, 11))
        pieces = split_5x5(weights)
        self.assertEqual(sorted(dilations for dilations, _ in pieces), [(1, 1), (1, 2), (2, 1), (2, 2)])
        for channel in range(3):
            total = sum(depthwise(picture, kernel[channel, 0], dilations) for dilations, kernel in pieces)
            np.testing.assert_allclose(total, depthwise(picture, weights[channel, 0], (1, 1)), atol=1e-12)

    def test_no_tap_is_used_twice(self):
        pieces = split_5x5(np.ones((1, 1, 5, 5)))
        self.assertEqual(sum(np.count_nonzero(kernel) for _, kernel in pieces), 25)


class ReadGraphModel(unittest.TestCase):
    def test_half_floats_become_floats(self):
        topology, data = graph([], {"w": np.array([0.5, -2.0])})
        np.testing.assert_array_equal(read_graph_model(topology, data).constant("w"), np.float32([0.5, -2.0]))

    def test_weights_that_end_early_or_late_are_refused(self):
        topology, data = graph([], {"w": np.array([0.5, -2.0])})
        for wrong in (data[:-1], data + b"\0"):
            with self.assertRaises(UnusableModel):
                read_graph_model(topology, wrong)

    def test_what_is_no_graph_model_is_refused(self):
        for wrong in ("", "{}", "[1]", "not json"):
            with self.assertRaises(UnusableModel):
                read_graph_model(wrong, b"")


class Convert(unittest.TestCase):
    def test_an_operation_it_does_not_know_is_named(self):
        nodes = [placeholder("tower_0/images"),
                 {"name": "tower_0/keypoints", "op": "Softplus", "input": ["tower_0/images"]}]
        topology, data = graph(nodes, {})
        with self.assertRaisesRegex(UnusableModel, "tower_0/keypoints.*Softplus"):
            convert(read_graph_model(topology, data), 64, 32)

    def test_an_expanded_hard_swish_becomes_one_node(self):
        picture = "tower_0/images"
        nodes = [placeholder(picture),
                 {"name": "shifted", "op": "Add", "input": [picture, "three"]},
                 {"name": "gate", "op": "Relu6", "input": ["shifted"]},
                 {"name": "scaled", "op": "Mul", "input": ["sixth", picture]},
                 {"name": "tower_0/keypoints", "op": "Mul", "input": ["scaled", "gate"]},
                 {"name": "tower_0/wh", "op": "Identity", "input": ["tower_0/keypoints"]}]
        topology, data = graph(nodes, {"three": np.float32(3), "sixth": np.float32(1 / 6)})
        model = onnx.load_from_string(convert(read_graph_model(topology, data), 64, 32))
        self.assertEqual([node.op_type for node in model.graph.node], ["HardSwish", "Identity", "Identity"])

    def test_same_padding_of_stride_two_lies_behind(self):
        strides = {"list": {"i": ["1", "2", "2", "1"]}}
        same = {"s": base64.b64encode(b"SAME").decode()}
        nodes = [placeholder("tower_0/images"),
                 {"name": "tower_0/keypoints", "op": "Conv2D", "input": ["tower_0/images", "w"],
                  "attr": {"strides": strides, "padding": same}},
                 {"name": "tower_0/wh", "op": "Identity", "input": ["tower_0/keypoints"]}]
        topology, data = graph(nodes, {"w": np.zeros((3, 3, 3, 1))})
        model = onnx.load_from_string(convert(read_graph_model(topology, data), 64, 32))
        pads = next(node for node in model.graph.node if node.op_type == "Pad").attribute
        self.assertEqual(list(next(a for a in pads if a.name == "pads").ints), [0, 0, 0, 0, 0, 0, 1, 1])

    def test_persons_boxes_come_from_size_and_offset(self):
        """On a grid of one cell: 2 x 4 cells large (height, width), centre 0.5 down and 0.25 right of the corner."""
        call = "StatefulPartitionedCall/"
        box_scale, box_offset = call + "box_scale_0/conv2d_5/BiasAdd", call + "box_offset_0/conv2d_6/BiasAdd"
        nodes = [placeholder(call + "Cast")]
        nodes += [{"name": name, "op": "Identity", "input": [call + "Cast"]}
                  for name in (call + "Sigmoid", call + "Sigmoid_1", box_scale, box_offset)]
        topology, data = graph(nodes, {})
        model = onnx.load_from_string(person_detector.convert(read_graph_model(topology, data), 64, 32))
        conv = next(node for node in model.graph.node if node.op_type == "Conv")
        weights = next(onnx.numpy_helper.to_array(w) for w in model.graph.initializer if w.name == conv.input[1])
        np.testing.assert_allclose(weights[:, :, 0, 0] @ np.array([2, 4, 0.5, 0.25]), [7, 2, 9, 6])

    def test_a_stretch_between_pixel_centres_stays_one(self):
        half_pixel = {"half_pixel_centers": {"b": True}}
        nodes = [placeholder("tower_0/images"),
                 {"name": "tower_0/keypoints", "op": "ResizeBilinear", "input": ["tower_0/images", "size"],
                  "attr": half_pixel},
                 {"name": "tower_0/wh", "op": "Identity", "input": ["tower_0/keypoints"]}]
        topology, data = graph(nodes, {"size": np.array([64, 128])})
        model = onnx.load_from_string(convert(read_graph_model(topology, data), 64, 32))
        resize = next(node for node in model.graph.node if node.op_type == "Resize")
        modes = [a.s for a in resize.attribute if a.name == "coordinate_transformation_mode"]
        self.assertEqual(modes, [b"half_pixel"])


if __name__ == "__main__":
    unittest.main()
