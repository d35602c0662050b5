"""Segments over HTTP: by rule and learnt, stages of life, and how far the year ahead can be told."""

from __future__ import annotations

from datetime import date, datetime

from fastapi import APIRouter

from huiyin import customers, stats
from huiyin.customers import profile
from huiyin.web.deps import App, ReadConnection, User
from huiyin.web.understand.schemas import EstimateOut, Out

router = APIRouter(prefix="/customers/segments", tags=["customers"])


class SizeOut(Out):
    """How many customers stand there, and their share."""

    id: str
    zh: str
    en: str
    customers: int
    share: EstimateOut


class TraitOut(Out):
    """A number of a learnt segment: its mean, and by how many standard deviations it differs from everybody's."""

    name: str
    side: str
    zh: str
    en: str
    mean: EstimateOut
    apart: float


class LearntOut(Out):
    """A learnt segment, named by what sets it apart."""

    number: int
    zh: str
    en: str
    customers: int
    share: EstimateOut
    traits: list[TraitOut]


class TriedOut(Out):
    """So many segments, and how alike they are when customers are drawn again (mean adjusted Rand)."""

    segments: int
    stability: EstimateOut


class ForecastOut(Out):
    """The year ahead, judged: told from orders until `since`, held against later ones; `covered` should be near 0.80."""

    buyers: int
    kinds: list[str]
    since: date | None
    orders_foretold: float | None
    orders_happened: int | None
    spending_foretold: float | None
    spending_happened: float | None
    covered: EstimateOut | None


class SegmentsOut(Out):
    """Everything a round learnt; `made_at` is null before the first one."""

    made_at: datetime | None
    customers: int
    stages: list[SizeOut]
    classes: list[SizeOut]
    learnt: list[LearntOut]
    stability: EstimateOut | None
    tried: list[TriedOut]
    forecast: ForecastOut | None


@router.get("", summary="How customers divide", response_model=SegmentsOut)
def get_segments(app: App, connection: ReadConnection, _user: User) -> dict[str, object]:
    """Return stages and RFM classes by rule, learnt segments with their stability, and how well the year ahead was told."""
    del app
    found = profile.latest_profiles(connection)
    if found is None:
        return _NOTHING
    grouping = found.grouping
    buyers = sum(found.classes.values())
    return {
        "made_at": found.made_at,
        "customers": found.people,
        "stages": [
            _size(stage, customers.STAGES[stage], count, found.people)
            for stage, count in found.stages.items()
        ],
        "classes": [
            _size(each, customers.CLASSES[each], count, buyers) for each, count in found.classes.items()
        ],
        "learnt": [_learnt(each) for each in grouping.groups] if grouping else [],
        "stability": grouping.stability if grouping else None,
        "tried": [{"segments": size, "stability": held} for size, held in grouping.tried] if grouping else [],
        "forecast": _forecast(found),
    }


_NOTHING: dict[str, object] = {
    "made_at": None, "customers": 0, "stages": [], "classes": [], "learnt": [], "stability": None, "tried": [], "forecast": None,
}  # fmt: skip
_TRAITS = {trait.name: trait for trait in profile.TRAITS}


def _size(value: str, words: tuple[str, str], count: int, everybody: int) -> dict[str, object]:
    return {
        "id": str(value),
        "zh": words[0],
        "en": words[1],
        "customers": count,
        "share": stats.wilson(count, everybody),
    }


def _learnt(group: profile.Group) -> dict[str, object]:
    traits = [
        {"name": each.name, "side": _TRAITS[each.name].side, "zh": _TRAITS[each.name].zh, "en": _TRAITS[each.name].en, "mean": each.mean, "apart": each.apart}
        for each in group.traits
    ]  # fmt: skip
    return {"number": group.number, "zh": group.zh, "en": group.en, "customers": group.people, "share": group.share, "traits": traits}  # fmt: skip


def _forecast(found: profile.Profiles) -> dict[str, object] | None:
    if found.model is None:
        return None
    told = found.check
    return {
        "buyers": found.model.buyers,
        "kinds": found.model.kinds,
        "since": told.since if told else None,
        "orders_foretold": told.foretold if told else None,
        "orders_happened": told.happened if told else None,
        "spending_foretold": told.spending_foretold if told else None,
        "spending_happened": told.spending_happened if told else None,
        "covered": told.covered if told else None,
    }
