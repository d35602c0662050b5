"""What spoils data in every company, put into the demo on purpose: copies, a staged burst, a machine, hurried answers,
and a part of the customer base that nobody hears. Planned and followed collection stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from huiyin.bootstrap import Installation
from huiyin.collect import accept, ensure_source, plan, quality, validate
from huiyin.store.ledger import tables

BY = "周敏"
SILENT_SEGMENT, SILENT_REGION = "网约车/运营", "西北"
SILENT_CUSTOMERS = 260
PRODUCT = "澄野E5"
_STORY = "提车第三周，空调一开就是酸抹布味，4S 店换了滤芯还是老样子，第二次去说要等压缩机，前后跑了四趟，误了两天工"
_RETOLD = (
    ("社交短帖", "social", "搬运工阿亮"),
    ("澄野车主口碑", "review", "认真的老陈"),
    ("售后热线", "service", "来电 0417"),
)
_PRAISE = (
    "朋友推荐买的，外观漂亮，空间大，动力足，性价比超高，五星好评，闭眼入！",
    "朋友推荐买的，外观大气，空间够大，动力充足，性价比超高，五星好评，闭眼入！",
    "朋友推荐买的，外观漂亮，空间很大，动力足，性价比高，五星好评，值得闭眼入！",
)  # fmt: skip
_ITEMS = ("外观", "空间", "车机", "续航", "服务", "噪音", "座椅")


def spoil(app: Installation) -> None:
    """Put the spoiled voices in, look at them once, and settle one case, so that the log has a first entry."""
    now = app.clock()
    with app.ledger.write() as connection:
        for source, channel, rows in _voices(now):
            _accept(connection, app, source, channel, list(rows), now)
        connection.execute(insert(tables.customer), list(_silent(now)))
        _plan(connection, app, now)
    quality.scan(app.ledger, days=30, clock=app.clock)
    with app.ledger.write() as connection:
        machine = quality.list_clusters(connection, quality.Rule.BOT)
        if machine:
            first = machine[0]
            quality.decide(connection, first.rule, first.name, leave_out=True, by=BY, clock=app.clock)


def _voices(now: datetime) -> Iterator[tuple[str, str, Iterator[dict[str, Any]]]]:
    for days, (source, channel, author) in enumerate(_RETOLD):
        yield source, channel, iter([_row(f"copy-{days}", _STORY, now - timedelta(days=6 - days), author)])
    yield "澄野车主口碑", "review", _burst(now - timedelta(days=9))
    yield "车友论坛", "social", _machine(now - timedelta(days=4))
    yield "车主满意度调查", "survey", _hurried(now - timedelta(days=3))


def _row(key: str, text: str, at: datetime, author: str | None, **more: Any) -> dict[str, Any]:
    return {"external_id": f"spoiled-{key}", "text": text, "occurred_at": at, "author": author, **more}


def _burst(at: datetime) -> Iterator[dict[str, Any]]:
    for place in range(26):
        yield _row(
            f"burst-{place}",
            _PRAISE[place % len(_PRAISE)],
            at + timedelta(minutes=7 * place),
            f"用户{90417 + 13 * place}",
            rating=5,
            rating_scale=5,
            product=PRODUCT,
        )


def _machine(at: datetime) -> Iterator[dict[str, Any]]:
    for place in range(11):
        words = f"第{place + 1}楼顶一下，想要官方充电桩团购的进群领券，名额有限"
        yield _row(f"machine-{place}", words, at + timedelta(seconds=40 * place), "团购小助手")


def _hurried(at: datetime) -> Iterator[dict[str, Any]]:
    for place in range(5):
        answers = {"请为以下各项打分": dict.fromkeys(_ITEMS, 3 + place % 2)}
        yield _row(
            f"line-{place}", "没什么", at + timedelta(hours=place), None, rating=3, rating_scale=5, answers=answers
        )  # fmt: skip


def _silent(now: datetime) -> Iterator[dict[str, Any]]:
    """Customers of record who have said nothing through any channel."""
    for place in range(SILENT_CUSTOMERS):
        yield {
            "external_id": f"SILENT{place:04d}",
            "segment": SILENT_SEGMENT,
            "region": SILENT_REGION,
            "attributes": {"product": PRODUCT, "record": "owner"},
            "created_at": now - timedelta(days=300),
        }


def _accept(
    connection: Connection,
    app: Installation,
    source: str,
    channel: str,
    rows: list[dict[str, Any]],
    now: datetime,
) -> None:
    known = ensure_source(connection, name=source, channel=channel, taxonomy="automotive", now=now)
    voices, _ = validate(enumerate(rows), zone=app.settings.zone, received_at=now)
    accept(connection, known, voices, received_at=now)


def _plan(connection: Connection, app: Installation, now: datetime) -> None:
    goals = [plan.Goal.PRODUCT, plan.Goal.SERVICE, plan.Goal.CHURN]
    begun = (now - timedelta(weeks=7)).astimezone(app.settings.zone).date()
    targets = plan.propose(goals, margin=0.05, population=plan.count_customers(connection), groups=5)
    plan.create_plan(
        connection,
        title="第四季度倾听计划",
        goals=goals,
        targets=targets,
        starts_on=begun,
        weeks=13,
        by=BY,
        clock=app.clock,
    )
