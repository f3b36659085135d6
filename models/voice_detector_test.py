"""Unit tests of the voice detector's conversion: see graph_converter_test.py for how to run them."""

import unittest

try:
    import numpy as np
    import onnx
    from onnx import helper, numpy_helper
except ImportError as error:
    raise unittest.SkipTest(f"python3-numpy and python3-onnx are needed ({error})") from error

from graph_model import UnusableModel
from voice_detector import _SHAPES, convert, read_weights


def random_weights():
    random = np.random.default_rng(1)
    return {name: random.normal(scale=0.1, size=shape).astype(np.float32)
            for name, (_, shape) in _SHAPES.items()}


def package_model(weights, branch="then_branch"):
    """A model that holds the weights where the package's does: as constants in a branch of an If."""
    nodes = [helper.make_node("Constant", [], [f"If_0_{_SHAPES[name][0]}"],
                              value=numpy_helper.from_array(values)) for name, values in weights.items()]
    empty = helper.make_graph([], "other", [], [])
    graphs = {"then_branch": empty, "else_branch": empty, branch: helper.make_graph(nodes, "network", [], [])}
    choice = helper.make_node("If", ["is_16_khz"], ["output"], **graphs)
    return helper.make_model(helper.make_graph([choice], "vad", [], [])).SerializeToString()


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def convolved(signal, weights, stride, padding):
    """(channels, time) by (outputs, channels, taps), by definition."""
    signal = np.pad(signal, ((0, 0), (padding, padding)))
    taps = weights.shape[2]
    starts = range(0, signal.shape[1] - taps + 1, stride)
    return np.stack([np.tensordot(weights, signal[:, start:start + taps], ([1, 2], [0, 1]))
                     for start in starts], axis=1)


def step(weights, sound, hidden, cell):
    """Silero VAD by its definition: probability, hidden, cell."""
    wave = convolved(sound[None], weights["basis"], 128, 0)
    tensor = np.hypot(wave[:129], wave[129:])
    for i, stride in enumerate((1, 2, 2, 1)):
        tensor = convolved(tensor, weights[f"conv{i}"], stride, 1) + weights[f"conv{i}_bias"][:, None]
        tensor = np.maximum(tensor, 0)
    gates = weights["input_weights"] @ tensor[:, 0] + weights["hidden_weights"] @ hidden
    gates = np.split(gates + weights["input_bias"] + weights["hidden_bias"], 4)
    cell = sigmoid(gates[1]) * cell + sigmoid(gates[0]) * np.tanh(gates[2])
    hidden = sigmoid(gates[3]) * np.tanh(cell)
    logit = weights["neuron"][0, :, 0] @ np.maximum(hidden, 0) + weights["neuron_bias"][0]
    return sigmoid(logit), hidden, cell


def conv_node(attributes, tensor, weights, bias=0.0):
    stride, padding = attributes["strides"][1], attributes["pads"][1]
    result = convolved(tensor[0, :, 0], weights[:, :, 0], stride, padding)
    return (result + np.reshape(bias, (-1, 1)))[None, :, None]


_OPERATORS = {
    "Conv": conv_node,
    "Gemm": lambda _, tensor, weights, bias: tensor @ weights.T + bias,
    "Concat": lambda _, *tensors: np.concatenate(tensors, axis=1),
    "Flatten": lambda _, tensor: tensor.reshape(1, -1),
    "Relu": lambda _, tensor: np.maximum(tensor, 0),
    "Sigmoid": lambda _, tensor: sigmoid(tensor),
    "Tanh": lambda _, tensor: np.tanh(tensor),
    "Sqrt": lambda _, tensor: np.sqrt(tensor),
    "Mul": lambda _, left, right: left * right,
    "Add": lambda _, left, right: left + right,
    "Identity": lambda _, tensor: tensor,
}


def run(model, inputs):
    """The outputs of an ONNX model, node by node."""
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer} | inputs
    for node in model.graph.node:
        attributes = {attribute.name: helper.get_attribute_value(attribute) for attribute in node.attribute}
        operands = [tensors[name] for name in node.input]
        tensors[node.output[0]] = _OPERATORS[node.op_type](attributes, *operands)
    return [tensors[output.name] for output in model.graph.output]


class Convert(unittest.TestCase):
    def test_the_converted_network_computes_what_its_definition_says(self):
        weights = random_weights()
        model = onnx.load_from_string(convert(weights))
        onnx.checker.check_model(model)
        self.assertEqual([output.name for output in model.graph.output], ["speech", "next_hidden", "next_cell"])
        random = np.random.default_rng(2)
        hidden, cell = np.zeros(128), np.zeros(128)
        for _ in range(5):
            sound = random.normal(size=640)
            speech, next_hidden, next_cell = run(model, {
                "sound": sound[None, None, None], "hidden": hidden[None], "cell": cell[None]})
            expected, hidden, cell = step(weights, sound, hidden, cell)
            np.testing.assert_allclose(speech[0, 0], expected, rtol=1e-6)
            np.testing.assert_allclose(next_hidden[0], hidden, atol=1e-6)
            np.testing.assert_allclose(next_cell[0], cell, atol=1e-6)


class ReadWeights(unittest.TestCase):
    def test_they_are_found_in_the_branch_for_16_khz(self):
        weights = random_weights()
        read = read_weights(package_model(weights))
        self.assertEqual(read.keys(), weights.keys())
        for name, values in weights.items():
            np.testing.assert_array_equal(read[name], values)

    def test_those_of_the_other_branch_are_not_taken(self):
        with self.assertRaisesRegex(UnusableModel, "0 tensors"):
            read_weights(package_model(random_weights(), "else_branch"))

    def test_a_missing_or_reshaped_tensor_is_named(self):
        weights = random_weights()
        del weights["conv2"]
        with self.assertRaisesRegex(UnusableModel, "encoder.2.reparam_conv.weight"):
            read_weights(package_model(weights))
        weights["conv2"] = np.zeros((64, 64, 5), np.float32)
        with self.assertRaisesRegex(UnusableModel, r"\(64, 64, 5\), not \(64, 64, 3\)"):
            read_weights(package_model(weights))

    def test_what_is_no_such_model_is_refused(self):
        empty = helper.make_model(helper.make_graph([], "empty", [], [])).SerializeToString()
        for wrong in (b"", b"text", b"\xff" * 100, empty):
            with self.assertRaises(UnusableModel):
                read_weights(wrong)


if __name__ == "__main__":
    unittest.main()
