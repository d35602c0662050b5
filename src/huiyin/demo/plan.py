"""What a demo world should hold: how large, until when, and which truths are planted in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")


class TruthKind(StrEnum):
    """What can be planted."""

    DEFECT = "defect"
    LAUNCH = "launch"
    TOPIC = "topic"
    QUIET = "quiet"
    LOUD = "loud"
    WISH = "wish"
    WORKAROUND = "workaround"
    CHURN = "churn"
    ACTION_WORKS = "action_works"
    ACTION_FAILS = "action_fails"
    FRICTION = "friction"
    CAME = "came"
    DRIVERS = "drivers"


@dataclass(frozen=True, slots=True)
class DefectPlan:
    """One supplier batch of the S7's compressor goes bad."""

    days_ago: int = 110
    batch: str = "S7-B"
    batch_share: float = 0.16
    affected_share: float = 0.55
    voices_per_person: float = 1.8
    ramp_days: int = 30


@dataclass(frozen=True, slots=True)
class LaunchPlan:
    """The rival presents a new model."""

    days_ago: int = 45
    spectator_share: float = 0.010
    early_share: float = 0.004
    promotion_share: float = 0.006
    decay_days: float = 9.0


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """A public scandal makes people ask who watches them in the car."""

    days_ago: int = 24
    share: float = 0.012
    decay_days: float = 7.0


@dataclass(frozen=True, slots=True)
class RemarkPlan:
    """Something many people mention beside other things."""

    person_share: float
    voice_chance: float


@dataclass(frozen=True, slots=True)
class LoudPlan:
    """Few people, extreme words, many posts."""

    days_ago: int = 70
    authors: int = 14
    share: float = 0.006
    days: int = 50


@dataclass(frozen=True, slots=True)
class ChurnPlan:
    """People who do not renew say so before they go."""

    warning_days: int = 75
    voice_chance: float = 0.55


@dataclass(frozen=True, slots=True)
class CamePlan:
    """New owners tell which car they left, and what for."""

    share: float = 0.003
    telling_days: int = 120


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """A measure on one product, with an untouched comparable product as control."""

    days_ago: int
    product: str
    control: str
    effect: float
    lead_days: int = 14


@dataclass(frozen=True, slots=True)
class FrictionPlan:
    """An app release breaks the payment step."""

    days_ago: int = 60
    version: str = "5.2.0"
    share: float = 0.004


ALL_TRUTHS = frozenset(TruthKind)


@dataclass(frozen=True, slots=True)
class WorldPlan:
    """Everything that decides a world; the same plan gives the same world.

    `end` is the last full day in Beijing. Shares are of all voices or of all persons concerned, so that a
    small world keeps the proportions of the large one. `planted` drops whole truths for quiet worlds.
    """

    seed: int = 7
    end: date = date(2026, 11, 22)
    days: int = 365
    voices: int = 60_000
    customers: int = 15_000
    english_share: float = 0.06
    planted: frozenset[TruthKind] = ALL_TRUTHS
    defect: DefectPlan = DefectPlan()
    launch: LaunchPlan = LaunchPlan()
    topic: TopicPlan = TopicPlan()
    quiet: RemarkPlan = RemarkPlan(person_share=0.16, voice_chance=0.45)
    wish: RemarkPlan = RemarkPlan(person_share=0.07, voice_chance=0.40)
    workaround: RemarkPlan = RemarkPlan(person_share=0.06, voice_chance=0.35)
    loud: LoudPlan = LoudPlan()
    churn: ChurnPlan = ChurnPlan()
    came: CamePlan = CamePlan()
    action_works: ActionPlan = field(
        default=ActionPlan(days_ago=126, product="E5", control="C3", effect=-0.85)
    )
    action_fails: ActionPlan = field(default=ActionPlan(days_ago=98, product="C3", control="E5", effect=0.0))
    friction: FrictionPlan = FrictionPlan()

    def has(self, kind: TruthKind) -> bool:
        """Return whether `kind` is planted."""
        return kind in self.planted

    @property
    def starts_at(self) -> datetime:
        """The first moment, UTC."""
        return self.ends_at - timedelta(days=self.days)

    @property
    def ends_at(self) -> datetime:
        """The moment after the last one, UTC: midnight in Beijing after `end`."""
        return datetime.combine(self.end + timedelta(days=1), time(), BEIJING).astimezone(UTC)

    def day_of(self, days_ago: float) -> float:
        """Return the place on the world's axis (days since the start) of so many days before the end."""
        return self.days - days_ago

    def moment(self, day: float) -> datetime:
        """Return the UTC time of a place on the world's axis, to the second."""
        return self.starts_at + timedelta(seconds=round(day * 86_400))


def quiet_world(*, seed: int = 7, voices: int = 60_000, customers: int = 15_000) -> WorldPlan:
    """Return a plan with nothing planted: whatever is found in it is a false alarm."""
    return WorldPlan(seed=seed, voices=voices, customers=customers, planted=frozenset())
