"""Data quality: what looks copied, staged, automatic or careless, proposed to people and never left out silently."""

from huiyin.collect.quality.completeness import FIELDS, Completeness, measure_completeness
from huiyin.collect.quality.finding import Finding, Rule
from huiyin.collect.quality.findings import (
    CHECKS,
    Cluster,
    Suspect,
    count_open,
    decide,
    last_scan,
    list_clusters,
    scan,
)
from huiyin.collect.quality.minhash import near_duplicates
from huiyin.collect.quality.rhythm import days_within_reach, is_scan_due

__all__ = [
    "CHECKS",
    "FIELDS",
    "Cluster",
    "Completeness",
    "Finding",
    "Rule",
    "Suspect",
    "count_open",
    "days_within_reach",
    "decide",
    "is_scan_due",
    "last_scan",
    "list_clusters",
    "measure_completeness",
    "near_duplicates",
    "scan",
]
