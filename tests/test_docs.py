"""A setting or a command without documentation fails."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer.main

from huiyin.cli.app import application
from huiyin.kit.settings import Settings

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", Settings.model_fields)
def test_setting_is_documented(name: str) -> None:
    text = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    assert f"`HUIYIN_{name.upper()}`" in text
    assert Settings.model_fields[name].description in text


def test_every_command_is_documented() -> None:
    text = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    group = typer.main.get_command(application)
    commands = getattr(group, "commands", {})
    missing = [
        name for name, command in commands.items() if not command.hidden and f"huiyin {name}" not in text
    ]
    assert missing == []


def test_both_readmes_give_the_same_two_commands() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "make demo" in text
        assert "make test" in text
