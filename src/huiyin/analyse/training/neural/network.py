"""The small reader: one bidirectional GRU over characters, and queries that ask it what is said about what."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

FAR = 20
SIDES = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a reader: distinct characters, width of a character, of one direction's state, of a query."""

    characters: int
    width: int = 128
    state: int = 192
    query: int = 96
    hidden: int = 128


class Reader(nn.Module):
    """Characters in, states out; every head asks the states.

    The two directions are separate GRUs over left-aligned texts, so that padding never enters a state and the state
    before a character has not seen it: predicting every character from both its neighbours needs no mask.
    """

    def __init__(self, shape: Shape, labels: dict[str, int]) -> None:
        super().__init__()
        self.shape = shape
        both = 2 * shape.state
        self.characters = nn.Embedding(shape.characters, shape.width)
        nn.init.normal_(self.characters.weight, std=0.1)
        self.onward = nn.GRU(shape.width, shape.state)
        self.back = nn.GRU(shape.width, shape.state)
        self.cloze = nn.Linear(both, shape.width)
        self.cloze_bias = nn.Parameter(torch.zeros(shape.characters))
        self.key = nn.Linear(both, shape.query)
        self.turn = nn.Linear(both, shape.query)
        self.reach = nn.Parameter(torch.tensor(0.1))
        self.overall = nn.Parameter(torch.randn(1, shape.query) * 0.3)
        self.hidden = nn.Linear(2 * both, shape.hidden)
        self.side = nn.Linear(shape.hidden, SIDES)
        self.queries = nn.ParameterDict(
            {name: nn.Parameter(torch.randn(count, shape.query) * 0.3) for name, count in labels.items()}
        )
        self.own = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(count, shape.query)) for name, count in labels.items()}
        )
        self.presence = nn.ParameterDict(
            {name: nn.Parameter(torch.randn(count, 2 * both) * 0.05) for name, count in labels.items()}
        )
        self.floor = nn.ParameterDict(
            {name: nn.Parameter(torch.full((count,), -2.0)) for name, count in labels.items()}
        )
        self.drop_characters = nn.Dropout(0.1)
        self.drop = nn.Dropout(0.2)

    def states(self, ids: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """Return the states of both directions, each (time, texts, state), at the character they have just read."""
        turned = reversal(ids.shape[1], lengths)
        onward = self.onward(self.drop_characters(self.characters(ids.T)))[0]
        back = self.back(self.drop_characters(self.characters(ids.gather(1, turned).T)))[0]
        return onward, back.gather(0, turned.T.unsqueeze(2).expand_as(back))

    def guess(self, onward: Tensor, back: Tensor, inside: Tensor) -> Tensor:
        """Return what is thought of the characters at `inside` (texts, time) by those before and after them."""
        zero = onward.new_zeros(1, *onward.shape[1:])
        before, after = torch.cat([zero, onward[:-1]]), torch.cat([back[1:], zero])
        last = torch.cat([inside.T[1:], inside.new_zeros(1, len(inside))])
        both = torch.cat([before, after * last.unsqueeze(2)], dim=2)[inside.T]
        return torch.as_tensor(self.cloze(self.drop(both)))

    def keyed(self, states: Tensor) -> Tensor:
        """Return what queries are compared with, (texts, time, query)."""
        return torch.tanh(self.key(states))

    def anchors(self, name: str, keys: Tensor, inside: Tensor) -> Tensor:
        """Return where each label of a set looks for itself: weights (texts, labels, time) that sum to one."""
        scores = keys @ self.queries[name].T
        return softmax_inside(scores.transpose(1, 2), inside)

    def present(self, name: str, states: Tensor, anchors: Tensor, inside: Tensor) -> Tensor:
        """Return the log-odds of each label being spoken of, (texts, labels)."""
        found = self.drop(anchors @ states)
        peak = self.drop(states.masked_fill(~inside.unsqueeze(2), -1.0).max(dim=1).values)
        near, wide = self.presence[name].chunk(2, dim=1)
        return torch.as_tensor((found * near).sum(2) + peak @ wide.T + self.floor[name])

    def sides(self, states: Tensor, keys: Tensor, anchors: Tensor, inside: Tensor, own: Tensor) -> Tensor:
        """Return scores of negative, neutral, positive for each anchor, (texts, anchors, 3)."""
        found = anchors @ states
        time = torch.arange(states.shape[1])
        away = (time[:, None] - time[None]).abs().clamp(max=FAR).to(states.dtype)
        question = self.turn(found) + own
        scores = question @ keys.transpose(1, 2) - nn.functional.softplus(self.reach) * (anchors @ away)
        said = softmax_inside(scores, inside) @ states
        hidden = torch.relu(self.hidden(self.drop(torch.cat([found, said], dim=2))))
        return torch.as_tensor(self.side(self.drop(hidden)))


def softmax_inside(scores: Tensor, inside: Tensor) -> Tensor:
    """Return weights over time, none on padding."""
    return scores.float().masked_fill(~inside.unsqueeze(1), -1e4).softmax(dim=2).to(scores.dtype)


def reversal(time: int, lengths: Tensor) -> Tensor:
    """Return positions that turn each text around within its own length; its own inverse."""
    at = torch.arange(time).expand(len(lengths), time)
    return torch.where(at < lengths[:, None], lengths[:, None] - 1 - at, at)
