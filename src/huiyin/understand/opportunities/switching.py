"""Why customers left, came, or think of coming: what they say in the voice that moves, beside what everybody else says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.facts.fact import Counted
from huiyin.understand.facts.table import Context, Level, aspect_at, counted_share
from huiyin.understand.filters import Filters, Where
from huiyin.understand.links import voices_link
from huiyin.understand.names import Name
from huiyin.understand.opportunities.opportunity import Evidence
from huiyin.understand.queries import run

FEWEST = 5
MOST_REASONS = 8
MOST_ORIGINS = 6
QUOTES = 3
ALPHA = 0.05
CAME = (
    r"(?:上一[台部个双款]|之前|以前|原来)[^，。！？；,.!?;\s]{0,2}(?:是|开|用|买|穿)[^，。！？；,.!?;\s]{1,8}[，,\s](?:这回|现在|后来)?(?:换成|换了|改用|换到)"
    r"|(?:从|由)[^，。！？；,.!?;\s]{1,8}(?:换过来|转过来|换到|转投)"
)
_ORIGIN = re.compile(
    r"(?:上一[台部个双款]|之前|以前|原来)[^，。！？；,.!?;\s]{0,2}?(?:是|开|用|买|穿)的?([A-Za-z一-龥]{1,6}?)[，,\s]|(?:从|由)([A-Za-z一-龥]{1,6}?)(?:换过来|转过来|换到|转投)"
)


class Move(StrEnum):
    """Which way a customer moves."""

    LEAVING = "leaving"
    CAME = "came"
    CONSIDERING = "considering"


MOVE_NAMES = {
    Move.LEAVING: Name("离开或打算离开", "Left, or about to leave"),
    Move.CAME: Name("从别家换过来", "Came from elsewhere"),
    Move.CONSIDERING: Name("正在考虑购买", "Thinking of buying"),
}
_MOVES = {
    Move.LEAVING: Where("list_contains(intents, $moving_intent)", {"moving_intent": "churn_intent"}),
    Move.CAME: Where(
        "(language = 'zh' AND regexp_matches(text, $moving_pattern) AND NOT list_contains(intents, 'churn_intent'))",
        {"moving_pattern": CAME},
    ),
    Move.CONSIDERING: Where("list_contains(intents, $moving_intent)", {"moving_intent": "purchase_intent"}),
}


@dataclass(frozen=True, slots=True)
class SwitchReason:
    """What those who move say of one aspect: complaints where they leave, praise where they come.

    `customers` is their share, `others` that of everybody else in one voice each; `stands_out` where the difference holds
    after correction over all reasons.
    """

    aspect: str
    zh: str
    en: str
    customers: Counted
    others: Estimate
    difference: Estimate
    stands_out: bool
    evidence: tuple[Evidence, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What customers say they used before."""

    name: str
    customers: int


@dataclass(frozen=True, slots=True)
class Switching:
    """Those who move one way in one taxonomy, as a share of everybody heard, and what they say."""

    move: Move
    taxonomy: str
    customers: Counted
    reasons: tuple[SwitchReason, ...]
    origins: tuple[Origin, ...]
    link: str | None


@dataclass(frozen=True, slots=True)
class _Crowd:
    move: Move
    taxonomy: str
    movers: Sequence[int]
    people: int
    others: int


def find_switching(context: Context, filters: Filters) -> tuple[Switching, ...]:
    """Return who moves in a closed window, and why; moves of fewer than five customers are left out."""
    filters = replace(filters, aspects=(), sentiments=(), types=(), needs=(), intents=())
    found = [
        _switching(context, filters, crowd) for move in Move for crowd in _crowds(context, filters, move)
    ]
    return tuple(sorted(found, key=lambda each: (list(Move).index(each.move), -each.customers.count)))


def _crowds(context: Context, filters: Filters, move: Move) -> Iterator[_Crowd]:
    rows = run(context.facts, "opportunities.movers", voice=filters.voice_where(), moves=_MOVES[move])
    for (taxonomy,), part in sorted(rows.partition_by("taxonomy", as_dict=True).items()):
        moving = part.filter("moves")
        if moving.height >= FEWEST:
            ids = moving.get_column("feedback_id").to_list()
            yield _Crowd(move, taxonomy, ids, moving.height, part.height - moving.height)


def _switching(context: Context, filters: Filters, crowd: _Crowd) -> Switching:
    heard = crowd.people + crowd.others
    intents = {Move.LEAVING: ("churn_intent",), Move.CONSIDERING: ("purchase_intent",)}.get(crowd.move)
    asked = replace(filters, taxonomies=(crowd.taxonomy,), intents=intents or ())
    return Switching(
        move=crowd.move,
        taxonomy=crowd.taxonomy,
        customers=counted_share(crowd.people, heard, context.minimum_n),
        reasons=_reasons(context, asked, crowd),
        origins=_origins(context, crowd),
        link=voices_link(asked) if intents else None,
    )


def _reasons(context: Context, asked: Filters, crowd: _Crowd) -> tuple[SwitchReason, ...]:
    mood = -1 if crowd.move is Move.LEAVING else 1
    node = aspect_at(Level.FINE)
    rows = run(
        context.facts,
        "opportunities.reasons",
        voice=replace(asked, intents=()).voice_where(),
        moves=_MOVES[crowd.move],
        node=node,
        params={"taxonomy": crowd.taxonomy, "sentiment": mood},
    )
    said = [
        (aspect, movers, others)
        for aspect, movers, others in rows.iter_rows()
        if movers >= FEWEST and not context.names.is_general(aspect)
    ]
    differences = [stats.newcombe(m, crowd.people, min(o, crowd.others), crowd.others) for _, m, o in said]
    kept = (
        stats.benjamini_hochberg([stats.p_value_of(each) for each in differences], alpha=ALPHA).tolist()
        if differences
        else []
    )
    quotes = _quotes(context, crowd, node, mood)
    found = []
    for (aspect, movers, others), difference, flag in zip(said, differences, kept, strict=True):
        name = context.names.name(aspect)
        found.append(
            SwitchReason(
                aspect=aspect,
                zh=name.zh,
                en=name.en,
                customers=counted_share(movers, crowd.people, context.minimum_n),
                others=stats.wilson(min(others, crowd.others), crowd.others).guarded(context.minimum_n),
                difference=difference.guarded(context.minimum_n),
                stands_out=flag and (difference.value or 0.0) > 0,
                evidence=quotes[aspect],
                link=voices_link(replace(asked, aspects=(aspect,), sentiments=(mood,))),
            )
        )
    ordered = sorted(found, key=lambda each: (not each.stands_out, -each.customers.count, each.aspect))
    return tuple(ordered[:MOST_REASONS])


def _quotes(context: Context, crowd: _Crowd, node: str, mood: int) -> dict[str, tuple[Evidence, ...]]:
    """Return the newest clauses per aspect, one a customer."""
    params = {"ids": list(crowd.movers), "sentiment": mood}
    rows = run(context.facts, "opportunities.told_reasons", node=node, params=params)
    found: dict[str, dict[int, Evidence]] = defaultdict(dict)
    for row in rows.iter_rows(named=True):
        start, end = row["start_offset"], row["end_offset"]
        if len(found[row["aspect"]]) < QUOTES:
            found[row["aspect"]].setdefault(
                row["who"],
                Evidence(
                    row["feedback_id"], start, end, row["text"][start:end], row["who"], row["customer_id"],
                    row["product"], row["day"],
                ),
            )  # fmt: skip
    quoted: dict[str, tuple[Evidence, ...]] = defaultdict(tuple)
    quoted.update({aspect: tuple(each.values()) for aspect, each in found.items()})
    return quoted


def _origins(context: Context, crowd: _Crowd) -> tuple[Origin, ...]:
    if crowd.move is not Move.CAME:
        return ()
    rows = run(context.facts, "opportunities.texts_of", params={"ids": list(crowd.movers)})
    people: Counter[str] = Counter()
    for text in rows.get_column("text"):
        named = _ORIGIN.search(text)
        if named:
            people[named.group(1) or named.group(2)] += 1
    return tuple(Origin(name, count) for name, count in people.most_common(MOST_ORIGINS) if count >= FEWEST)
