"""Inviting people by personal links and mails, and asking one customer once more."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from huiyin.act.sending.asking import post_letters
from huiyin.bootstrap import Installation
from huiyin.collect import surveys
from huiyin.kit.errors import UnavailableError
from huiyin.web.collect.surveys.address import public_base, public_url
from huiyin.web.deps import Agent, Analyst, App, WriteConnection

router = APIRouter()
ADDRESS = r"^[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+$"


Unsent = Literal["no_address", "bounced"]


class MailOffError(UnavailableError):
    """This installation sends no mails."""

    code = "mail_off"


class InviteeIn(BaseModel):
    """A customer to invite."""

    person: str = Field(min_length=1, max_length=120, description="Your own id of the customer.")
    name: str | None = Field(None, max_length=120)
    segment: str | None = Field(None, max_length=60)
    region: str | None = Field(None, max_length=60)
    address: str | None = Field(
        None, max_length=254, pattern=ADDRESS, description="Mail address; else the customer's own is used."
    )


class InvitationsIn(BaseModel):
    """People to invite."""

    people: list[InviteeIn] = Field(min_length=1, max_length=10_000)
    send: bool = Field(False, description="Send a mail to everybody whose address is known.")
    language: str = Field("zh", max_length=8, description="One of the survey's languages, else its own.")
    reminders: int = Field(0, ge=0, le=3, description="How often to remind who has not answered.")
    remind_every_days: int = Field(3, ge=1, le=60)
    also_bounced: bool = Field(False, description="Try addresses once more that gave mails back.")


class InvitedOut(BaseModel):
    """A personal address, shown once; or why there is none."""

    person: str
    url: str | None
    reason: str | None
    mailed: bool
    unsent: Unsent | None = Field(None, description="Why no mail went out, where one was wanted.")
    bounce: str | None = Field(None, description="RFC 3463 status with which the address gave a mail back.")


class AskAgainIn(BaseModel):
    """One question to one customer about an occasion."""

    person: str = Field(min_length=1, max_length=120, description="Your own id of the customer.")
    occasion: str = Field(min_length=1, max_length=80, description="What it is about, such as case-12.")
    metric: surveys.Metric = surveys.Metric.CSAT
    language: str = Field("zh", max_length=8, description="One of the survey's languages, else its own.")
    send: bool = Field(True, description="Send a mail where the address is known and mails are on.")


class AskedOut(BaseModel):
    """The personal address, shown once; or why the customer is not asked."""

    survey_id: int
    url: str | None
    mailed: bool
    reason: str | None


@router.post("/surveys/{survey_id}/invitations", summary="Invite people by personal links")
def post_invitations(
    survey_id: int,
    body: InvitationsIn,
    request: Request,
    app: App,
    connection: WriteConnection,
    _user: Analyst,
) -> list[InvitedOut]:
    """Return a personal address for each person who may be asked now; with `send`, mail it."""
    if body.send:
        _check_mail(app)
    survey = surveys.get_survey(connection, survey_id)
    people = [surveys.Invitee(**person.model_dump()) for person in body.people]
    invited = surveys.invite(connection, survey, people, clock=app.clock)
    mailed = _send(connection, survey, invited, body, request, app) if body.send else set()
    dead = surveys.dead_addresses(connection, invited, now=app.clock()) if body.send else {}
    url = public_url(request, survey)
    return [_out(one, url, body.send, mailed, dead) for one in invited]


@router.post("/surveys/again", summary="Ask one customer one question")
def post_again(
    body: AskAgainIn, request: Request, app: App, connection: WriteConnection, _user: Agent
) -> AskedOut:
    """Ask about an occasion such as a closed case, within the recontact cap; the answer becomes a voice."""
    asked = surveys.ask_again(
        connection,
        body.person,
        occasion=body.occasion,
        metric=body.metric,
        taxonomy=app.settings.default_taxonomy,
        language=body.language,
        clock=app.clock,
    )
    mail = body.send and bool(app.settings.smtp_host) and asked.letter is not None
    if mail and asked.letter is not None:
        post_letters(connection, [asked.letter], public_url=public_base(request), clock=app.clock)
    url = f"{public_base(request)}/s/{asked.slug}?t={asked.token}" if asked.token else None
    return AskedOut(survey_id=asked.survey_id, url=url, mailed=mail, reason=asked.reason)


def _out(
    one: surveys.Invited, url: str, send: bool, mailed: set[str | None], dead: dict[str, str]
) -> InvitedOut:
    sent = one.token is not None and one.address in mailed
    wanted = send and one.token is not None and not sent
    return InvitedOut(
        person=one.person,
        url=f"{url}?t={one.token}" if one.token else None,
        reason=one.reason,
        mailed=sent,
        unsent=("bounced" if one.address else "no_address") if wanted else None,
        bounce=dead.get(one.address or "") if wanted else None,
    )


def _check_mail(app: Installation) -> None:
    if not app.settings.smtp_host:
        raise MailOffError("mails are off: set HUIYIN_SMTP_HOST, or hand the links on yourself")


def _send(
    connection: WriteConnection,
    survey: surveys.Survey,
    invited: list[surveys.Invited],
    body: InvitationsIn,
    request: Request,
    app: Installation,
) -> set[str | None]:
    schedule = surveys.Schedule(body.reminders, body.remind_every_days)
    letters = surveys.write_letters(
        connection,
        survey,
        invited,
        language=body.language,
        schedule=schedule,
        clock=app.clock,
        also_bounced=body.also_bounced,
    )
    post_letters(connection, letters, public_url=public_base(request), clock=app.clock)
    return {letter.address for letter in letters}
