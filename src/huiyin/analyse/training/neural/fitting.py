"""Fit a reader on portions of sample sets, pass by pass; it ends with the running mean of its weights."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from huiyin.analyse.training.neural.losses import losses_of
from huiyin.analyse.training.neural.network import Reader
from huiyin.analyse.training.neural.samples import Draft, Portion, batches

# Told of the characters and of how they follow each other: learned first, and gently afterwards.
ENCODER = {"characters", "onward", "back", "cloze", "cloze_bias"}
NEWS_EVERY = 200


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast one stage of training goes; `guessing` weighs the characters' loss, 0 for none.

    `memory` is how much of the running mean of the weights each step keeps; the mean is what a stage ends with.
    """

    passes: int
    rate: float
    guessing: float
    answering: bool = True
    characters: int = 4096
    blanked: float = 0.0
    decay: float = 0.01
    encoder_rate: float = 1.0
    memory: float = 0.995


def fit(
    reader: Reader,
    portions: Sequence[Portion],
    plan: Plan,
    seed: int,
    tell: Callable[[str], None] = lambda _: None,
) -> None:
    """Train in place for `plan.passes` passes over the portions."""
    random = np.random.default_rng(seed)
    torch.manual_seed(seed)
    # The batches are too small to share between cores, and what has all but vanished costs a hundred times as much.
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    steps = plan.passes * sum(1 for _ in batches(portions, plan.characters, random))
    descent, began = Descent(reader, plan, steps), time.process_time()
    reader.train()
    for each in range(plan.passes):
        seen: defaultdict[str, list[float]] = defaultdict(list)
        for draft in batches(portions, plan.characters, random):
            for name, value in descent.step(draft).items():
                seen[f"{draft.samples.source}:{name}"].append(value)
            if descent.taken % NEWS_EVERY == 0:
                tell(f"  step {descent.taken}/{steps} {time.process_time() - began:.0f} s")
        means = " ".join(f"{name} {np.mean(values):.3f}" for name, values in sorted(seen.items()))
        tell(f"pass {each + 1}/{plan.passes} {time.process_time() - began:.0f} s {means}")
    descent.settle()


class Descent:
    """The way down: the optimiser, how fast it goes at each step, and the running mean of the weights."""

    def __init__(self, reader: Reader, plan: Plan, steps: int) -> None:
        self.taken = 0
        self._reader, self._plan, self._steps = reader, plan, steps
        self._optimiser = torch.optim.AdamW(_groups(reader, plan), betas=(0.9, 0.98), weight_decay=plan.decay)
        self._rates = [group["lr"] for group in self._optimiser.param_groups]
        self._weights = list(reader.parameters())
        self._mean = [each.detach().clone() for each in self._weights]

    def step(self, draft: Draft) -> dict[str, float]:
        """Take one batch into the weights; return its losses."""
        for group, rate in zip(self._optimiser.param_groups, self._rates, strict=True):
            group["lr"] = rate * _pace(self.taken, self._steps)
        plan = self._plan
        losses = losses_of(
            self._reader, draft, blanked=plan.blanked, guessing=plan.guessing, answering=plan.answering
        )
        self._optimiser.zero_grad()
        torch.stack([loss.float() for loss in losses.values()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(self._weights, 1.0)
        self._optimiser.step()
        self.taken += 1
        # Early steps count less far back, so that the start leaves no trace.
        fresh = 1.0 - min(plan.memory, self.taken / (self.taken + 10))
        torch._foreach_lerp_(self._mean, [each.detach() for each in self._weights], fresh)
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def settle(self) -> None:
        """End with the mean of the weights."""
        with torch.no_grad():
            torch._foreach_copy_(self._weights, self._mean)


def _groups(reader: Reader, plan: Plan) -> list[dict[str, object]]:
    """Return the encoder's weights and all others, each with their rate."""
    named = [(name.split(".")[0] in ENCODER, weight) for name, weight in reader.named_parameters()]
    return [
        {"params": [weight for encodes, weight in named if encodes], "lr": plan.rate * plan.encoder_rate},
        {"params": [weight for encodes, weight in named if not encodes], "lr": plan.rate},
    ]


def _pace(step: int, steps: int) -> float:
    """Return the share of the full rate: a short rise, then down along a cosine."""
    warm = min(1.0, (step + 1) / max(1, min(100, steps // 10)))
    return warm * (0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * step / max(1, steps))))
