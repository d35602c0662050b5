"""What the reader wants to look at: parsed once at the edge, compiled to SQL conditions here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from huiyin.kit.errors import InvalidInputError

SENTIMENTS = (-1, 0, 1)
_MENTIONED = "feedback_id IN (SELECT feedback_id FROM {table} WHERE {where})"


# An aspect id with this ending means the aspect itself without what lies below it.
ITSELF = "~"


@dataclass(frozen=True, slots=True)
class Where:
    """A SQL condition and the named parameters it uses."""

    sql: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filters:
    """The common filters; an empty tuple means "any". Days are local and inclusive.

    An aspect stands for its whole subtree. With an aspect, sentiment and type are those of the opinion about
    it; without one, those of the voice as a whole. A need is one that the voice states anywhere, with an
    aspect and neither sentiment nor type one about that aspect; intents and emotions are what the whole voice shows.
    """

    start: date | None = None
    end: date | None = None
    channels: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    sentiments: tuple[int, ...] = ()
    types: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    taxonomies: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    emotions: tuple[str, ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise InvalidInputError(
                "the window ends before it begins", field="to", expected="a day not before 'from'"
            )
        if any(s not in SENTIMENTS for s in self.sentiments):
            raise InvalidInputError("unknown sentiment", field="sentiment", expected="-1, 0 or 1")

    @property
    def days(self) -> int | None:
        """The length of the window in days, None when it is open."""
        return (self.end - self.start).days + 1 if self.start and self.end else None

    def base(self) -> Filters:
        """Return the filters of the denominator: everyone who spoke, whatever about and however.

        With aspects it is everyone heard in the taxonomies these belong to: nobody praises the brakes of a shop.
        """
        worlds = self.taxonomies or tuple(dict.fromkeys(aspect.split(".")[0] for aspect in self.aspects))
        return replace(self.unasked(), taxonomies=worlds)

    def unasked(self) -> Filters:
        """Return the same window and people, without what was asked about."""
        return replace(self, aspects=(), sentiments=(), types=(), needs=(), intents=(), emotions=())

    def about(self, aspect: str, *sentiments: int) -> Filters:
        """Return the same window and people, about one aspect, with these sentiments or the ones already asked."""
        return replace(self, aspects=(aspect,), sentiments=sentiments or self.sentiments)

    def within(self, dimension: str, *values: str) -> Filters:
        """Return the same filters with these values of a dimension, such as 'channel' or 'taxonomy'; none means any."""
        plural = "taxonomies" if dimension == "taxonomy" else f"{dimension}s"
        narrowed: dict[str, Any] = {plural: values}
        return replace(self, **narrowed)

    def previous(self) -> Filters | None:
        """Return the same filters over the period of equal length just before.

        None for an open window, and for one so long that the calendar has no such days.
        """
        if self.start is None or self.days is None or self.days >= self.start.toordinal():
            return None
        return replace(self, start=self.start - timedelta(days=self.days), end=self.start - timedelta(days=1))

    def query_string(self) -> str:
        """Return the filters as the query string that pages and API share."""
        pairs: list[tuple[str, str]] = []
        if self.start:
            pairs.append(("from", self.start.isoformat()))
        if self.end:
            pairs.append(("to", self.end.isoformat()))
        for name, values in self._lists().items():
            pairs.extend((name, str(value)) for value in values)
        if self.text:
            pairs.append(("q", self.text))
        return urlencode(pairs)

    def voice_where(self) -> Where:
        """Compile for the table `voice`."""
        parts = [*self._dimensions(), *self._words()]
        if self.aspects and not self._needs_alone:
            about = _all([*self._dimensions(), *self._opinion_only()])
            parts.append(_mentioned_in("opinion", about))
        elif not self.aspects:
            parts += [_among("sentiment", self.sentiments), _holds("types", self.types)]
        parts += [self._needing(), *self._shown()]
        return _all(parts)

    def opinion_where(self) -> Where:
        """Compile for the table `opinion`."""
        parts = [*self._dimensions(), *self._opinion_only()]
        if self.text:
            said = _all([*self._dimensions(), *self._words()])
            parts.append(_mentioned_in("voice", said))
        if self.intents or self.emotions:
            parts.append(_mentioned_in("voice", _all(self._shown())))
        return _all([*parts, self._needing()])

    def _lists(self) -> dict[str, tuple[object, ...]]:
        return {
            "channel": self.channels,
            "product": self.products,
            "aspect": self.aspects,
            "sentiment": self.sentiments,
            "type": self.types,
            "segment": self.segments,
            "region": self.regions,
            "source": self.sources,
            "taxonomy": self.taxonomies,
            "need": self.needs,
            "intent": self.intents,
            "emotion": self.emotions,
        }

    def _dimensions(self) -> list[Where]:
        return [
            Where("day >= $start", {"start": self.start}) if self.start else Where(""),
            Where("day <= $end_day", {"end_day": self.end}) if self.end else Where(""),
            _among("channel", self.channels),
            _among("product", self.products),
            _among("segment", self.segments),
            _among("region", self.regions),
            _among("source", self.sources),
            _among("taxonomy", self.taxonomies),
        ]

    def _opinion_only(self) -> list[Where]:
        return [_subtree(self.aspects), _among("sentiment", self.sentiments), _among("type", self.types)]

    def _shown(self) -> list[Where]:
        return [_holds("intents", self.intents), _among("emotion", self.emotions)]

    def _needing(self) -> Where:
        if not self.needs:
            return Where("")
        about = _subtree(self.aspects) if self._needs_alone else Where("")
        return _mentioned_in("need", _all([*self._dimensions(), _among("kind", self.needs), about]))

    @property
    def _needs_alone(self) -> bool:
        """Whether an aspect that is asked for is that of a need: nothing is asked about an opinion."""
        return bool(self.needs and self.aspects and not self.sentiments and not self.types)

    def _words(self) -> list[Where]:
        if not self.text:
            return []
        # Folding case costs a pass over every text, and Chinese has none.
        folded = self.text.lower()
        column = "text" if folded == self.text.upper() else "lower(text)"
        return [Where(f"contains({column}, $words)", {"words": folded})]


def ids_where(ids: Sequence[int]) -> Where:
    """Compile "one of these voices" for either table; no id matches nothing."""
    return _among("feedback_id", tuple(ids)) if ids else Where("FALSE")


def _mentioned_in(table: str, where: Where) -> Where:
    return Where(_MENTIONED.format(table=table, where=where.sql), where.params)


def _among(column: str, values: tuple[object, ...]) -> Where:
    params = {f"{column}_{i}": value for i, value in enumerate(values)}
    if not params:
        return Where("")
    return Where(f"{column} IN ({', '.join(f'${name}' for name in params)})", params)


def _holds(column: str, values: tuple[str, ...]) -> Where:
    params = {f"{column}_{i}": value for i, value in enumerate(values)}
    return Where(" OR ".join(f"list_contains({column}, ${name})" for name in params), params)


def _subtree(aspects: tuple[str, ...]) -> Where:
    params: dict[str, object] = {}
    parts = []
    for i, aspect in enumerate(aspects):
        if aspect.endswith(ITSELF):
            params[f"aspect_{i}"] = aspect.removesuffix(ITSELF)
            parts.append(f"aspect = $aspect_{i}")
            continue
        params |= {f"aspect_{i}": aspect, f"under_{i}": f"{aspect}."}
        parts.append(f"aspect = $aspect_{i} OR starts_with(aspect, $under_{i})")
    return Where(" OR ".join(parts), params)


def _all(parts: list[Where]) -> Where:
    kept = [part for part in parts if part.sql]
    params: dict[str, object] = {}
    for part in kept:
        params |= part.params
    return Where(" AND ".join(f"({part.sql})" for part in kept) or "TRUE", params)
