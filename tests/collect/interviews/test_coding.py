"""Coding: blind, done, compared; what it adds up to."""

from __future__ import annotations

from typing import Any

import pytest

from huiyin.collect import interviews
from huiyin.kit.errors import ConflictError, InvalidInputError
from huiyin.store.ledger import Ledger


def coded_study(
    desk: Any, *, kind: interviews.StudyKind = interviews.StudyKind.INTERVIEW
) -> tuple[int, int, int, int]:
    study = desk.study(kind)
    talk = desk.talk(study, "会谈 1")
    smell = desk.code(study, "异味", "automotive.comfort.odour", -1)
    slow = desk.code(study, "车机慢")
    desk.mark(talk, smell, "空调一开就有股酸味")
    desk.mark(talk, slow, "倒车影像要等三四秒")
    return study, talk, smell, slow


def test_coders_are_blind_until_both_are_done(desk: Any, ledger: Ledger) -> None:
    _, talk, _, _ = coded_study(desk)
    desk.done(talk, "b")
    with ledger.read() as connection, pytest.raises(interviews.StillBlindError):
        interviews.spans_of(connection, talk, coder="a", reader="b")
    desk.done(talk, "a")
    with ledger.read() as connection:
        assert len(interviews.spans_of(connection, talk, coder="a", reader="b")) == 2


def test_done_coding_is_closed_until_it_is_opened_again(desk: Any, ledger: Ledger) -> None:
    _, talk, smell, _ = coded_study(desk)
    desk.done(talk, "a")
    with pytest.raises(ConflictError):
        desk.mark(talk, smell, "没用")
    with ledger.write() as connection:
        interviews.reopen(connection, talk, coder="a")
    desk.mark(talk, smell, "没用")


def test_same_mark_twice_is_one_and_foreign_text_is_refused(desk: Any, ledger: Ledger) -> None:
    study, talk, smell, _ = coded_study(desk)
    assert desk.mark(talk, smell, "没用") == desk.mark(talk, smell, "没用")
    with pytest.raises(InvalidInputError):
        desk.mark(talk, smell, "您怎么处理的")
    other = desk.code(desk.study(title="另一个"), "异味")
    with pytest.raises(InvalidInputError):
        desk.mark(talk, other, "没用")
    with ledger.write() as connection, pytest.raises(interviews.CodeInUseError):
        interviews.remove_code(connection, smell)
    assert study != other


def test_agreement_counts_sentences_that_both_read(desk: Any, ledger: Ledger) -> None:
    study, talk, smell, slow = coded_study(desk)
    # A shorter passage of the same sentence is the same decision; another sentence is not.
    desk.mark(talk, smell, "酸味", coder="b")
    desk.mark(talk, slow, "我倒没闻到", coder="b")
    desk.done(talk, "a", "b")
    with ledger.read() as connection:
        found = interviews.agree(connection, study)
    by_name = {one.code.name: one for one in found.codes}
    assert (found.sentences, found.pair) == (6, ("a", "b"))
    assert by_name["异味"].kappa.value == 1.0
    assert (by_name["车机慢"].both, by_name["车机慢"].one) == (0, 2)
    assert by_name["车机慢"].kappa.value == pytest.approx(-0.2)
    assert found.alpha.value is not None
    assert 0 < found.alpha.value < 1


def test_no_agreement_without_a_second_coder(desk: Any, ledger: Ledger) -> None:
    study, talk, _, _ = coded_study(desk)
    desk.done(talk, "a")
    with ledger.read() as connection:
        found = interviews.agree(connection, study)
    assert (found.pair, found.alpha.value) == (None, None)


def test_themes_of_groups_carry_the_group_as_the_cluster(desk: Any, ledger: Ledger) -> None:
    study, talk, smell, _ = coded_study(desk, kind=interviews.StudyKind.FOCUS_GROUP)
    second = desk.talk(study, "会谈 2")
    desk.mark(second, smell, "空调一开就有股酸味")
    desk.mark(second, smell, "我倒没闻到")
    desk.done(talk, "a")
    desk.done(second, "a")
    with ledger.read() as connection:
        [common, *_] = interviews.themes_of(connection, study)
    assert (common.code.name, common.participants, common.conversations) == ("异味", 3, 2)
    assert (common.share.method, common.share.n, common.share.value) == ("cluster-robust", 2, 0.75)


def test_new_themes_run_dry(desk: Any, ledger: Ledger) -> None:
    study = desk.study()
    codes = [desk.code(study, name) for name in ("一", "二", "三")]
    for place in range(6):
        talk = desk.talk(study, f"访谈 {place}")
        for code in codes[: min(place, 2) + 1]:
            desk.mark(talk, code, "没用")
        desk.done(talk, "a")
    with ledger.read() as connection:
        found = interviews.new_themes(connection, study)
    assert found.names == (("一",), ("二",), ("三",), (), (), ())
    assert (found.found.total, found.found.reached) == ((1, 2, 3, 3, 3, 3), 6)


def test_one_who_talks_all_the_time_is_dominant(desk: Any, ledger: Ledger) -> None:
    lines = ["主持人：开始"]
    for place in range(12):
        lines.append("P1：" + "我再补充一点，这件事我最有发言权，听我慢慢讲完" * 2)
        if place % 4 == 0:
            lines += ["P2：嗯", "P3：对", "P4：还行"]
    talk = desk.talk(desk.study(interviews.StudyKind.FOCUS_GROUP), "组 1", "\n".join(lines))
    with ledger.read() as connection:
        found = interviews.measure_dominance(connection, talk)
    assert [one.speaker.label for one in found.people if one.is_dominant] == ["P1"]
    assert found.gini > 0.6
    assert found.evenness < 0.2


def test_quotes_carry_no_names_and_leave_as_plain_cells(desk: Any, ledger: Ledger) -> None:
    study, talk, smell, _ = coded_study(desk)
    formula = desk.talk(study, "会谈 2", "P1：=1+1 也行")
    desk.mark(formula, smell, "=1+1 也行")
    desk.change(talk, "王先生", quotable=False)
    desk.done(talk, "a")
    desk.done(formula, "a")
    with ledger.read() as connection:
        found = interviews.quotes_of(connection, study)
        sheet = interviews.quotes_csv(found)
    assert [(quote.text, quote.quotable) for quote in found] == [
        ("空调一开就有股酸味", True),
        ("倒车影像要等三四秒", False),
        ("=1+1 也行", True),
    ]
    assert "倒车影像" not in sheet
    assert "'=1+1" in sheet
