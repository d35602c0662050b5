"""Opportunities: wishes, unmet needs, makeshifts, labour, surprising uses and praise to build on."""

from huiyin.understand.opportunities.finding import Opportunities, find_opportunities
from huiyin.understand.opportunities.jobs import Slot, SlotSpan, job_of
from huiyin.understand.opportunities.opportunity import (
    KIND_NAMES,
    Evidence,
    Growth,
    Opportunity,
    OpportunityKind,
    OpportunityNotFoundError,
    Score,
    Value,
)
from huiyin.understand.opportunities.pipeline import (
    OpportunityStage,
    Progress,
    Step,
    move,
    progress_of,
    read_progress,
)
from huiyin.understand.opportunities.rivals import Reason, Rival, Standing, find_rivals
from huiyin.understand.opportunities.switching import (
    MOVE_NAMES,
    Move,
    Origin,
    Switching,
    SwitchReason,
    find_switching,
)

__all__ = [
    "KIND_NAMES",
    "MOVE_NAMES",
    "Evidence",
    "Growth",
    "Move",
    "Opportunities",
    "Opportunity",
    "OpportunityKind",
    "OpportunityNotFoundError",
    "OpportunityStage",
    "Origin",
    "Progress",
    "Reason",
    "Rival",
    "Score",
    "Slot",
    "SlotSpan",
    "Standing",
    "Step",
    "SwitchReason",
    "Switching",
    "Value",
    "find_opportunities",
    "find_rivals",
    "find_switching",
    "job_of",
    "move",
    "progress_of",
    "read_progress",
]
