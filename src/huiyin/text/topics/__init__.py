"""Topics: what people speak of that a taxonomy has no place for, found the same way every time."""

from huiyin.text.topics.discovery import Clause, Discovery, KnownTopic, Topic, discover
from huiyin.text.topics.leftovers import Leftovers, leftovers

__all__ = ["Clause", "Discovery", "KnownTopic", "Leftovers", "Topic", "discover", "leftovers"]
