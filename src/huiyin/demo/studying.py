"""The demo company's interviews and focus groups: two studies, coded by two people who did not see each other's marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from importlib.resources import files

from sqlalchemy import Connection, select

from huiyin.bootstrap import Installation
from huiyin.collect import interviews
from huiyin.store.ledger import tables

CODERS = ("zhoumin", "chenlei")
BY = "周敏"
# {code|words} both marked; {code!|words} the first only; {?code|words} the second only.
_MARK = re.compile(r"\{(?P<second>\?)?(?P<code>[^|!?{}]+)(?P<first>[!?])?\|(?P<words>[^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark in a line: the code, its place, and which of the two coders made it."""

    code: str
    start: int
    end: int
    coders: tuple[str, ...]


@dataclass(slots=True)
class Told:
    """A conversation as the file tells it; `first_owner` is the place among the customers of its first participant."""

    title: str
    days_ago: int
    first_owner: int
    quotable: bool
    lines: list[tuple[interviews.Line, tuple[Marked, ...]]] = field(default_factory=list)


@dataclass(slots=True)
class Script:
    """A study as its file tells it."""

    title: str = ""
    kind: interviews.StudyKind = interviews.StudyKind.INTERVIEW
    goals: list[str] = field(default_factory=list)
    guide: list[str] = field(default_factory=list)
    codes: list[interviews.CodeDraft] = field(default_factory=list)
    talks: list[Told] = field(default_factory=list)


def hold_studies(app: Installation) -> list[interviews.Study]:
    """Write the demo's studies into the ledger, with consent, customers and codes; return them."""
    held = []
    for path in sorted(files("huiyin.demo").joinpath("studies").iterdir(), key=lambda one: one.name):
        if path.name.endswith(".txt"):
            script = read_script(path.read_text(encoding="utf-8"))
            with app.ledger.write() as connection:
                held.append(_hold(connection, app, script))
    return held


def read_script(text: str) -> Script:
    """Read a study's file: its head, then conversations of labelled lines with marks in them."""
    script = Script()
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("== "):
            title, days, owner, quotable = (part.strip() for part in line[3:].split("|"))
            script.talks.append(Told(title, int(days), int(owner), quotable == "quotable"))
        elif script.talks:
            label, words = line.split("：", 1)
            plain, marks = read_marks(words)
            script.talks[-1].lines.append((interviews.Line(label, plain), marks))
        else:
            _read_head(script, *line.split(": ", 1))
    return script


def read_marks(words: str) -> tuple[str, tuple[Marked, ...]]:
    """Return the words without their marks, and the marks by place.

    >>> read_marks("就是{异味|有酸味}，{?车机!|慢}")[0]
    '就是有酸味，慢'
    >>> [(m.code, m.start, m.end, len(m.coders)) for m in read_marks("就是{异味|有酸味}，{?车机|慢}")[1]]
    [('异味', 2, 5, 2), ('车机', 6, 7, 1)]
    """
    plain, marks, at = "", [], 0
    for found in _MARK.finditer(words):
        plain += words[at : found.start()]
        coders = (
            CODERS[1:] if found["second"] or found["first"] == "?" else CODERS[: 1 if found["first"] else 2]
        )
        marks.append(Marked(found["code"], len(plain), len(plain) + len(found["words"]), coders))
        plain, at = plain + found["words"], found.end()
    return plain + words[at:], tuple(marks)


def _read_head(script: Script, key: str, value: str) -> None:
    if key == "title":
        script.title = value
    elif key == "kind":
        script.kind = interviews.StudyKind(value)
    elif key == "code":
        name, about, aspect, side = (part.strip() for part in value.split("|"))
        script.codes.append(interviews.CodeDraft(name, about, aspect or None, int(side) if side else None))
    else:
        {"goal": script.goals, "guide": script.guide}[key].append(value)


def _hold(connection: Connection, app: Installation, script: Script) -> interviews.Study:
    study = interviews.create_study(
        connection,
        title=script.title,
        kind=script.kind,
        goals=script.goals,
        guide="\n".join(script.guide),
        taxonomy="automotive",
        by=BY,
        clock=app.clock,
    )
    codes = {
        draft.name: interviews.add_code(connection, study.id, draft, by=BY, clock=app.clock).id
        for draft in script.codes
    }
    owners = _owners(connection)
    for told in script.talks:
        talk = interviews.add_conversation(
            connection,
            study.id,
            title=told.title,
            held_at=app.clock() - timedelta(days=told.days_ago),
            lines=[line for line, _ in told.lines],
            consent=interviews.Consent.GIVEN,
            quotable=told.quotable,
            by=BY,
            clock=app.clock,
        )
        _name(connection, app, talk, owners[told.first_owner * 7 :])
        interviews.sync_voices(connection, talk, zone=app.settings.zone, by=BY, clock=app.clock)
        _code(connection, app, talk, told, codes)
    return study


def _name(connection: Connection, app: Installation, talk: int, owners: list[str]) -> None:
    """Say which customers took part."""
    people = [
        one
        for one in interviews.speakers_of(connection, talk)
        if one.role is interviews.SpeakerRole.PARTICIPANT
    ]
    for speaker, person in zip(people, owners, strict=False):
        interviews.record(
            connection, speaker.id, interviews.SpeakerChange(person=person), by=BY, clock=app.clock
        )


def _code(connection: Connection, app: Installation, talk: int, told: Told, codes: dict[str, int]) -> None:
    for turn, mark in _marks(connection, talk, told):
        for coder in mark.coders:
            interviews.mark(
                connection,
                turn.id,
                codes[mark.code],
                mark.start,
                mark.end,
                coder=coder,
                clock=app.clock,
            )
    for coder in CODERS:
        interviews.finish(connection, talk, coder=coder, clock=app.clock)


def _marks(connection: Connection, talk: int, told: Told) -> Iterator[tuple[interviews.Turn, Marked]]:
    turns = interviews.turns_of(connection, talk)
    for turn, (_, marks) in zip(turns, told.lines, strict=True):
        for mark in marks:
            yield turn, mark


def _owners(connection: Connection) -> list[str]:
    query = select(tables.customer.c.external_id).order_by(tables.customer.c.id).limit(200)
    return list(connection.execute(query).scalars())
