"""Understand: from opinions to facts about groups of customers, each figure with its uncertainty."""

from huiyin.understand.ahead import count_ahead, windows_ahead
from huiyin.understand.anecdotes import Anecdote, AnecdoteReach, SharedIssue, check_anecdote
from huiyin.understand.audit_report import AuditReport, audit_report
from huiyin.understand.audits.agreement import AuditState, agreement, audit_states
from huiyin.understand.audits.audits import (
    Audit,
    AuditNotFoundError,
    Card,
    Judgement,
    draw_audit,
    label_card,
    list_audits,
    next_card,
    read_audit,
    read_cards,
)
from huiyin.understand.audits.correction import (
    Audited,
    AuditMark,
    Corrected,
    LedgerAudits,
    audited_of,
    read_audited,
)
from huiyin.understand.comparing.comparison import (
    Compared,
    ComparedAspect,
    ComparedCell,
    ComparedMeasure,
    Comparison,
    Side,
    Standing,
    compare,
)
from huiyin.understand.comparing.performance import (
    ImportancePerformance,
    Quadrant,
    importance_map,
    importance_performance,
)
from huiyin.understand.comparing.reputation import WEIGHTS, Reputation, Reputations, reputations
from huiyin.understand.comparing.strengths import Stance, Strength, Strengths, strengths, strengths_map
from huiyin.understand.coverage import CoverageMap, Gap, GroupCoverage, map_coverage
from huiyin.understand.drivers import Driver, DriverKind, Drivers, Outcome, find_drivers
from huiyin.understand.experience.friction import FunnelStep, Journey, journey
from huiyin.understand.explorer import Crossing, Dimension, cross
from huiyin.understand.exports import (
    comparison_picture,
    comparison_rows,
    crossing_picture,
    crossing_rows,
    fact_rows,
    facts_picture,
    titled,
    voice_rows,
)
from huiyin.understand.facts.breakdown import Group, breakdowns
from huiyin.understand.facts.detail import FactDetail, fact_detail
from huiyin.understand.facts.fact import Base, Counted, Fact, FactTrend, FactWeek
from huiyin.understand.facts.plane import facts_plane
from huiyin.understand.facts.table import Context, FactsTable, Level, Sort, list_facts, one_fact
from huiyin.understand.filters import Filters, Where
from huiyin.understand.headlines import fact_summary, facts_summary
from huiyin.understand.impact import Impact, ImpactOn, Impacts, aspect_impacts
from huiyin.understand.kpis import Kpi
from huiyin.understand.live.hub import Event, Hub, Subscription
from huiyin.understand.live.recent import LiveVoice, live_voice, recent_voices
from huiyin.understand.meta import Meta, read_meta
from huiyin.understand.names import AspectNames
from huiyin.understand.overview import Overview, overview
from huiyin.understand.priorities.decisions import Decision, decide, read_decisions
from huiyin.understand.priorities.loudness import LoudComplaint
from huiyin.understand.priorities.ranking import Priorities, Ranked, prioritise
from huiyin.understand.priorities.roadmap import Roadmap, Step, plan_roadmap
from huiyin.understand.queries import FactsReader
from huiyin.understand.queries import run as run_block
from huiyin.understand.sentences import Clause, Sentence
from huiyin.understand.verbatims import (
    Opinion,
    Voice,
    VoiceNotFoundError,
    VoicePage,
    list_verbatims,
    one_voice,
)
from huiyin.understand.views import (
    NotYourViewError,
    Reader,
    SavedView,
    ViewNameTakenError,
    ViewNotFoundError,
    change_view,
    delete_view,
    list_views,
    save_view,
)
from huiyin.understand.window import Freshness, Window, freshness, window_of, windowed

__all__ = [
    "WEIGHTS",
    "Anecdote",
    "AnecdoteReach",
    "AspectNames",
    "Audit",
    "AuditMark",
    "AuditNotFoundError",
    "AuditReport",
    "AuditState",
    "Audited",
    "Base",
    "Card",
    "Clause",
    "Compared",
    "ComparedAspect",
    "ComparedCell",
    "ComparedMeasure",
    "Comparison",
    "Context",
    "Corrected",
    "Counted",
    "CoverageMap",
    "Crossing",
    "Decision",
    "Dimension",
    "Driver",
    "DriverKind",
    "Drivers",
    "Event",
    "Fact",
    "FactDetail",
    "FactTrend",
    "FactWeek",
    "FactsReader",
    "FactsTable",
    "Filters",
    "Freshness",
    "FunnelStep",
    "Gap",
    "Group",
    "GroupCoverage",
    "Hub",
    "Impact",
    "ImpactOn",
    "Impacts",
    "ImportancePerformance",
    "Journey",
    "Judgement",
    "Kpi",
    "LedgerAudits",
    "Level",
    "LiveVoice",
    "LoudComplaint",
    "Meta",
    "NotYourViewError",
    "Opinion",
    "Outcome",
    "Overview",
    "Priorities",
    "Quadrant",
    "Ranked",
    "Reader",
    "Reputation",
    "Reputations",
    "Roadmap",
    "SavedView",
    "Sentence",
    "SharedIssue",
    "Side",
    "Sort",
    "Stance",
    "Standing",
    "Step",
    "Strength",
    "Strengths",
    "Subscription",
    "ViewNameTakenError",
    "ViewNotFoundError",
    "Voice",
    "VoiceNotFoundError",
    "VoicePage",
    "Where",
    "Window",
    "agreement",
    "aspect_impacts",
    "audit_report",
    "audit_states",
    "audited_of",
    "breakdowns",
    "change_view",
    "check_anecdote",
    "compare",
    "comparison_picture",
    "comparison_rows",
    "count_ahead",
    "cross",
    "crossing_picture",
    "crossing_rows",
    "decide",
    "delete_view",
    "draw_audit",
    "fact_detail",
    "fact_rows",
    "fact_summary",
    "facts_picture",
    "facts_plane",
    "facts_summary",
    "find_drivers",
    "freshness",
    "importance_map",
    "importance_performance",
    "journey",
    "label_card",
    "list_audits",
    "list_facts",
    "list_verbatims",
    "list_views",
    "live_voice",
    "map_coverage",
    "next_card",
    "one_fact",
    "one_voice",
    "overview",
    "plan_roadmap",
    "prioritise",
    "read_audit",
    "read_audited",
    "read_cards",
    "read_decisions",
    "read_meta",
    "recent_voices",
    "reputations",
    "run_block",
    "save_view",
    "strengths",
    "strengths_map",
    "titled",
    "voice_rows",
    "window_of",
    "windowed",
    "windows_ahead",
]
