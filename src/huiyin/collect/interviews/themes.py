"""Which codes came up in which conversation: how common they are, and whether new ones still come."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, select

from huiyin.collect.interviews.codes import Code, codes_of
from huiyin.collect.interviews.coding import finished_spans
from huiyin.collect.interviews.conversations import Conversation, conversations_of
from huiyin.collect.interviews.speakers import speakers_of_study
from huiyin.collect.interviews.studies import StudyKind, get_study
from huiyin.stats import Estimate, Saturation, cluster_mean, saturation, wilson
from huiyin.store.ledger.tables_interviews import turn

MIN_CONVERSATIONS = 2


@dataclass(frozen=True, slots=True)
class Theme:
    """How many participants a code applies to; in focus groups the interval takes the group as the cluster."""

    code: Code
    participants: int
    conversations: int
    share: Estimate


@dataclass(frozen=True, slots=True)
class NewThemes:
    """The saturation of a study over the conversations that somebody has coded to the end."""

    conversations: tuple[Conversation, ...]
    names: tuple[tuple[str, ...], ...]
    found: Saturation


def themes_of(connection: Connection, study_id: int) -> list[Theme]:
    """Return each code with the participants it applies to, the most common first."""
    study = get_study(connection, study_id)
    coded = {one.id for one in conversations_of(connection, study_id) if one.done_by}
    people = {
        one.id: one.conversation_id
        for one in speakers_of_study(connection, study_id)
        if one.is_heard and one.conversation_id in coded
    }
    spoken = _speakers_by_code(connection, study_id)
    found = []
    for code in codes_of(connection, study_id):
        who = spoken[code.id] & set(people)
        share = _share(study.kind, [int(one in who) for one in people], list(people.values()))
        found.append(Theme(code, len(who), len({people[one] for one in who}), share))
    return sorted(found, key=lambda theme: -theme.participants)


def new_themes(connection: Connection, study_id: int) -> NewThemes:
    """Return what each coded conversation added to the codes, and whether the stopping rule is met."""
    held = [one for one in conversations_of(connection, study_id) if one.done_by]
    names = {code.id: code.name for code in codes_of(connection, study_id)}
    place = _conversation_of_turn(connection, study_id)
    found: dict[int, set[str]] = defaultdict(set)
    for span in finished_spans(connection, study_id):
        found[place[span.turn_id]].add(names[span.code_id])
    sets = [frozenset(found[one.id]) for one in held]
    known: set[str] = set()
    fresh = []
    for each in sets:
        fresh.append(tuple(sorted(each - known)))
        known |= each
    return NewThemes(tuple(held), tuple(fresh), saturation(sets))


def _share(kind: StudyKind, values: list[int], groups: list[int]) -> Estimate:
    if kind is StudyKind.INTERVIEW:
        return wilson(sum(values), len(values))
    found = cluster_mean(values, groups)
    if found.low is None or found.high is None:
        return found
    return Estimate(found.value, max(found.low, 0.0), min(found.high, 1.0), found.n, found.method)


def _speakers_by_code(connection: Connection, study_id: int) -> dict[int, set[int]]:
    speaker = {row.id: row.speaker_id for row in connection.execute(select(turn.c.id, turn.c.speaker_id))}
    found: dict[int, set[int]] = defaultdict(set)
    for span in finished_spans(connection, study_id):
        found[span.code_id].add(speaker[span.turn_id])
    return found


def _conversation_of_turn(connection: Connection, study_id: int) -> dict[int, int]:
    ids = [one.id for one in conversations_of(connection, study_id)]
    query = select(turn.c.id, turn.c.conversation_id).where(turn.c.conversation_id.in_(ids))
    return {row.id: row.conversation_id for row in connection.execute(query)}
