"""What truly moves scores and renewals."""

from __future__ import annotations

from huiyin.demo import aspects
from huiyin.demo.plan import TruthKind, WorldPlan
from huiyin.demo.truths import Truth


def drivers(plan: WorldPlan) -> Truth:
    """Return the planted effects of experiences on rating, NPS and renewal, strongest first."""
    ranked = {
        name: sorted(
            ({"aspect": a.name, "penalty": a.penalty, "reward": a.reward} for a in table),
            key=lambda each: -(float(str(each["penalty"])) + float(str(each["reward"]))),
        )
        for name, table in aspects.TAXONOMIES.items()
    }
    return Truth(
        id="drivers",
        kind=TruthKind.DRIVERS,
        zh="真正影响推荐、评分与续约的因素及次序",
        en="What truly moves recommendation, rating and renewal, in order",
        starts_at=plan.starts_at,
        size={"effects": ranked, "mood": 0.35},
        expected={
            "order": {name: [each["aspect"] for each in effects[:5]] for name, effects in ranked.items()},
            "must_be": ["质量", "安全性"],
            "attractive": ["外观"],
            "talked_about_without_effect": ["内饰", "外观"],
        },
    )
