"""The demo world: a fictional car brand, its customers, and what was planted among them."""

from huiyin.demo.auditing import read_as_people
from huiyin.demo.loading import WorldLoadedError, load
from huiyin.demo.measures import open_measures
from huiyin.demo.nodes import node_of
from huiyin.demo.plan import TruthKind, WorldPlan, quiet_world
from huiyin.demo.seeding import (
    PASSWORD,
    TRUTHS_FILE,
    USERNAME,
    catch_up_voices,
    ensure_admin,
    keep_speaking,
    plan_for,
    seed_demo,
    today_in_beijing,
    write_truths,
)
from huiyin.demo.truths import Truth
from huiyin.demo.world import World, generate, speak

__all__ = [
    "PASSWORD",
    "TRUTHS_FILE",
    "USERNAME",
    "Truth",
    "TruthKind",
    "World",
    "WorldLoadedError",
    "WorldPlan",
    "catch_up_voices",
    "ensure_admin",
    "generate",
    "keep_speaking",
    "load",
    "node_of",
    "open_measures",
    "plan_for",
    "quiet_world",
    "read_as_people",
    "seed_demo",
    "speak",
    "today_in_beijing",
    "write_truths",
]
