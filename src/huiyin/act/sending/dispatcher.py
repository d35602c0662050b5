"""Handing the outbox's due messages to their transports."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from huiyin.act.errors import AddressRefusedError, DeliveryError, UndeliverableError
from huiyin.act.sending.outbox import Notification, RetryPolicy, claim_next, mark_failed, mark_sent
from huiyin.act.sending.targets import TargetKind
from huiyin.collect import note_bounce
from huiyin.kit.clock import Clock
from huiyin.store.ledger import is_sealed

ConnectionFactory = Callable[[], AbstractContextManager[Connection]]

log = logging.getLogger(__name__)


class Transport(Protocol):
    """Hands one message to the outside world."""

    def send(self, notification: Notification, *, clock: Clock) -> None:
        """Return once the receiver has taken the message.

        Raises `DeliveryError` when it should be tried again, `UndeliverableError` when not.
        """


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What one round did."""

    sent: int = 0
    retried: int = 0
    dead: int = 0


def deliver_due(
    connection_factory: ConnectionFactory,
    transports: Mapping[TargetKind, Transport],
    clock: Clock,
    *,
    policy: RetryPolicy | None = None,
    limit: int = 100,
) -> DeliveryReport:
    """Send what is due, at most `limit` messages; no transaction is open while a transport works.

    `connection_factory` opens one committed-on-exit write transaction, such as `Ledger.write`.
    """
    policy = policy or RetryPolicy()
    outcomes = []
    for _ in range(limit):
        with connection_factory() as connection:
            notification = claim_next(connection, policy, clock=clock)
        if notification is None:
            break
        outcomes.append(_deliver(connection_factory, notification, transports, clock, policy))
    return DeliveryReport(
        sent=outcomes.count("sent"), retried=outcomes.count("retried"), dead=outcomes.count("dead")
    )


def _deliver(
    connection_factory: ConnectionFactory,
    notification: Notification,
    transports: Mapping[TargetKind, Transport],
    clock: Clock,
    policy: RetryPolicy,
) -> str:
    try:
        _check_attempts(notification, policy)
        _transport(transports, notification).send(notification, clock=clock)
    except DeliveryError as error:
        dead = isinstance(error, UndeliverableError) or notification.attempts >= policy.attempts
        log.warning("delivery %s failed: %s", notification.delivery_id, error)
        with connection_factory() as connection:
            mark_failed(connection, notification.id, str(error), dead=dead)
            if isinstance(error, AddressRefusedError):
                note_bounce(connection, notification.target.address, error.reply, now=clock())
        return "dead" if dead else "retried"
    with connection_factory() as connection:
        mark_sent(connection, notification.id, clock=clock)
    return "sent"


def _check_attempts(notification: Notification, policy: RetryPolicy) -> None:
    if is_sealed(notification.target.address):
        # The key may be put back, or the address entered again.
        raise DeliveryError("the address was sealed with another key than the one at hand: enter it again")
    # Only a message that killed its process each time can get here: it must not do so for ever.
    if notification.attempts > policy.attempts:
        raise UndeliverableError("every attempt ended without an answer")


def _transport(transports: Mapping[TargetKind, Transport], notification: Notification) -> Transport:
    kind = notification.target.kind
    if kind not in transports:
        # The operator may still switch the transport on, so this is worth another try.
        raise DeliveryError(f"no transport for {kind} is configured")
    return transports[kind]
