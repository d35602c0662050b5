"""Launch and event watch: hours after something happens, what the first users say, apart from onlookers and promotion."""

from huiyin.understand.launches.comparison import ComparedAspect, LaunchStanding, compare
from huiyin.understand.launches.events import (
    EventDraft,
    EventNotFoundError,
    WatchedEvent,
    close_event,
    declare_event,
    get_event,
    list_events,
)
from huiyin.understand.launches.report import Hour, LaunchReport, Rivalry, launch_report, launch_rows
from huiyin.understand.launches.roles import LaunchSpeaker, Said, role_of
from huiyin.understand.launches.suggestions import Suggestion, suggest_bursts, suggest_events

__all__ = [
    "ComparedAspect",
    "EventDraft",
    "EventNotFoundError",
    "Hour",
    "LaunchReport",
    "LaunchSpeaker",
    "LaunchStanding",
    "Rivalry",
    "Said",
    "Suggestion",
    "WatchedEvent",
    "close_event",
    "compare",
    "declare_event",
    "get_event",
    "launch_report",
    "launch_rows",
    "list_events",
    "role_of",
    "suggest_bursts",
    "suggest_events",
]
