"""Churn 流失: who is likely to let the contract end, why, what to do, and whether doing it helps."""

from huiyin.customers.churn.assessment import Assessment, Bin
from huiyin.customers.churn.moments import Renewal
from huiyin.customers.churn.outreach import (
    HOLD_OUT,
    THRESHOLD,
    Candidate,
    Outcome,
    candidates,
    draw,
    outcome,
    record_case,
)
from huiyin.customers.churn.playbooks import PLAYS, Play, play_of
from huiyin.customers.churn.refresh import is_due, latest_assessment, refresh
from huiyin.customers.churn.scores import Reason, Risk, list_risks, risk_of

__all__ = [
    "HOLD_OUT",
    "PLAYS",
    "THRESHOLD",
    "Assessment",
    "Bin",
    "Candidate",
    "Outcome",
    "Play",
    "Reason",
    "Renewal",
    "Risk",
    "candidates",
    "draw",
    "is_due",
    "latest_assessment",
    "list_risks",
    "outcome",
    "play_of",
    "record_case",
    "refresh",
    "risk_of",
]
