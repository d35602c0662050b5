"""`huiyin lint-questions`."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from huiyin.cli.app import application


def test_findings_are_shown_and_end_with_status_2(tmp_path: Path) -> None:
    path = tmp_path / "问卷.md"
    path.write_text("# 问卷\n\n1. 难道您不觉得新版更清爽吗？\n", encoding="utf-8")
    answer = CliRunner().invoke(application, ["lint-questions", str(path), "--goal", "价格"])
    assert answer.exit_code == 2
    assert "引导性" in answer.output
    assert "您是否觉得新版更清爽？" in answer.output
    assert "no question asks for it" in answer.output


def test_clean_questions_end_with_status_0_in_gb18030_too(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    path.write_bytes("题目,选项\n您用过吗？,用过|没用过\n".encode("gb18030"))
    answer = CliRunner().invoke(application, ["lint-questions", str(path)])
    assert (answer.exit_code, "1 questions, 0 findings" in answer.output) == (0, True)
