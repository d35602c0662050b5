"""Training of the shipped text models."""

from huiyin.analyse.training.training import cross_validate, train

__all__ = ["cross_validate", "train"]
