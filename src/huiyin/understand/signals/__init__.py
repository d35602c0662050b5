"""Signals: what is unusual in what customers say, found by looking at every series at once."""

from huiyin.understand.signals.refresh import moments, refresh_signals
from huiyin.understand.signals.repository import (
    change_signal,
    get_signal,
    last_look,
    list_signals,
    signal_precision,
    signals_by_id,
)
from huiyin.understand.signals.scan import Sensitivity
from huiyin.understand.signals.series import Kind
from huiyin.understand.signals.signal import Signal, SignalNotFoundError, SignalState, title
from huiyin.understand.signals.watch import look

__all__ = [
    "Kind",
    "Sensitivity",
    "Signal",
    "SignalNotFoundError",
    "SignalState",
    "change_signal",
    "get_signal",
    "last_look",
    "list_signals",
    "look",
    "moments",
    "refresh_signals",
    "signal_precision",
    "signals_by_id",
    "title",
]
