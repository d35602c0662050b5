"""The collection plan: goals become channels, metrics and sizes; the fieldwork is followed against them."""

from huiyin.collect.plan.goals import NAMES, RULES, Goal, Rule, Sizing
from huiyin.collect.plan.plans import (
    Plan,
    Progress,
    Week,
    count_customers,
    create_plan,
    follow,
    get_plan,
    list_plans,
)
from huiyin.collect.plan.proposing import Target, propose

__all__ = [
    "NAMES",
    "RULES",
    "Goal",
    "Plan",
    "Progress",
    "Rule",
    "Sizing",
    "Target",
    "Week",
    "count_customers",
    "create_plan",
    "follow",
    "get_plan",
    "list_plans",
    "propose",
]
