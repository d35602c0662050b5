"""Priorities: which issues come first, how firm that order is, and what people decided against it."""
