"""Service logs: conversations split by speaker, tickets, and answer sheets."""

from huiyin.collect.service_logs.answer_sheets import is_answer_sheet, sheet_record
from huiyin.collect.service_logs.tickets import is_ticket, ticket_record, tickets_of
from huiyin.collect.service_logs.transcripts import FORMATS, read_transcript, transcript_text
from huiyin.collect.service_logs.turns import (
    Speaker,
    Turn,
    customer_words,
    speaker_of,
    split_turns,
    timing,
    turns_metadata,
)

__all__ = [
    "FORMATS",
    "Speaker",
    "Turn",
    "customer_words",
    "is_answer_sheet",
    "is_ticket",
    "read_transcript",
    "sheet_record",
    "speaker_of",
    "split_turns",
    "ticket_record",
    "tickets_of",
    "timing",
    "transcript_text",
    "turns_metadata",
]
