"""The programme page and the review that writes itself, over planted facts."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from huiyin import act, understand
from huiyin.act import programme
from huiyin.store.ledger.tables import customer
from huiyin.text import available_taxonomies, load_taxonomy

ZONE = ZoneInfo("Asia/Shanghai")
POLICY = act.ServicePolicy(act.WorkingHours(ZONE), act.DEFAULT_LEVELS)
WINDOW = understand.Window(date(2026, 1, 1), date(2026, 3, 2))


@pytest.fixture
def context(facts):
    names = understand.AspectNames([load_taxonomy(name) for name in available_taxonomies()])
    return understand.Context(facts.store, names, 5)


@pytest.fixture
def people(ledger, clock):
    """Forty customers: twenty of each segment."""
    rows = [
        {
            "id": number,
            "external_id": f"k{number}",
            "segment": "家庭" if number <= 20 else "商务",
            "attributes": {},
            "created_at": clock(),
        }
        for number in range(1, 41)
    ]
    with ledger.write() as connection:
        connection.execute(insert(customer), rows)


@pytest.fixture
def read(ledger, context, clock):
    def run() -> programme.Health:
        with ledger.read() as connection:
            return programme.read_health(context, connection, WINDOW, now=clock(), zone=ZONE)

    return run


def _figures(health):
    return {figure.id: figure.estimate for figure in health.figures}


def test_coverage_counts_known_customers_and_names_the_least_heard(people, facts, read):
    for number in (*range(1, 16), *range(21, 26)):
        segment = "家庭" if number <= 20 else "商务"
        facts.speak(f"c:{number}", customer_id=number, segment=segment)
    health = read()
    assert _figures(health)["coverage"].value == 0.5
    assert [(each.segment, each.heard.value) for each in health.segments] == [("商务", 0.25), ("家庭", 0.75)]
    assert "听到最少的是“商务”" in health.sentences[0].text_zh


def test_repeated_complaint_needs_another_day_and_the_same_broad_aspect(facts, read):
    for number in range(10):
        facts.speak(f"c:{number}", hours_ago=24 * 40)
    for number in range(4):
        facts.speak(f"c:{number}", hours_ago=24 * 20)
    facts.speak("c:5", hours_ago=24 * 20, aspect="automotive.price.discount")
    facts.speak("c:6", hours_ago=24 * 3)
    facts.speak("c:7", hours_ago=24 * 40)
    found = _figures(read())["repeat_complaints"]
    assert (found.value, found.n) == (0.4, 10)


def test_freshness_and_coding_are_read_from_the_voices(facts, read):
    for number in range(10):
        facts.speak(f"c:{number}", aspect="automotive.general" if number < 3 else "automotive.comfort.odour")
    found = _figures(read())
    assert found["freshness_p95"].value == 0
    assert found["coded"].value == 0.7


def test_open_cases_are_censored(ledger, clock, analyst, read):
    with ledger.write() as connection:
        for number in range(6):
            case = act.open_case(
                connection, act.CaseDraft(f"{number}", "小周"), policy=POLICY, by=analyst, clock=clock
            )
            if number < 3:
                clock.move(days=1)
                change = act.CaseChange(state=act.CaseState.RESOLVED, resolution="已修")
                act.change_case(connection, case.id, change, policy=POLICY, by=analyst, clock=clock)
    clock.move(days=20)
    window = understand.Window(date(2026, 3, 1), date(2026, 3, 31))
    with ledger.read() as connection:
        closing = programme.acting.read_closing(connection, since=clock() - timedelta(days=60), now=clock())
    assert (closing.n, closing.finished) == (6, 3)
    assert closing.share_by(7).value == 0.5
    del window


def test_signal_is_the_first_day_enough_customers_had_complained(
    facts, ledger, clock, analyst, context, read
):
    for number in range(8):
        facts.speak(f"c:{number}", hours_ago=24 * (30 - number))
    effect = act.ExpectedEffect(
        act.EffectMetric.NEGATIVE_CUSTOMERS,
        act.EffectDirection.DOWN,
        20,
        act.EffectUnit.PERCENT,
        date(2026, 4, 30),
    )
    draft = act.ActionDraft(
        "换滤芯", act.ActionKind.PRODUCT, "小周", date(2026, 3, 20), effect, aspect="automotive.comfort"
    )
    with ledger.write() as connection:
        act.create_action(connection, draft, evidence={}, by=analyst, clock=clock)
    (way,) = read().ways
    assert way.signal == date(2026, 3, 2) - timedelta(days=26)
    assert (way.decided, way.done) == (date(2026, 3, 2), None)


def test_review_of_a_month_is_written_once_and_compares_with_the_last(facts, ledger, context, clock):
    for day in range(1, 60, 7):
        for number in range(6):
            named = "automotive.comfort.odour" if day < 31 else "automotive.general"
            facts.speak(f"c:{number}", hours_ago=24 * (60 - day), aspect=named)

    def write():
        return programme.write_due_review(ledger.write, context, clock, zone=ZONE)

    clock.move(days=-28)
    january = write()
    assert (january.period_start, january.period_end) == (date(2026, 1, 1), date(2026, 1, 31))
    assert "第一份" in january.sentences[-1]["text_zh"]
    assert write() is None
    clock.move(days=28)
    february = write()
    told = "".join(each["text_zh"] for each in february.sentences)
    assert "已归类占比变差" in told
    with ledger.read() as connection:
        assert [each.id for each in programme.list_reviews(connection)] == [february.id, january.id]


def test_empty_programme_says_so(read):
    health = read()
    assert all(not each.estimate.sufficient or each.estimate.value == 0 for each in health.figures)
    assert any("还没有工单" in each.text_zh for each in health.sentences)


def test_an_empty_installation_says_so_instead_of_counting_nothing(facts, read):
    told = [sentence.text_zh for sentence in read().sentences]
    assert told[0] == "有记录的客户还太少，说不出期内听到了多少。"
    assert "还没有行动：从一个群体事实一步建立。" in told
    assert not any("0 项" in sentence for sentence in told)
