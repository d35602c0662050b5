"""Reading history anew: facts that another analyser or other taxonomies made are replaced while the old ones serve."""

from __future__ import annotations

import time

from huiyin.bootstrap import Installation
from huiyin.understand import Event

# Somebody who edits a tree makes several edits in a row; reading history once after them is enough.
SETTLED_S = 2.0


class Renewing:
    """One round of looking whether the facts are outdated; an edit is given time for the next one to follow."""

    def __init__(self, app: Installation, *, settled_s: float = SETTLED_S) -> None:
        self._app = app
        self._settled_s = settled_s

    def step(self) -> bool:
        """Rebuild outdated facts and tell the open pages; never asks to be called again at once."""
        projector = self._app.projector
        if not projector.is_outdated():
            return False
        wanted = self._app.taxonomies.current()
        time.sleep(self._settled_s)
        if self._app.taxonomies.current() is not wanted:
            return True
        self._app.hub.publish(Event("renewal", {"state": "running"}))
        voices = projector.rebuild()
        self._app.hub.publish(Event("renewal", {"state": "done", "voices": voices}))
        return False
