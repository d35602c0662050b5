"""A survey that a team of the demo brand would have held: what owners want of the next model year."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import numpy as np
from sqlalchemy import Connection, bindparam, select, update

from huiyin.bootstrap import Installation
from huiyin.collect import surveys
from huiyin.demo.plan import BEIJING
from huiyin.store.ledger import tables
from huiyin.store.ledger.tables_surveys import survey_response

INVITED = 1_100
DAYS = 28
# So many answer without reading.
HURRIED = 7
_AGREE = ("非常不满意", "不太满意", "一般", "比较满意", "非常满意")
_PARTS = (
    ("drive", "驾驶感受", 4.1),
    ("cabin", "座舱舒适", 3.4),
    ("service", "售后服务", 3.7),
    ("range", "冬季续航", 2.8),
)
# How often owners answer each class's way: attractive, one-dimensional, must-be, indifferent.
_FEATURES = (
    ("filter", "座舱异味过滤", (0.12, 0.24, 0.52, 0.12)),
    ("park", "自动泊车", (0.55, 0.18, 0.05, 0.22)),
    ("massage", "座椅按摩", (0.22, 0.10, 0.04, 0.64)),
    ("route", "充电路线规划", (0.20, 0.46, 0.20, 0.14)),
)
_WANTED = (
    ("winter", "冬天续航不打折", 1.3),
    ("odour", "车里没有异味", 0.9),
    ("charge", "充电更快", 0.6),
    ("screen", "车机不卡", 0.2),
    ("space", "后排空间", -0.2),
    ("sound", "更好的音响", -0.9),
    ("colour", "更多车身颜色", -1.4),
)
_WORDS = (
    "冬天续航掉得厉害，希望能改善。",
    "新车异味大，开窗也散不掉。",
    "车机偶尔卡顿，导航反应慢。",
    "座椅舒服，长途也不累。",
    "充电排队太久，希望多建站。",
    "售后接待很耐心，很满意。",
    "后排空间有点小。",
    "自动泊车挺好用的。",
    "空调声音大，晚上很明显。",
    "整体满意，价格再低一点更好。",
)
DEFINITION: dict[str, Any] = {
    "title": {"default": "下一年款车主意见", "en": "What owners want next"},
    "theme": {"accent": "#1f6f5c", "logo": "澄野汽车"},
    "pages": [
        {"elements": [
            {"type": "rating", "name": "overall", "metric": "csat", "isRequired": True,
             "title": {"default": "总体来说，您对这辆车的满意程度如何？", "en": "Overall, how satisfied are you with the car?"},
             "minRateDescription": {"default": "非常不满意", "en": "Very dissatisfied"},
             "maxRateDescription": {"default": "非常满意", "en": "Very satisfied"}},
            {"type": "radiogroup", "name": "use", "isRequired": True,
             "title": {"default": "您主要用这辆车做什么？", "en": "What do you mainly use the car for?"},
             "choices": [{"value": "commute", "text": {"default": "上下班", "en": "Commuting"}},
                         {"value": "family", "text": {"default": "家庭出行", "en": "Family trips"}},
                         {"value": "work", "text": {"default": "营运或工作", "en": "Work"}}]},
            {"type": "matrix", "name": "parts",
             "title": {"default": "您对下面各方面的满意程度如何？", "en": "How satisfied are you with each of these?"},
             "rows": [{"value": value, "text": text} for value, text, _ in _PARTS],
             "columns": [{"value": str(point), "text": text} for point, text in enumerate(_AGREE, 1)]},
        ]},
        {"elements": [
            {"type": "kano", "name": "features",
             "title": {"default": "请分别说说有和没有这些功能时您的感受。", "en": "How do you feel with and without these features?"},
             "items": [{"value": value, "text": text} for value, text, _ in _FEATURES]},
        ]},
        {"elements": [
            {"type": "maxdiff", "name": "wanted", "setSize": 4,
             "title": {"default": "每组请选出您最看重和最不看重的一项。", "en": "In each set, pick what matters most and least."},
             "items": [{"value": value, "text": text} for value, text, _ in _WANTED]},
            {"type": "comment", "name": "why",
             "title": {"default": "还有什么想对我们说的？", "en": "What else would you like to tell us?"}},
        ]},
    ],
}  # fmt: skip
_PAIRS = ((1, 3), (1, 5), (3, 5), (3, 3))


def hold_survey(app: Installation, *, seed: int) -> int:
    """Hold the survey over the four weeks that ended two days ago; return how many completed it."""
    rng = np.random.default_rng([seed, 5])
    end = app.clock().astimezone(BEIJING) - timedelta(days=2)
    begin = end - timedelta(days=DAYS)
    with app.ledger.write() as connection:
        survey_id = surveys.create_survey(
            connection,
            DEFINITION,
            taxonomy="automotive",
            clock=lambda: begin,
            by="市场研究",
            recontact_days=0,
        )
        surveys.change_survey(connection, survey_id, clock=lambda: begin, state=surveys.SurveyState.OPEN)
        survey = surveys.get_survey(connection, survey_id)
        people = _people(connection, rng)
        invited = surveys.invite(connection, survey, people, clock=lambda: begin)
    answers = _answers(people, invited, survey, rng)
    for day, part in enumerate(np.array_split(np.arange(len(answers)), DAYS)):
        at = begin + timedelta(days=day, hours=float(rng.uniform(1, 14)))
        _save(app, survey, [answers[place] for place in part], at)
    with app.ledger.write() as connection:
        _hurry(connection, survey_id, np.random.default_rng(seed + 1))
    with app.ledger.read() as connection:
        return surveys.get_survey(connection, survey_id).complete


def _save(app: Installation, survey: surveys.Survey, crowd: list[surveys.Submission], at: datetime) -> None:
    begun = [surveys.Submission({"overall": one.answers["overall"]}, token=one.token) for one in crowd]
    with app.ledger.write() as connection:
        surveys.save_together(connection, survey, begun, zone=app.settings.zone, clock=lambda: at)
        end = at + timedelta(minutes=4)
        done = [one for one in crowd if one.complete]
        surveys.save_together(connection, survey, done, zone=app.settings.zone, clock=lambda: end)


def _hurry(connection: Connection, survey_id: int, rng: np.random.Generator) -> None:
    """Let each take the time that reading takes, and a few far less."""
    columns = survey_response.c
    query = select(columns.id).where(columns.survey_id == survey_id, columns.state == "complete")
    ids = list(connection.execute(query.order_by(columns.id)).scalars())
    seconds = np.clip(rng.normal(210, 45, len(ids)), 110, 420)
    seconds[rng.permutation(len(ids))[:HURRIED]] = rng.uniform(14, 34, min(HURRIED, len(ids)))
    rows = [{"key": key, "took": float(took)} for key, took in zip(ids, seconds, strict=True)]
    change = update(survey_response).where(columns.id == bindparam("key")).values(seconds=bindparam("took"))
    connection.execute(change, rows)


def _people(connection: Connection, rng: np.random.Generator) -> list[surveys.Invitee]:
    columns = tables.customer.c
    query = select(columns.external_id, columns.name, columns.segment, columns.region).where(
        columns.segment.is_not(None)
    )
    rows = connection.execute(query.order_by(columns.id)).all()
    places = rng.permutation(len(rows))[:INVITED]
    return [surveys.Invitee(*rows[place]) for place in places]


def _answers(
    people: list[surveys.Invitee],
    invited: list[surveys.Invited],
    survey: surveys.Survey,
    rng: np.random.Generator,
) -> list[surveys.Submission]:
    """Let those who answer answer; families answer more readily, so that weights have something to mend."""
    made = []
    for person, one in zip(people, invited, strict=True):
        ready = 0.55 if person.segment == "首购家庭" else 0.28
        if one.token is None or rng.random() > ready:
            continue
        whole = bool(rng.random() < 0.92)
        made.append(
            surveys.Submission(
                _sheet(person, survey, rng), token=one.token, complete=whole, language="zh", via="mail"
            )
        )
    return made


def _sheet(person: surveys.Invitee, survey: surveys.Survey, rng: np.random.Generator) -> dict[str, Any]:
    mood = float(rng.normal(0, 0.7)) + (0.35 if person.segment == "首购家庭" else -0.15)
    use = rng.choice(3, p=(0.1, 0.1, 0.8) if person.segment == "网约车/运营" else (0.5, 0.4, 0.1))
    parts = {
        value: str(_point(mean + mood - 1.2 * (value == "range" and use == 2), rng))
        for value, _, mean in _PARTS
    }
    answers: dict[str, Any] = {
        "overall": _point(3.8 + mood - 0.8 * (use == 2), rng),
        "use": ("commute", "family", "work")[use],
        "parts": parts,
        "features": {value: list(_PAIRS[rng.choice(4, p=shares)]) for value, _, shares in _FEATURES},
        "wanted": _picks(survey, rng),
    }
    return answers | ({"why": str(rng.choice(_WORDS))} if rng.random() < 0.4 else {})


def _point(mean: float, rng: np.random.Generator) -> int:
    return int(np.clip(round(mean + float(rng.normal(0, 0.7))), 1, 5))


def _picks(survey: surveys.Survey, rng: np.random.Generator) -> dict[str, Any]:
    question = survey.definition.question("wanted")
    if question is None:
        raise LookupError("the demo survey has no MaxDiff question")
    version = int(rng.integers(surveys.MAXDIFF_VERSIONS))
    worth = {value: utility for value, _, utility in _WANTED}
    picks = []
    for shown in surveys.sets_of(question, version):
        drawn = np.array([worth[value] for value in shown]) + rng.gumbel(size=len(shown))
        picks.append([shown[int(drawn.argmax())], shown[int(drawn.argmin())]])
    return {"version": version, "picks": picks}
