"""Wiring: settings become an opened installation that every front door works with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from huiyin.act import seal_targets
from huiyin.analyse import Projector
from huiyin.analyse.language_model import LanguageModel, LanguageModelOffError
from huiyin.analyse.taxonomies import Taxonomies
from huiyin.collect import connectors
from huiyin.kit.clock import Clock, utc_now
from huiyin.kit.settings import Settings
from huiyin.store.facts import FactsStore
from huiyin.store.ledger import KEY_FILE, Ledger, Vault, migrate, open_ledger
from huiyin.text import Analyser, KernelAnalyser, NeuralAnalyser, cascade, signature
from huiyin.text.few_shot import FewShotAnalyser
from huiyin.understand import AspectNames, Hub, hard_cases
from huiyin.understand.topics import Naming


@dataclass(frozen=True, slots=True)
class Installation:
    """One opened Huiyin: the ledger always, the facts where this process owns them."""

    settings: Settings
    clock: Clock
    ledger: Ledger
    facts: FactsStore
    analyser: Analyser
    projector: Projector
    hub: Hub
    names: AspectNames
    taxonomies: Taxonomies
    language_model: LanguageModel | None = None

    def wanted_language_model(self) -> LanguageModel:
        """Return the language model. Raises LanguageModelOffError where the settings name none."""
        if self.language_model is None:
            raise LanguageModelOffError(
                "no language model is named: set HUIYIN_LANGUAGE_MODEL_URL and HUIYIN_LANGUAGE_MODEL"
            )
        return self.language_model


def open_ledger_of(settings: Settings) -> Ledger:
    """Open the ledger and bring it to the newest schema, with every password in it sealed."""
    settings.home.mkdir(parents=True, exist_ok=True)
    vault = Vault(settings.home / KEY_FILE, settings.secret_key.get_secret_value())
    ledger = open_ledger(settings.ledger_url.get_secret_value() or settings.ledger_path, vault=vault)
    migrate(ledger)
    connectors.seal_secrets(ledger)
    seal_targets(ledger)
    return ledger


def analyser_of(settings: Settings) -> Analyser:
    """Return the analyser that the settings ask for."""
    analysers: dict[str, Callable[[], Analyser]] = {
        "fast": KernelAnalyser,
        "cascade": cascade,
        "accurate": NeuralAnalyser,
    }
    return FewShotAnalyser(analysers[settings.analyser]())


def language_model_of(settings: Settings, clock: Clock) -> LanguageModel | None:
    """Return the language model that the settings name, None for none."""
    if not settings.language_model_url or not settings.language_model:
        return None
    return LanguageModel(
        settings.language_model_url,
        settings.language_model,
        settings.language_model_key.get_secret_value(),
        timeout_s=settings.language_model_timeout,
        daily_tokens=settings.language_model_daily_tokens,
        today=lambda: clock().astimezone(settings.zone).date(),
    )


def naming_of(app: Installation) -> Naming | None:
    """Return who names new topics, None where they are called by their own words."""
    if app.language_model is None or not app.settings.language_model_topics:
        return None
    return Naming(app.language_model)


def judge_hard_cases(app: Installation, most: int) -> hard_cases.Judged:
    """Ask the language model about up to `most` unsure opinions now. Raises LanguageModelOffError without one."""
    return hard_cases.judge_many(
        app.wanted_language_model(),
        app.facts,
        app.ledger,
        app.taxonomies.current(),
        analyser=signature(app.analyser),
        now=app.clock(),
        most=most,
    )


@contextmanager
def installation(settings: Settings, *, clock: Clock = utc_now) -> Iterator[Installation]:
    """Open everything, and close it on leaving.

    Raises FactsOwnedElsewhereError when another process owns the facts.
    """
    ledger = open_ledger_of(settings)
    try:
        facts = FactsStore(settings.facts_home)
        analyser = analyser_of(settings)
        names = AspectNames()
        taxonomies = Taxonomies(ledger, lambda trees: names.renew(list(trees.values())))
        taxonomies.current()
        projector = Projector(
            ledger, facts, analyser, zone=settings.zone, clock=clock, taxonomies=taxonomies.current
        )
        try:
            yield Installation(
                settings,
                clock,
                ledger,
                facts,
                analyser,
                projector,
                Hub(),
                names,
                taxonomies,
                language_model_of(settings, clock),
            )
        finally:
            facts.close()
    finally:
        ledger.close()
