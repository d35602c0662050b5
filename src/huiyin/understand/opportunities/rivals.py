"""Rivals in customers' own words: who is said to be better at what, and why people go over."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.facts.fact import Counted
from huiyin.understand.facts.table import Context, counted_share, read_bases
from huiyin.understand.filters import Filters, ids_where
from huiyin.understand.links import voices_link
from huiyin.understand.opportunities.opportunity import Evidence
from huiyin.understand.queries import run

FEWEST = 8
# A name stands in many kinds of sentences; a chance wording stands in one.
MOST_ALIKE = 0.8
PLACES = 3
MOST_RIVALS = 8
MOST_ASPECTS = 6
QUOTES, AROUND = 3, 18
# Where a rival's name stands in a sentence that compares or leaves.
_PLACES = r"(?:不如|比不上|换成了?|换了?|改买|转投|投奔|去看|看|比|考虑|订了?|隔壁)"
_NAMED = re.compile(f"({_PLACES})" + r"(?:隔壁的?)?([A-Za-z一-龥]{2,4})")
_MENTION = _PLACES + r"[A-Za-z一-龥]{2,4}"
_NO_NAME = re.compile(
    r"以前|之前|原来|想象|预期|别|其他|同|旧|新|上一|一|这|那|我|你|他|它|大家|自己|什么|怎|起来|了|的|是|到|个|不|着|过|看|买|换|车|"
    r"店|电|屏|膜|较|价|实|商|市|图|评|说|网|超|外|手|号|机|口|货|上|下|地|完|好|人|例|牌|品|款|家|客|亚|方|线|芯|轮|胎|油|油"
)
_BEHIND = "(?:不如|比不上|没有?|输给|被){name}|{name}.{{0,8}}(?:都有|更好|强多了|秒杀|好多了|吊打|早就有)|换(?:成|了)?{name}|(?:看|转投|订){name}"
_AHEAD = "比{name}.{{0,8}}(?:好|强|大|省|稳|安静|便宜|舒服|快|香)|{name}.{{0,4}}(?:不如|比不上|没有)"


@dataclass(frozen=True, slots=True)
class Standing:
    """How customers place us against a rival in one aspect, where they speak of both at once.

    `behind` is the share of the customers with a judgement who put the rival first; `evidence` are the newest places.
    """

    aspect: str
    zh: str
    en: str
    behind: Estimate
    customers: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """What those who go over to a rival complain about; the share is of those who go."""

    aspect: str
    zh: str
    en: str
    customers: Counted


@dataclass(frozen=True, slots=True)
class Rival:
    """One rival: who names it, where it is ahead, and why people leave for it."""

    name: str
    customers: Counted
    behind: Estimate
    standings: tuple[Standing, ...]
    leaving: Counted
    reasons: tuple[Reason, ...]
    link: str


@dataclass(frozen=True, slots=True)
class _Mention:
    feedback_id: int
    who: int
    leaves: bool
    side: int
    places: tuple[tuple[int, int], ...]
    day: date
    text: str


def find_rivals(context: Context, filters: Filters, known: Sequence[str] = ()) -> tuple[Rival, ...]:
    """Return the rivals that customers name when they compare or leave, the most named first.

    `known` names are taken as given; without any, names are found in the places where rivals stand.
    """
    filters = replace(filters, aspects=(), sentiments=(), types=(), needs=(), intents=())
    rows = _rows(context, filters, known)
    names = list(known) or _names(rows, context)
    return tuple(_rival(context, filters, name, rows) for name in names[:MOST_RIVALS])


def _rows(context: Context, filters: Filters, known: Sequence[str]) -> list[dict[str, Any]]:
    pattern = "|".join(re.escape(name) for name in known) or _MENTION
    found = run(
        context.facts, "opportunities.named", voice=filters.voice_where(), params={"pattern": pattern}
    )
    return found.to_dicts()


def _names(rows: Sequence[Mapping[str, Any]], context: Context) -> list[str]:
    """Return the beginnings that many people share, in several kinds of places, and of these the longest."""
    people: dict[str, set[int]] = defaultdict(set)
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for found in _NAMED.finditer(row["text"]):
            place, tail = found.groups()
            for size in range(2, len(tail) + 1):
                people[tail[:size]].add(row["who"])
                places[tail[:size]][place] += 1
    own = {
        word
        for taxonomy in context.names.taxonomies
        for node in taxonomy.nodes
        for word in (node.zh, *node.seeds)
    }
    own_products = {row["product"] for row in rows if row.get("product")}
    counted = {
        name: len(who)
        for name, who in people.items()
        if len(who) >= FEWEST
        and len(places[name]) >= PLACES
        and max(places[name].values()) <= MOST_ALIKE * places[name].total()
        and name.lower() not in own
        and not _NO_NAME.search(name)
        and not any(name in product for product in own_products)
    }
    kept = [
        n
        for n in counted
        if not any(o != n and o.startswith(n) and counted[o] > 0.8 * counted[n] for o in counted)
    ]
    shortest = [n for n in kept if not any(o != n and n.startswith(o) for o in kept)]
    return sorted(shortest, key=lambda name: (-counted[name], name))


def _rival(context: Context, filters: Filters, name: str, rows: Sequence[Mapping[str, Any]]) -> Rival:
    mentions = list(_mentions(name, rows))
    opinions = run(
        context.facts, "opportunities.opinions_of", ids=ids_where([m.feedback_id for m in mentions])
    )
    by_voice: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for row in opinions.iter_rows(named=True):
        if not context.names.is_general(row["aspect"]):
            by_voice[row["feedback_id"]].append(row)
    base = read_bases(context, filters).everyone.customers
    leavers = {m.who for m in mentions if m.leaves}
    people = {m.who for m in mentions}
    return Rival(
        name=name,
        customers=counted_share(len(people), base, context.minimum_n),
        behind=_behind(mentions, context.minimum_n),
        standings=_standings(context, mentions, by_voice),
        leaving=counted_share(len(leavers), len(people), context.minimum_n),
        reasons=_reasons(context, mentions, by_voice, len(leavers)),
        link=voices_link(replace(filters, text=name)),
    )


def _mentions(name: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[_Mention]:
    escaped = re.escape(name)
    behind, ahead = re.compile(_BEHIND.format(name=escaped)), re.compile(_AHEAD.format(name=escaped))
    for row in rows:
        places = tuple(found.span() for found in re.finditer(escaped, row["text"]))
        if places:
            # 没有X好 puts X first, 比X好 puts us first; a text that does both takes no side.
            side = bool(ahead.search(row["text"])) - bool(behind.search(row["text"]))
            leaves = "churn_intent" in (row["intents"] or ())
            yield _Mention(row["feedback_id"], row["who"], leaves, side, places, row["day"], row["text"])


def _behind(mentions: Sequence[_Mention], minimum: int) -> Estimate:
    sides = {m.who: m.side for m in mentions if m.side}
    worse = sum(side < 0 for side in sides.values())
    return stats.wilson(worse, len(sides)).guarded(minimum)


def _standings(
    context: Context, mentions: Sequence[_Mention], by_voice: Mapping[int, Sequence[Mapping[str, Any]]]
) -> tuple[Standing, ...]:
    sided: dict[str, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        for aspect in {row["aspect"] for row in by_voice[mention.feedback_id] if _near(row, mention)}:
            if mention.side:
                sided[aspect].append(mention)
    found = []
    for aspect, each in sided.items():
        name, people = context.names.name(aspect), {m.who for m in each}
        if len(people) >= 3:
            behind = _behind(each, context.minimum_n)
            found.append(Standing(aspect, name.zh, name.en, behind, len(people), _newest(each)))
    return tuple(sorted(found, key=lambda s: (-s.customers, s.aspect))[:MOST_ASPECTS])


def _newest(mentions: Sequence[_Mention]) -> tuple[Evidence, ...]:
    """Return the newest places where the rival is named, one a customer, with the words around the name."""
    found: dict[int, Evidence] = {}
    for mention in sorted(mentions, key=lambda m: (m.day, m.feedback_id), reverse=True):
        first, last = mention.places[0]
        start, end = max(first - AROUND, 0), min(last + AROUND, len(mention.text))
        words = mention.text[start:end]
        found.setdefault(
            mention.who,
            Evidence(mention.feedback_id, start, end, words, mention.who, None, None, mention.day),
        )
    return tuple(found.values())[:QUOTES]


def _near(row: Mapping[str, Any], mention: _Mention) -> bool:
    """An opinion is about the comparison where its clause, or one within a few characters, holds the name."""
    return any(
        start < row["end_offset"] + 12 and end > row["start_offset"] - 12 for start, end in mention.places
    )


def _reasons(
    context: Context,
    mentions: Sequence[_Mention],
    by_voice: Mapping[int, Sequence[Mapping[str, Any]]],
    leavers: int,
) -> tuple[Reason, ...]:
    why: Counter[tuple[str, int]] = Counter()
    for mention in mentions:
        if mention.leaves:
            why.update(
                {(r["aspect"], mention.who) for r in by_voice[mention.feedback_id] if r["sentiment"] < 0}
            )
    people = Counter(aspect for aspect, _ in why)
    reasons = []
    for aspect, count in sorted(people.items(), key=lambda each: (-each[1], each[0]))[:MOST_ASPECTS]:
        name = context.names.name(aspect)
        reasons.append(Reason(aspect, name.zh, name.en, counted_share(count, leavers, context.minimum_n)))
    return tuple(reasons)
