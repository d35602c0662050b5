"""Tables in a narrow terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from huiyin.cli.screen import Grid


@pytest.mark.parametrize("width", [60, 80, 200])
def test_a_table_cuts_no_cell_off_however_narrow_the_screen(width: int) -> None:
    told = "不好意思打扰了压缩机一启动就有一股酸臭味关了就没有"
    grid = Grid(box=None, pad_edge=False)
    for head in ("id", "customers", "share", "owner"):
        grid.add_column(head, no_wrap=True)
    grid.add_column("title", min_width=24)
    grid.add_row("17", "1,385", "33.3% (31.9–34.8)", "演示管理员", told)
    page = Console(file=io.StringIO(), width=width)
    page.print(grid)
    shown = page.file.getvalue()  # type: ignore[attr-defined]
    assert "…" not in shown
    assert set(told) | set("1,385 33.3% 演示管理员") <= set(shown)
    assert all(len(line) <= width for line in shown.splitlines())


def test_what_should_not_break_does_not_where_there_is_room() -> None:
    grid = Grid(box=None, pad_edge=False)
    grid.add_column("share", no_wrap=True)
    grid.add_column("title")
    grid.add_row("33.3% (31.9–34.8)", "车" * 60)
    page = Console(file=io.StringIO(), width=80)
    page.print(grid)
    assert "33.3% (31.9–34.8)" in page.file.getvalue()  # type: ignore[attr-defined]
