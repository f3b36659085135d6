"""Silero VAD as an ONNX model for OpenCV 4.6: one step of the network, with its memory going in and out.

The package's model chooses between two networks, for 16 and for 8 kHz, by an If, which OpenCV does not know.
The one for 16 kHz is taken out and written down in plain layers: a short-time Fourier transform as two
convolutions, four convolutions, one LSTM cell, one neuron. Its arithmetic is kept.

Input `sound`: (1, 1, 1, 640), 64 samples of context, a window of 512, and 64 more that mirror its end.
Inputs `hidden` and `cell`: (1, 128), the memory; zeros at first. Outputs `speech` (1, 1), the probability
that somebody speaks, and `next_hidden` and `next_cell`.
"""

import numpy as np
import onnx
from google.protobuf.message import DecodeError
from onnx import AttributeProto, numpy_helper

from graph_model import UnusableModel
from onnx_graph import OnnxGraph

_SOUND = 64 + 512 + 64
_FRAME, _HOP = 256, 128
_BINS = _FRAME // 2 + 1
_MEMORY = 128
_STRIDES = (1, 2, 2, 1)
_SHAPES = {
    "basis": ("stft.forward_basis_buffer", (2 * _BINS, 1, _FRAME)),
    "input_weights": ("decoder.rnn.weight_ih", (4 * _MEMORY, _MEMORY)),
    "hidden_weights": ("decoder.rnn.weight_hh", (4 * _MEMORY, _MEMORY)),
    "input_bias": ("decoder.rnn.bias_ih", (4 * _MEMORY,)),
    "hidden_bias": ("decoder.rnn.bias_hh", (4 * _MEMORY,)),
    "neuron": ("decoder.decoder.2.weight", (1, _MEMORY, 1)),
    "neuron_bias": ("decoder.decoder.2.bias", (1,)),
    **{f"conv{i}": (f"encoder.{i}.reparam_conv.weight", (outputs, inputs, 3))
       for i, (outputs, inputs) in enumerate([(128, _BINS), (64, 128), (64, 64), (128, 64)])},
    **{f"conv{i}_bias": (f"encoder.{i}.reparam_conv.bias", (outputs,))
       for i, outputs in enumerate([128, 64, 64, 128])},
}


def read_weights(data):
    """The weights of the 16 kHz network by our names, from the bytes of the package's ONNX file."""
    try:
        model = onnx.load_from_string(data)
    except DecodeError as error:
        raise UnusableModel(f"not an ONNX file ({error})") from error
    choices = [node for node in model.graph.node if node.op_type == "If"]
    branches = [attribute.g for attribute in choices[0].attribute if attribute.name == "then_branch"] \
        if len(choices) == 1 else []
    if not branches:
        raise UnusableModel("the model does not choose between two networks")
    tensors = _constants(branches[0])
    return {name: _tensor(tensors, ending, shape) for name, (ending, shape) in _SHAPES.items()}


def _constants(graph):
    """Every constant of a graph and of those inside it, by name."""
    tensors, graphs = {}, [graph]
    while graphs:
        graph = graphs.pop()
        tensors |= {tensor.name: tensor for tensor in graph.initializer}
        for node in graph.node:
            graphs += [attribute.g for attribute in node.attribute if attribute.type == AttributeProto.GRAPH]
            if node.op_type == "Constant":
                tensors |= {node.output[0]: attribute.t for attribute in node.attribute
                            if attribute.type == AttributeProto.TENSOR}
    return tensors


def _tensor(tensors, ending, shape):
    found = [tensor for name, tensor in tensors.items() if name.endswith(ending)]
    if len(found) != 1:
        raise UnusableModel(f"the model has {len(found)} tensors named {ending}, not one")
    values = numpy_helper.to_array(found[0])
    if values.shape != shape:
        raise UnusableModel(f"{ending} has the shape {values.shape}, not {shape}")
    return values.astype(np.float32)


def convert(weights):
    """The ONNX file's bytes."""
    graph = OnnxGraph()
    sound = graph.input("sound", [1, 1, 1, _SOUND])
    hidden = graph.input("hidden", [1, _MEMORY])
    cell = graph.input("cell", [1, _MEMORY])
    features = _encoded(graph, _magnitudes(graph, sound, weights["basis"]), weights)
    next_hidden, next_cell = _remembered(graph, features, hidden, cell, weights)
    positive = graph.node("Relu", [next_hidden])
    logit = graph.gemm(positive, weights["neuron"][:, :, 0], weights["neuron_bias"])
    graph.output("speech", graph.node("Sigmoid", [logit]), [1, 1])
    graph.output("next_hidden", next_hidden, [1, _MEMORY])
    graph.output("next_cell", next_cell, [1, _MEMORY])
    return graph.model("voice-detector")


def _magnitudes(graph, sound, basis):
    """Of the four overlapping frames: (1, bins, 1, 4)."""
    squares = []
    for part in (basis[:_BINS], basis[_BINS:]):
        wave = graph.conv(sound, part[:, :, None], None, strides=(1, _HOP))
        squares.append(graph.node("Mul", [wave, wave]))
    return graph.node("Sqrt", [graph.node("Add", squares)])


def _encoded(graph, tensor, weights):
    for i, stride in enumerate(_STRIDES):
        tensor = graph.conv(tensor, weights[f"conv{i}"][:, :, None], weights[f"conv{i}_bias"],
                            strides=(1, stride), padding=(0, 1))
        tensor = graph.node("Relu", [tensor])
    return graph.node("Flatten", [tensor], axis=1)


def _remembered(graph, features, hidden, cell, weights):
    """One step of an LSTM cell, its gates in PyTorch's order: input, forget, new, output."""
    joined = graph.node("Concat", [features, hidden], axis=1)
    matrix = np.concatenate([weights["input_weights"], weights["hidden_weights"]], axis=1)
    bias = weights["input_bias"] + weights["hidden_bias"]
    gates = []
    for i, activation in enumerate(("Sigmoid", "Sigmoid", "Tanh", "Sigmoid")):
        rows = slice(i * _MEMORY, (i + 1) * _MEMORY)
        gates.append(graph.node(activation, [graph.gemm(joined, matrix[rows], bias[rows])]))
    taken, kept, new, shown = gates
    next_cell = graph.node("Add", [graph.node("Mul", [kept, cell]), graph.node("Mul", [taken, new])])
    return graph.node("Mul", [shown, graph.node("Tanh", [next_cell])]), next_cell
