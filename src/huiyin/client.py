"""The Python client: push voices to a Huiyin server and read its facts, over the REST API.

    from huiyin.client import Client

    with Client("http://127.0.0.1:8600", token="hy_…") as huiyin:
        huiyin.push(voices, source="商城评论", channel="review")
        for fact in huiyin.facts(product=["澄野S7"]): ...

Filters have the names of the API's query parameters; `start` and `end` stand for `from` and `to`.
"""

from __future__ import annotations

import itertools
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Any, Self

import httpx

from huiyin.kit.errors import HuiyinError, UnavailableError

Asked = str | int | float | date | Sequence[str] | Sequence[int] | None

_RENAMED = {"start": "from", "end": "to"}
# Answers that mean: the same request may succeed later.
_LATER = frozenset({429, 502, 503, 504})
_LONGEST_PAUSE_S = 30.0


class AnswerError(HuiyinError):
    """The server refused; carries its status, its code, and the field it names."""

    code = "refused"

    def __init__(self, status: int, details: Mapping[str, Any]) -> None:
        super().__init__(str(details.get("message") or f"the server answered {status}"))
        self.answered = status
        self.reason = str(details.get("code", "error"))
        self.field: str | None = details.get("field")


class UnreachableError(UnavailableError):
    """No answer after every try."""

    code = "unreachable"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A refused voice: its place among those pushed (0 is the first), the field, why, and what would be right."""

    row: int
    field: str
    reason: str
    expected: str


@dataclass(frozen=True, slots=True)
class Pushed:
    """What became of the voices; a duplicate was known already and is counted once."""

    accepted: int = 0
    duplicates: int = 0
    rejected: tuple[Rejected, ...] = ()


class Client:
    """A server, seen by a program with an API token; close it, or use it in a `with`.

    Requests that change nothing, and pushes, which the server knows again by their key, are tried up to `tries`
    times with growing pauses. Raises `AnswerError` for a refusal and `UnreachableError` without an answer.
    """

    def __init__(
        self, url: str, token: str, *, timeout_s: float = 60.0, tries: int = 4, pause_s: float = 0.5
    ) -> None:
        self.url = url.rstrip("/")
        self._tries = tries
        self._pause_s = pause_s
        self._http = httpx.Client(
            base_url=f"{self.url}/api/v1",
            headers={"Authorization": f"Bearer {token}"},
            timeout=timeout_s,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def get(self, path: str, /, **asked: Asked) -> Any:
        """Return the JSON answer of any GET endpoint, such as `get("/signals")`."""
        return self._send("GET", path, asked).json()

    def get_bytes(self, path: str, /, **asked: Asked) -> bytes:
        """Return a file, such as `get_bytes("/facts/file", kind="xlsx")`."""
        return self._send("GET", path, asked).content

    def push(
        self,
        voices: Iterable[Mapping[str, Any]],
        *,
        source: str,
        channel: str,
        taxonomy: str | None = None,
        batch: int = 1_000,
    ) -> Pushed:
        """Send voices in batches; what is accepted is on the server's disk when this returns.

        A voice is a mapping with `external_id`, `text`, `occurred_at` and what else `POST /feedback` takes.
        """
        pushed = Pushed()
        for first, items in _numbered(voices, batch):
            body = {"source": source, "channel": channel, "taxonomy": taxonomy, "items": items}
            key = {"Idempotency-Key": str(uuid.uuid4())}
            answer = self._send("POST", "/feedback", {}, body=body, headers=key).json()
            pushed = _with(pushed, answer, first)
        return pushed

    def facts(self, **asked: Asked) -> list[dict[str, Any]]:
        """Return the facts table; every figure has value, low, high, n and a verdict. Takes `level` and `sort` too."""
        facts: list[dict[str, Any]] = self.get("/facts", **asked)["facts"]
        return facts

    def verbatims(self, *, page: int = 100, **asked: Asked) -> Iterator[dict[str, Any]]:
        """Yield the voices behind any selection, newest first, page by page."""
        cursor: str | None = None
        while True:
            answer = self.get("/verbatims", limit=page, cursor=cursor, **asked)
            yield from answer["items"]
            cursor = answer["next"]
            if cursor is None:
                return

    def check_story(self, text: str, *, taxonomy: str | None = None, **asked: Asked) -> dict[str, Any]:
        """Return how many customers share a story; nothing of it is kept."""
        body = {"text": text, "taxonomy": taxonomy}
        answer: dict[str, Any] = self._send("POST", "/anecdotes/check", asked, body=body).json()
        return answer

    def _send(
        self,
        method: str,
        path: str,
        asked: Mapping[str, Asked],
        *,
        body: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        request = self._http.build_request(
            method, path, params=_parameters(asked), json=body, headers=dict(headers or {})
        )
        for tried in itertools.count(1):
            last = tried >= self._tries
            try:
                answer = self._http.send(request)
            except httpx.TransportError as error:
                if last:
                    raise UnreachableError(f"{self.url} gives no answer: {error}") from error
                self._rest(tried, None)
                continue
            if answer.status_code not in _LATER or last:
                return _checked(answer)
            self._rest(tried, answer.headers.get("Retry-After"))
        raise AssertionError("unreachable")

    def _rest(self, tried: int, wanted: str | None) -> None:
        pause = float(wanted) if wanted and wanted.isdigit() else self._pause_s * 2 ** (tried - 1)
        time.sleep(min(pause, _LONGEST_PAUSE_S))


def _parameters(asked: Mapping[str, Asked]) -> httpx.QueryParams:
    pairs: list[tuple[str, str]] = []
    for name, value in asked.items():
        several = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
        pairs += [(_RENAMED.get(name, name), str(each)) for each in several if each is not None]
    return httpx.QueryParams(tuple(pairs))


def _checked(answer: httpx.Response) -> httpx.Response:
    if answer.is_success:
        return answer
    try:
        details = answer.json()["error"]
    except (ValueError, KeyError, TypeError):
        details = {}
    raise AnswerError(answer.status_code, details)


def _numbered(
    voices: Iterable[Mapping[str, Any]], batch: int
) -> Iterator[tuple[int, list[Mapping[str, Any]]]]:
    """Yield batches, each with the number of voices before it."""
    waiting, before = iter(voices), 0
    while items := list(itertools.islice(waiting, batch)):
        yield before, items
        before += len(items)


def _with(pushed: Pushed, answer: Mapping[str, Any], before: int) -> Pushed:
    refused = (Rejected(**each | {"row": each["row"] + before}) for each in answer["rejected"])
    return Pushed(
        pushed.accepted + answer["accepted"],
        pushed.duplicates + answer["duplicates"],
        (*pushed.rejected, *refused),
    )
