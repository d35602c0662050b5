"""Topics outside the taxonomy: found among the voices, remembered, accepted as aspects or set aside."""

from huiyin.understand.topics.deciding import accept_topic, change_topic
from huiyin.understand.topics.finding import Reading, due_taxonomies, find_topics
from huiyin.understand.topics.naming import Nameless, Naming
from huiyin.understand.topics.repository import (
    FoundTopic,
    TopicNotFoundError,
    TopicRun,
    TopicState,
    last_run,
    list_topics,
)

__all__ = [
    "FoundTopic",
    "Nameless",
    "Naming",
    "Reading",
    "TopicNotFoundError",
    "TopicRun",
    "TopicState",
    "accept_topic",
    "change_topic",
    "due_taxonomies",
    "find_topics",
    "last_run",
    "list_topics",
]
