"""The public page of a survey: small enough for a phone on a slow line, complete without a script for reading."""

from huiyin.web.collect.survey_page.routes import public, router

__all__ = ["public", "router"]
