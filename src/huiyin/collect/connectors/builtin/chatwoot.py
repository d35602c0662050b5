"""Chatwoot-shaped webhook: what customers wrote in chats, never what agents or bots wrote."""

from __future__ import annotations

from typing import Any

from pydantic import Field, SecretStr

from huiyin.collect.channel import Channel
from huiyin.collect.connectors.port import Config, Connector, Ground, Pushed, Reading, refuse
from huiyin.collect.connectors.signatures import check_signature
from huiyin.collect.documents import find_value, parse_object, text_of
from huiyin.collect.markup import plain_text

_INCOMING = ("incoming", "0")
_CUSTOMERS = ("contact", "")


class ChatwootConfig(Config):
    """How to check what Chatwoot sends."""

    secret: SecretStr = Field(SecretStr(""), description="The webhook's secret in Chatwoot; empty for none.")
    product: str = Field("", description="Product that all chats of this address are about.")


def split(config: ChatwootConfig, pushed: Pushed, ground: Ground) -> tuple[bytes, ...]:
    """Check the signature; the body is one event."""
    check_signature(
        pushed,
        secret=config.secret.get_secret_value(),
        header="X-Chatwoot-Signature",
        timestamp_header="X-Chatwoot-Timestamp",
        now=ground.clock(),
    )
    parse_object(pushed.body)
    return (pushed.body,)


def read(config: ChatwootConfig, payload: bytes, ground: Ground) -> Reading:
    """Read a `message_created` event of a contact; every other event holds no voice."""
    del ground
    event = parse_object(payload)
    if text_of(event, "event") == "":
        raise refuse(
            "the body names no event", field="event", expected="a Chatwoot event, e.g. message_created"
        )
    if text_of(event, "event") != "message_created" or not _is_customers(event):
        return Reading()
    text = plain_text(text_of(event, "content"))
    if not text:
        return Reading()
    return Reading(records=(_record(event, text, config),))


def _is_customers(event: dict[str, Any]) -> bool:
    return (
        text_of(event, "message_type") in _INCOMING
        and event.get("private") is not True
        and text_of(event, "sender.type").casefold() in _CUSTOMERS
    )


def _record(event: dict[str, Any], text: str, config: ChatwootConfig) -> dict[str, Any]:
    number = text_of(event, "id")
    if not number:
        raise refuse("the message has no id", field="id", expected="Chatwoot's message id")
    account, conversation = text_of(event, "account.id") or "0", text_of(event, "conversation.id")
    handles = {"email": text_of(event, "sender.email"), "phone": text_of(event, "sender.phone_number")}
    metadata = {
        "conversation": conversation,
        "inbox": text_of(event, "inbox.name"),
        "handles": {name: value for name, value in handles.items() if value},
    }
    return {
        "external_id": f"{account}/{number}",
        "parent_external_id": f"{account}/c{conversation}" if conversation else None,
        "occurred_at": find_value(event, "created_at"),
        "text": text,
        "author": text_of(event, "sender.name") or text_of(event, "sender.id") or None,
        "customer_id": text_of(event, "sender.identifier") or None,
        "customer_name": text_of(event, "sender.name") or None,
        "product": config.product or None,
        "metadata": {name: value for name, value in metadata.items() if value},
    }


CONNECTOR = Connector(
    kind="chatwoot",
    zh="Chatwoot 会话",
    en="Chatwoot chats",
    about_zh="接收 Chatwoot 的 Webhook，只取客户说的话。",
    about_en="Takes Chatwoot's webhook; only what customers said.",
    channel=Channel.SERVICE,
    config=ChatwootConfig,
    read=read,
    split=split,
)
