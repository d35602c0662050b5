from datetime import date

import pytest

from huiyin import act
from huiyin.kit.errors import InvalidInputError

DRAFT = act.ActionDraft(
    title="更换内饰胶水",
    kind=act.ActionKind.PRODUCT,
    owner="王工",
    due_date=date(2026, 3, 31),
    expected_effect=act.ExpectedEffect(
        act.EffectMetric.NEGATIVE_CUSTOMERS,
        act.EffectDirection.DOWN,
        30,
        act.EffectUnit.PERCENT,
        date(2026, 4, 28),
    ),
)
WINDOW = {"from": "2026-01-01", "to": "2026-04-01"}
EVIDENCE = {"window": WINDOW, "fact": {"negative_customers": {"count": 60}}}


@pytest.fixture
def opened(connection, analyst, clock):
    def run(evidence=EVIDENCE, **basis):
        action = act.create_action(connection, DRAFT, evidence=evidence, by=analyst, clock=clock)
        act.keep_basis(connection, action.id, act.ActionBasis(**basis))
        return action

    return run


def scored(connection, action):
    return act.score_actions([action], act.bases_of(connection, [action.id]), {}).get(action.id)


def test_score_is_relief_for_a_person_week(connection, opened):
    score = scored(connection, opened(effort=4.0))
    assert (score.reach.value, score.impact, score.confidence) == (pytest.approx(60), pytest.approx(0.3), 0.5)
    assert score.value == pytest.approx(60 * 0.3 * 0.5 / 4)


def test_score_waits_for_an_effort_and_for_a_fact(connection, opened):
    assert scored(connection, opened()).value is None
    assert scored(connection, opened({"window": WINDOW, "fact": None})) is None


def test_plan_says_the_impact_of_a_promise_in_points(connection, opened):
    planned = EVIDENCE | {"plan": {"promised": -0.2}}
    assert scored(connection, opened(planned)).impact == pytest.approx(0.2)


def test_basis_is_replaced_and_effort_checked(connection, opened):
    action = opened(origin=act.ActionOrigin.SIGNAL, origin_id="7")
    act.keep_basis(connection, action.id, act.ActionBasis(effort=2.0, experiment=" AB-12 "))
    assert act.bases_of(connection, [action.id])[action.id].experiment == "AB-12"
    with pytest.raises(InvalidInputError, match="work takes some time"):
        act.keep_basis(connection, action.id, act.ActionBasis(effort=0))
