"""The weekly series on which an action's effect is judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Weeks = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class EffectSeries:
    """Events per week among those who could have had one, with an untreated control where there is one.

    All arrays have shape (weeks,); without a `control_exposure` the control's is taken for that of the events.
    `done` is the first full week after the action, so
    that the week in which it happened counts on neither side; `selected` is the week in which the issue was
    picked. `weeks` are the Mondays.
    """

    weeks: tuple[date, ...]
    events: Weeks
    exposure: Weeks
    done: int
    selected: int
    control: Weeks | None = None
    control_exposure: Weeks | None = None

    @property
    def heard(self) -> NDArray[np.bool_]:
        """Which weeks can be compared: somebody could have had an event, and with a control somebody had one."""
        heard = self.exposure > 0
        if self.control_exposure is not None:
            heard &= self.control_exposure > 0
        if self.control is not None:
            heard &= self.events + self.control > 0
        return np.asarray(heard)

    def part(self, keep: NDArray[np.bool_], done: int) -> EffectSeries:
        """Return the kept weeks as a series of their own, with another `done`, counted in kept weeks."""
        return EffectSeries(
            weeks=tuple(week for week, kept in zip(self.weeks, keep, strict=True) if kept),
            events=self.events[keep],
            exposure=self.exposure[keep],
            done=done,
            selected=0,
            control=_kept(self.control, keep),
            control_exposure=_kept(self.control_exposure, keep),
        )


def _kept(values: Weeks | None, keep: NDArray[np.bool_]) -> Weeks | None:
    return None if values is None else values[keep]
