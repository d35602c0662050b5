"""An engine is named before anything is done for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyin.cli.engine import Elsewhere
from huiyin.kit.errors import InvalidInputError


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
