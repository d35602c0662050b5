"""Aspects taught by seed words and a handful of examples, working at once beside the trained models."""

from huiyin.text.aspect_head import AspectHead
from huiyin.text.few_shot.analyser import FewShotAnalyser
from huiyin.text.few_shot.fitting import Example, fit_head

__all__ = ["AspectHead", "Example", "FewShotAnalyser", "fit_head"]
