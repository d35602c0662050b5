"""RSS and Atom feeds: forums, blogs, news, app-store reviews."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from hashlib import blake2b
from typing import Any

import feedparser
import httpx
from pydantic import Field

from huiyin import __version__
from huiyin.collect.channel import Channel
from huiyin.collect.connectors.port import (
    LARGEST_PAYLOAD,
    MOST_PAYLOADS,
    TIMEOUT_S,
    Config,
    Connector,
    Ground,
    Haul,
    Reading,
    SourceDownError,
    Watermark,
    refuse,
)
from huiyin.collect.documents import parse_object, text_of, to_payload
from huiyin.collect.markup import plain_text

REMEMBERED = 3_000


class RssConfig(Config):
    """Where the feed is and what it is about."""

    url: str = Field(description="Address of the feed, http or https.", pattern=r"^https?://\S+$")
    product: str = Field("", description="Product that every entry is about; empty for none.")


def fetch(config: RssConfig, watermark: Watermark, ground: Ground) -> Iterator[Haul]:
    """Ask for the feed if it has changed, and yield the entries that were not seen before, oldest first."""
    del ground
    answer = _get(config.url, watermark)
    if answer is None:
        return
    seen = list(watermark.get("seen", ()))
    known = set(seen)
    fresh = [entry for entry in feed_entries(answer.content) if _digest(entry) not in known][::-1]
    for start in range(0, len(fresh), MOST_PAYLOADS):
        part = fresh[start : start + MOST_PAYLOADS]
        seen = (seen + [_digest(entry) for entry in part])[-REMEMBERED:]
        last = start + MOST_PAYLOADS >= len(fresh)
        # The feed's own marks count only once every entry is in.
        yield Haul(tuple(part), {"seen": seen} | (_marks(answer) if last else {}))


def feed_entries(content: bytes) -> list[bytes]:
    """Return a payload per entry. Raises SourceDownError when the bytes are no feed."""
    try:
        parsed = feedparser.parse(content)
    except (ValueError, AttributeError, TypeError, LookupError, AssertionError, RecursionError) as error:
        raise SourceDownError(f"the feed cannot be read: {error}") from error
    entries = [_payload(entry) for entry in parsed.get("entries", ())]
    if not entries and not parsed.get("version"):
        raise SourceDownError("the answer is neither RSS nor Atom")
    return entries


def read(config: RssConfig, payload: bytes, ground: Ground) -> Reading:
    """Read an entry: its title and its words without HTML."""
    del ground
    entry = parse_object(payload)
    title, body = plain_text(text_of(entry, "title")), plain_text(text_of(entry, "body"))
    text = body if body.startswith(title) else f"{title}\n{body}".strip()
    key = text_of(entry, "id") or text_of(entry, "link")
    if not key and not text:
        raise refuse("the entry is empty", field="text", expected="a title or words")
    return Reading(
        records=(
            {
                "external_id": key if key and len(key) <= 200 else f"entry-{_digest(payload)}",
                "text": text,
                "occurred_at": text_of(entry, "at") or None,
                "author": text_of(entry, "author")[:200] or None,
                "url": text_of(entry, "link")[:2000] or None,
                "product": config.product or None,
            },
        )
    )


def _get(url: str, watermark: Watermark) -> httpx.Response | None:
    headers = {
        "User-Agent": f"huiyin/{__version__}",
        "Accept": "application/atom+xml, application/rss+xml, */*",
    }
    for header, name in (("If-None-Match", "etag"), ("If-Modified-Since", "modified")):
        if watermark.get(name):
            headers[header] = str(watermark[name])
    try:
        answer = httpx.get(url, headers=headers, timeout=TIMEOUT_S, follow_redirects=True)
        if answer.status_code == httpx.codes.NOT_MODIFIED:
            return None
        answer.raise_for_status()
    except httpx.HTTPError as error:
        raise SourceDownError(f"{url} gives no feed: {error}") from error
    if len(answer.content) > LARGEST_PAYLOAD:
        raise SourceDownError(f"{url} is larger than {LARGEST_PAYLOAD >> 20} MiB")
    return answer


def _marks(answer: httpx.Response) -> dict[str, str]:
    marks = {"etag": answer.headers.get("etag", ""), "modified": answer.headers.get("last-modified", "")}
    return {name: value for name, value in marks.items() if value}


def _payload(entry: dict[str, Any]) -> bytes:
    # Asked in its own way the entry warns that one time stands in for another.
    said = partial(dict.get, entry)
    contents = [str(part.get("value", "")) for part in said("content") or () if isinstance(part, dict)]
    return to_payload(
        {
            "id": said("id"),
            "title": said("title"),
            "body": max([*contents, str(said("summary") or "")], key=len),
            "author": said("author"),
            "link": said("link"),
            "at": _moment(said("published_parsed") or said("updated_parsed")),
        }
    )


def _moment(parts: Any) -> str | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(parts), UTC).isoformat() if parts else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _digest(payload: bytes) -> str:
    return blake2b(payload, digest_size=8).hexdigest()


CONNECTOR = Connector(
    kind="rss",
    zh="RSS / Atom 订阅",
    en="RSS or Atom feed",
    about_zh="论坛、博客、新闻与应用商店的订阅源。",
    about_en="Feeds of forums, blogs, news and app stores.",
    channel=Channel.SOCIAL,
    config=RssConfig,
    read=read,
    fetch=fetch,
    every_s=300,
)
