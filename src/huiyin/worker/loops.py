"""The loops of a running server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from huiyin.bootstrap import Installation
from huiyin.collect import jobs
from huiyin.worker.delivery import deliver
from huiyin.worker.duties import escalate, judge
from huiyin.worker.loop import Loop
from huiyin.worker.projecting import Following
from huiyin.worker.watching import watch


@contextmanager
def background(app: Installation) -> Iterator[None]:
    """Run the loops while the block runs; leaving it waits for the rounds under way."""
    jobs.requeue_interrupted(app.ledger)
    loops = (
        Loop("projection", Following(app).step, pause_s=0.05),
        Loop("imports", lambda: jobs.run_next_job(app.ledger, app.settings, clock=app.clock), pause_s=0.3),
        Loop("alerts", lambda: watch(app), pause_s=15.0),
        Loop("delivery", lambda: deliver(app), pause_s=2.0),
        Loop("escalation", lambda: escalate(app), pause_s=60.0),
        Loop("effects", lambda: judge(app), pause_s=3600.0),
    )
    with ExitStack() as stack:
        for loop in loops:
            loop.start()
            stack.callback(loop.stop)
        yield
