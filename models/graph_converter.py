"""Walks a TensorFlow.js graph model back from its outputs and writes it as ONNX for OpenCV 4.6.

The network's arithmetic is kept; what changes is what it costs. A hard swish is one node, not four; and a 5x5
depthwise convolution, for which OpenCV has no fast path, becomes the sum of four 3x3 ones, for which it has
(figures in README.md). Upsampling is by a factor, so one file serves inputs of any multiple of 32.
"""

import numpy as np

from graph_model import UnusableModel
from onnx_graph import OnnxGraph

_NARROW = 32  # at this reduction rows are too short for OpenCV's fast path, and one kernel is cheaper


class GraphConverter:
    """`picture`: the node that holds the picture; `kept`: the channels that are wanted of some convolutions."""

    def __init__(self, model, picture, size, kept=None):
        width, height = size
        if width % 32 or height % 32:
            raise ValueError("width and height must be multiples of 32")
        self.graph = OnnxGraph()
        self._model = model
        self._picture = picture
        self._kept = kept or {}
        self._tensors = {picture: self.graph.input("picture", [1, 3, height, width])}

    def tensor(self, name):
        if name not in self._tensors:
            self._tensors[name] = self._emit(self._model.node(name))
        return self._tensors[name]

    def _emit(self, node):
        emitters = {
            "Identity": lambda: self.tensor(node.inputs[0]),
            "Conv2D": lambda: self._conv(node),
            "_FusedConv2D": lambda: self._conv(node),
            "DepthwiseConv2dNative": lambda: self._depthwise(node),
            "FusedDepthwiseConv2dNative": lambda: self._depthwise(node),
            "Add": lambda: self._simple("Add", node),
            "AddV2": lambda: self._simple("Add", node),
            "Sub": lambda: self._difference(node),
            "Mul": lambda: self._product(node),
            "Relu": lambda: self._simple("Relu", node),
            "Sigmoid": lambda: self._simple("Sigmoid", node),
            "Mean": lambda: self._mean(node),
            "ConcatV2": lambda: self._concat(node),
            "ResizeBilinear": lambda: self._resize(node),
        }
        if node.op not in emitters:
            raise UnusableModel(f"{node.name}: no conversion for {node.op}")
        return emitters[node.op]()

    def _simple(self, op, node):
        return self.graph.node(op, [self.tensor(name) for name in node.inputs])

    def _conv(self, node):
        weights = self._weights(node.inputs[1]).transpose(3, 2, 0, 1)
        bias = self._bias(node)
        if node.name in self._kept:
            weights, bias = weights[self._kept[node.name]], bias[self._kept[node.name]]
        strides = node.spatial("strides")
        source, padding = self._padded(node, weights.shape[2:])
        return self._activated(self.graph.conv(source, weights, bias, strides, padding=padding), node)

    def _depthwise(self, node):
        weights = self._weights(node.inputs[1]).transpose(2, 3, 0, 1)
        strides = node.spatial("strides")
        source, padding = self._padded(node, weights.shape[2:])
        if weights.shape[2:] == (5, 5) and strides == [1, 1] and self._reduction(node.name) < _NARROW:
            return self._activated(self._four_depthwise(source, weights, self._bias(node)), node)
        return self._activated(self.graph.conv(source, weights, self._bias(node), strides, padding=padding,
                                               groups=len(weights)), node)

    def _four_depthwise(self, source, weights, bias):
        """OpenCV's fast path pads by one row itself, and by one column unless columns are dilated."""
        taller = self.graph.pad(source, [1, 0], [1, 0])
        larger = self.graph.pad(source, [1, 2], [1, 2])
        sources = {(1, 1): (source, (1, 1)), (2, 1): (taller, (1, 1)), (1, 2): (larger, (0, 0)),
                   (2, 2): (larger, (1, 0))}
        pieces = []
        for dilations, kernel in split_5x5(weights):
            tensor, padding = sources[dilations]
            pieces.append(self.graph.conv(tensor, kernel, bias, dilations=dilations, padding=padding,
                                          groups=len(kernel)))
            bias = None
        return self.graph.node("Sum", pieces)

    def _reduction(self, name):
        """How many pixels of the picture one row of a tensor stands for."""
        if name == self._picture:
            return 1
        node = self._model.node(name)
        sources = [source for source in node.inputs if self._model.constant(source) is None]
        before = self._reduction(sources[0])
        return before // 2 if node.op == "ResizeBilinear" else before * node.spatial("strides")[0]

    def _padded(self, node, kernel):
        """TensorFlow's SAME for stride 2 pads more behind than before, which a Conv of OpenCV cannot."""
        source, strides = self.tensor(node.inputs[0]), node.spatial("strides")
        if node.spatial("dilations") != [1, 1] or strides not in ([1, 1], [2, 2]):
            raise UnusableModel(f"{node.name}: no conversion for its strides or dilations")
        around = [size // 2 for size in kernel]
        if strides == [1, 1]:
            if node.text("padding") != "SAME" and max(around) > 0:
                raise UnusableModel(f"{node.name}: no conversion for padding other than SAME")
            return source, around
        return self.graph.pad(source, [size - 1 for size in around], around), [0, 0]

    def _activated(self, tensor, node):
        fused = [op for op in node.texts("fused_ops") if op != "BiasAdd"]
        if fused not in ([], ["Relu"], ["Relu6"]):
            raise UnusableModel(f"{node.name}: no conversion for {fused}")
        if fused == ["Relu6"]:
            return self.graph.node("Clip", [tensor], min=0.0, max=6.0)
        return self.graph.node("Relu", [tensor]) if fused else tensor

    def _difference(self, node):
        constant = self._model.constant(node.inputs[1])
        if constant is None or not np.all(constant == constant.flat[0]):
            raise UnusableModel(f"{node.name}: no conversion for this difference")
        return self.graph.node("Add", [self.tensor(node.inputs[0]), self.graph.constant(-constant.flat[0])])

    def _product(self, node):
        """A product, unless it is the end of a hard sigmoid or hard swish, which OpenCV has as one layer."""
        for scaled, gate in (node.inputs, node.inputs[::-1]):
            gated = self._gated(gate)
            if gated is None:
                continue
            if self._is_sixth(scaled):
                return self.graph.node("HardSigmoid", [self.tensor(gated)], alpha=1 / 6, beta=0.5)
            if self._is_sixth_of(scaled, gated):
                return self.graph.node("HardSwish", [self.tensor(gated)])
        return self.graph.node("Mul", [self._factor(name) for name in node.inputs])

    def _gated(self, name):
        """x when `name` is relu6(x + 3), otherwise None."""
        gate = self._model.node(name)
        if gate.op != "Relu6":
            return None
        shifted = self._model.node(gate.inputs[0])
        if shifted.op != "Add":
            return None
        for value, shift in (shifted.inputs, shifted.inputs[::-1]):
            constant = self._model.constant(shift)
            if constant is not None and np.allclose(constant, 3):
                return value
        return None

    def _is_sixth(self, name):
        constant = self._model.constant(name)
        return constant is not None and np.allclose(constant, 1 / 6, rtol=1e-3)

    def _is_sixth_of(self, name, value):
        node = self._model.node(name)
        return node.op == "Mul" and value in node.inputs and any(map(self._is_sixth, node.inputs))

    def _factor(self, name):
        constant = self._model.constant(name)
        if constant is None:
            return self.tensor(name)
        if not np.all(constant == constant.flat[0]):
            raise UnusableModel(f"{name}: no conversion for a factor of {constant.shape}")
        return self.graph.constant(constant.flat[0])

    def _mean(self, node):
        if sorted(self._model.constant(node.inputs[1]).flat) != [1, 2] or not node.flag("keep_dims"):
            raise UnusableModel(f"{node.name}: no conversion for a mean over other than rows and columns")
        return self.graph.node("GlobalAveragePool", [self.tensor(node.inputs[0])])

    def _concat(self, node):
        if int(self._model.constant(node.inputs[-1])) % 4 != 3:
            raise UnusableModel(f"{node.name}: no conversion for joining other than channels")
        return self.graph.node("Concat", [self.tensor(name) for name in node.inputs[:-1]], axis=1)

    def _resize(self, node):
        if node.flag("align_corners"):
            raise UnusableModel(f"{node.name}: no conversion for its coordinates")
        return self.graph.double_size(self.tensor(node.inputs[0]), node.flag("half_pixel_centers"))

    def _weights(self, name):
        weights = self._model.constant(name)
        if weights is None or weights.ndim != 4:
            raise UnusableModel(f"{name}: not the weights of a convolution")
        return weights

    def _bias(self, node):
        return self._model.constant(node.inputs[2]) if "BiasAdd" in node.texts("fused_ops") else None


def split_5x5(weights):
    """Four 3x3 kernels, each with its dilations (rows, columns), whose sum is the 5x5 one.

    The taps of a 3x3 kernel lie at -d, 0 and d; with d of 1 or 2 for rows and for columns the four cover all
    25. A tap that several reach (those in the centre's row and column) is given to the first.
    """
    left = weights.copy()
    pieces = []
    for rows in (1, 2):
        for columns in (1, 2):
            taps = np.ix_([2 - rows, 2, 2 + rows], [2 - columns, 2, 2 + columns])
            pieces.append(((rows, columns), left[:, :, taps[0], taps[1]].copy()))
            left[:, :, taps[0], taps[1]] = 0
    return pieces
