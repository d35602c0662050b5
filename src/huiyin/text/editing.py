"""Changing a taxonomy's document: aspects added, renamed and retired, words moved; documents in, documents out."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, TypeAlias

import yaml

from huiyin.kit.errors import ConflictError, InvalidInputError, NotFoundError
from huiyin.text.lexicon import Role, base_entries
from huiyin.text.taxonomy import (
    DIRECTIONS,
    GENERAL,
    LEVELS,
    TERM_FIELDS,
    available_taxonomies,
    parse_taxonomy,
)

Document: TypeAlias = dict[str, Any]

MOST_SEEDS = 200
_STEERING = (
    Role.NEGATOR | Role.DEGREE | Role.FILLER | Role.CONTRAST | Role.CONCESSION | Role.QUESTION | Role.WISH
)
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_EDITED = re.compile(r"(.*)\+(\d+)")


class AspectExistsError(ConflictError):
    """There is an aspect with this id already."""

    code = "aspect_exists"


@dataclass(frozen=True, slots=True)
class AspectDraft:
    """A new aspect: `parent` is a node id or None for a broad one, `key` its last part, made from a name if empty."""

    zh: str
    en: str
    parent: str | None = None
    key: str = ""
    seeds: tuple[str, ...] = ()
    more: str | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """A document after a change, the node it is about, and the words that other nodes gave up for it."""

    document: Document
    aspect: str
    moved: Mapping[str, str]


def packaged_document(name: str) -> Document:
    """Return the document of a packaged taxonomy as it ships; `NotFoundError` for an unknown name."""
    if name not in available_taxonomies():
        raise NotFoundError(f"No packaged taxonomy {name!r}.")
    text = (files("huiyin.text") / "taxonomies" / f"{name}.yaml").read_text(encoding="utf-8")
    return read_document(text)


def read_document(text: str) -> Document:
    """Read YAML and check it; a document without 整体 gains it, for every opinion needs a place."""
    try:
        document = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise InvalidInputError(
            f"no YAML: {error}", field="document", expected="a taxonomy's YAML"
        ) from error
    if not isinstance(document, dict) or not isinstance(document.get("nodes"), dict):
        raise InvalidInputError("no taxonomy", field="document", expected="name, version, zh, en, nodes")
    if not _KEY.fullmatch(str(document.get("name", ""))):
        raise InvalidInputError("no usable name", field="name", expected="lower-case letters, digits, _")
    document["nodes"].setdefault(GENERAL, {"zh": "整体", "en": "Overall", "seeds": "整体 总体 overall"})
    parse_taxonomy(document)
    return document


def write_document(document: Mapping[str, Any]) -> str:
    """Return a document as YAML, in its own order."""
    return yaml.safe_dump(dict(document), allow_unicode=True, sort_keys=False, width=160)


def next_version(version: str) -> str:
    """Return the version of an edited document.

    >>> next_version("1.2"), next_version("1.2+3")
    ('1.2+1', '1.2+4')
    """
    found = _EDITED.fullmatch(version)
    return f"{found[1]}+{int(found[2]) + 1}" if found else f"{version}+1"


def add_aspect(document: Document, draft: AspectDraft) -> Edited:
    """Add an aspect; its seed words leave the nodes that had them.

    Raises InvalidInputError, AspectExistsError, or NotFoundError for an unknown parent.
    """
    fresh = copy.deepcopy(document)
    home = fresh["nodes"] if draft.parent is None else _node(fresh, draft.parent).setdefault("children", {})
    if draft.parent is not None and draft.parent.count(".") >= LEVELS:
        raise InvalidInputError(
            "an aspect of the third level has none below it", field="parent", expected="level 1 or 2"
        )
    key = _key(draft)
    aspect = f"{draft.parent or fresh['name']}.{key}"
    if key in home:
        raise AspectExistsError(f"there is an aspect {aspect} already")
    node: Document = {"zh": draft.zh.strip(), "en": draft.en.strip() or draft.zh.strip()}
    if draft.more is not None:
        node["more"] = _direction(draft.more)
    home[key] = node
    if draft.parent is None and GENERAL in fresh["nodes"]:
        fresh["nodes"][GENERAL] = fresh["nodes"].pop(GENERAL)
    return _with_seeds(fresh, aspect, draft.seeds)


def change_aspect(
    document: Document,
    aspect: str,
    *,
    zh: str | None = None,
    en: str | None = None,
    seeds: Sequence[str] | None = None,
    more: str | None = None,
) -> Edited:
    """Rename an aspect, or give it other seed words; what is None stays as it is."""
    fresh = copy.deepcopy(document)
    node = _node(fresh, aspect)
    for field, value in (("zh", zh), ("en", en)):
        if value is not None:
            if not value.strip():
                raise InvalidInputError("an aspect needs a name", field=field, expected="1 to 60 characters")
            node[field] = value.strip()
    if more is not None:
        node["more"] = _direction(more)
    return Edited(fresh, aspect, {}) if seeds is None else _with_seeds(fresh, aspect, seeds)


def retire_aspect(document: Document, aspect: str) -> Edited:
    """Take an aspect and those below it out; their words go up to the parent, so that nothing said is lost."""
    fresh = copy.deepcopy(document)
    if aspect == f"{fresh['name']}.{GENERAL}":
        raise InvalidInputError("整体 holds what no aspect does", field="aspect", expected="another aspect")
    node = _node(fresh, aspect)
    parent, key = aspect.rsplit(".", 1)
    if parent == fresh["name"]:
        del fresh["nodes"][key]
        return Edited(fresh, aspect, {})
    above = _node(fresh, parent)
    moved: dict[str, str] = {}
    for _, each in _below(aspect, node):
        for field in ("seeds", "implied", "positive", "negative"):
            words = [word for word in _words(each, field) if word not in _words(above, field)]
            above[field] = " ".join([*_words(above, field), *words])
            moved |= dict.fromkeys(words, parent)
    del above["children"][key]
    return Edited(fresh, aspect, moved)


def _with_seeds(document: Document, aspect: str, seeds: Sequence[str]) -> Edited:
    """Set the seed words; a word that judges too is filed as one that names and judges at once."""
    words = list(dict.fromkeys(_seed(seed) for seed in seeds if seed.strip()))
    if len(words) > MOST_SEEDS:
        raise InvalidInputError("too many seed words", field="seeds", expected=f"at most {MOST_SEEDS}")
    moved = {word: owner for word in words for owner in _take(document, word, aspect)}
    node = _node(document, aspect)
    base = base_entries()
    judged = {word: base[_shape(word)].polarity for word in words if _shape(word) in base}
    sides = {
        "positive": [word for word in words if judged.get(word, 0) > 0],
        "negative": [word for word in words if judged.get(word, 0) < 0],
    }
    for field, found in sides.items():
        added = [word for word in found if word not in _words(node, field)]
        if added:
            node[field] = " ".join([*_words(node, field), *added])
    node["seeds"] = " ".join(word for word in words if not judged.get(word))
    return Edited(document, aspect, moved)


def _seed(seed: str) -> str:
    word = "_".join(seed.lower().split())
    entry = base_entries().get(_shape(word))
    if len(word) > 40 or (entry and entry.roles & _STEERING):
        raise InvalidInputError(
            f"{seed.strip()!r} names no aspect", field="seeds", expected="words for the thing itself"
        )
    return word


def _shape(word: str) -> str:
    return word.replace("_", " ")


def _take(document: Document, word: str, owner: str) -> list[str]:
    """Take a word out of every node but its new owner; return the nodes that had it."""
    givers = []
    for path, node in _all(document):
        for field in TERM_FIELDS[:4]:
            if path != owner and word in _words(node, field):
                node[field] = " ".join(each for each in _words(node, field) if each != word)
                givers.append(path)
    return givers


def _words(node: Mapping[str, Any], field: str) -> list[str]:
    return str(node.get(field) or "").split()


def _all(document: Document) -> Iterator[tuple[str, Document]]:
    for key, node in document["nodes"].items():
        yield from _below(f"{document['name']}.{key}", node)


def _below(path: str, node: Document) -> Iterator[tuple[str, Document]]:
    yield path, node
    for key, child in (node.get("children") or {}).items():
        yield from _below(f"{path}.{key}", child)


def _node(document: Document, aspect: str) -> Document:
    for path, node in _all(document):
        if path == aspect:
            return node
    raise NotFoundError(f"No aspect {aspect!r} in the taxonomy {document['name']!r}.")


def _direction(more: str) -> str:
    if more not in DIRECTIONS:
        raise InvalidInputError("unknown direction", field="more", expected=", ".join(DIRECTIONS))
    return more


def _key(draft: AspectDraft) -> str:
    """Return the last part of the id: the one wanted, or the English name, or the Chinese one by its sounds.

    >>> _key(AspectDraft("座椅加热", "Seat heating")), _key(AspectDraft("香薰", ""))
    ('seat_heating', 'xiang_xun')
    """
    if not draft.zh.strip() or len(draft.zh) > 60:
        raise InvalidInputError("an aspect needs a name", field="zh", expected="1 to 60 characters")
    wanted = draft.key.strip() or draft.en.strip() or _by_sound(draft.zh.strip())
    key = re.sub(r"[^a-z0-9]+", "_", wanted.lower()).strip("_")[:40].strip("_")
    if not _KEY.fullmatch(key):
        raise InvalidInputError("no usable key", field="key", expected="a letter, then letters, digits or _")
    return key


def _by_sound(name: str) -> str:
    # Its table of phrases takes a third of a second to import; few commands name an aspect.
    from pypinyin import lazy_pinyin

    return "_".join(lazy_pinyin(name))
