"""The team's own view of how far its programme is: five steps on six questions, one page a quarter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from huiyin.access import Principal
from huiyin.kit.clock import Clock
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_programme import maturity_check

LOWEST, HIGHEST = 1, 5


@dataclass(frozen=True, slots=True)
class MaturityQuestion:
    """One question with what its lowest and highest step mean."""

    id: str
    zh: str
    en: str
    low_zh: str
    low_en: str
    high_zh: str
    high_en: str


@dataclass(frozen=True, slots=True)
class MaturityCheck:
    """One self-assessment; `answers` by question, 1 to 5."""

    id: int
    answers: Mapping[str, int]
    note: str
    checked_by: str
    checked_at: datetime


QUESTIONS = (
    MaturityQuestion(
        "goals",
        "目标：为什么听",
        "Goals: why we listen",
        "没有写下来的目标",
        "no goal is written down",
        "每个目标都有指标、期限和负责人",
        "every goal has a figure, a date and an owner",
    ),
    MaturityQuestion(
        "channels",
        "渠道：听到了谁",
        "Channels: whom we hear",
        "只有一个渠道，偶尔看",
        "one channel, looked at now and then",
        "主要渠道自动进入，知道没听到谁",
        "the main channels flow in, and we know who is not heard",
    ),
    MaturityQuestion(
        "evidence",
        "证据：凭什么说",
        "Evidence: why we believe it",
        "凭印象和个别故事",
        "impressions and single stories",
        "每个结论都有人数、区间和原声",
        "every finding has people, an interval and voices",
    ),
    MaturityQuestion(
        "sharing",
        "分享：谁知道",
        "Sharing: who knows",
        "只有客户部门知道",
        "only the customer department",
        "各部门按自己的视角每周收到",
        "each department gets its own view every week",
    ),
    MaturityQuestion(
        "acting",
        "行动：做了什么",
        "Acting: what we do",
        "提了建议，没有下文",
        "suggestions without an end",
        "有负责人、期限，到期检验效果",
        "owner, date, and a test of the effect",
    ),
    MaturityQuestion(
        "culture",
        "文化：谁参与",
        "Culture: who takes part",
        "一个小组的事",
        "a small team's business",
        "管理层和一线每天都听",
        "management and the front line listen every day",
    ),
)


def keep_check(
    connection: Connection, answers: Mapping[str, int], *, note: str, by: Principal, clock: Clock
) -> MaturityCheck:
    """Keep a self-assessment; raises `InvalidInputError` unless every question has a step from 1 to 5."""
    wanted = {each.id for each in QUESTIONS}
    if set(answers) != wanted or any(not LOWEST <= step <= HIGHEST for step in answers.values()):
        raise InvalidInputError(
            "every question needs a step", field="answers", expected=f"1 to 5 for {', '.join(sorted(wanted))}"
        )
    values = {
        "answers": dict(answers),
        "note": note.strip(),
        "checked_by": by.username,
        "checked_at": clock(),
    }
    row = connection.execute(insert(maturity_check).values(values).returning(maturity_check)).one()
    return MaturityCheck(**row._asdict())


def list_checks(connection: Connection) -> list[MaturityCheck]:
    """Return the self-assessments, newest first."""
    query = select(maturity_check).order_by(maturity_check.c.id.desc())
    return [MaturityCheck(**row._asdict()) for row in connection.execute(query)]
