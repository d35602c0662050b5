"""Collect 收集: every voice of every channel enters here and becomes one canonical record."""

from huiyin.collect.batches import accept_batch
from huiyin.collect.channel import Channel, check_channels
from huiyin.collect.erased import RecordKind, digest
from huiyin.collect.feedback import FIELDS, Feedback, Person, parse_feedback
from huiyin.collect.files import Layout, Table, estimate_rows, open_table
from huiyin.collect.importing import ImportPlan, Progress, import_file
from huiyin.collect.intake import IntakeResult, Rejection, accept, ensure_customers, validate
from huiyin.collect.mail_bounces import note_bounce, status_in
from huiyin.collect.mapping import Column, propose, shown
from huiyin.collect.sources import (
    Source,
    check_taxonomy,
    ensure_source,
    find_source,
    list_sources,
    taxonomy_for,
)

__all__ = [
    "FIELDS",
    "Channel",
    "Column",
    "Feedback",
    "ImportPlan",
    "IntakeResult",
    "Layout",
    "Person",
    "Progress",
    "RecordKind",
    "Rejection",
    "Source",
    "Table",
    "accept",
    "accept_batch",
    "check_channels",
    "check_taxonomy",
    "digest",
    "ensure_customers",
    "ensure_source",
    "estimate_rows",
    "find_source",
    "import_file",
    "list_sources",
    "note_bounce",
    "open_table",
    "parse_feedback",
    "propose",
    "shown",
    "status_in",
    "taxonomy_for",
    "validate",
]
