from __future__ import annotations

import pytest

from huiyin.kit.errors import InvalidInputError, NotFoundError
from huiyin.text import available_taxonomies, load_taxonomy, parse_taxonomy

FORUM = {
    "power",
    "price",
    "interior",
    "equipment",
    "safety",
    "exterior",
    "handling",
    "fuel",
    "space",
    "comfort",
}


def test_automotive_and_retail_are_packaged() -> None:
    assert {"automotive", "retail"} <= set(available_taxonomies())


@pytest.mark.parametrize("name", available_taxonomies())
def test_nodes_form_a_named_tree_of_three_levels(name: str) -> None:
    taxonomy = load_taxonomy(name)
    seen: set[str] = set()
    for node in taxonomy.nodes:
        assert node.id not in seen
        assert node.parent is None or node.parent in seen
        assert node.id.count(".") == node.level <= 3
        assert node.zh
        assert node.en
        seen.add(node.id)
    assert taxonomy.general in taxonomy


def test_forum_aspects_are_first_level_automotive_nodes() -> None:
    top = {
        node.id.removeprefix("automotive.") for node in load_taxonomy("automotive").nodes if node.level == 1
    }
    assert top >= FORUM


def test_path_runs_from_the_broadest_aspect() -> None:
    path = load_taxonomy("automotive").path("automotive.comfort.odour")
    assert [node.zh for node in path] == ["舒适性", "车内异味"]


def test_direction_is_taken_over_from_the_parent() -> None:
    assert load_taxonomy("automotive").node("automotive.space.boot").more == 1


def test_unknown_names_are_refused() -> None:
    with pytest.raises(NotFoundError, match="automotive"):
        load_taxonomy("nothing")
    with pytest.raises(NotFoundError, match="nothing"):
        load_taxonomy("automotive").node("nothing")


def test_incomplete_documents_name_the_missing_field() -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_taxonomy({"name": "x", "version": "1", "zh": "x", "en": "x"})
    assert caught.value.field == "nodes"
    with pytest.raises(InvalidInputError) as caught:
        parse_taxonomy({"name": "x", "version": "1", "zh": "x", "en": "x", "nodes": {"a": {"zh": "甲"}}})
    assert caught.value.field == "x.a"


def test_a_fourth_level_is_refused() -> None:
    deep = {"zh": "a", "en": "a"}
    for _ in range(3):
        deep = {"zh": "a", "en": "a", "children": {"a": deep}}
    with pytest.raises(InvalidInputError, match="deeper"):
        parse_taxonomy({"name": "x", "version": "1", "zh": "x", "en": "x", "nodes": {"a": deep}})
