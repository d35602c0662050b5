"""Documents in, documents out: what an edit does, and what it leaves alone."""

from __future__ import annotations

import pytest

from huiyin.kit.errors import InvalidInputError, NotFoundError
from huiyin.text import parse_taxonomy
from huiyin.text.editing import (
    AspectDraft,
    AspectExistsError,
    Document,
    add_aspect,
    change_aspect,
    packaged_document,
    read_document,
    retire_aspect,
    write_document,
)

SCENT = AspectDraft("车载香薰", "In-car scent", parent="automotive.comfort", seeds=("香薰", "香氛", "气味"))


@pytest.fixture
def automotive() -> Document:
    return packaged_document("automotive")


def test_a_new_aspect_takes_its_words_from_those_who_had_them(automotive: Document) -> None:
    edited = add_aspect(automotive, SCENT)
    assert edited.aspect == "automotive.comfort.in_car_scent"
    assert edited.moved["气味"] == "automotive.comfort.odour"
    tree = parse_taxonomy(edited.document)
    assert set(tree.node(edited.aspect).seeds) == set(SCENT.seeds)
    assert "气味" not in tree.node("automotive.comfort.odour").seeds
    assert "气味" in parse_taxonomy(automotive).node("automotive.comfort.odour").seeds


def test_a_new_broad_aspect_stands_before_the_general_one(automotive: Document) -> None:
    edited = add_aspect(automotive, AspectDraft("充电服务", "Charging network", seeds=("充电站",)))
    assert list(edited.document["nodes"])[-1] == "general"
    assert parse_taxonomy(edited.document).node("automotive.charging_network").level == 1


def test_a_seed_that_judges_is_filed_as_one(automotive: Document) -> None:
    edited = add_aspect(automotive, AspectDraft("降噪", "Hush", parent="automotive.comfort", seeds=("静谧",)))
    node = parse_taxonomy(edited.document).node(edited.aspect)
    assert (node.seeds, node.positive) == ((), ("静谧",))


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (AspectDraft("", "x"), "zh"),
        (AspectDraft("三亚", "deep", parent="automotive.power.engine.oil"), "parent"),
        (AspectDraft("无", "none", seeds=("不",)), "seeds"),
        (AspectDraft("好", "much", more="much"), "more"),
    ],
)
def test_wrong_drafts_name_their_field(automotive: Document, draft: AspectDraft, field: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        add_aspect(automotive, draft)
    assert caught.value.field == field


def test_an_aspect_is_added_once_and_needs_its_parent(automotive: Document) -> None:
    edited = add_aspect(automotive, SCENT)
    with pytest.raises(AspectExistsError):
        add_aspect(edited.document, SCENT)
    with pytest.raises(NotFoundError):
        add_aspect(automotive, AspectDraft("x", "x", parent="automotive.nowhere"))


def test_renaming_keeps_id_and_words(automotive: Document) -> None:
    edited = change_aspect(automotive, "automotive.fuel", zh="能耗", en="Energy use")
    node = parse_taxonomy(edited.document).node("automotive.fuel")
    assert (node.zh, node.en) == ("能耗", "Energy use")
    assert node.seeds == parse_taxonomy(automotive).node("automotive.fuel").seeds


def test_a_retired_aspect_leaves_its_words_to_its_parent(automotive: Document) -> None:
    edited = retire_aspect(automotive, "automotive.comfort.odour")
    tree = parse_taxonomy(edited.document)
    assert "automotive.comfort.odour" not in tree
    assert "异味" in tree.node("automotive.comfort").negative
    with pytest.raises(InvalidInputError):
        retire_aspect(automotive, "automotive.general")


def test_a_document_survives_its_yaml(automotive: Document) -> None:
    assert read_document(write_document(automotive)) == automotive


def test_documents_of_ones_own_gain_a_place_for_everything_else() -> None:
    text = (
        "name: bank\nversion: '1'\nzh: 银行\nen: Bank\nnodes:\n  queue: {zh: 排队, en: Queue, seeds: 排队}\n"
    )
    assert "bank.general" in parse_taxonomy(read_document(text))
    for wrong in ("[", "name: 1", "name: Bank X\nnodes: {}"):
        with pytest.raises(InvalidInputError):
            read_document(wrong)
