"""Delivery: what the outbox holds goes out by webhook, mail and group robot."""

from __future__ import annotations

from collections.abc import Mapping

from huiyin import act
from huiyin.bootstrap import Installation
from huiyin.kit.settings import Settings


def deliver(app: Installation) -> bool:
    """Send what is due once; return whether anything was."""
    with app.ledger.read() as connection:
        waiting = act.count_notifications(connection).get(act.NotificationState.QUEUED, 0)
    if not waiting:
        return False
    report = act.deliver_due(app.ledger.write, transports(app.settings), app.clock)
    return report.sent > 0


def transports(settings: Settings) -> Mapping[act.TargetKind, act.Transport]:
    """Return a transport for each kind of target that the settings allow."""
    known: dict[act.TargetKind, act.Transport] = {
        act.TargetKind.WEBHOOK: act.WebhookTransport(secret=settings.webhook_secret.get_secret_value()),
        act.TargetKind.DINGTALK: act.DingTalkTransport(),
        act.TargetKind.FEISHU: act.FeishuTransport(),
        act.TargetKind.WECOM: act.WeComTransport(),
        act.TargetKind.SLACK: act.SlackTransport(),
    }
    if settings.smtp_host:
        known[act.TargetKind.EMAIL] = act.MailTransport(
            host=settings.smtp_host,
            port=settings.smtp_port,
            sender=settings.smtp_from,
            user=settings.smtp_user,
            password=settings.smtp_password.get_secret_value(),
            starttls=settings.smtp_starttls,
        )
    return known
