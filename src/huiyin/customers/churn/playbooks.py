"""Playbooks: what to do about a risk, by what speaks loudest for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huiyin.customers.churn.features import Group


@dataclass(frozen=True, slots=True)
class Play:
    """One thing to do, in the words of whoever does it."""

    id: str
    group: Group | None
    zh: str
    en: str


PLAYS = (
    Play("retention_call", Group.LEAVING, "顾问 48 小时内回电：问清要走的原因，当面给方案", "Call within 48 hours: ask why, offer a way"),
    Play("make_good", Group.TROUBLE, "先把未解决的问题办完，再谈续约", "Settle what is open first, then speak of renewal"),
    Play("listen", Group.MOOD, "客户经理回访，听完再谈产品", "A personal call that listens first"),
    Play("smooth", Group.FRICTION, "主动协助走完受阻的步骤", "Help through the steps that were blocked"),
    Play("remind", Group.CALENDAR, "到期提醒，附上权益与一键续约", "Remind, with benefits and one-step renewal"),
    Play("wake", Group.ORDERS, "关怀问候与老客户权益，重新建立联系", "A greeting with loyalty benefits"),
)  # fmt: skip
_BY_ID = {each.id: each for each in PLAYS}


def play_of(play_id: str) -> Play:
    """Return the play; an id that is no longer known is the reminder."""
    return _BY_ID.get(play_id, _BY_ID["remind"])


def choose(groups: Sequence[Group]) -> Play:
    """Return the play for the reasons, strongest first: words of leaving and open trouble come before all else.

    >>> choose([Group.MOOD, Group.TROUBLE]).id, choose([Group.MOOD]).id, choose([]).id
    ('make_good', 'listen', 'remind')
    """
    urgent = [group for group in (Group.LEAVING, Group.TROUBLE) if group in groups]
    first = next(iter([*urgent, *groups]), Group.CALENDAR)
    return next(each for each in PLAYS if each.group is first)
