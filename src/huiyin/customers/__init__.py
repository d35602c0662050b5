"""Customers 客户: who is who across the channels, and the whole of what is known of each."""

from huiyin.customers.changes import Change, ChangeKind, decide, list_changes, merge, separate, undo
from huiyin.customers.evidence import How, State
from huiyin.customers.resolution import Figures, is_due, resolve

__all__ = [
    "Change",
    "ChangeKind",
    "Figures",
    "How",
    "State",
    "decide",
    "is_due",
    "list_changes",
    "merge",
    "resolve",
    "separate",
    "undo",
]
