"""The network: five convolutions, 0.17 million weights, in operators that OpenCV 4.6 runs."""

import torch
from torch import nn

from front_end import BANDS, WINDOW_FRAMES


def _layer(inputs, outputs, size, stride):
    return nn.Sequential(nn.Conv2d(inputs, outputs, size, stride=stride, padding=size // 2, bias=False),
                         nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class SoundNetwork(nn.Module):
    """One window in, a logit for each class out."""

    def __init__(self, classes):
        super().__init__()
        self.layers = nn.Sequential(
            _layer(1, 24, 5, 2),        # 32 x 25
            _layer(24, 48, 3, 2),       # 16 x 13
            _layer(48, 64, 3, (2, 1)),  # 8 x 13
            _layer(64, 88, 3, 2),       # 4 x 7
            _layer(88, 104, 3, 1))
        self.mean = nn.AvgPool2d((4, 7))
        self.most = nn.MaxPool2d((4, 7))
        self.drop = nn.Dropout(0.3)
        self.head = nn.Conv2d(104, classes, 1)

    def forward(self, window):
        found = self.layers(window)
        return torch.flatten(self.head(self.drop(self.mean(found) + self.most(found))), 1)


class Ensemble(nn.Module):
    """Networks that learned from the same sounds in another order: the mean of their logits errs less than each."""

    def __init__(self, members):
        super().__init__()
        self.members = nn.ModuleList(members)

    def forward(self, window):
        return sum(member(window) for member in self.members) / len(self.members)


class Calibrated(nn.Module):
    """Probabilities: the logits scaled and shifted class by class (Platt), then the logistic function."""

    def __init__(self, network, scale, shift):
        super().__init__()
        self.network = network
        scale = torch.as_tensor(scale, dtype=torch.float32)
        shift = torch.as_tensor(shift, dtype=torch.float32)
        with torch.no_grad():
            for head in (member.head for member in network.members):
                head.weight *= scale[:, None, None, None]
                head.bias.copy_(head.bias * scale + shift)

    def forward(self, window):
        return torch.sigmoid(self.network(window))


def save_onnx(network, path):
    """Writes the network for one window, batches of any size are several runs; opset 11, which OpenCV 4.6 reads."""
    network.eval()
    torch.onnx.export(network, torch.zeros(1, 1, BANDS, WINDOW_FRAMES), str(path), opset_version=11,
                      input_names=["window"], output_names=["scores"])
