"""A ledger, a movable clock, a signed-in analyst, facts with planted voices, and a real web server."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import polars as pl
import pytest
from sqlalchemy import Connection
from tests.clocks import MovingClock
from tests.receiving import Mailbox, receiving

from huiyin import access, act
from huiyin.store.facts import FactsBatch, FactsStore, Watermark
from huiyin.store.ledger import Ledger

ZONE = ZoneInfo("Asia/Shanghai")
ODOUR = "automotive.comfort.odour"


class Facts:
    """A facts store that takes made-up voices; each has one opinion."""

    def __init__(self, store: FactsStore, clock: MovingClock) -> None:
        self.store = store
        self._clock = clock
        self._last = 0

    def speak(
        self,
        speaker: str,
        sentiment: int = -1,
        *,
        hours_ago: float = 1,
        aspect: str = ODOUR,
        text: str = "",
        language: str = "zh",
        **dims,
    ):
        """Add one voice of `speaker` about `aspect`; return its id."""
        self._last += 1
        at = (self._clock() - timedelta(hours=hours_ago)).replace(tzinfo=None)
        shared = {
            "feedback_id": self._last,
            "source": "论坛",
            "channel": "social",
            "taxonomy": "automotive",
            "product": "星途 X1",
            "occurred_at": at,
            "day": at.replace(tzinfo=UTC).astimezone(ZONE).date(),
            "speaker": speaker,
            "sentiment": sentiment,
        } | dims
        voice = shared | {
            "revision": self._last,
            "received_at": at,
            "language": language,
            "text": text or f"车里味道很大,{speaker}受不了",
            "types": ["complaint"],
            "opinions": 1,
        }
        opinion = shared | {
            "ordinal": 0,
            "aspect": aspect,
            "aspect1": aspect.rpartition(".")[0],
            "polarity": float(sentiment),
            "intensity": 0.6,
            "type": "complaint",
            "start_offset": 0,
            "end_offset": 6,
            "confidence": 0.9,
        }
        self._apply(voice, opinion, at)
        return self._last

    def _apply(self, voice: dict, opinion: dict, at: datetime) -> None:
        mark = Watermark(self._last, "made-up@1", "automotive@1", at, at)
        touched = pl.Series([self._last], dtype=pl.Int64)
        self.store.apply(FactsBatch(pl.DataFrame([voice]), pl.DataFrame([opinion]), touched, mark))


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def connection(ledger: Ledger) -> Iterator[Connection]:
    with ledger.write() as connection:
        yield connection


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with receiving() as box:
        yield box


@pytest.fixture
def analyst() -> access.Principal:
    return access.Principal(1, "li.na", "李娜", access.Role.ANALYST)


@pytest.fixture
def facts(tmp_path: Path, clock: MovingClock) -> Iterator[Facts]:
    store = FactsStore(tmp_path / "facts")
    yield Facts(store, clock)
    store.close()


@pytest.fixture
def letterhead() -> act.Letterhead:
    return act.Letterhead(zone=ZONE, public_url="https://voc.example.com/")


@pytest.fixture
def make_rule(ledger: Ledger, clock: MovingClock, analyst: access.Principal) -> Callable[..., act.AlertRule]:
    def make(**changes) -> act.AlertRule:
        draft = {
            "name": "异味预警",
            "metric": act.AlertMetric.NEGATIVE_CUSTOMERS,
            "window_hours": 24,
            "threshold": 3,
            "cooldown_hours": 12,
            "filters": {"aspect": ["automotive.comfort"]},
        }
        with ledger.write() as connection:
            return act.create_rule(connection, act.RuleDraft(**draft | changes), by=analyst, clock=clock)

    return make


@pytest.fixture
def ledger_write(ledger: Ledger):
    """Opens one write transaction, committed on leaving."""
    return ledger.write


@dataclass
class Received:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """A web server that answers with `status` and `answer`, or with what `respond` makes of a request.

    With the status 0 it hangs up without an answer.
    """

    url: str = ""
    status: int = 200
    answer: bytes = b"{}"
    respond: Callable[[Received], bytes] | None = None
    requests: list[Received] = field(default_factory=list)


@contextmanager
def _web_receiver(port: int = 0) -> Iterator[Receiver]:
    """Run a receiver; a port given again lets a dead receiver come back."""
    receiver = Receiver()
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(receiver))
    server.daemon_threads = True
    receiver.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            request = Received(self.path, dict(self.headers), body)
            receiver.requests.append(request)
            if receiver.status:
                answer = receiver.respond(request) if receiver.respond else receiver.answer
                self.send_response(receiver.status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

        def log_message(self, *_args: object) -> None:
            """Stay quiet."""

    return Handler


@pytest.fixture
def web_receiver():
    """Opens a real web server on loopback, on a given port or a free one."""
    return _web_receiver


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with _web_receiver() as receiver:
        yield receiver
