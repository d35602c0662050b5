"""What an action is compared with, by a rule that is fixed before the outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from huiyin.act.actions.actions import Action, ActionDraft
from huiyin.act.effects.counts import Counts, read_counts, read_other_issues
from huiyin.understand import Filters
from huiyin.understand.queries import FactsReader


def choose_control(
    facts: FactsReader,
    action: Action | ActionDraft,
    filters: Filters,
    weeks: Sequence[date],
    treated: Counts,
) -> Counts | None:
    """Return the control's weeks, None where nothing says at least as much as the treated series.

    The same aspect at all other products, else regions, else segments, else channels than those the action is
    about; where the action is about everybody, the other issues of the same customers, for a shock that is
    common to all issues moves them alike.
    """
    for control in _candidates(facts, action, filters, weeks):
        if control.events.sum() >= max(treated.events.sum(), 1):
            return control
    return None


def _candidates(
    facts: FactsReader, action: Action | ActionDraft, filters: Filters, weeks: Sequence[date]
) -> Iterator[Counts]:
    untreated = _untreated(facts, filters)
    if untreated is not None:
        yield read_counts(facts, action, untreated, weeks)
    events, exposure = read_other_issues(facts, action, filters, weeks)
    if len(events):
        yield Counts(events.sum(axis=0), exposure.sum(axis=0))


def _untreated(facts: FactsReader, filters: Filters) -> Filters | None:
    """Return the filters of everybody whom the action did not touch, None where it touched everybody."""
    for column in ("product", "region", "segment", "channel"):
        chosen = getattr(filters, f"{column}s")
        if not chosen:
            continue
        sql = f"SELECT DISTINCT {column} FROM voice WHERE {column} IS NOT NULL ORDER BY 1"  # noqa: S608 a literal
        others = tuple(value for (value,) in facts.query(sql).iter_rows() if value not in chosen)
        changed: dict[str, Any] = {f"{column}s": others}
        return replace(filters, **changed) if others else None
    return None
