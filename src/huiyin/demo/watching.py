"""What a team of the demo brand would watch: alert rules, read once so that they are at work, and the rival's launch."""

from __future__ import annotations

from datetime import UTC

from huiyin import access, act
from huiyin.bootstrap import Installation
from huiyin.demo.plan import TruthKind
from huiyin.demo.world import World
from huiyin.understand import launches

WEEK_HOURS = 7 * 24

RULES = (
    act.RuleDraft(
        name="S7 车内异味：一周不满客户",
        metric=act.AlertMetric.NEGATIVE_CUSTOMERS,
        window_hours=WEEK_HOURS,
        threshold=5,
        cooldown_hours=WEEK_HOURS,
        filters={"aspect": ["automotive.comfort.odour"], "product": ["澄野S7"]},
        team="质量",
        quiet_hours="22-8",
        escalate_hours=4,
        escalate_team="值班经理",
    ),
    act.RuleDraft(
        name="智能座舱：一天不满客户高于往常",
        metric=act.AlertMetric.NEGATIVE_CUSTOMERS,
        window_hours=24,
        threshold=5,
        basis=act.AlertBasis.UNUSUAL,
        team="质量",
        cooldown_hours=24,
        filters={"aspect": ["automotive.cockpit"]},
    ),
    act.RuleDraft(
        name="商城物流：一周不满占比",
        metric=act.AlertMetric.SHARE_NEGATIVE,
        window_hours=WEEK_HOURS,
        threshold=0.6,
        cooldown_hours=72,
        filters={"aspect": ["retail.logistics"]},
    ),
)


def watch_as_a_team(app: Installation, by: access.Principal) -> list[act.Alert]:
    """Make the rules, read them once over the projected facts, and return what fired."""
    with app.ledger.write() as connection:
        for draft in RULES:
            act.create_rule(connection, draft, by=by, clock=app.clock)
    letterhead = act.Letterhead(zone=app.settings.zone, public_url=app.settings.public_url)
    return act.evaluate_rules(
        app.ledger.write, app.facts, app.clock, letterhead=letterhead, minimum_n=app.settings.minimum_n
    )


def watch_launches(app: Installation, world: World, by: access.Principal) -> None:
    """Declare the rival's launch, beside the car of ours that it is aimed at."""
    for truth in world.truths:
        if truth.kind is TruthKind.LAUNCH and truth.product and truth.starts_at:
            draft = launches.EventDraft(
                f"{truth.product} 上市", truth.starts_at.astimezone(UTC), truth.product, rivals=("澄野S7",)
            )
            with app.ledger.write() as connection:
                launches.declare_event(connection, draft, by=by.username, clock=app.clock)
