"""Edits of a taxonomy in force: each makes a version, learns what examples teach, and takes effect at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from huiyin.analyse.taxonomies.examples import StoredExample, background_of, read_examples
from huiyin.analyse.taxonomies.versions import (
    Version,
    current_version,
    find_version,
    write_version,
)
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError, NotFoundError
from huiyin.text import available_taxonomies, parse_taxonomy
from huiyin.text.aspect_head import AspectHead
from huiyin.text.editing import (
    AspectDraft,
    Document,
    Edited,
    add_aspect,
    change_aspect,
    next_version,
    retire_aspect,
)
from huiyin.text.few_shot import fit_head

MOST_EXAMPLES = 200


@dataclass(frozen=True, slots=True)
class AspectChange:
    """What to change of an aspect; None leaves as it is."""

    zh: str | None = None
    en: str | None = None
    seeds: tuple[str, ...] | None = None
    more: str | None = None
    examples: tuple[StoredExample, ...] | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """A version that is now in force, the aspect it is about, and the words other aspects gave up for it."""

    version: Version
    aspect: str
    moved: Mapping[str, str]


def draft_of(
    connection: Connection, name: str, draft: AspectDraft, examples: Sequence[StoredExample] = ()
) -> tuple[Version, Edited]:
    """Return the version that adding an aspect would make, without keeping it."""
    before = current_version(connection, name)
    edited = add_aspect(before.document, draft)
    return _drafted(connection, before, edited, examples), edited


def changed_draft(
    connection: Connection, name: str, aspect: str, wanted: AspectChange
) -> tuple[Version, Edited]:
    """Return the version that changing an aspect would make, without keeping it."""
    before = current_version(connection, name)
    edited = change_aspect(
        before.document, aspect, zh=wanted.zh, en=wanted.en, seeds=wanted.seeds, more=wanted.more
    )
    known = tuple(each for each in before.examples if each.aspect == aspect)
    given = known if wanted.examples is None else wanted.examples
    if wanted.examples is None and wanted.seeds is None:
        return replace(before, document=edited.document, version=next_version(before.version)), edited
    return _drafted(connection, before, edited, given), edited


def add(
    connection: Connection,
    name: str,
    draft: AspectDraft,
    examples: Sequence[StoredExample] = (),
    *,
    by: str,
    clock: Clock,
) -> Saved:
    """Add an aspect with its seed words and examples."""
    drafted, edited = draft_of(connection, name, draft, examples)
    return _save(connection, drafted, edited, "added", by, clock)


def change(
    connection: Connection, name: str, aspect: str, wanted: AspectChange, *, by: str, clock: Clock
) -> Saved:
    """Rename an aspect, or give it other seed words or examples."""
    drafted, edited = changed_draft(connection, name, aspect, wanted)
    return _save(connection, drafted, edited, "changed", by, clock)


def retire(connection: Connection, name: str, aspect: str, *, by: str, clock: Clock) -> Saved:
    """Take an aspect out; its words and examples go up to its parent, if it has one."""
    before = current_version(connection, name)
    names = _names(before.document, aspect)
    edited = retire_aspect(before.document, aspect)
    parent = aspect.rsplit(".", 1)[0]
    gone = (aspect, f"{aspect}.")
    kept = tuple(
        each
        if not (each.aspect == aspect or each.aspect.startswith(gone[1]))
        else replace(each, aspect=parent)
        for each in before.examples
    )
    kept = tuple(each for each in kept if each.aspect != name)
    rows = replace(before, document=edited.document, examples=kept)
    rows = replace(rows, heads=_heads(connection, rows, {parent}))
    return _save(connection, rows, edited, "retired", by, clock, names)


def restore(connection: Connection, name: str, version_id: int, *, by: str, clock: Clock) -> Saved:
    """Put an earlier version in force again, as a new one; 0 is the packaged taxonomy."""
    wanted, before = find_version(connection, name, version_id), current_version(connection, name)
    change = {"kind": "restored", "version": wanted.version}
    version = write_version(
        connection,
        before,
        document=wanted.document,
        examples=wanted.examples,
        heads=wanted.heads,
        change=change,
        by=by,
        clock=clock,
    )
    return Saved(version, "", {})


def import_document(connection: Connection, document: Document, *, by: str, clock: Clock) -> Saved:
    """Put a whole document in force: a new taxonomy, or the next version of a known one."""
    document = dict(document)
    examples = tuple(StoredExample.of(each) for each in document.pop("examples", None) or ())
    name = str(document["name"])
    before = _before(connection, name, document)
    draft = replace(before, document=document, examples=examples, heads=())
    aspects = {example.aspect for example in examples}
    version = write_version(
        connection,
        before,
        document=document,
        examples=examples,
        heads=_heads(connection, draft, aspects),
        change={"kind": "imported"},
        by=by,
        clock=clock,
    )
    return Saved(version, "", {})


def _before(connection: Connection, name: str, document: Document) -> Version:
    try:
        return current_version(connection, name)
    except NotFoundError:
        return Version(0, name, str(document["version"]), document, (), (), {}, None, "")


def _drafted(
    connection: Connection, before: Version, edited: Edited, examples: Sequence[StoredExample]
) -> Version:
    if len(examples) > MOST_EXAMPLES:
        raise InvalidInputError("too many examples", field="examples", expected=f"at most {MOST_EXAMPLES}")
    mine = tuple(replace(example, aspect=edited.aspect) for example in examples)
    others = tuple(each for each in before.examples if each.aspect != edited.aspect)
    drafted = replace(before, document=edited.document, examples=(*others, *mine))
    heads = _heads(connection, drafted, {edited.aspect})
    return replace(drafted, heads=heads, version=next_version(before.version))


def _heads(connection: Connection, version: Version, aspects: set[str]) -> tuple[AspectHead, ...]:
    """Return the heads of a version with those of some aspects learned anew."""
    tree = parse_taxonomy(version.document)
    kept = [head for head in version.heads if head.aspect not in aspects and head.aspect in tree]
    taught = [aspect for aspect in sorted(aspects) if aspect in tree]
    taught = [aspect for aspect in taught if any(each.aspect == aspect for each in version.examples)]
    around = background_of(connection, version.taxonomy) if taught else []
    for aspect in taught:
        mine = [each for each in version.examples if each.aspect == aspect]
        head = fit_head(aspect, tree.node(aspect).seeds, read_examples(connection, mine), around)
        if head.words or head.grams:
            kept.append(head)
    return tuple(kept)


def _save(
    connection: Connection,
    drafted: Version,
    edited: Edited,
    kind: str,
    by: str,
    clock: Clock,
    names: Mapping[str, str] | None = None,
) -> Saved:
    before = current_version(connection, drafted.taxonomy)
    told: dict[str, Any] = {"kind": kind, "aspect": edited.aspect}
    told |= names or _names(edited.document, edited.aspect)
    version = write_version(
        connection,
        before,
        document=drafted.document,
        examples=drafted.examples,
        heads=drafted.heads,
        change=told,
        by=by,
        clock=clock,
    )
    return Saved(version, edited.aspect, edited.moved)


def _names(document: Document, aspect: str) -> dict[str, str]:
    node = parse_taxonomy(document).node(aspect)
    return {"zh": node.zh, "en": node.en}


def is_packaged(name: str) -> bool:
    """Tell whether a taxonomy ships with this version, and so can be put back."""
    return name in available_taxonomies()
