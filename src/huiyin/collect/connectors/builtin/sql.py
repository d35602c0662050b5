"""SQL query: orders, CRM notes, tickets in any database that SQLAlchemy reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from hashlib import blake2b
from typing import Any, Literal

from pydantic import Field, SecretStr
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.sql import quoted_name

from huiyin.collect.channel import Channel
from huiyin.collect.connectors.builtin.webhook import mapped
from huiyin.collect.connectors.port import (
    MOST_PAYLOADS,
    Config,
    Connector,
    Ground,
    Haul,
    Identified,
    Order,
    Reading,
    SourceDownError,
    Watermark,
    refuse,
)
from huiyin.collect.documents import parse_object, text_of, to_payload
from huiyin.collect.moment import parse_moment
from huiyin.store.foreign import foreign_connection

_PLAIN = (str, int, float, bool, type(None))


class SqlConfig(Config):
    """Which rows to read, and how far one has come."""

    url: SecretStr = Field(
        description="SQLAlchemy URL, e.g. mysql+pymysql://reader:…@host/crm; env:NAME reads the environment."
    )
    query: str = Field(
        description="A SELECT without ORDER BY; it may join and filter.", pattern=r"(?is)^\s*(select|with)\b"
    )
    column: str = Field(
        description="Column that only grows (id, updated_at): rows above its last value are new."
    )
    mapping: dict[str, str] = Field(description="Field → column; external_id is needed.")
    target: Literal["feedback", "orders", "customers"] = Field(
        "feedback", description="What a row is: feedback, orders or customers."
    )
    defaults: dict[str, Any] = Field(default_factory=dict, description="Field → value for every row.")


def fetch(config: SqlConfig, watermark: Watermark, ground: Ground) -> Iterator[Haul]:
    """Yield rows from the last value on, in the order of the column.

    Rows with the very last value are read again, for more of them may have come; those seen are left out.
    """
    del ground
    try:
        with foreign_connection(config.url.get_secret_value()) as connection:
            yield from _rows(connection, config, watermark)
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise SourceDownError(f"the database gives no rows: {str(error)[:400]}") from error


def read(config: SqlConfig, payload: bytes, ground: Ground) -> Reading:
    """Read a row by the mapping as feedback, an order, or a customer."""
    if config.target == "feedback":
        return Reading(records=(mapped(payload, config.mapping, config.defaults),))
    row = dict(config.defaults) | {
        field: parse_object(payload).get(column) for field, column in config.mapping.items()
    }
    if config.target == "orders":
        return Reading(orders=(_order(row, ground),))
    return Reading(people=(_person(row),))


def _rows(connection: Connection, config: SqlConfig, watermark: Watermark) -> Iterator[Haul]:
    quoted = connection.dialect.identifier_preparer.quote(quoted_name(config.column, quote=True))
    last = from_mark(watermark.get("last"))
    where = f" WHERE q.{quoted} >= :last" if last is not None else f" WHERE q.{quoted} IS NOT NULL"
    # The query is what an administrator wrote to be run; the column is quoted by the dialect.
    statement = text(f"SELECT q.* FROM ({config.query.strip().rstrip(';')}) AS q{where} ORDER BY q.{quoted}")  # noqa: S608
    answer = connection.execution_options(yield_per=MOST_PAYLOADS).execute(
        statement, {"last": last} if last is not None else {}
    )
    mark, seen = watermark.get("last"), set(watermark.get("seen", ()))
    for part in answer.mappings().partitions(MOST_PAYLOADS):
        payloads = []
        for row in part:
            if config.column not in row:
                raise SourceDownError(
                    f"the query gives no column {config.column!r}: {', '.join(map(str, row))}"
                )
            payload, at = to_payload(plain_row(row)), to_mark(row[config.column])
            if at != mark:
                mark, seen = at, set()
            digest = blake2b(payload, digest_size=8).hexdigest()
            if digest not in seen:
                seen.add(digest)
                payloads.append(payload)
        yield Haul(tuple(payloads), {"last": mark, "seen": sorted(seen)})


def plain_row(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the row with values that JSON knows."""
    return {str(name): value if isinstance(value, _PLAIN) else _plain(value) for name, value in row.items()}


def to_mark(value: object) -> dict[str, Any]:
    """Return a value of the growing column as JSON that keeps its type.

    >>> to_mark(7), from_mark(to_mark(date(2026, 3, 5)))
    ({'int': 7}, datetime.date(2026, 3, 5))
    """
    name = type(value).__name__
    return {name: value if isinstance(value, int | float) else str(value)}


def from_mark(mark: Any) -> Any:
    """Return the value that `to_mark` wrote; None for no mark."""
    if not mark:
        return None
    [(name, value)] = mark.items()
    kinds: Mapping[str, Callable[[str], object]] = {
        "datetime": datetime.fromisoformat,
        "date": date.fromisoformat,
        "Decimal": Decimal,
    }
    return kinds[name](value) if name in kinds else value


def _plain(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode("utf-8", "replace")
    if isinstance(value, Decimal):
        return float(value)
    return str(value)


def _order(row: Mapping[str, Any], ground: Ground) -> Order:
    try:
        amount = float(row.get("amount") or 0)
        at = parse_moment(row.get("at"), ground.zone)
    except (TypeError, ValueError, OverflowError, OSError) as error:
        raise refuse(f"no order: {error}", field="at", expected="amount as a number, at as a time") from error
    if not abs(amount) < 1e15:
        raise refuse("the amount is out of range", field="amount", expected="a number")
    return Order(
        external_id=_word(row, "external_id", 200),
        customer_id=_word(row, "customer_id", 120),
        amount=amount,
        at=at,
        product=text_of(row, "product")[:120] or None,
        kind=text_of(row, "kind")[:40] or "order",
    )


def _person(row: Mapping[str, Any]) -> Identified:
    known = ("customer_id", "customer_name", "segment", "region")
    return Identified(
        external_id=_word(row, "customer_id", 120),
        name=text_of(row, "customer_name")[:120] or None,
        segment=text_of(row, "segment")[:60] or None,
        region=text_of(row, "region")[:60] or None,
        attributes={name: value for name, value in row.items() if name not in known},
    )


def _word(row: Mapping[str, Any], name: str, longest: int) -> str:
    word = text_of(row, name).replace("\x00", "")
    if not word or len(word) > longest or not word.isprintable():
        raise refuse(f"{name} is missing or too long", field=name, expected=f"1 to {longest} characters")
    return word


CONNECTOR = Connector(
    kind="sql",
    zh="数据库查询",
    en="SQL query",
    about_zh="订单、CRM、工单：任何 SQLAlchemy 能连上的数据库，按递增列增量读取。",
    about_en="Orders, CRM, tickets: any database that SQLAlchemy reaches, read onward by a growing column.",
    channel=Channel.SERVICE,
    config=SqlConfig,
    read=read,
    fetch=fetch,
    every_s=300,
)
