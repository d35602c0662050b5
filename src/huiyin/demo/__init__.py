"""The demo world: a fictional car brand, its customers, and what was planted among them."""

from huiyin.demo.plan import TruthKind, WorldPlan, quiet_world
from huiyin.demo.truths import Truth
from huiyin.demo.world import World, generate, speak

__all__ = ["Truth", "TruthKind", "World", "WorldPlan", "generate", "quiet_world", "speak"]
