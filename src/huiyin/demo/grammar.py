"""The phrase grammar: hand-written fragments with alternations, compiled once, spoken many times.

A fragment such as ``空调[一开|刚开]就有{怪味}`` holds alternations in brackets and names of word lists in
braces. Word lists are folded in when a book is compiled, so speaking is only picking and joining.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from huiyin.demo.dice import Dice

# Names filled in per voice rather than per fragment.
CONTEXT = frozenset({"car", "model", "rival", "item", "city", "city_en"})
_PARTS = re.compile(r"\[([^\]]*)\]|\{([^}]+)\}")
_HIDE = str.maketrans({"\ue000": "[", "\ue001": "]"})


@dataclass(frozen=True, slots=True)
class Template:
    """One fragment; a part is fixed text or the options of an alternation."""

    parts: tuple[str | tuple[str, ...], ...]
    only: frozenset[str] = frozenset()

    def say(self, dice: Dice, names: Mapping[str, str]) -> str:
        """Return one wording, with the context `names` filled in."""
        text = "".join([part if type(part) is str else dice.pick(part) for part in self.parts])
        return _fill(text, names) if "{" in text else text

    @property
    def wordings(self) -> int:
        """How many different wordings the fragment has, context aside."""
        total = 1
        for part in self.parts:
            total *= 1 if isinstance(part, str) else len(part)
        return total


Book = Mapping[str, tuple[Template, ...]]


def _fill(text: str, names: Mapping[str, str]) -> str:
    for name, value in names.items():
        text = text.replace("{" + name + "}", value)
    return text


def compile_template(source: str, words: Mapping[str, tuple[str, ...]]) -> Template:
    """Compile one line of a phrase file; ``@S7,forum`` in front keeps it to these products or registers.

    >>> template = compile_template("[空调|冷气]{有点}慢", {"有点": ("有点", "稍微有点")})
    >>> template.parts, template.wordings
    ((('空调', '冷气'), ('有点', '稍微有点'), '慢'), 4)
    """
    only: frozenset[str] = frozenset()
    if source.startswith("@"):
        head, _, source = source.partition(" ")
        only = frozenset(head[1:].split(","))
    source = source.replace("\\[", "\ue000").replace("\\]", "\ue001")
    return Template(tuple(_parts(source, words)), only)


def _parts(source: str, words: Mapping[str, tuple[str, ...]]) -> Iterator[str | tuple[str, ...]]:
    end = 0
    for match in _PARTS.finditer(source):
        if match.start() > end:
            yield source[end : match.start()].translate(_HIDE)
        options, name = match.group(1), match.group(2)
        chosen = options.split("|") if options is not None else [f"{{{name}}}"]
        yield tuple(wording.translate(_HIDE) for option in chosen for wording in _wordings(option, words))
        end = match.end()
    if end < len(source):
        yield source[end:].translate(_HIDE)


def _wordings(option: str, words: Mapping[str, tuple[str, ...]]) -> list[str]:
    pieces = re.split(r"(\{[^}]+\})", option)
    return ["".join(wording) for wording in product(*(_choices(piece, words) for piece in pieces))]


def _choices(piece: str, words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    name = piece[1:-1]
    return (piece,) if not piece.startswith("{") or name in CONTEXT else words[name]


def sections(text: str) -> dict[str, list[str]]:
    """Split a phrase file into its sections; options stand on lines or between top-level bars.

    >>> sections("# a\\nx|y\\n[u|v]w\\n# b\\nz")
    {'a': ['x', 'y', '[u|v]w'], 'b': ['z']}
    """
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("# "):
            name = line[2:].strip()
        elif line.strip():
            found.setdefault(name, []).extend(_top_level(line))
    return found


def _top_level(line: str) -> list[str]:
    if "|" not in re.sub(r"\[[^\]]*\]", "", line):
        return [line]
    return [part.replace("\ue002", "|") for part in _hide_bars(line).split("|")]


def _hide_bars(line: str) -> str:
    return re.sub(r"\[[^\]]*\]", lambda match: match.group().replace("|", "\ue002"), line)


@cache
def words() -> dict[str, tuple[str, ...]]:
    """Return the word lists by name."""
    return {name: tuple(options) for name, options in sections(_read("words")).items()}


@cache
def book(name: str) -> dict[str, tuple[Template, ...]]:
    """Return the compiled phrase file `name`: section to templates."""
    return {key: compiled(lines) for key, lines in sections(_read(name)).items()}


def compiled(lines: Iterable[str]) -> tuple[Template, ...]:
    """Compile lines with the shipped word lists."""
    return tuple(compile_template(line, words()) for line in lines)


def _read(name: str) -> str:
    return files("huiyin.demo").joinpath("phrases", f"{name}.txt").read_text(encoding="utf-8")
