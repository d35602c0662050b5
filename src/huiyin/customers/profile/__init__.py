"""Profiles: where a customer stands, what they are likely to be worth, and whom they are like."""

from huiyin.customers.profile.classes import RfmClass, rfm_class
from huiyin.customers.profile.groups import TRAITS, Group, Grouping, Trait, TraitFigure
from huiyin.customers.profile.lifetime import Check, Lifetime, LifetimeModel, lifetime_of
from huiyin.customers.profile.orders import read_orders
from huiyin.customers.profile.round import Profiles, group_of, is_due, latest_profiles, read_profiles, refresh
from huiyin.customers.profile.stages import Dealings, Stage, stage_of

__all__ = [
    "TRAITS",
    "Check",
    "Dealings",
    "Group",
    "Grouping",
    "Lifetime",
    "LifetimeModel",
    "Profiles",
    "RfmClass",
    "Stage",
    "Trait",
    "TraitFigure",
    "group_of",
    "is_due",
    "latest_profiles",
    "lifetime_of",
    "read_orders",
    "read_profiles",
    "refresh",
    "rfm_class",
    "stage_of",
]
