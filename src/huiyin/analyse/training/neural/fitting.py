"""Fit a reader: guess every character from its neighbours, and answer the questions of the labelled sets."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from huiyin.analyse.training.neural.network import Reader
from huiyin.analyse.training.neural.samples import UNASKED, Draft, Portion, batches
from huiyin.text.neural.alphabet import UNKNOWN

SMOOTHING = 0.05
RANKING = 0.3


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
    optimiser = torch.optim.AdamW(_groups(reader, plan), betas=(0.9, 0.98), weight_decay=plan.decay)
    base = [group["lr"] for group in optimiser.param_groups]
    per_pass = sum(1 for _ in batches(portions, plan.characters, random))
    steps, step, began = per_pass * plan.passes, 0, time.process_time()
    weights = list(reader.parameters())
    mean = [each.detach().clone() for each in weights]
    reader.train()
    for each in range(plan.passes):
        seen: dict[str, list[float]] = {}
        for draft in batches(portions, plan.characters, random):
            for group, rate in zip(optimiser.param_groups, base, strict=True):
                group["lr"] = rate * _pace(step, steps)
            loss, parts = _loss(reader, draft, plan)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            step += 1
            # Early steps count less far back, so that the start leaves no trace.
            fresh = 1.0 - min(plan.memory, step / (step + 10))
            torch._foreach_lerp_(mean, [each.detach() for each in weights], fresh)
            for name, value in parts.items():
                seen.setdefault(f"{draft.samples.source}:{name}", []).append(value)
            if step % 200 == 0:
                tell(f"  step {step}/{steps} {time.process_time() - began:.0f} s")
        means = " ".join(f"{name} {np.mean(values):.3f}" for name, values in sorted(seen.items()))
        tell(f"pass {each + 1}/{plan.passes} {time.process_time() - began:.0f} s {means}")
    with torch.no_grad():
        torch._foreach_copy_(weights, mean)


def _groups(reader: Reader, plan: Plan) -> list[dict[str, object]]:
    slow = {"characters", "onward", "back", "cloze", "cloze_bias"}
    named = list(reader.named_parameters())
    return [
        {
            "params": [p for n, p in named if n.split(".")[0] in slow],
            "lr": plan.rate * plan.encoder_rate,
        },
        {"params": [p for n, p in named if n.split(".")[0] not in slow], "lr": plan.rate},
    ]


def _pace(step: int, steps: int) -> float:
    warm = min(1.0, (step + 1) / max(1, min(100, steps // 10)))
    return warm * (0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * step / max(1, steps))))


def _loss(reader: Reader, draft: Draft, plan: Plan) -> tuple[Tensor, dict[str, float]]:
    ids, lengths = torch.from_numpy(draft.ids).long(), torch.from_numpy(draft.lengths)
    inside = torch.arange(ids.shape[1]) < lengths[:, None]
    shown = ids
    if plan.blanked:
        shown = ids.masked_fill((torch.rand(ids.shape) < plan.blanked) & inside, UNKNOWN)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        onward, back = reader.states(shown, lengths)
        losses: dict[str, Tensor] = {}
        if plan.guessing:
            losses["guess"] = plan.guessing * _guess_loss(reader, onward, back, ids, inside)
        if plan.answering:
            losses |= _answer_losses(reader, draft, onward, back, inside)
    total = torch.stack([loss.float() for loss in losses.values()]).sum()
    return total, {name: float(loss.detach()) for name, loss in losses.items()}


def _guess_loss(reader: Reader, onward: Tensor, back: Tensor, ids: Tensor, inside: Tensor) -> Tensor:
    """Choose among the characters of the batch only: a fifth of the cost of choosing among all."""
    guess = reader.guess(onward, back, inside)
    candidates, wanted = ids.T[inside.T].unique(return_inverse=True)
    scores = guess @ reader.characters.weight[candidates].T + reader.cloze_bias[candidates]
    known = candidates[wanted] != UNKNOWN
    return functional.cross_entropy(scores.float()[known], wanted[known])


def _answer_losses(
    reader: Reader, draft: Draft, onward: Tensor, back: Tensor, inside: Tensor
) -> dict[str, Tensor]:
    samples = draft.samples
    states = reader.drop(torch.cat([onward, back], dim=2).transpose(0, 1))
    keys = reader.keyed(states)
    losses = {}
    if samples.overall is not None:
        side = torch.from_numpy(samples.overall[draft.chosen])
        if bool((side != UNASKED).any()):
            anchors = inside.to(states.dtype) / inside.sum(1, keepdim=True)
            scores = reader.sides(states, keys, anchors.unsqueeze(1), inside, reader.overall)[:, 0]
            asked = side != UNASKED
            # No source of overall sides has a neutral class; leaving its output alone teaches nothing false.
            poles = scores.float()[asked][:, [0, 2]]
            losses["overall"] = functional.cross_entropy(
                poles, (side[asked] > 0).long(), label_smoothing=SMOOTHING
            )
    if samples.spans is not None:
        losses |= _span_loss(reader, draft, states, keys, inside)
    if samples.name is not None and samples.spoken is not None:
        losses |= _label_losses(reader, draft, states, keys, inside)
    return {name: samples.weight * loss for name, loss in losses.items()}


def _span_loss(
    reader: Reader, draft: Draft, states: Tensor, keys: Tensor, inside: Tensor
) -> dict[str, Tensor]:
    spans = [draft.samples.spans_of(int(text)) for text in draft.chosen]
    most = max(map(len, spans))
    if not most:
        return {}
    anchors = torch.zeros(len(spans), most, states.shape[1], dtype=states.dtype)
    wanted = torch.full((len(spans), most), UNASKED)
    for row, marked in enumerate(spans):
        for place, (start, end, side) in enumerate(marked):
            if start < states.shape[1]:
                anchors[row, place, start:end] = 1.0
                wanted[row, place] = side
    anchors = anchors / anchors.sum(2, keepdim=True).clamp(min=1.0)
    scores = reader.sides(states, keys, anchors, inside, torch.zeros(1))
    asked = wanted != UNASKED
    return {
        "span": functional.cross_entropy(scores.float()[asked], wanted[asked] + 1, label_smoothing=SMOOTHING)
    }


def _label_losses(
    reader: Reader, draft: Draft, states: Tensor, keys: Tensor, inside: Tensor
) -> dict[str, Tensor]:
    samples = draft.samples
    name = str(samples.name)
    anchors = reader.anchors(name, keys, inside)
    odds = reader.present(name, states, anchors, inside).float()
    assert samples.spoken is not None  # noqa: S101 - the caller looked
    spoken = torch.from_numpy(samples.spoken[draft.chosen])
    losses = {"spoken": functional.binary_cross_entropy_with_logits(odds, spoken) * 4}
    if odds.shape[1] > 1:
        # Most texts speak of one label: which one stands above the others is a question of its own.
        named = spoken / spoken.sum(1, keepdim=True).clamp(min=1.0)
        losses["named"] = RANKING * functional.cross_entropy(odds, named)
    if samples.sides is not None:
        side = torch.from_numpy(samples.sides[draft.chosen])
        asked = side >= -1
        if bool(asked.any()):
            scores = reader.sides(states, keys, anchors, inside, reader.own[name])
            losses["side"] = functional.cross_entropy(
                scores.float()[asked], side[asked] + 1, label_smoothing=SMOOTHING
            )
    return losses
