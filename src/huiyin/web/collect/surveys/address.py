"""Where respondents find a survey."""

from __future__ import annotations

from html import escape

from fastapi import Request

from huiyin.collect.surveys import Survey


def public_base(request: Request) -> str:
    """Return the address under which respondents reach this installation."""
    public = request.app.state.installation.settings.public_url or str(request.base_url)
    return str(public).rstrip("/")


def public_url(request: Request, survey: Survey) -> str:
    """Return the survey's own address."""
    return f"{public_base(request)}/s/{survey.slug}"


def embed_snippet(request: Request, survey: Survey) -> str:
    """Return what a site includes to show the survey in a frame."""
    title = escape(survey.title)
    return f'<script src="{public_base(request)}/s/embed.js" data-survey="{survey.slug}" data-title="{title}"></script>'
