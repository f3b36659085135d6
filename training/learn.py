"""Learns one network from examples. On one thread, so that the same seed gives the same weights."""

import hashlib
from pathlib import Path

import numpy as np
import torch

import examples
import mixing
from network import Ensemble, SoundNetwork

_HERE = Path(__file__).resolve().parent
_BATCH = 128
_HALF = "avx512_bf16" in Path("/proc/cpuinfo").read_text()  # bfloat16 takes half the time there


def learn(task):
    """(folder of examples, fold left out or None, epochs, seed, file): the weights go to the file, unless the same
    task has filled it before."""
    folder, left_out, epochs, seed, file = task
    stamp, key = file.with_suffix(".key"), key_of(folder, left_out, epochs, seed)
    if file.exists() and stamp.exists() and stamp.read_text() == key:
        return
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    windows, targets, fold = examples.load(folder)
    taken = np.flatnonzero(fold != left_out) if left_out is not None else np.arange(len(fold))
    network = _train(windows, targets, taken, epochs, seed, file.with_suffix(".log"))
    torch.save(network.state_dict(), file)
    stamp.write_text(key)


def key_of(folder, left_out, epochs, seed):
    code = b"".join((_HERE / name).read_bytes() for name in ("learn.py", "mixing.py", "network.py"))
    examples_key = (folder / "key").read_text()
    return hashlib.sha256(repr((code, examples_key, left_out, epochs, seed)).encode()).hexdigest()


def loaded(files, classes):
    """The ensemble of these weights."""
    members = []
    for file in files:
        members.append(SoundNetwork(classes))
        members[-1].load_state_dict(torch.load(file))
    return Ensemble(members).eval()


def logits(network, windows):
    with torch.no_grad():
        parts = [network(torch.from_numpy(windows[i:i + 512].astype(np.float32))[:, None])
                 for i in range(0, len(windows), 512)]
    return torch.cat(parts).numpy()


def _train(windows, targets, taken, epochs, seed, log):
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    network = SoundNetwork(targets.shape[1])
    network = network.to(memory_format=torch.channels_last)
    batches = len(taken) // _BATCH
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=2e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 5e-3, epochs=epochs, steps_per_epoch=batches)
    network.train()
    for epoch in range(epochs):
        total = 0.0
        for chosen in random.permutation(taken)[:batches * _BATCH].reshape(batches, _BATCH):
            batch, wanted = mixing.varied(windows[chosen], targets[chosen], random)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_HALF):
                outputs = network(torch.from_numpy(batch)[:, None].to(memory_format=torch.channels_last))
            loss = _masked_loss(outputs.float(), torch.from_numpy(wanted))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        with open(log, "a" if epoch else "w") as file:
            file.write(f"epoch {epoch + 1} of {epochs}: loss {total / batches:.4f}\n")
    return network.eval()


def _masked_loss(outputs, targets):
    known = (targets >= 0).float()
    wanted = targets.clamp(min=0).float()
    return torch.nn.functional.binary_cross_entropy_with_logits(outputs, wanted, weight=known)

