"""An engine is named before anything is done for it."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from huiyin.cli.engine import Elsewhere, facts_there
from huiyin.kit.errors import InvalidInputError, UnavailableError
from huiyin.store.facts.spark import _knock


def test_an_address_and_a_folder_name_a_cluster(tmp_path: Path) -> None:
    assert Elsewhere.of("sc://spark.example:15002", tmp_path) == Elsewhere(
        "sc://spark.example:15002", tmp_path
    )


@pytest.mark.parametrize(
    ("engine", "folder"), [("spark://spark.example:7077", Path("facts")), ("sc://spark.example", None)]
)
def test_anything_else_says_what_is_expected(engine: str, folder: Path | None) -> None:
    with pytest.raises(InvalidInputError) as refused:
        Elsewhere.of(engine, folder)
    assert refused.value.expected == "--engine sc://host:15002 --folder where/both/can/read"


@pytest.mark.parametrize("made", [False, True])
def test_a_folder_without_facts_is_told_before_any_cluster_is_asked(tmp_path: Path, made: bool) -> None:
    folder = tmp_path / "facts"
    if made:
        (folder / "voice").mkdir(parents=True)
    nobody = Elsewhere("sc://127.0.0.1:1", folder)
    with pytest.raises(InvalidInputError, match=f"{folder} holds no facts") as refused, facts_there(nobody):
        pass
    assert ("voice" in str(refused.value)) is not made
    assert "huiyin rebuild --engine" in str(refused.value.expected)


def test_a_silent_cluster_is_told_at_once() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"sc://127.0.0.1:{nobody.getsockname()[1]}"
        with pytest.raises(UnavailableError, match="no Spark Connect server answers"):
            _knock(address)
