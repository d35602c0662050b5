"""Huiyin 回音: collect what customers say, analyse it, understand it, act on it."""

__version__ = "0.1.0"
