"""Finding opportunities: what customers want, make do with, labour at, use otherwise and love, in one window."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import polars as pl
from sqlalchemy import Connection

from huiyin import stats
from huiyin.understand.drivers import DriverKind, driver_kinds
from huiyin.understand.facts.table import Bases, Context, Level, aspect_at, counted_share, read_bases
from huiyin.understand.filters import Filters
from huiyin.understand.links import voices_link
from huiyin.understand.names import AspectNames, Name
from huiyin.understand.opportunities.agreement import agreeing
from huiyin.understand.opportunities.genuine import is_genuine
from huiyin.understand.opportunities.merging import Group, Said, merge
from huiyin.understand.opportunities.opportunity import (
    KIND_NAMES,
    Evidence,
    Growth,
    Opportunity,
    OpportunityKind,
    Value,
)
from huiyin.understand.opportunities.scoring import FORMULA, grown, scored, values_of
from huiyin.understand.opportunities.words import addresses_staff, content, names_a_thing, variants
from huiyin.understand.queries import run
from huiyin.understand.window import window_of

FEWEST = 5
FEWEST_USES = 3
SURE = 0.65
# Of makeshifts few spans are surer: words of one's own, and rare.
SURE_OF_MAKESHIFT = 0.5
# Broader aspects hold many different things, even where nothing lies below them.
FINE_LEVEL = 3
# Where a seller's name is taken for those who serve.
STAFF = (".staff", ".customer_service")
MOST_EVIDENCE = 200
MOST_PRAISED = 12
# A use is told with surprise or as one more: 可以当早饭 is what food is for, and 可以当板砖 a jest.
USES = (
    r"(?:拿来当|拿它当|用来当|被我当|(?:还|也|甚至|居然|竟然?)(?:可以|能)当|居然还?(?:能|可以)|没想到还?(?:能|可以)|意外发现|顺便还能)"
    # 可以当天 is no 当.
    r"[^，。！？；,.!?;\s天时面场初地年月日][^，。！？；,.!?;\s]{1,15}"
)
_NO_USE = re.compile(
    r"[早午晚]?[餐饭](?:吃|了|$)|早点|夜宵|宵夜|主食|零食|点心|下酒|小吃|菜吃|水喝|饮料|礼物|备用|镜子|砖|砸|核桃|暖[手宝]|摆设|抹布|废|垃圾|柴|收藏|卖[这那到]|[发送]错|坏|出错|忘|没有"
)
NEED_KINDS = {
    "expectation": OpportunityKind.WISH,
    "need": OpportunityKind.UNMET_NEED,
    "workaround": OpportunityKind.WORKAROUND,
    "effort": OpportunityKind.EFFORT,
}


@dataclass(frozen=True, slots=True)
class Opportunities:
    """The opportunities of a window, the highest score first; `formula` says how they are scored."""

    items: tuple[Opportunity, ...]
    formula: Name


@dataclass(frozen=True, slots=True)
class _Found:
    kind: OpportunityKind
    taxonomy: str
    group: Group

    @property
    def key(self) -> str:
        """The name it keeps: its kind and aspect, and where it has no fine aspect the phrase people share."""
        return f"{self.kind}:{self.taxonomy}:{self.group.aspect or ''}:{self.group.phrase}"


@dataclass(frozen=True)
class _World:
    """What every opportunity of a window is measured against."""

    context: Context
    filters: Filters
    bases: Bases
    content: Mapping[str, tuple[int, int]]
    kano: Mapping[str, DriverKind]
    middle: date
    heard: Mapping[str, tuple[int, int]]
    first_days: Mapping[tuple[str, str, str | None], date]
    most: Mapping[str, int]

    @property
    def end(self) -> date:
        return window_of(self.filters).end


def find_opportunities(context: Context, connection: Connection, filters: Filters) -> Opportunities:
    """Return the opportunities of a closed window; sentiments, types and needs that are asked for do not matter."""
    filters = replace(filters, sentiments=(), types=(), needs=(), intents=())
    found = [*_stated(context, filters), *_uses(context, filters), *_praised(context, filters)]
    world = _world(context, filters, found)
    values = values_of(connection, {f.key: f.group.members for f in found}, world.end, context.minimum_n)
    items = [_opportunity(world, each, values[each.key]) for each in found]
    return Opportunities(tuple(sorted(items, key=_order)), FORMULA)


def _order(each: Opportunity) -> tuple[bool, float, str]:
    return each.kind is OpportunityKind.PRAISE, -(each.score.score.value or 0.0), each.key


def _stated(context: Context, filters: Filters) -> Iterator[_Found]:
    need = replace(filters, aspects=()).opinion_where()
    rows = run(
        context.facts, "opportunities.needs", need=need, params={"sure": SURE, "makeshift": SURE_OF_MAKESHIFT}
    )
    rows = _under(rows, filters.aspects)
    for (kind, taxonomy), part in sorted(rows.partition_by("kind", "taxonomy", as_dict=True).items()):
        said = [each for each in _said(context, part) if is_genuine(kind, each.evidence.words)]
        telling = [each for each in said if kind != "workaround" or names_a_thing(each.evidence.words)]
        for group in merge(telling, FEWEST):
            if (group.aspect or group.phrase) and (agreed := _agreed(context, kind, group)):
                named = _named(context, agreed)
                yield _Found(NEED_KINDS[kind], taxonomy, named if named.phrase else _joined(named, said))


def _joined(group: Group, said: Iterable[Said]) -> Group:
    """Return a group about one thing with those who only say that they make do with it, 先凑合着用, behind the others."""
    known = {(member.feedback_id, member.start) for member in group.members}
    more = [
        each.evidence
        for each in said
        if each.aspect == group.aspect and (each.evidence.feedback_id, each.evidence.start) not in known
    ]
    contents = (*group.contents, *("" for _ in more))
    return replace(group, members=(*group.members, *more), contents=contents)


def _under(rows: pl.DataFrame, aspects: Sequence[str]) -> pl.DataFrame:
    if not aspects:
        return rows
    wanted = [pl.col("aspect").eq(a) | pl.col("aspect").str.starts_with(f"{a}.") for a in aspects]
    return rows.filter(pl.any_horizontal(wanted))


def _said(context: Context, rows: pl.DataFrame) -> Iterator[Said]:
    for row in rows.iter_rows(named=True):
        # Labour that names nothing itself, 懒得退了, has the aspect of the clause before, which may be any.
        loose = row["kind"] == "effort" and not names_a_thing(row["span"])
        seller = (row["aspect"] or "").endswith(STAFF) and addresses_staff(row["span"])
        aspect = None if loose or seller else row["aspect"]
        fine = aspect is not None and _is_fine(context, aspect)
        yield Said(_evidence(row), aspect, fine)


def _evidence(row: Mapping[str, Any]) -> Evidence:
    return Evidence(
        row["feedback_id"],
        row["start_offset"],
        row["end_offset"],
        row["span"],
        row["who"],
        row["customer_id"],
        row["product"],
        row["day"],
    )


def _agreed(context: Context, kind: str, group: Group) -> Group | None:
    """Labour at one thing is one labour; those who wish for a thing, or make do with it, must mean the same of it."""
    if kind == "effort":
        return agreeing(group, ())
    path = context.names.name(group.aspect).path_zh if group.aspect else ()
    return agreeing(group, [group.phrase, *path] if group.phrase else path)


def _named(context: Context, group: Group) -> Group:
    """A group about one fine aspect needs no phrase to be known by."""
    fine = group.aspect is not None and _is_fine(context, group.aspect)
    return replace(group, phrase="") if fine else group


def _uses(context: Context, filters: Filters) -> Iterator[_Found]:
    voice = replace(filters, aspects=()).voice_where()
    rows = run(context.facts, "opportunities.uses", voice=voice, params={"pattern": USES})
    found: dict[str, list[Said]] = defaultdict(list)
    pattern = re.compile(USES)
    for row in rows.iter_rows(named=True) if not filters.aspects else ():
        hit = pattern.search(row["text"])
        if hit and not _NO_USE.search(hit.group()):
            place = {"start_offset": hit.start(), "end_offset": hit.end(), "span": hit.group()}
            found[row["taxonomy"]].append(Said(_evidence(row | place), None, fine=False))
    for taxonomy, said in sorted(found.items()):
        for group in merge(said, FEWEST_USES):
            if group.phrase:
                yield _Found(OpportunityKind.SURPRISING_USE, taxonomy, group)


def _praised(context: Context, filters: Filters) -> Iterator[_Found]:
    """Yield the fine aspects that customers surely like better than the typical aspect."""
    node, opinion = aspect_at(Level.FINE), filters.opinion_where()
    rows = run(context.facts, "opportunities.praised", node=node, opinion=opinion)
    usable = [r for r in rows.iter_rows(named=True) if _is_fine(context, r["aspect"])]
    shares = {r["aspect"]: stats.wilson(r["fond"], r["customers"]).guarded(context.minimum_n) for r in usable}
    known = sorted(s.value for s in shares.values() if s.sufficient and s.value is not None)
    typical = known[len(known) // 2] if known else 1.0
    loved = [r for r in usable if (shares[r["aspect"]].low or 0.0) > max(typical, 0.5)]
    chosen = [r["aspect"] for r in sorted(loved, key=lambda r: (-r["fond"], r["aspect"]))[:MOST_PRAISED]]
    if not chosen:
        return
    voices = run(context.facts, "opportunities.fond_of", node=node, opinion=opinion)
    for (aspect,), part in sorted(
        voices.filter(pl.col("aspect").is_in(chosen)).partition_by("aspect", as_dict=True).items()
    ):
        members = tuple(_evidence(row) for row in part.iter_rows(named=True))
        yield _Found(OpportunityKind.PRAISE, aspect.split(".")[0], Group(aspect, "", members, ()))


def _is_fine(context: Context, aspect: str) -> bool:
    """Whether an aspect is one thing: of the third level, with nothing below it."""
    return aspect.count(".") >= FINE_LEVEL - 1 and context.names.itself(aspect, 9) == aspect


def _world(context: Context, filters: Filters, found: Iterable[_Found]) -> _World:
    window = window_of(filters)
    middle = window.start + timedelta(days=((window.end - window.start).days + 1) // 2)
    base = filters.base()
    halves = run(
        context.facts, "opportunities.halves", voice=base.voice_where(), params={"middle": middle}
    ).iter_rows()
    praised = run(
        context.facts, "opportunities.praised", node=aspect_at(Level.FINE), opinion=base.opinion_where()
    ).iter_rows()
    most: Counter[str] = Counter()
    for each in found:
        if each.kind is not OpportunityKind.PRAISE:
            most[each.taxonomy] = max(most[each.taxonomy], len(each.group.people))
    return _World(
        context=context,
        filters=filters,
        bases=read_bases(context, filters),
        content={aspect: (fond, customers) for aspect, fond, customers in praised},
        kano=driver_kinds(context, base),
        middle=middle,
        heard={taxonomy: (earlier, later) for taxonomy, earlier, later in halves},
        first_days={row[:3]: row[3] for row in run(context.facts, "opportunities.first_days").iter_rows()},
        most=most,
    )


def _opportunity(world: _World, found: _Found, value: Value) -> Opportunity:
    group, names = found.group, world.context.names
    customers, base = len(group.people), world.bases.by_taxonomy.get(found.taxonomy)
    total = base.customers if base else 0
    title = _title(world, found)
    minimum = world.context.minimum_n
    most = customers if found.kind is OpportunityKind.PRAISE else world.most[found.taxonomy]
    return Opportunity(
        key=found.key,
        kind=found.kind,
        taxonomy=found.taxonomy,
        aspect=group.aspect,
        phrase=group.phrase,
        zh=title.zh,
        en=title.en,
        customers=counted_share(customers, total, minimum),
        messages=len({member.feedback_id for member in group.members}),
        kano=world.kano.get(group.aspect or "", DriverKind.UNCLEAR),
        score=scored(found.key, customers, total, most, world.content.get(group.aspect or ""), minimum),
        growth=_growth(world, found),
        value=value,
        products=tuple(Counter(m.product for m in group.members if m.product).most_common(5)),
        variants=_variants(names, group),
        evidence=_shown(group),
        link=_link(world.filters, found),
    )


def _title(world: _World, found: _Found) -> Name:
    group, kind = found.group, KIND_NAMES[found.kind]
    if group.aspect is None:
        return Name(f"{kind.zh}：{group.phrase}", f"{kind.en}: {group.phrase}")
    name = world.context.names.name(group.aspect)
    if not group.phrase:
        return Name(f"{kind.zh}：{name.zh}", f"{kind.en}: {name.en}")
    return Name(f"{kind.zh}：{name.zh} · {group.phrase}", f"{kind.en}: {name.en} · {group.phrase}")


def _variants(names: AspectNames, group: Group) -> tuple[tuple[str, int], ...]:
    known = list(names.name(group.aspect).path_zh) if group.aspect else []
    # Which car it is about stands beside.
    known += sorted({content(member.product) for member in group.members if member.product} - {""})
    said = [(m.who, words) for m, words in zip(group.members, group.contents, strict=False)]
    return tuple(variants(said, [*known, group.phrase] if group.phrase else known, 2))


def _growth(world: _World, found: _Found) -> Growth:
    group = found.group
    kinds = {kind: name for name, kind in NEED_KINDS.items()}
    first = min(member.day for member in group.members)
    if group.aspect and not group.phrase and found.kind in kinds:
        first = world.first_days.get((kinds[found.kind], found.taxonomy, group.aspect), first)
    heard = world.heard.get(found.taxonomy, (0, 0))
    return grown(group.members, world.middle, heard, first, world.end)


def _shown(group: Group) -> tuple[Evidence, ...]:
    """Return one place per customer: those that are typical of the group first, the most typical before, else the newest."""
    rest = sorted(group.members[group.typical :], key=lambda m: (m.day, m.feedback_id), reverse=True)
    chosen: dict[int, Evidence] = {}
    for member in (*group.members[: group.typical], *rest):
        chosen.setdefault(member.who, member)
    return tuple(list(chosen.values())[:MOST_EVIDENCE])


def _link(filters: Filters, found: _Found) -> str:
    group = found.group
    needs = {kind: name for name, kind in NEED_KINDS.items()}
    asked = replace(filters, aspects=(group.aspect,) if group.aspect else (), taxonomies=(found.taxonomy,))
    if found.kind in needs:
        asked = replace(asked, needs=(needs[found.kind],))
    if found.kind is OpportunityKind.PRAISE:
        asked = replace(asked, sentiments=(1,))
    return voices_link(replace(asked, text=group.phrase) if group.phrase else asked)
