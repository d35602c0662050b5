"""The analyse room over HTTP: try the analyser on a text."""

from huiyin.web.analyse.trial import router

__all__ = ["router"]
