"""A study with two conversations, told in short."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from huiyin.collect import interviews
from huiyin.kit.clock import Clock
from huiyin.kit.settings import Settings
from huiyin.store.ledger import Ledger

HELD = datetime(2026, 11, 1, 2, 0, tzinfo=UTC)
TALK = """主持人：平时开车，哪件事最让您上心？
李女士：空调一开就有股酸味。孩子坐后排会捂鼻子。
主持人：您怎么处理的？
李女士：先开窗。4S 店洗过一次，没用。
王先生：我倒没闻到。我的烦恼是车机，倒车影像要等三四秒！
"""


class Desk:
    """What a researcher does, one transaction at a time."""

    def __init__(self, ledger: Ledger, settings: Settings, clock: Clock) -> None:
        self.ledger, self.settings, self.clock = ledger, settings, clock

    def study(
        self, kind: interviews.StudyKind = interviews.StudyKind.INTERVIEW, title: str = "异味访谈"
    ) -> int:
        with self.ledger.write() as connection:
            return interviews.create_study(
                connection, title=title, kind=kind, goals=["了解异味"], taxonomy="automotive", by="周敏", clock=self.clock
            ).id  # fmt: skip

    def talk(
        self, study: int, title: str, text: str = TALK, consent: interviews.Consent = interviews.Consent.GIVEN
    ) -> int:
        with self.ledger.write() as connection:
            count = len(interviews.conversations_of(connection, study))
            new = interviews.add_conversation(
                connection, study, title=title, held_at=HELD + timedelta(days=count),
                lines=interviews.split_lines(text), consent=consent, quotable=True, by="周敏", clock=self.clock,
            )  # fmt: skip
            self._sync(connection, new)
        return new

    def change(self, conversation: int, label: str, **change: object) -> None:
        with self.ledger.write() as connection:
            speaker = next(
                one for one in interviews.speakers_of(connection, conversation) if one.label == label
            )
            found = interviews.SpeakerChange(**change)  # type: ignore[arg-type]
            interviews.record(connection, speaker.id, found, by="周敏", clock=self.clock)
            self._sync(connection, conversation)

    def code(self, study: int, name: str, aspect: str | None = None, sentiment: int | None = None) -> int:
        with self.ledger.write() as connection:
            draft = interviews.CodeDraft(name, "", aspect, sentiment)
            return interviews.add_code(connection, study, draft, by="周敏", clock=self.clock).id

    def mark(self, conversation: int, code: int, words: str, coder: str = "a") -> int:
        with self.ledger.write() as connection:
            turn = next(t for t in interviews.turns_of(connection, conversation) if words in t.text)
            at = turn.text.index(words)
            return interviews.mark(
                connection, turn.id, code, at, at + len(words), coder=coder, clock=self.clock
            ).id

    def done(self, conversation: int, *coders: str) -> None:
        with self.ledger.write() as connection:
            for coder in coders:
                interviews.finish(connection, conversation, coder=coder, clock=self.clock)

    def _sync(self, connection: object, conversation: int) -> None:
        interviews.sync_voices(
            connection,
            conversation,
            zone=self.settings.zone,
            by="周敏",
            clock=self.clock,  # type: ignore[arg-type]
        )


@pytest.fixture
def desk(ledger: Ledger, settings: Settings, clock: Clock) -> Desk:
    return Desk(ledger, settings, clock)
