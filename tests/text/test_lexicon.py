from __future__ import annotations

import numpy as np
import pytest

from huiyin.text import load_taxonomy
from huiyin.text.lexicon import Role, base_entries, taxonomy_lexicon


def test_lexicon_knows_more_than_two_thousand_judging_words() -> None:
    assert sum(entry.polarity != 0 for entry in base_entries().values()) > 2000


def test_words_are_stored_in_normal_form() -> None:
    from huiyin.text.normalise import normalise

    words = list(taxonomy_lexicon(load_taxonomy("automotive")).terms)
    batch = normalise(words)
    assert [
        word for word, a, b in zip(words, batch.starts, batch.ends, strict=True) if batch.text[a:b] != word
    ] == []


def test_compound_of_an_aspect_and_a_judgement_belongs_to_the_aspect() -> None:
    taxonomy = load_taxonomy("automotive")
    lexicon = taxonomy_lexicon(taxonomy)
    entry = lexicon.entries[lexicon.terms.index("性价比高")]
    assert taxonomy.nodes[entry.aspect].id == "automotive.price.value"
    assert Role.JUDGED in entry.roles


@pytest.mark.parametrize(
    ("word", "sign"),
    [("坐得下", 1), ("坐不下", -1), ("修了三次", -1), ("买了三次", 1), ("才送到", -1), ("就送到", 1)],
)
def test_constructions_judge_in_every_combination(word: str, sign: int) -> None:
    assert np.sign(base_entries()[word].polarity) == sign
