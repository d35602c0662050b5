"""What a reader is trained for: to guess characters, and to answer the questions of the labelled sets."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from huiyin.analyse.training.neural.network import Reader
from huiyin.analyse.training.neural.samples import UNASKED, Draft
from huiyin.text.neural.alphabet import UNKNOWN

# Labels err: no side is ever held for certain.
SMOOTHING = 0.05
# How often a label is spoken of is the hardest question; which one stands above the others an easier one beside it.
SPOKEN, NAMED = 4.0, 0.3


def losses_of(
    reader: Reader, draft: Draft, *, blanked: float, guessing: float, answering: bool
) -> dict[str, Tensor]:
    """Return the losses of one batch by name; `blanked` is the share of characters that are hidden."""
    ids, lengths = torch.from_numpy(draft.ids).long(), torch.from_numpy(draft.lengths)
    inside = torch.arange(ids.shape[1]) < lengths[:, None]
    shown = ids
    if blanked:
        shown = ids.masked_fill((torch.rand(ids.shape) < blanked) & inside, UNKNOWN)
    losses: dict[str, Tensor] = {}
    with torch.autocast("cpu", dtype=torch.bfloat16):
        onward, back = reader.states(shown, lengths)
        if guessing:
            losses["guess"] = guessing * _guess_loss(reader, onward, back, ids, inside)
        if answering:
            states = reader.drop(torch.cat([onward, back], dim=2).transpose(0, 1))
            losses |= _answer_losses(reader, draft, states, inside)
    return losses


def _guess_loss(reader: Reader, onward: Tensor, back: Tensor, ids: Tensor, inside: Tensor) -> Tensor:
    """Choose among the characters of the batch only: a fifth of the cost of choosing among all."""
    guess = reader.guess(onward, back, inside)
    candidates, wanted = ids.T[inside.T].unique(return_inverse=True)
    scores = guess @ reader.characters.weight[candidates].T + reader.cloze_bias[candidates]
    known = candidates[wanted] != UNKNOWN
    return functional.cross_entropy(scores.float()[known], wanted[known])


@dataclass(frozen=True, slots=True)
class Page:
    """A batch as the reader has read it: its states and keys (texts, time, width), and where characters are."""

    draft: Draft
    states: Tensor
    keys: Tensor
    inside: Tensor


def _answer_losses(reader: Reader, draft: Draft, states: Tensor, inside: Tensor) -> dict[str, Tensor]:
    page = Page(draft, states, reader.keyed(states), inside)
    losses = _overall_loss(reader, page) | _span_loss(reader, page) | _label_losses(reader, page)
    return {name: draft.samples.weight * loss for name, loss in losses.items()}


def _overall_loss(reader: Reader, page: Page) -> dict[str, Tensor]:
    """Ask whether each whole text is good or bad."""
    overall = page.draft.samples.overall
    if overall is None:
        return {}
    side = torch.from_numpy(overall[page.draft.chosen])
    asked = side != UNASKED
    if not bool(asked.any()):
        return {}
    even = page.inside.to(page.states.dtype) / page.inside.sum(1, keepdim=True)
    scores = reader.sides(page.states, page.keys, even.unsqueeze(1), page.inside, reader.overall)[:, 0]
    # No source of overall sides has a neutral class; leaving its output alone teaches nothing false.
    poles = scores.float()[asked][:, [0, 2]]
    return {"overall": functional.cross_entropy(poles, (side[asked] > 0).long(), label_smoothing=SMOOTHING)}


def _span_loss(reader: Reader, page: Page) -> dict[str, Tensor]:
    """Ask for the side of what is said about each marked span."""
    spans = [page.draft.samples.spans_of(int(text)) for text in page.draft.chosen]
    most, time = max(map(len, spans)), page.states.shape[1]
    if not most:
        return {}
    anchors = torch.zeros(len(spans), most, time, dtype=page.states.dtype)
    wanted = torch.full((len(spans), most), UNASKED)
    for row, marked in enumerate(spans):
        for place, (start, end, side) in enumerate(marked):
            if start < time:
                anchors[row, place, start:end] = 1.0
                wanted[row, place] = side
    anchors = anchors / anchors.sum(2, keepdim=True).clamp(min=1.0)
    scores = reader.sides(page.states, page.keys, anchors, page.inside, torch.zeros(1))
    asked = wanted != UNASKED
    return {
        "span": functional.cross_entropy(scores.float()[asked], wanted[asked] + 1, label_smoothing=SMOOTHING)
    }


def _label_losses(reader: Reader, page: Page) -> dict[str, Tensor]:
    """Ask which labels of a set are spoken of, which one above all, and the side of each."""
    samples, chosen = page.draft.samples, page.draft.chosen
    if samples.name is None or samples.spoken is None:
        return {}
    name = samples.name
    anchors = reader.anchors(name, page.keys, page.inside)
    odds = reader.present(name, page.states, anchors, page.inside).float()
    spoken = torch.from_numpy(samples.spoken[chosen])
    losses = {"spoken": functional.binary_cross_entropy_with_logits(odds, spoken) * SPOKEN}
    if odds.shape[1] > 1:
        # Most texts speak of one label: which one stands above the others is a question of its own.
        named = spoken / spoken.sum(1, keepdim=True).clamp(min=1.0)
        losses["named"] = NAMED * functional.cross_entropy(odds, named)
    if samples.sides is not None:
        side = torch.from_numpy(samples.sides[chosen])
        asked = side >= -1
        if bool(asked.any()):
            scores = reader.sides(page.states, page.keys, anchors, page.inside, reader.own[name])
            losses["side"] = functional.cross_entropy(
                scores.float()[asked], side[asked] + 1, label_smoothing=SMOOTHING
            )
    return losses
