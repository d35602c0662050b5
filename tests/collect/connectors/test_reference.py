"""A kind or a setting without documentation fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiyin.collect import connectors

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "connectors.md"


@pytest.mark.parametrize("kind", connectors.connector_kinds())
def test_every_kind_and_setting_is_documented(kind: str) -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    _, _, rest = text.partition(f"### `{kind}`")
    section = rest.partition("\n##")[0]
    missing = [
        name for name in connectors.find_connector(kind).config.model_fields if f"`{name}`" not in section
    ]
    assert missing == []
