"""Emotions: what a voice feels, where it says so."""

from huiyin.text.emotions.emotions import EMOTIONS, emotions_of

__all__ = ["EMOTIONS", "emotions_of"]
