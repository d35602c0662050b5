"""Where a figure leads: pages of the client, with the same filters."""

from __future__ import annotations

from urllib.parse import quote

from huiyin.understand.filters import Filters


def voices_link(filters: Filters) -> str:
    """Return the page that lists the voices behind a figure."""
    return _page("/understand/verbatims", filters)


def facts_link(filters: Filters) -> str:
    """Return the page that lists the facts."""
    return _page("/understand/facts", filters)


def fact_link(aspect: str, filters: Filters) -> str:
    """Return the page of one fact; its own aspect is in the path, so it is no filter there."""
    return _page(f"/understand/facts/{quote(aspect)}", filters.unasked())


def _page(path: str, filters: Filters) -> str:
    query = filters.query_string()
    return f"{path}?{query}" if query else path
