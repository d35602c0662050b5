"""The eight channels through which customers are heard."""

from __future__ import annotations

from enum import StrEnum


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
