"""The phrase books hold what the composer asks for."""

from __future__ import annotations

import numpy as np
import pytest

from huiyin.demo import aspects, grammar
from huiyin.demo.catalogue import catalogue, code_of
from huiyin.demo.dice import Dice


def test_every_aspect_can_be_praised_blamed_asked_about_and_wished_for() -> None:
    for taxonomy in aspects.TAXONOMIES:
        for aspect in aspects.names(taxonomy):
            for sign in "+-":
                assert aspects.facets(taxonomy, aspect, sign, "S7")[0]
            for sign in "?!":
                assert code_of(taxonomy, f"{aspect} {sign}") >= 0


def test_section_codes_are_unambiguous() -> None:
    keys = [(each.book, each.theme, each.aspect, each.facet, each.sign) for each in catalogue()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", ["automotive", "retail", "planted", "english", "registers"])
def test_every_template_can_be_said(name: str) -> None:
    dice = Dice(np.random.default_rng(1))
    names = dict.fromkeys(grammar.CONTEXT, "X")
    for templates in grammar.book(name).values():
        for template in templates:
            assert not set("{}|") & set(template.say(dice, names))


def test_phrases_are_many() -> None:
    books = ("automotive", "retail", "planted")
    wordings = sum(
        t.wordings for name in books for templates in grammar.book(name).values() for t in templates
    )
    assert wordings > 20_000


def test_templates_of_one_product_stay_with_it() -> None:
    template = grammar.compile_template("@S7 亏电油耗高", {})
    assert template.only == {"S7"}
    assert template.say(Dice(np.random.default_rng(1)), {}) == "亏电油耗高"


def test_escaped_brackets_are_spoken() -> None:
    template = grammar.compile_template("\\[赞\\][好|妙]", {})
    assert template.say(Dice(np.random.default_rng(1)), {}) in {"[赞]好", "[赞]妙"}
