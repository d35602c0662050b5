"""The facts store: watermark and rows move together, rebuilds swap in atomically."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest

from huiyin.store.facts import FactsBatch, FactsOwnedElsewhereError, FactsStore, Watermark

MOMENT = datetime(2026, 11, 22, 4, 0)  # noqa: DTZ001 the facts store keeps naive UTC


def _batch(ids: list[int], revision: int, text: str = "空调有异味") -> FactsBatch:
    voices = pl.DataFrame(
        {
            "feedback_id": ids,
            "revision": [revision] * len(ids),
            "source": ["论坛"] * len(ids),
            "channel": ["social"] * len(ids),
            "taxonomy": ["automotive"] * len(ids),
            "occurred_at": [MOMENT] * len(ids),
            "day": [date(2026, 11, 22)] * len(ids),
            "received_at": [MOMENT] * len(ids),
            "speaker": [f"f:{each}" for each in ids],
            "language": ["zh"] * len(ids),
            "text": [text] * len(ids),
            "types": [["complaint"]] * len(ids),
            "opinions": [0] * len(ids),
        }
    )
    return FactsBatch(
        voices,
        pl.DataFrame(),
        pl.Series(ids, dtype=pl.Int64),
        Watermark(revision, "a@1", "t@1", MOMENT, MOMENT),
    )


def _broken() -> FactsBatch:
    return FactsBatch(
        _batch([2], 2).voices,
        pl.DataFrame({"no_such_column": [1]}),
        pl.Series([2]),
        Watermark(2, "a@1", "t@1", MOMENT, MOMENT),
    )


@pytest.fixture
def facts(tmp_path: Path) -> Iterator[FactsStore]:
    store = FactsStore(tmp_path / "facts")
    yield store
    store.close()


def test_watermark_is_none_before_the_first_step(facts: FactsStore) -> None:
    assert facts.watermark() is None


def test_step_moves_rows_and_watermark_together(facts: FactsStore) -> None:
    facts.apply(_batch([1, 2], 2))
    assert facts.query("SELECT count(*) AS n FROM voice").item() == 2
    assert facts.watermark() == Watermark(2, "a@1", "t@1", MOMENT, MOMENT)


def test_failed_step_leaves_everything_as_it_was(facts: FactsStore) -> None:
    facts.apply(_batch([1], 1))
    with pytest.raises(Exception, match="no_such_column"):
        facts.apply(_broken())
    assert facts.query("SELECT count(*) AS n FROM voice").item() == 1
    watermark = facts.watermark()
    assert watermark is not None
    assert watermark.revision == 1


def test_changed_voice_is_replaced_not_doubled(facts: FactsStore) -> None:
    facts.apply(_batch([1, 2], 2))
    facts.apply(_batch([1], 3, text="空调修好了"))
    found = facts.query("SELECT feedback_id, text FROM voice ORDER BY 1").rows()
    assert found == [(1, "空调修好了"), (2, "空调有异味")]


def test_touched_voice_without_row_disappears(facts: FactsStore) -> None:
    facts.apply(_batch([1, 2], 2))
    facts.apply(
        FactsBatch(pl.DataFrame(), pl.DataFrame(), pl.Series([2]), Watermark(3, "a@1", "t@1", MOMENT, MOMENT))
    )
    assert facts.query("SELECT feedback_id FROM voice").rows() == [(1,)]


def test_rebuild_swaps_in_and_survives_reopening(tmp_path: Path) -> None:
    store = FactsStore(tmp_path / "facts")
    store.apply(_batch([1], 1))
    with store.rebuilding() as draft:
        draft.apply(_batch([1, 2, 3], 3))
        assert store.query("SELECT count(*) AS n FROM voice").item() == 1
    assert store.query("SELECT count(*) AS n FROM voice").item() == 3
    store.close()
    again = FactsStore(tmp_path / "facts")
    assert again.query("SELECT count(*) AS n FROM voice").item() == 3
    again.close()
    assert sorted(path.name for path in (tmp_path / "facts").iterdir()) == ["current", "facts-2.duckdb"]


def test_failed_rebuild_keeps_the_old_facts(facts: FactsStore) -> None:
    facts.apply(_batch([1], 1))
    with pytest.raises(Exception, match="no_such_column"), facts.rebuilding() as draft:
        draft.apply(_broken())
    assert facts.query("SELECT count(*) AS n FROM voice").item() == 1


def test_second_process_is_told_who_owns_the_facts(facts: FactsStore, tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from huiyin.store.facts import FactsStore, FactsOwnedElsewhereError\n"
        "try:\n    FactsStore(pathlib.Path(sys.argv[1]))\n"
        "except FactsOwnedElsewhereError as error:\n    print('owned', error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "facts")], capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("owned"), done.stderr
    assert FactsOwnedElsewhereError.status == 503
