"""The eight channels through which customers are heard."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from huiyin.kit.errors import InvalidInputError


class Channel(StrEnum):
    """A way in which customers speak; the value is what APIs and files carry."""

    SURVEY = "survey"
    INTERVIEW = "interview"
    FOCUS_GROUP = "focus_group"
    SOCIAL = "social"
    REVIEW = "review"
    SERVICE = "service"
    NPS = "nps"
    BEHAVIOUR = "behaviour"

    @property
    def zh(self) -> str:
        return _NAMES[self][0]

    @property
    def en(self) -> str:
        return _NAMES[self][1]


def check_channels(names: Iterable[str]) -> None:
    """Raise InvalidInputError where a name is none of the eight's.

    >>> check_channels(["survey", "nps"])
    """
    for name in names:
        if name not in set(Channel):
            raise InvalidInputError(
                f"unknown channel {name!r}", field="channel", expected=f"one of {', '.join(Channel)}"
            )


_NAMES = {
    Channel.SURVEY: ("在线调查", "Survey"),
    Channel.INTERVIEW: ("客户访谈", "Interview"),
    Channel.FOCUS_GROUP: ("焦点小组", "Focus group"),
    Channel.SOCIAL: ("社交媒体", "Social media"),
    Channel.REVIEW: ("在线评论", "Review"),
    Channel.SERVICE: ("客服记录", "Service log"),
    Channel.NPS: ("NPS 调查", "NPS"),
    Channel.BEHAVIOUR: ("用户行为", "Behaviour"),
}
