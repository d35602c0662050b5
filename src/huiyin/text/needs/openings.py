"""Patterns of many alternatives, told apart by their first letters: one test where the engine would try each in turn."""

from __future__ import annotations

import re
from dataclasses import dataclass

# So few alternatives are tried as fast as their first letters are looked up.
MANY = 6
_PIECE = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])+\]|.", re.DOTALL)
_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
_AMOUNT = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_OPEN_CLASS = re.compile(r"\^|\\[^d\]\[\\.?+*()|^$-]")


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: how it is written, which letters it may begin with (None: any), whether it may be empty."""

    written: str
    first: frozenset[str] | None
    empty: bool


def guarded(pattern: str) -> str:
    """Return a pattern that finds the same, and asks for a first letter before it tries many alternatives.

    >>> guarded("希望.{0,9}(?:改|加|增|出|送|配)")
    '希望.{0,9}(?:(?=[出加增改送配])(?:改|加|增|出|送|配))'
    """
    part, end = _alternatives(pattern, 0)
    if end < len(pattern):
        raise ValueError(f"bracket closed that was never opened at {end} of {pattern!r}")
    return part.written


def _alternatives(pattern: str, at: int) -> tuple[_Part, int]:
    """Read alternatives up to the bracket that closes them."""
    read: list[_Part] = []
    while True:
        part, at = _sequence(pattern, at)
        read.append(part)
        if pattern[at : at + 1] != "|":
            break
        at += 1
    written = "|".join(part.written for part in read)
    empty = any(part.empty for part in read)
    first = _either([part.first for part in read])
    if first is not None and not empty and len(read) >= MANY:
        written = f"(?=[{''.join(sorted(first))}])(?:{written})"
    return _Part(written, first, empty), at


def _sequence(pattern: str, at: int) -> tuple[_Part, int]:
    """Read pieces up to the next alternative."""
    written, first, empty = "", frozenset[str](), True
    begins: frozenset[str] | None = first
    while at < len(pattern) and pattern[at] not in "|)":
        part, at = _piece(pattern, at)
        amount = _AMOUNT.match(pattern, at)
        repeated = amount.group() if amount else ""
        at += len(repeated)
        written += part.written + repeated
        if empty:
            begins = _either([begins, part.first])
            empty = part.empty or repeated[:1] in {"?", "*"} or repeated.startswith(("{0", "{,"))
    return _Part(written, begins, empty), at


def _piece(pattern: str, at: int) -> tuple[_Part, int]:
    """Read a bracket, a class or a letter."""
    if pattern[at] == "(":
        opening = next((mark for mark in (*_AROUND, "(?:") if pattern.startswith(mark, at)), "(")
        inner, end = _alternatives(pattern, at + len(opening))
        if pattern[end : end + 1] != ")":
            raise ValueError(f"bracket never closed at {at} of {pattern!r}")
        if opening in _AROUND:
            # It stands beside what follows, and takes none of it.
            return _Part(pattern[at : end + 1], frozenset(), empty=True), end + 1
        return _Part(f"{opening}{inner.written})", inner.first, inner.empty), end + 1
    written = next(_PIECE.finditer(pattern, at)).group()
    return _Part(written, _letters(written), written in {"^", "$"}), at + len(written)


def _letters(written: str) -> frozenset[str] | None:
    """Return what a class or a letter stands for as it is written in a class, None where that is no short list."""
    if written.startswith("["):
        return None if _OPEN_CLASS.search(written[1:-1]) else frozenset([written[1:-1]])
    if written in {".", "^", "$"} or re.fullmatch(r"\\[a-ce-zA-Z\d]", written):
        return None
    return frozenset([written if written[0] == "\\" or written not in "]-^" else f"\\{written}"])


def _either(firsts: list[frozenset[str] | None]) -> frozenset[str] | None:
    known = [first for first in firsts if first is not None]
    return frozenset().union(*known) if len(known) == len(firsts) else None
