"""Summaries of many voices by a language model that the company runs or rents; every sentence stands on quotes."""

from huiyin.understand.summaries.summary import MOST_VOICES, Point, Quote, Summary, summarise

__all__ = ["MOST_VOICES", "Point", "Quote", "Summary", "summarise"]
