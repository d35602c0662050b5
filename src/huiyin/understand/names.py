"""Names of aspects, channels and types in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from huiyin.collect import Channel
from huiyin.text import Taxonomy
from huiyin.understand.filters import ITSELF

TYPES: Mapping[str, tuple[str, str]] = {
    "complaint": ("投诉", "Complaint"),
    "suggestion": ("建议", "Suggestion"),
    "question": ("咨询", "Question"),
    "praise": ("表扬", "Praise"),
    "statement": ("陈述", "Statement"),
}


@dataclass(frozen=True, slots=True)
class Name:
    """What people call a thing, in Chinese and English."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class AspectName:
    """The name of an aspect with the names on the path from the broadest aspect down to it."""

    zh: str
    en: str
    path_zh: tuple[str, ...]
    path_en: tuple[str, ...]


class AspectNames:
    """Looks up aspects of every taxonomy; one that a taxonomy no longer has keeps its id as its name."""

    def __init__(self, taxonomies: Sequence[Taxonomy] = ()) -> None:
        self.renew(taxonomies)

    def renew(self, taxonomies: Sequence[Taxonomy]) -> None:
        """Know these taxonomies from now on: somebody has edited one."""
        self.taxonomies = tuple(taxonomies)
        self._by_name = {taxonomy.name: taxonomy for taxonomy in taxonomies}
        self._parents = frozenset(node.parent for each in taxonomies for node in each.nodes if node.parent)
        self.deepest = max((node.level for t in taxonomies for node in t.nodes), default=1)

    def __contains__(self, aspect: str) -> bool:
        aspect = aspect.removesuffix(ITSELF)
        taxonomy = self._by_name.get(aspect.split(".")[0])
        return taxonomy is not None and (aspect in taxonomy or aspect in (taxonomy.name, taxonomy.general))

    def name(self, aspect: str) -> AspectName:
        """Return the names of an aspect id such as 'automotive.comfort.odour'."""
        if aspect.endswith(ITSELF):
            return _others(self.name(aspect.removesuffix(ITSELF)))
        taxonomy = self._by_name.get(aspect.split(".")[0])
        if taxonomy is None:
            return _plain(aspect, aspect)
        if aspect in taxonomy:
            path = taxonomy.path(aspect)
            return AspectName(path[-1].zh, path[-1].en, tuple(n.zh for n in path), tuple(n.en for n in path))
        if aspect == taxonomy.general:
            return _plain("整体", "Overall")
        return _plain(taxonomy.zh, taxonomy.en) if aspect == taxonomy.name else _plain(aspect, aspect)

    def itself(self, aspect: str, depth: int) -> str:
        """Return the id under which a table `depth` levels deep tells what is filed at `aspect`.

        What names a broad aspect and none of those below it stands apart from the broad aspect as a whole.
        """
        return f"{aspect}{ITSELF}" if aspect in self._parents and aspect.count(".") < depth else aspect

    def is_general(self, aspect: str) -> bool:
        """Whether the aspect is the catch-all of its taxonomy, which is no issue anyone could act on."""
        taxonomy = self._by_name.get(aspect.split(".")[0])
        return taxonomy is not None and aspect == taxonomy.general

    def is_unspecified(self, aspect: str) -> bool:
        """Whether the aspect stands for what names a broad aspect and none of those below it."""
        return aspect.endswith(ITSELF)


def channel_name(channel: str) -> Name:
    """Return the names of a channel, its id when unknown."""
    known = Channel._value2member_map_.get(channel)
    return Name(known.zh, known.en) if isinstance(known, Channel) else Name(channel, channel)


def type_name(kind: str) -> Name:
    """Return the names of an opinion type, its id when unknown."""
    return Name(*TYPES.get(kind, (kind, kind)))


def _others(name: AspectName) -> AspectName:
    zh, en = f"{name.zh}（未细分）", f"{name.en} (unspecified)"
    return AspectName(zh, en, (*name.path_zh[:-1], zh), (*name.path_en[:-1], en))


def _plain(zh: str, en: str) -> AspectName:
    return AspectName(zh, en, (zh,), (en,))
