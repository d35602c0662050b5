"""Versions of taxonomies in the ledger: written once, never changed; the newest of a name is in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from huiyin.analyse.taxonomies.examples import StoredExample
from huiyin.kit.clock import Clock
from huiyin.kit.errors import NotFoundError
from huiyin.store.ledger.tables_taxonomy import taxonomy_version
from huiyin.text import Taxonomy, available_taxonomies, parse_taxonomy
from huiyin.text.aspect_head import AspectHead
from huiyin.text.editing import Document, next_version, packaged_document


class VersionNotFoundError(NotFoundError):
    """There is no such version of this taxonomy."""

    code = "taxonomy_version_not_found"


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its document, the examples people gave, what was learned from them, and what changed.

    `id` is 0 for a packaged taxonomy that nobody has edited.
    """

    id: int
    taxonomy: str
    version: str
    document: Document
    examples: tuple[StoredExample, ...]
    heads: tuple[AspectHead, ...]
    change: Mapping[str, Any]
    created_at: datetime | None
    created_by: str

    def tree(self) -> Taxonomy:
        """Return the taxonomy that the analyser works with."""
        parsed = parse_taxonomy({**self.document, "version": self.version})
        return replace(parsed, heads=tuple(head for head in self.heads if head.aspect in parsed))


def current_version(connection: Connection, name: str) -> Version:
    """Return the version in force; `NotFoundError` for an unknown taxonomy."""
    columns = taxonomy_version.c
    query = select(taxonomy_version).where(columns.taxonomy == name).order_by(columns.id.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return packaged_version(name) if row is None else _version(row._mapping)


def packaged_version(name: str) -> Version:
    """Return a taxonomy as it ships; `NotFoundError` for an unknown name."""
    document = packaged_document(name)
    return Version(0, name, str(document["version"]), document, (), (), {"kind": "packaged"}, None, "")


def list_versions(connection: Connection, name: str) -> tuple[Version, ...]:
    """Return every version, the newest first; the packaged one comes last."""
    columns = taxonomy_version.c
    query = select(taxonomy_version).where(columns.taxonomy == name).order_by(columns.id.desc())
    found = tuple(_version(row._mapping) for row in connection.execute(query))
    if name in available_taxonomies():
        return (*found, packaged_version(name))
    if not found:
        raise NotFoundError(f"No taxonomy {name!r}.")
    return found


def find_version(connection: Connection, name: str, version_id: int) -> Version:
    """Return one version by its id, 0 for the packaged one; raises VersionNotFoundError."""
    for version in list_versions(connection, name):
        if version.id == version_id:
            return version
    raise VersionNotFoundError(f"no version {version_id} of {name}")


def newest_versions(connection: Connection) -> tuple[Version, ...]:
    """Return the version in force of every taxonomy that was ever edited or imported."""
    columns = taxonomy_version.c
    newest = select(func.max(columns.id)).group_by(columns.taxonomy)
    query = select(taxonomy_version).where(columns.id.in_(newest)).order_by(columns.taxonomy)
    return tuple(_version(row._mapping) for row in connection.execute(query))


def newest_id(connection: Connection) -> int:
    """Return the id of the last edit of any taxonomy, 0 when there was none."""
    return connection.execute(select(func.max(taxonomy_version.c.id))).scalar() or 0


def write_version(
    connection: Connection,
    before: Version,
    *,
    document: Document,
    examples: Sequence[StoredExample],
    heads: Sequence[AspectHead],
    change: Mapping[str, Any],
    by: str,
    clock: Clock,
) -> Version:
    """Add the version that follows `before`."""
    taken = {each.version for each in list_versions(connection, before.taxonomy)} if before.id else set()
    version = next_version(before.version)
    while version in taken:
        version = next_version(version)
    values = {
        "taxonomy": before.taxonomy,
        "version": version,
        "document": dict(document),
        "examples": [example.as_dict() for example in examples],
        "heads": [head.as_dict() for head in heads],
        "change": dict(change),
        "created_at": clock(),
        "created_by": by,
    }
    connection.execute(insert(taxonomy_version).values(values))
    return current_version(connection, before.taxonomy)


def export_document(version: Version) -> Document:
    """Return the whole version as one document, examples included, to be read again by an import."""
    document: Document = {**version.document, "version": version.version}
    if version.examples:
        document["examples"] = [example.as_dict() for example in version.examples]
    return document


def _version(row: Mapping[Any, Any]) -> Version:
    return Version(
        id=row["id"],
        taxonomy=row["taxonomy"],
        version=row["version"],
        document=dict(row["document"]),
        examples=tuple(StoredExample.of(each) for each in row["examples"]),
        heads=tuple(AspectHead.of(each) for each in row["heads"]),
        change=row["change"],
        created_at=row["created_at"],
        created_by=row["created_by"],
    )
