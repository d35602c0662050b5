"""The words the rules know: sentiment, degree, negation, contrast, wish, question, and words that only block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntFlag
from functools import cache
from typing import Any

import numpy as np

from huiyin.kit.packaged import packaged_document
from huiyin.text.arrays import Floats
from huiyin.text.happenings import combinations, happenings, homes
from huiyin.text.taxonomy import Taxonomy, TaxonomyNode

STRENGTH = {"strong": 0.9, "plain": 0.6, "mild": 0.35}


class Role(IntFlag):
    """What a word does to its clause beyond naming an aspect or judging it."""

    NONE = 0
    NEGATOR = 1
    DEGREE = 2
    FILLER = 4
    CONTRAST = 8
    CONCESSION = 16
    WISH = 32
    CONDITION = 64
    QUESTION = 128
    COMPLAINT = 256
    AFTER_NEGATOR = 512
    IMPLIED = 1024
    LATIN = 2048
    JUDGED = 4096
    ABSENCE = 8192
    PASSIVE = 16384
    BEATS = 32768
    TURN = 65536
    RHETORIC = 131072
    TRULY = 262144
    JUST = 524288
    SCORN = 1048576
    INFERIOR = 2097152
    COMPARED = 4194304
    PLACE = 8388608
    HAPPENED = 16777216


@dataclass(frozen=True, slots=True)
class Entry:
    """One word: `aspect` is a node's index or -1, `polarity` its own judgement, `dimension` +1 for high-degree words
    and -1 for low-degree ones (their judgement depends on the aspect; `polarity` is what counts where none decides),
    `factor` what a degree word or negator multiplies with, `context` a column of the lexicon's context table or -1,
    `under` the node that the word means where a broader one is named, or -1."""

    roles: Role = Role.NONE
    aspect: int = -1
    polarity: float = 0.0
    dimension: int = 0
    factor: float = 1.0
    context: int = -1
    under: int = -1


# What a word is that only keeps others from being found in it.
BLOCKER = Entry()


@dataclass(frozen=True)
class Lexicon:
    """Words in a fixed order with their entries; `context[aspect, word]` is what a word says about one aspect only."""

    terms: tuple[str, ...]
    entries: tuple[Entry, ...]
    context: Floats


@cache
def base_entries() -> dict[str, Entry]:
    """Return the words that hold in every taxonomy."""
    entries: dict[str, Entry] = {}
    for name in ("sentiment", "english"):
        _add_sentiment(entries, _read(name))
    _add_dimensions(entries, _read("dimensions"))
    _add_cues(entries, _read("cues"))
    _add_constructions(entries, _read("constructions"))
    return entries


def taxonomy_lexicon(taxonomy: Taxonomy) -> Lexicon:
    """Merge the base words with a taxonomy's; where both know a word, it keeps both sides."""
    entries = dict(base_entries())
    for index, node in enumerate(taxonomy.nodes):
        for term, entry in _node_entries(index, node):
            _merge(entries, term, entry)
    _add_happenings(entries, taxonomy)
    _adopt_compounds(entries)
    words = sorted({word for node in taxonomy.nodes for word in node.good + node.bad})
    for column, word in enumerate(words):
        entries[word] = replace(entries.get(word, Entry()), context=column)
    for index, node in enumerate(taxonomy.nodes):
        for term in _words(" ".join(node.under)):
            entries[term] = replace(entries.get(term, Entry()), under=index)
    for term, entry in entries.items():
        if term[0].isascii() and term[0].isalpha():
            entries[term] = replace(entry, roles=entry.roles | Role.LATIN)
    return Lexicon(tuple(entries), tuple(entries.values()), _context(taxonomy, words))


def _context(taxonomy: Taxonomy, words: list[str]) -> Floats:
    table = np.zeros((len(taxonomy.nodes), len(words) + 1))
    for row, node in enumerate(taxonomy.nodes):
        # Parents' words come last in a node's list, so its own are written over them.
        for word in reversed(node.good):
            table[row, words.index(word)] = STRENGTH["plain"]
        for word in reversed(node.bad):
            table[row, words.index(word)] = -STRENGTH["plain"]
    return table


def _node_entries(index: int, node: TaxonomyNode) -> list[tuple[str, Entry]]:
    found = [(term, Entry(Role.JUDGED, aspect=index, polarity=STRENGTH["plain"])) for term in node.positive]
    found += [(term, Entry(Role.JUDGED, aspect=index, polarity=-STRENGTH["plain"])) for term in node.negative]
    found += [(term, Entry(aspect=index)) for term in node.seeds]
    found += [(term, Entry(Role.IMPLIED, aspect=index, polarity=_inferred(term))) for term in node.implied]
    return found


def _merge(entries: dict[str, Entry], term: str, new: Entry) -> None:
    term = term.replace("_", " ").lower()
    old = entries.get(term)
    if old is None:
        entries[term] = new
    elif old.aspect < 0:
        polarity = old.polarity or new.polarity
        polarity = new.polarity if Role.JUDGED in new.roles else polarity
        entries[term] = replace(old, aspect=new.aspect, polarity=polarity, roles=old.roles | new.roles)


def _add_happenings(entries: dict[str, Entry], taxonomy: Taxonomy) -> None:
    """Add what happened and judges; a word that only blocks stays one, and one that has an aspect keeps it."""
    home = homes(taxonomy)
    for each in happenings():
        node = home[each.family]
        roles = Role.HAPPENED | (Role.IMPLIED if node >= 0 else Role.NONE)
        told = Entry(roles, aspect=node, polarity=each.side * STRENGTH[each.strength])
        for term in each.words:
            old = entries.get(term)
            if old is None:
                entries[term] = told
            elif old != BLOCKER:
                _merge(entries, term, told)


def _inferred(term: str) -> float:
    """Return what a word like 不贵 or 很香 says, from its parts; 0 where the parts say nothing."""
    base = base_entries()
    if term in base and base[term].polarity:
        return base[term].polarity
    for size in range(1, len(term)):
        modifier = base.get(term[:size])
        if modifier and modifier.roles & (Role.NEGATOR | Role.DEGREE):
            return max(-1.0, min(1.0, modifier.factor * _inferred(term[size:])))
    return 0.0


def _adopt_compounds(entries: dict[str, Entry]) -> None:
    """Give a judging word that begins with an aspect's name that aspect (性价比高)."""
    names = {
        term for term, entry in entries.items() if entry.aspect >= 0 and not entry.polarity and len(term) > 1
    }
    # Few words open like any name.
    openings, longest = {name[:2] for name in names}, max(map(len, names), default=0)
    for term, entry in entries.items():
        if entry.aspect < 0 and entry.polarity and len(term) > 2 and term[:2] in openings:
            sizes = range(min(len(term) - 1, longest), 1, -1)
            named = next((term[:size] for size in sizes if term[:size] in names), None)
            if named:
                aspect = entries[named].aspect
                entries[term] = replace(entry, aspect=aspect, roles=entry.roles | Role.JUDGED)


def _read(name: str) -> dict[str, Any]:
    document: dict[str, Any] = packaged_document("huiyin.text", "lexicons", f"{name}.yaml")
    return document


def _words(block: str) -> list[str]:
    # An underscore stands for a space inside a term.
    return [word.replace("_", " ") for word in block.split()]


def _add_sentiment(entries: dict[str, Entry], document: dict[str, Any]) -> None:
    for side, sign in (("positive", 1.0), ("negative", -1.0)):
        for strength, block in document[side].items():
            for word in _words(block):
                entries.setdefault(word, Entry(polarity=sign * STRENGTH[strength]))


def _add_dimensions(entries: dict[str, Entry], document: dict[str, Any]) -> None:
    for side, direction in (("more", 1), ("less", -1)):
        for default, block in document[side].items():
            polarity = {"good": 0.45, "bad": -0.45, "open": 0.0}[default]
            for word in _words(block):
                entries[word] = Entry(dimension=direction, polarity=polarity)


def _add_constructions(entries: dict[str, Entry], document: dict[str, Any]) -> None:
    """Add every combination of the parts of each construction; words already known keep what they say."""
    for side, sign in (("positive", 1.0), ("negative", -1.0)):
        for strength, lines in document[side].items():
            told = Entry(Role.HAPPENED, polarity=sign * STRENGTH[strength])
            for word in (word for line in lines for word in combinations(line, {})):
                entries.setdefault(word, told)
    for role in (Role.SCORN, Role.RHETORIC):
        for word in (word for line in document[str(role.name).lower()] for word in combinations(line, {})):
            old = entries.get(word, Entry())
            entries[word] = replace(old, roles=old.roles | role)


def _add_cues(entries: dict[str, Entry], document: dict[str, Any]) -> None:
    for role in ("NEGATOR", "DEGREE"):
        for factor, block in document[role.lower()].items():
            for word in _words(block):
                judged = entries.get(word, Entry()).polarity
                entries[word] = Entry(Role[role], polarity=judged, factor=float(factor))
    for name, block in document["roles"].items():
        for word in _words(block):
            old = entries.get(word, Entry())
            entries[word] = replace(old, roles=old.roles | Role[name.upper()])
    for word in _words(document["blockers"]):
        if not entries.get(word, Entry()).roles:
            entries[word] = Entry()
