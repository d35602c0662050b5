"""The loops of a running server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from huiyin.bootstrap import Installation
from huiyin.collect import connectors, jobs
from huiyin.understand import Context
from huiyin.worker.checking import check_data
from huiyin.worker.connecting import Connecting
from huiyin.worker.counting import Counting
from huiyin.worker.delivery import deliver
from huiyin.worker.discovering import Discovering
from huiyin.worker.duties import escalate, hear, judge, review, send_reports
from huiyin.worker.foreseeing import foresee
from huiyin.worker.hunting import Hunting
from huiyin.worker.judging import Judging
from huiyin.worker.keeping import keep_facts_clean, keep_privacy
from huiyin.worker.knowing import Knowing
from huiyin.worker.loop import Loop
from huiyin.worker.projecting import Following
from huiyin.worker.renewing import Renewing
from huiyin.worker.signalling import Signalling
from huiyin.worker.surveying import remind
from huiyin.worker.watching import watch


@contextmanager
def background(app: Installation) -> Iterator[None]:
    """Run the loops while the block runs; leaving it waits for the rounds under way."""
    jobs.requeue_interrupted(app.ledger, app.settings)
    with ExitStack() as stack:
        loops = _everywhere(app)
        if app.settings.duties:
            connecting = Connecting(app)
            stack.enter_context(connecting)
            loops += _duties(app, connecting)
        for loop in loops:
            loop.start()
            stack.callback(loop.stop)
        yield


def _everywhere(app: Installation) -> list[Loop]:
    """What each server does for itself: follow the ledger into its own facts, and run the imports it was given."""
    return [
        Loop("projection", Following(app).step, pause_s=0.05),
        Loop("renewal", Renewing(app).step, pause_s=1.0),
        Loop("erasures", lambda: keep_facts_clean(app), pause_s=60.0),
        Loop("counting ahead", _counting(app).step, pause_s=15.0),
        Loop("opportunities ahead", Hunting(app).step, pause_s=20.0),
        Loop("imports", lambda: jobs.run_next_job(app.ledger, app.settings, clock=app.clock), pause_s=0.3),
    ]


def _counting(app: Installation) -> Counting:
    context = Context(app.facts, app.names, app.settings.minimum_n)
    return Counting(context, lambda: app.clock().astimezone(app.settings.zone).date())


def _duties(app: Installation, connecting: Connecting) -> list[Loop]:
    """What is done once, however many servers share the ledger."""
    return [
        Loop("connectors", connecting.step, pause_s=0.5),
        Loop(
            "behaviour",
            lambda: connectors.raise_signals(app.ledger, app.settings, clock=app.clock) > 0,
            pause_s=30.0,
        ),
        Loop("alerts", lambda: watch(app), pause_s=15.0),
        Loop("identity", Knowing(app).step, pause_s=30.0),
        Loop("delivery", lambda: deliver(app), pause_s=2.0),
        Loop("survey reminders", lambda: remind(app), pause_s=30.0),
        Loop("escalation", lambda: escalate(app), pause_s=60.0),
        Loop("answers after cases", lambda: hear(app), pause_s=20.0),
        Loop("reports", lambda: send_reports(app), pause_s=30.0),
        Loop("signals", Signalling(app).step, pause_s=60.0),
        Loop("topics", Discovering(app).step, pause_s=60.0),
        Loop("second opinions", Judging(app).step, pause_s=30.0),
        Loop("churn", lambda: foresee(app), pause_s=5.0),
        Loop("data quality", lambda: check_data(app), pause_s=600.0),
        Loop("privacy", lambda: keep_privacy(app), pause_s=60.0),
        Loop("review", lambda: review(app), pause_s=3600.0),
        Loop("effects", lambda: judge(app), pause_s=3600.0),
    ]
