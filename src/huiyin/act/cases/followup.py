"""After a case: the reply to the customer, the question whether it helped, and what the answer does."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, or_, select, update

from huiyin.act.alerts.messages import Letterhead
from huiyin.act.cases import messages as case_messages
from huiyin.act.cases.cases import Case, CaseState, get_case, reopen_case
from huiyin.act.cases.service_policy import ServicePolicy
from huiyin.act.notices import NoticeKind, Subject, SubjectKind, notify
from huiyin.act.sending.asking import post_letters
from huiyin.act.sending.outbox import enqueue
from huiyin.act.sending.targets import Target, TargetKind
from huiyin.act.sending.teams import tell_team
from huiyin.collect import surveys
from huiyin.kit.clock import Clock
from huiyin.store.ledger.tables import customer
from huiyin.store.ledger.tables_access import app_user
from huiyin.store.ledger.tables_act import case_event, customer_case
from huiyin.store.ledger.tables_identity import account, handle

# On a scale of five, who answers so is not content.
NOT_CONTENT_UP_TO = 2
HUIYIN = "huiyin"


@dataclass(frozen=True, slots=True)
class AskedAfter:
    """The question after a resolution: mailed, or a link to hand on, or the reason why neither."""

    mailed: bool = False
    link: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Replied:
    """How an answer went to the customer: by mail, or by the hand of whoever wrote it."""

    mailed: bool
    address: str | None


def ask_after(
    connection: Connection, case: Case, *, taxonomy: str, public_url: str, mails: bool, clock: Clock
) -> AskedAfter:
    """Ask the customer of a resolved case whether it helped, once per resolution and within the contact cap."""
    person = _external_id(connection, case.customer_id)
    if person is None:
        return AskedAfter(reason="no customer is known")
    asked = surveys.ask_again(connection, person, occasion=_occasion(case), taxonomy=taxonomy, clock=clock)
    if asked.token is None:
        return AskedAfter(reason=asked.reason)
    changes = {"asked_again_at": clock(), "asked_again_score": None}
    connection.execute(update(customer_case).where(customer_case.c.id == case.id).values(changes))
    _note(connection, case.id, "asked", "", clock)
    if mails and asked.letter is not None:
        post_letters(connection, [asked.letter], public_url=public_url, clock=clock)
        return AskedAfter(mailed=True)
    return AskedAfter(link=f"{public_url}/s/{asked.slug}?t={asked.token}")


def hear_answers(
    connection: Connection, *, policy: ServicePolicy, letterhead: Letterhead, clock: Clock
) -> list[Case]:
    """Take up the answers that came since; return the cases that a discontented customer opened again."""
    waiting = select(customer_case.c.id).where(
        customer_case.c.asked_again_at.is_not(None), customer_case.c.asked_again_score.is_(None)
    )
    heard = [
        _heard(connection, case_id, policy, letterhead, clock)
        for case_id in connection.scalars(waiting).all()
    ]
    return [case for case in heard if case is not None]


def answers_waiting(connection: Connection) -> bool:
    """Tell whether any customer was asked and not yet heard."""
    columns = customer_case.c
    asked = select(func.count()).where(
        columns.asked_again_at.is_not(None), columns.asked_again_score.is_(None)
    )
    return bool(connection.scalar(asked))


def reply_to(connection: Connection, case: Case, text: str, *, mails: bool, clock: Clock) -> Replied:
    """Send an answer to the customer where a mail address is known; the history keeps the words either way."""
    address = _mail_address(connection, case.customer_id) if mails else None
    if address is not None:
        enqueue(
            connection, Target(TargetKind.EMAIL, address), case_messages.reply(case.title, text), clock=clock
        )
    _note(connection, case.id, "replied", text, clock, by_hand=address is None)
    return Replied(address is not None, address)


def tell_late(connection: Connection, cases: list[Case], letterhead: Letterhead, *, clock: Clock) -> None:
    """Tell the teams of late cases, and their owners inside the product."""
    for case in cases:
        tell_team(connection, case.team, case_messages.late_case(case, letterhead), clock=clock)
        _tell_owner(connection, case, NoticeKind.LATE, clock)


def _heard(
    connection: Connection, case_id: int, policy: ServicePolicy, letterhead: Letterhead, clock: Clock
) -> Case | None:
    case = get_case(connection, case_id)
    answer = surveys.answer_about(connection, _occasion(case))
    if answer is None or answer.score is None:
        return None
    connection.execute(
        update(customer_case).where(customer_case.c.id == case_id).values(asked_again_score=answer.score)
    )
    _note(connection, case_id, "rated", f"{answer.score}/5", clock)
    if answer.score > NOT_CONTENT_UP_TO or case.state is not CaseState.RESOLVED:
        return None
    opened = reopen_case(connection, case_id, policy=policy, by=HUIYIN, clock=clock)
    tell_team(
        connection, opened.team, case_messages.reopened_case(opened, answer.score, letterhead), clock=clock
    )
    _tell_owner(connection, opened, NoticeKind.REOPENED, clock)
    return opened


def _occasion(case: Case) -> str:
    # A case that is solved a second time is a second occasion.
    return f"case-{case.id}" if not case.reopened else f"case-{case.id}-{case.reopened}"


def _external_id(connection: Connection, customer_id: int | None) -> str | None:
    return connection.scalar(select(customer.c.external_id).where(customer.c.id == customer_id))


def _mail_address(connection: Connection, customer_id: int | None) -> str | None:
    known = connection.scalar(select(customer.c.attributes).where(customer.c.id == customer_id)) or {}
    if "@" in str(known.get("email", "")):
        return str(known["email"])
    query = (
        select(handle.c.value)
        .join(account, account.c.id == handle.c.account_id)
        .where(account.c.customer_id == customer_id, handle.c.kind == "email")
        .order_by(handle.c.last_at.desc())
    )
    return connection.scalar(query)


def _tell_owner(connection: Connection, case: Case, kind: NoticeKind, clock: Clock) -> None:
    owners = select(app_user.c.username).where(
        or_(app_user.c.username == case.owner, app_user.c.display_name == case.owner), app_user.c.enabled
    )
    about = Subject(SubjectKind.CASE, str(case.id))
    for username in connection.scalars(owners).all():
        notify(connection, username, kind, about, actor=HUIYIN, text=case.title, clock=clock)


def _note(
    connection: Connection, case_id: int, kind: str, note: str, clock: Clock, *, by_hand: bool = False
) -> None:
    changes = {"by_hand": by_hand} if kind == "replied" else {}
    values = {
        "case_id": case_id,
        "at": clock(),
        "actor": HUIYIN,
        "kind": kind,
        "changes": changes,
        "note": note,
    }
    connection.execute(insert(case_event).values(values))
