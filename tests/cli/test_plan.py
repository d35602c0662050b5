"""`huiyin plan`: goals become sizes, and the fieldwork stands beside them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_commands import huiyin


def test_goals_become_sizes_and_a_plan_that_is_followed(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "reviews.csv"
    sized = huiyin(
        home, "plan", "propose", "--goal", "service", "--population", "1000", "--response-rate", "0.5"
    )
    assert sized.returncode == 0, sized.stderr
    assert "278" in sized.stdout
    assert "556" in sized.stdout
    assert "no plan yet" in huiyin(home, "plan", "show").stdout
    file.write_text("编号,评论内容,时间\n1,空调有异味,2026-03-03\n2,动力足,2026-03-04\n", encoding="utf-8")
    huiyin(home, "ingest", str(file), "--source", "口碑", "--channel", "review")
    kept = huiyin(
        home, "plan", "keep", "春季倾听", "--goal", "product", "--starts", "2026-03-04", "--weeks", "2"
    )
    assert kept.returncode == 0, kept.stderr
    shown = huiyin(home, "plan", "show").stdout
    assert "春季倾听" in shown
    assert "from 2026-03-02, 2 weeks" in shown
    [reviews] = [line.split() for line in shown.splitlines() if line.startswith("review")]
    assert reviews[1:3] == ["all", "2"]


def test_a_wrong_day_is_named(tmp_path: Path) -> None:
    refused = huiyin(tmp_path / "home", "plan", "keep", "x", "--goal", "product", "--starts", "bald")
    assert refused.returncode == 1
    assert "YYYY-MM-DD" in refused.stderr
