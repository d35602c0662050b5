"""Each check finds what was planted and leaves ordinary voices alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from huiyin.collect import accept, ensure_source, exclusions, quality, validate
from huiyin.collect.quality import Rule
from huiyin.kit.clock import Clock
from huiyin.kit.errors import NotFoundError
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger, tables
from huiyin.store.ledger.tables_surveys import survey, survey_response

LONG = "空调开了以后有一股很重的酸臭味，去店里洗过两次都没有用，希望厂家认真处理"
ADJECTIVES = ("安静", "省电", "漂亮", "宽敞", "扎实", "灵活", "稳重")
NOUNS = ("底盘", "座椅", "车漆", "方向盘", "灯光", "后备箱", "音响", "仪表")


class Desk:
    """Lets voices in as sources do."""

    def __init__(self, ledger: Ledger, settings: Settings, clock: Clock) -> None:
        self.ledger, self.settings, self.clock, self.number = ledger, settings, clock, 0

    def say(self, channel: str, text: str, *, ago: timedelta = timedelta(days=1), **fields: Any) -> str:
        self.number += 1
        item = {"external_id": f"v{self.number}", "text": text, "occurred_at": self.clock() - ago} | fields
        with self.ledger.write() as connection:
            now = self.clock()
            source = ensure_source(
                connection, name=f"来源 {channel}", channel=channel, taxonomy="automotive", now=now
            )
            voices, rejected = validate([(0, item)], zone=self.settings.zone, received_at=now)
            assert rejected == []
            accept(connection, source, voices, received_at=now)
        return str(item["external_id"])

    def scan(self) -> dict[Rule, int]:
        return {rule: n for rule, n in quality.scan(self.ledger, clock=self.clock).items() if n}

    def clusters(self, rule: Rule) -> list[quality.Cluster]:
        with self.ledger.read() as connection:
            return quality.list_clusters(connection, rule)


@pytest.fixture
def desk(ledger: Ledger, settings: Settings, clock: Clock) -> Desk:
    return Desk(ledger, settings, clock)


def quiet_reviews(desk: Desk) -> None:
    for day in range(40):
        words = f"第{day}天，{NOUNS[day % 8]}{ADJECTIVES[day % 7]}，{NOUNS[day * 3 % 8]}也不错，就是{NOUNS[(day + 5) % 8]}一般般"
        desk.say(
            "review", words, ago=timedelta(days=day + 2), rating=5, author=f"老用户{day % 6}", product="E5"
        )


def test_copies_across_channels_keep_the_first(desk: Desk) -> None:
    first = desk.say("social", LONG, ago=timedelta(days=5), author="甲")
    desk.say("review", LONG + "！！", author="乙")
    desk.say("service", LONG.replace("两次", "两回"), author="丙")
    quiet_reviews(desk)
    assert desk.scan() == {Rule.NEAR_DUPLICATE: 2}
    [cluster] = desk.clusters(Rule.NEAR_DUPLICATE)
    assert cluster.open == 2
    assert "3 个渠道" in cluster.zh
    assert first not in [suspect.author for suspect in cluster.suspects]


def test_burst_of_praise_by_newcomers_is_found_and_a_busy_day_is_not(desk: Desk) -> None:
    quiet_reviews(desk)
    for place in range(14):
        desk.say("review", f"买了送朋友，{ADJECTIVES[place % 7]}，质量超级好，五星好评，值得购买", ago=timedelta(days=1, minutes=place),
                 rating=5, author=f"新{place}", product="E5")  # fmt: skip
    for place in range(14):
        words = f"{NOUNS[place % 8]}{ADJECTIVES[place % 7]}得很，第{place}次来评价，{NOUNS[(place * 5 + 1) % 8]}{place}分"
        desk.say("review", words, ago=timedelta(days=1), rating=5, author=f"老用户{place % 6}", product="S7")
    found = desk.scan()
    assert found[Rule.BURST] >= 14
    [cluster] = desk.clusters(Rule.BURST)
    assert "E5" in cluster.zh


def test_account_that_writes_like_a_machine_and_advertisement(desk: Desk) -> None:
    for place in range(9):
        desk.say("social", f"{place}号帖子", ago=timedelta(hours=1, seconds=30 * place), author="号机")
    desk.say("social", "提车省两千，加微信 qiche8888 领优惠")
    desk.say("social", "客服加了我微信才处理，态度不错")
    found = desk.scan()
    assert (found[Rule.BOT], found[Rule.PROMOTION]) == (9, 1)


def test_answers_without_reading(desk: Desk, ledger: Ledger) -> None:
    sitting = {f"第{place}项": 4 for place in range(6)}
    desk.say("survey", "都行", answers={"矩阵": sitting})
    desk.say("survey", "还好", answers={"矩阵": sitting | {"第1项": 2}})
    for place in range(12):
        desk.say("survey", f"回答{place}", external_id=f"response-{place + 1}")
    with ledger.write() as connection:
        source = connection.execute(select(tables.source.c.id)).scalar_one()
        now = desk.clock()
        made = {"slug": "s", "title": "t", "definition": {}, "source_id": source, "state": "open", "anonymous": False,
                "recontact_days": 0, "created_by": "a", "created_at": now, "updated_at": now}  # fmt: skip
        connection.execute(insert(survey).values(id=1, **made))
        rows = [
            {"survey_id": 1, "respondent": f"r{place}", "state": "complete", "answers": {}, "started_at": now, "updated_at": now,
             "seconds": 8.0 if place == 3 else 90.0 + place} for place in range(12)
        ]  # fmt: skip
        connection.execute(insert(survey_response), rows)
    assert desk.scan() == {Rule.STRAIGHT_LINING: 1, Rule.SPEEDER: 1}
    assert [one.text for one in desk.clusters(Rule.SPEEDER)[0].suspects] == ["回答3"]


def test_decision_is_logged_survives_a_scan_and_is_taken_back(desk: Desk, ledger: Ledger) -> None:
    for place in range(3):
        desk.say("social", LONG, ago=timedelta(days=3 - place), author=f"人{place}")
    desk.scan()
    [cluster] = desk.clusters(Rule.NEAR_DUPLICATE)

    def decide(*, leave_out: bool) -> int:
        with ledger.write() as connection:
            return quality.decide(
                connection, cluster.rule, cluster.name, leave_out=leave_out, by="周敏", clock=desk.clock
            )

    assert decide(leave_out=True) == 2
    with ledger.read() as connection:
        assert exclusions.count_excluded(connection) == {"near_duplicate": 2}
    assert desk.scan() == {}
    assert desk.clusters(Rule.NEAR_DUPLICATE)[0].excluded == 2
    decide(leave_out=False)
    with ledger.read() as connection:
        assert exclusions.count_excluded(connection) == {}
    assert desk.scan() == {}
    with ledger.write() as connection, pytest.raises(NotFoundError):
        quality.decide(connection, Rule.BOT, "none", leave_out=True, by="a", clock=desk.clock)


def test_completeness_counts_what_is_filled(desk: Desk, ledger: Ledger) -> None:
    desk.say("review", "好", rating=5, author="甲")
    desk.say("review", "", rating=4)
    with ledger.read() as connection:
        [source] = quality.measure_completeness(connection)
    assert (source.voices, source.filled["text"], source.filled["rating"], source.filled["author"]) == (
        2,
        1,
        2,
        1,
    )


def test_empty_ledger_has_nothing_to_find(desk: Desk) -> None:
    assert desk.scan() == {}
    assert isinstance(desk.clock(), datetime)
