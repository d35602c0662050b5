"""The facts store: watermark and rows move together, rebuilds swap in atomically."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest

from huiyin.store.facts import FactsBatch, FactsOwnedElsewhereError, FactsStore, Watermark
from huiyin.store.facts.answers import Answers, State

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


def _spoken(ids: list[int], aspect: str = "automotive.comfort.odour") -> FactsBatch:
    batch = _batch(ids, max(ids))
    shared = ["feedback_id", "source", "channel", "taxonomy", "occurred_at", "day", "speaker"]
    opinions = batch.voices.select(shared).with_columns(
        ordinal=pl.lit(0, pl.Int16),
        aspect=pl.lit(aspect),
        aspect1=pl.lit("automotive.comfort"),
        polarity=pl.lit(-0.5),
        sentiment=pl.lit(-1, pl.Int8),
        intensity=pl.lit(0.5),
        type=pl.lit("complaint"),
        start_offset=pl.lit(0),
        end_offset=pl.lit(4),
        confidence=pl.lit(0.9),
    )
    return replace(batch, opinions=opinions)


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


def test_a_file_of_the_first_shape_gets_its_numbers_on_opening(tmp_path: Path) -> None:
    home = tmp_path / "facts"
    home.mkdir()
    store = FactsStore(home)
    store.apply(_spoken([1, 2]))
    store.close()
    with duckdb.connect(str(home / "facts-1.duckdb")) as connection:
        expected = connection.execute("SELECT who, aspect_id IS NULL FROM opinion ORDER BY 1").fetchall()
        for column in ("who", "aspect_id", "fine_id", "broad_id"):
            connection.execute(f"ALTER TABLE opinion DROP COLUMN {column}")
        connection.execute("ALTER TABLE voice DROP COLUMN who")
        connection.execute("DROP TABLE node")
    again = FactsStore(home)
    assert again.query("SELECT who, aspect_id IS NULL FROM opinion ORDER BY 1").rows() == expected
    found = again.query(
        "SELECT DISTINCT f.aspect AS fine, b.aspect AS broad FROM opinion AS o "
        "JOIN node AS f ON f.id = o.fine_id JOIN node AS b ON b.id = o.broad_id"
    )
    assert found.rows() == [("automotive.comfort.odour", "automotive.comfort")]
    again.close()


def test_aspects_keep_their_numbers_from_step_to_step(facts: FactsStore) -> None:
    facts.apply(_spoken([1]))
    before = facts.query("SELECT id, aspect FROM node ORDER BY 1").rows()
    facts.apply(_spoken([2], aspect="automotive.comfort.seat"))
    after = facts.query("SELECT id, aspect FROM node ORDER BY 1").rows()
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1


def test_the_same_question_is_computed_again_after_a_step(facts: FactsStore) -> None:
    facts.apply(_batch([1], 1))
    assert facts.query("SELECT count(*) FROM voice").item() == 1
    assert facts.query("SELECT count(*) FROM voice").item() == 1
    facts.apply(_batch([2], 2))
    assert facts.query("SELECT count(*) FROM voice").item() == 2


def test_many_askers_of_one_question_share_its_computation() -> None:
    answers, calls, started = Answers(), [], threading.Event()

    def compute() -> pl.DataFrame:
        calls.append(1)
        started.wait(5)
        return pl.DataFrame({"n": [1]})

    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(answers.find, State(1), "q", compute) for _ in range(4)]
        started.set()
        assert [each.result().item() for each in asked] == [1] * 4
    assert len(calls) == 1


def test_a_failed_computation_is_not_remembered() -> None:
    answers = Answers()

    def fail() -> pl.DataFrame:
        raise ValueError("no such column")

    with pytest.raises(ValueError, match="no such"):
        answers.find(State(1), "q", fail)
    assert answers.find(State(1), "q", lambda: pl.DataFrame({"n": [2]})).item() == 2


def _needing(ids: list[int]) -> FactsBatch:
    batch = _batch(ids, max(ids))
    shared = ["feedback_id", "source", "channel", "taxonomy", "occurred_at", "day", "speaker"]
    needs = batch.voices.select(shared).with_columns(
        ordinal=pl.lit(0, pl.Int16),
        kind=pl.lit("workaround"),
        start_offset=pl.lit(0),
        end_offset=pl.lit(2),
        span=pl.lit("凑合"),
        confidence=pl.lit(0.9),
    )
    return replace(batch, needs=needs)


def test_needs_move_with_their_voices(facts: FactsStore) -> None:
    facts.apply(_needing([1, 2]))
    facts.apply(_batch([1], 3))
    assert facts.query("SELECT feedback_id, kind FROM need").rows() == [(2, "workaround")]


def test_a_file_from_before_needs_gets_their_table_on_opening(tmp_path: Path) -> None:
    old = FactsStore(tmp_path)
    old.apply(_batch([1], 1))
    old.close()
    with duckdb.connect(str(tmp_path / "facts-1.duckdb")) as connection:
        connection.execute("DROP TABLE need")
        connection.execute("ALTER TABLE voice DROP COLUMN intents")
        connection.execute("ALTER TABLE voice DROP COLUMN emotion")
    again = FactsStore(tmp_path)
    again.apply(_needing([2]))
    assert again.query("SELECT count(*) FROM voice WHERE intents IS NULL AND emotion IS NULL").item() == 2
    assert again.query("SELECT count(*) FROM need").item() == 1
    again.close()


def test_a_costly_answer_is_shared_for_ten_times_its_cost_but_never_across_a_change() -> None:
    now, given = [0.0], iter(range(100))

    def compute() -> pl.DataFrame:
        now[0] += 0.5
        return pl.DataFrame({"n": [next(given)]})

    answers = Answers(clock=lambda: now[0])

    def ask(version: int, epoch: int = 0, *, lenient: bool = True) -> int:
        return int(answers.find(State(version, epoch, lenient=lenient), "q", compute).item())

    assert [ask(1), ask(1), ask(2)] == [0, 0, 0]
    now[0] = 4.9
    assert ask(3) == 0
    now[0] = 5.1
    assert ask(4) == 1
    assert ask(5, epoch=1) == 2
    assert ask(6, epoch=1, lenient=False) == 3


def test_a_cheap_answer_is_never_shared_past_a_write() -> None:
    now = [0.0]
    answers = Answers(clock=lambda: now[0])
    for version in (1, 2):
        found = answers.find(State(version, lenient=True), "q", lambda n=version: pl.DataFrame({"n": [n]}))
        assert found.item() == version
