"""Reads a TensorFlow.js graph model: a JSON topology and its weights, here stored as 16-bit floats."""

import base64
import json
from dataclasses import dataclass

import numpy as np


class UnusableModel(Exception):
    """The model is not the one this converter was written for; the text says in what."""


@dataclass(frozen=True)
class Node:
    name: str
    op: str
    inputs: list  # names of the nodes whose first output it takes
    attributes: dict

    def text(self, attribute):
        """A string attribute; TensorFlow.js stores them in base64."""
        value = self.attributes.get(attribute, {}).get("s")
        return base64.b64decode(value).decode() if value else None

    def texts(self, attribute):
        values = self.attributes.get(attribute, {}).get("list", {}).get("s", [])
        return [base64.b64decode(value).decode() for value in values]

    def spatial(self, attribute):
        """Height and width of an attribute given for (batch, height, width, channels)."""
        values = self.attributes.get(attribute, {}).get("list", {}).get("i", [1, 1, 1, 1])
        return [int(value) for value in values[1:3]]

    def flag(self, attribute):
        return bool(self.attributes.get(attribute, {}).get("b", False))


class GraphModel:
    def __init__(self, nodes, weights):
        self._nodes = nodes
        self._weights = weights

    def node(self, name):
        if name not in self._nodes:
            raise UnusableModel(f"the model has no node {name}")
        return self._nodes[name]

    def constant(self, name):
        """The weights of a Const node, or None when the node computes something."""
        return self._weights.get(name) if self.node(name).op == "Const" else None


def read_graph_model(topology, weights):
    """`topology`: the bytes of the JSON file; `weights`: the bytes of the one .bin file that it names."""
    try:
        document = json.loads(topology)
        nodes = [_node(entry) for entry in document["modelTopology"]["node"]]
        entries = [entry for group in document["weightsManifest"] for entry in group["weights"]]
    except (ValueError, KeyError, TypeError) as error:
        raise UnusableModel(f"not a TensorFlow.js graph model ({error})") from error
    return GraphModel({node.name: node for node in nodes}, _weights(entries, weights))


def _node(entry):
    inputs = [name.split(":")[0] for name in entry.get("input", []) if not name.startswith("^")]
    return Node(entry["name"], entry["op"], inputs, entry.get("attr", {}))


def _weights(entries, data):
    weights, offset = {}, 0
    for entry in entries:
        kind = np.dtype(entry.get("quantization", entry)["dtype"])
        count = int(np.prod(entry["shape"], dtype=np.int64))
        end = offset + count * kind.itemsize
        if end > len(data):
            raise UnusableModel(f"the weights end before those of {entry['name']}")
        values = np.frombuffer(data, kind, count, offset).reshape(entry["shape"])
        weights[entry["name"]] = values.astype(entry["dtype"])
        offset = end
    if offset != len(data):
        raise UnusableModel(f"{len(data) - offset} bytes of weights belong to no node")
    return weights
