"""Signals: patterns that ask for a first letter first find what they found before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiyin.kit.packaged import packaged_document
from huiyin.text.needs.openings import guarded
from huiyin.text.needs.signals import signal_reader

SIGNALS = packaged_document("huiyin.text.needs", "signals.yaml")
OWN = Path(__file__).parent / "data"
LETTERS = "".join(sorted({letter for entry in SIGNALS.values() for letter in str(entry["pattern"])}))


def clauses() -> Iterator[str]:
    """Yield our own sentences and their clauses, and the gates with words around them."""
    for file in sorted(OWN.glob("*.txt")):
        for part in re.split(r"[|\t\n]", file.read_text("utf-8")):
            yield part
            yield from re.split("[，。！；]", part)
    for entry in SIGNALS.values():
        for gate in str(entry["gates"]).split():
            yield from (gate, f"{gate}改改吧", f"我{gate}两次", f"厂家{gate}送个好的吗？")


@pytest.fixture(scope="module")
def said() -> list[str]:
    return list(clauses())


@pytest.mark.parametrize("name", list(SIGNALS))
def test_a_guarded_pattern_finds_what_the_plain_one_finds(name: str, said: list[str]) -> None:
    plain = str(SIGNALS[name]["pattern"])
    both = re.compile(plain), re.compile(guarded(plain))
    assert both[1].groups == both[0].groups
    for clause in said:
        assert [found.span() for found in both[0].finditer(clause)] == [
            found.span() for found in both[1].finditer(clause)
        ], clause


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=LETTERS, max_size=40))
def test_no_text_parts_them(clause: str) -> None:
    for entry, signal in zip(SIGNALS.values(), signal_reader().signals, strict=True):
        assert bool(re.search(str(entry["pattern"]), clause)) == bool(signal.pattern.search(clause))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("甲|乙", "甲|乙"),
        ("(?:甲|乙|丙|丁|戊|己)?庚", "(?:(?=[丁丙乙己戊甲])(?:甲|乙|丙|丁|戊|己))?庚"),
        (
            r"(?<!子)甲|[乙丙]|\d次|\?|已?丁|戊|己",
            r"(?=[\?\d丁乙丙己已戊甲])(?:(?<!子)甲|[乙丙]|\d次|\?|已?丁|戊|己)",
        ),
        # What may begin with anything, or be empty, is left as it is.
        ("甲|乙|丙|丁|戊|.己", "甲|乙|丙|丁|戊|.己"),
        ("甲|乙|丙|丁|戊|[^己]", "甲|乙|丙|丁|戊|[^己]"),
        ("甲|乙|丙|丁|戊|^己", "甲|乙|丙|丁|戊|^己"),
        ("甲|乙|丙|丁|戊|己*", "甲|乙|丙|丁|戊|己*"),
    ],
)
def test_what_a_pattern_becomes(pattern: str, expected: str) -> None:
    assert guarded(pattern) == expected


@pytest.mark.parametrize("broken", ["甲)", "(?:甲"])
def test_a_bracket_without_its_fellow_is_named(broken: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        guarded(broken)
