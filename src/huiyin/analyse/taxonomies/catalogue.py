"""The taxonomies in force, parsed once per edit; every process sees an edit at its next look."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

from huiyin.analyse.taxonomies.versions import newest_id, newest_versions
from huiyin.kit.errors import InvalidInputError, NotFoundError
from huiyin.store.ledger import Ledger
from huiyin.text import Taxonomy, available_taxonomies, load_taxonomy


def packaged() -> dict[str, Taxonomy]:
    """Return the taxonomies as they ship, by name."""
    return {name: load_taxonomy(name) for name in available_taxonomies()}


class Taxonomies:
    """Looks up the taxonomies in force; safe from any thread.

    `told` hears of every change that a look brings to light, in the thread that looked.
    """

    def __init__(self, ledger: Ledger, told: Callable[[Mapping[str, Taxonomy]], None] | None = None) -> None:
        self._ledger = ledger
        self._told = told
        self._guard = threading.Lock()
        self._seen = -1
        self._current: Mapping[str, Taxonomy] = packaged()

    def current(self) -> Mapping[str, Taxonomy]:
        """Return every taxonomy in force, by name."""
        with self._guard:
            with self._ledger.read() as connection:
                newest = newest_id(connection)
                edited = newest_versions(connection) if newest != self._seen else ()
            if newest != self._seen:
                trees = packaged() | {version.taxonomy: version.tree() for version in edited}
                self._current = dict(sorted(trees.items()))
                self._seen = newest
                if self._told:
                    self._told(self._current)
            return self._current

    def get(self, name: str) -> Taxonomy:
        """Return one taxonomy in force; `NotFoundError` for an unknown name."""
        known = self.current()
        if name not in known:
            raise NotFoundError(f"No taxonomy {name!r}; there are {', '.join(known)}.")
        return known[name]

    def wanted(self, name: str) -> Taxonomy:
        """Return the taxonomy that a request names; raises InvalidInputError for an unknown one."""
        known = self.current()
        if name not in known:
            raise InvalidInputError(
                f"taxonomy {name!r} is unknown", field="taxonomy", expected=", ".join(known)
            )
        return known[name]
