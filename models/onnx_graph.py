"""Builds an ONNX graph in the dialect that OpenCV 4.6 reads, channels before rows and columns."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# The first opset with the Resize that OpenCV reads right, and before Clip takes its limits as inputs only.
_OPSET = 11


class OnnxGraph:
    def __init__(self):
        self._nodes = []
        self._constants = []
        self._inputs = []
        self._outputs = []

    def input(self, name, shape):
        self._inputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
        return name

    def output(self, name, tensor, shape):
        self._nodes.append(helper.make_node("Identity", [tensor], [name]))
        self._outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

    def constant(self, values):
        name = f"constant{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values, np.float32), name))
        return name

    def node(self, op, inputs, **attributes):
        """Adds a node and returns the name of its only output."""
        name = f"{op.lower()}{len(self._nodes)}"
        self._nodes.append(helper.make_node(op, inputs, [name], name=name, **attributes))
        return name

    def conv(self, tensor, weights, bias, strides=(1, 1), dilations=(1, 1), padding=(0, 0), groups=1):
        """`weights`: (outputs, inputs of a group, rows, columns); `padding`: rows, columns, on both sides."""
        inputs = [tensor, self.constant(weights)] + ([] if bias is None else [self.constant(bias)])
        return self.node("Conv", inputs, kernel_shape=list(weights.shape[2:]), strides=list(strides),
                         dilations=list(dilations), pads=list(padding) * 2, group=groups)

    def gemm(self, tensor, weights, bias):
        """`tensor`: (1, inputs); `weights`: (outputs, inputs)."""
        return self.node("Gemm", [tensor, self.constant(weights), self.constant(bias)], transB=1)

    def pad(self, tensor, before, after):
        """Zeros around rows and columns. As an attribute: OpenCV reads it so in every opset."""
        return self.node("Pad", [tensor], pads=[0, 0, *before, 0, 0, *after], mode="constant", value=0.0)

    def double_size(self, tensor, half_pixel=False):
        """Bilinear. Sample i of the result lies at i / 2 of the tensor, or, between the centres of pixels, at i / 2 - 1 / 4.
        By a factor, so any size can pass."""
        scales = self.constant([1, 1, 2, 2])
        return self.node("Resize", [tensor, self.constant([]), scales], mode="linear",
                         coordinate_transformation_mode="half_pixel" if half_pixel else "asymmetric")

    def model(self, name):
        graph = helper.make_graph(self._nodes, name, self._inputs, self._outputs, self._constants)
        model = helper.make_model(graph, producer_name="preshift",
                                  opset_imports=[helper.make_opsetid("", _OPSET)])
        model.ir_version = 6
        return model.SerializeToString()
