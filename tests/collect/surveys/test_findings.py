"""Cross tables with corrected tests, weights to margins, and files with their labels."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC

import numpy as np
import polars as pl
import pytest
from python_calamine import CalamineWorkbook
from tests.collect.surveys.conftest import Open

from huiyin.collect import surveys
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger import Ledger

DEFINITION = {
    "title": "分群",
    "elements": [
        {"type": "radiogroup", "name": "age", "title": "年龄？", "choices": ["young", "old"]},
        {"type": "rating", "name": "score", "title": "推荐？", "metric": "nps"},
        {"type": "checkbox", "name": "uses", "title": "用途？", "choices": ["home", "work"]},
        {"type": "boolean", "name": "coin", "title": "硬币？"},
        {"type": "comment", "name": "why", "title": "原因？"},
    ],
}
Answered = tuple[surveys.Survey, list[surveys.Sheet]]


@pytest.fixture
def answered(ledger: Ledger, clock: Clock, opened: Open) -> Answered:
    """80 young who recommend, 40 old who do not; the coin depends on nothing."""
    survey = opened(DEFINITION)
    rng = np.random.default_rng(4)
    crowd = [
        surveys.Submission(
            {
                "age": "young" if who < 80 else "old",
                "score": int(rng.choice([9, 10, 8] if who < 80 else [2, 5, 9])),
                "uses": ["home"] if who < 80 else ["home", "work"],
                "coin": bool(rng.integers(2)),
                "why": "=1+1" if who == 0 else "路上",
            },
            key=f"{who:020}",
            complete=True,
        )
        for who in range(120)
    ]
    with ledger.write() as connection:
        surveys.save_together(connection, survey, crowd, zone=UTC, clock=clock)
        return survey, surveys.read_sheets(connection, survey)


def test_cross_table_finds_what_depends_and_only_that(answered: Answered) -> None:
    survey, sheets = answered
    found = surveys.cross_tables(survey.definition, sheets, "age")
    score, uses, coin = found.tables
    assert [(group.value, group.n) for group in found.groups] == [("young", 80), ("old", 40)]
    assert score.test is not None
    assert score.q < 0.001
    promoters = score.rows[2]
    assert [cell.direction for cell in promoters.cells] == [1, -1]
    assert uses.test is None
    assert [cell.direction for cell in uses.rows[1].cells] == [-1, 1]
    assert coin.q > 0.05
    assert {cell.direction for row in coin.rows for cell in row.cells} == {0}
    assert [estimate.n for estimate in score.scores] == [80, 40]


def test_what_divides_nobody_is_refused(answered: Answered) -> None:
    survey, sheets = answered
    assert surveys.divisions(survey.definition, sheets) == ["age", "coin", "score"]
    with pytest.raises(InvalidInputError):
        surveys.cross_tables(survey.definition, sheets, "why")


def test_weights_meet_the_margin_and_say_what_they_cost(answered: Answered) -> None:
    survey, sheets = answered
    found = surveys.weigh(survey.definition, sheets, {"age": {"young": 50, "old": 50, "ancient": 10}})
    shares = surveys.question_results(survey.definition, found.sheets, found.weights)[0].options
    assert [round(option.share.value or 0, 6) for option in shares] == [0.5, 0.5]
    assert [option.count for option in shares] == [80, 40]
    assert found.design_effect == pytest.approx(1.125)
    assert found.effective_n == pytest.approx(120 / 1.125)
    assert shares[0].share.n == int(found.effective_n)
    assert [category.value for category in found.unheard] == ["ancient"]


@pytest.mark.parametrize(
    "margins", [{"age": {"young": 1.0}}, {"why": {"a": 1}}, {"segment": {"a": 1}}, {"age": {}}]
)
def test_margin_that_does_not_fit_is_refused(
    answered: Answered, margins: dict[str, dict[str, float]]
) -> None:
    survey, sheets = answered
    with pytest.raises(InvalidInputError):
        surveys.weigh(survey.definition, sheets, margins)


def test_csv_and_syntax_name_variables_and_values(answered: Answered) -> None:
    survey, sheets = answered
    table = pl.read_csv(io.BytesIO(surveys.export(survey.definition, sheets, surveys.FileKind.CSV)))
    assert table.height == 120
    assert table["age"].to_list().count(1) == 80
    assert table["uses_2"].sum() == 40
    assert table["why"][0] == "'=1+1"
    packed = zipfile.ZipFile(io.BytesIO(surveys.export(survey.definition, sheets, surveys.FileKind.SPS)))
    syntax = packed.read("answers.sps").decode("utf-8-sig")
    assert 'VALUE LABELS age\n  1 "young"\n  2 "old".' in syntax


def test_xlsx_has_answers_and_meanings(answered: Answered) -> None:
    survey, sheets = answered
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(surveys.export(survey.definition, sheets, surveys.FileKind.XLSX))
    )
    assert book.sheet_names == ["答卷", "变量说明"]
    assert len(book.get_sheet_by_name("答卷").to_python()) == 121
    assert book.get_sheet_by_name("变量说明").to_python()[0] == ["变量", "题目", "数值", "含义"]


def test_sav_is_read_back_with_its_labels(answered: Answered, tmp_path: object) -> None:
    pyreadstat = pytest.importorskip("pyreadstat", reason="needs pyreadstat (pip install 'huiyin[spss]')")
    survey, sheets = answered
    path = f"{tmp_path}/answers.sav"
    with open(path, "wb") as file:
        file.write(surveys.export(survey.definition, sheets, surveys.FileKind.SAV))
    table, meta = pyreadstat.read_sav(path, output_format="polars")
    assert table.height == 120
    assert meta.column_names_to_labels["age"] == "年龄？"
    assert meta.variable_value_labels["age"] == {1.0: "young", 2.0: "old"}
