"""One client of any server that speaks the OpenAI chat protocol: a cap per day, a cache, a time-out, no retries.

Nothing is asked of it unless the settings name an address and a model.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import httpx

from huiyin.kit.errors import NotFoundError, TooManyRequestsError, UnavailableError

KEPT_ANSWERS = 64
# A server that does not say what an answer cost is taken to spend one token per character.
MOST_TOKENS = 1_500

Message = dict[str, str]


class LanguageModelOffError(NotFoundError):
    """No language model is named in the settings."""

    code = "language_model_off"


class LanguageModelError(UnavailableError):
    """The language model gave no usable answer."""

    code = "language_model_unavailable"


class LanguageModelBudgetError(TooManyRequestsError):
    """The language model has used up what it may spend today."""

    code = "language_model_budget"


@dataclass
class Account:
    """What one process has spent today, and the answers it keeps; shared by all who ask."""

    day: date | None = None
    spent: int = 0
    answers: OrderedDict[str, str] = field(default_factory=OrderedDict)
    guard: threading.Lock = field(default_factory=threading.Lock)


@dataclass(frozen=True)
class LanguageModel:
    """A chat model behind `address` (the part before `/chat/completions`); `daily_tokens` caps what a day may cost."""

    address: str
    name: str
    key: str = ""
    timeout_s: float = 60.0
    daily_tokens: int = 200_000
    today: Callable[[], date] = date.today
    account: Account = field(default_factory=Account, compare=False)

    def ask(self, messages: Sequence[Message]) -> str:
        """Return the model's answer; the same question is asked once.

        Raises LanguageModelBudgetError and LanguageModelError.
        """
        asked = {
            "model": self.name,
            "messages": list(messages),
            "temperature": 0,
            "max_tokens": MOST_TOKENS,
            "response_format": {"type": "json_object"},
        }
        body = json.dumps(asked, ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(f"{self.address}\n{body}".encode()).hexdigest()
        with self.account.guard:
            if digest in self.account.answers:
                self.account.answers.move_to_end(digest)
                return self.account.answers[digest]
            self._check_budget()
        answer = self._post(body)
        words, cost = _read(answer)
        self._keep(digest, words, cost or len(body) + len(words))
        return words

    @property
    def spent_today(self) -> int:
        """Tokens that this process has spent since midnight."""
        return self.account.spent if self.account.day == self.today() else 0

    def _check_budget(self) -> None:
        if self.account.day != self.today():
            self.account.day, self.account.spent = self.today(), 0
        if self.account.spent >= self.daily_tokens:
            raise LanguageModelBudgetError(
                f"today's {self.daily_tokens:,} tokens of the language model are spent"
            )

    def _post(self, body: str) -> Any:
        headers = {"Content-Type": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        try:
            answer = httpx.post(
                f"{self.address.rstrip('/')}/chat/completions",
                content=body.encode(),
                headers=headers,
                timeout=self.timeout_s,
                trust_env=False,
            )
            answer.raise_for_status()
            return answer.json()
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise LanguageModelError(f"the language model gives no answer: {type(error).__name__}") from error

    def _keep(self, digest: str, words: str, cost: int) -> None:
        with self.account.guard:
            self.account.spent += cost
            self.account.answers[digest] = words
            while len(self.account.answers) > KEPT_ANSWERS:
                self.account.answers.popitem(last=False)


def _read(answer: Any) -> tuple[str, int]:
    """Return the words of an answer and the tokens it cost, 0 where the server does not say."""
    try:
        words = answer["choices"][0]["message"]["content"]
        cost = (answer.get("usage") or {}).get("total_tokens") or 0
    except (LookupError, TypeError, AttributeError) as error:
        raise LanguageModelError("the language model's answer is not of the chat protocol") from error
    if not isinstance(words, str) or not isinstance(cost, int):
        raise LanguageModelError("the language model's answer holds no words")
    return words, cost
