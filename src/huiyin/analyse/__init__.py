"""Analyse 分析: texts become opinions, opinions become facts."""

from huiyin.analyse.pending import newest_revision
from huiyin.analyse.projection import Projected, Projector

__all__ = ["Projected", "Projector", "newest_revision"]
