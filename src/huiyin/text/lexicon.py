"""The words the rules know: sentiment, degree, negation, contrast, wish, question, and words that only block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntFlag
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

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


@dataclass(frozen=True, slots=True)
class Entry:
    """One word: `aspect` is a node's index or -1, `polarity` its own judgement, `dimension` +1 for high-degree words
    and -1 for low-degree ones (their judgement depends on the aspect; `polarity` is what counts where none decides),
    `factor` what a degree word or negator multiplies with."""

    roles: Role = Role.NONE
    aspect: int = -1
    polarity: float = 0.0
    dimension: int = 0
    factor: float = 1.0


@dataclass(frozen=True)
class Lexicon:
    """Words in a fixed order with their entries."""

    terms: tuple[str, ...]
    entries: tuple[Entry, ...]


@cache
def base_entries() -> dict[str, Entry]:
    """Return the words that hold in every taxonomy."""
    entries: dict[str, Entry] = {}
    for name in ("sentiment", "english"):
        _add_sentiment(entries, _read(name))
    _add_dimensions(entries, _read("dimensions"))
    _add_cues(entries, _read("cues"))
    return entries


def taxonomy_lexicon(taxonomy: Taxonomy) -> Lexicon:
    """Merge the base words with a taxonomy's; where both know a word, it keeps both sides."""
    entries = dict(base_entries())
    for index, node in enumerate(taxonomy.nodes):
        for term, entry in _node_entries(index, node):
            _merge(entries, term, entry)
    usable = {term: _with_script(term, entry) for term, entry in entries.items() if term}
    return Lexicon(tuple(usable), tuple(usable.values()))


def _node_entries(index: int, node: TaxonomyNode) -> list[tuple[str, Entry]]:
    found = [(term, Entry(aspect=index)) for term in node.seeds]
    found += [(term, Entry(Role.IMPLIED, aspect=index)) for term in node.implied]
    found += [(term, Entry(Role.JUDGED, aspect=index, polarity=STRENGTH["plain"])) for term in node.positive]
    found += [(term, Entry(Role.JUDGED, aspect=index, polarity=-STRENGTH["plain"])) for term in node.negative]
    return found


def _merge(entries: dict[str, Entry], term: str, new: Entry) -> None:
    term = term.replace("_", " ").lower()
    old = entries.get(term)
    if old is None:
        entries[term] = new
    elif old.aspect < 0:
        polarity = new.polarity or old.polarity
        entries[term] = replace(old, aspect=new.aspect, polarity=polarity, roles=old.roles | new.roles)


def _with_script(term: str, entry: Entry) -> Entry:
    return (
        replace(entry, roles=entry.roles | Role.LATIN) if term[0].isascii() and term[0].isalpha() else entry
    )


def _read(name: str) -> dict[str, Any]:
    text = (files("huiyin.text") / "lexicons" / f"{name}.yaml").read_text(encoding="utf-8")
    document: dict[str, Any] = yaml.safe_load(text)
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


def _add_cues(entries: dict[str, Entry], document: dict[str, Any]) -> None:
    for role in ("NEGATOR", "DEGREE"):
        for factor, block in document[role.lower()].items():
            for word in _words(block):
                entries[word] = Entry(Role[role], factor=float(factor))
    for name, block in document["roles"].items():
        for word in _words(block):
            old = entries.get(word, Entry())
            entries[word] = replace(old, roles=old.roles | Role[name.upper()])
    for word in _words(document["blockers"]):
        entries[word] = Entry()
