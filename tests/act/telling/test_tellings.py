"""Telling customers: who, within which bounds, and what it did."""

from datetime import date, timedelta
from email import message_from_bytes, policy
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from huiyin import act
from huiyin.act import telling
from huiyin.act.sending import mail
from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables import customer, purchase
from huiyin.store.ledger.tables_telling import told_customer

ZONE = ZoneInfo("Asia/Shanghai")
WORDS = telling.TellingDraft({"zh": "我们改好了。", "en": "Fixed."}, holdout=0.3)
PEOPLE = 60


@pytest.fixture
def people(ledger, clock, analyst):
    """Sixty customers; all but the last ten agreed to hear from us, the first thirty gave an address."""
    rows = [
        {
            "id": number,
            "external_id": f"k{number}",
            "attributes": {"email": f"k{number}@example.com"} if number <= 30 else {},
            "created_at": clock(),
        }
        for number in range(1, PEOPLE + 1)
    ]
    with ledger.write() as connection:
        connection.execute(insert(customer), rows)
        for number in range(1, PEOPLE + 1):
            telling.record_consent(
                connection, number, allowed=number <= 50, note="问卷", by=analyst, clock=clock
            )


@pytest.fixture
def action(ledger, clock, analyst, facts, people):
    """An action about the smell that everyone complained of, finished today."""
    for number in range(1, PEOPLE + 1):
        language = "en" if number % 10 == 0 else "zh"
        facts.speak(f"c:{number}", hours_ago=48, customer_id=number, language=language)
    facts.speak("a:论坛:路人", hours_ago=48)
    effect = act.ExpectedEffect(
        act.EffectMetric.NEGATIVE_CUSTOMERS,
        act.EffectDirection.DOWN,
        20,
        act.EffectUnit.PERCENT,
        date(2026, 5, 1),
    )
    draft = act.ActionDraft(
        "更换空调滤芯", act.ActionKind.PRODUCT, "陈工", date(2026, 3, 20), effect, aspect="automotive.comfort"
    )
    with ledger.write() as connection:
        made = act.create_action(connection, draft, evidence={}, by=analyst, clock=clock)
        done = act.ActionChange(state=act.ActionState.DONE)
        return act.change_action(connection, made.id, done, by=analyst, clock=clock)


@pytest.fixture
def drafted(ledger, clock, analyst, facts, action):
    raisers = telling.find_raisers(facts.store, action, zone=ZONE)
    with ledger.write() as connection:
        return telling.draft_telling(connection, action, raisers, WORDS, by=analyst, clock=clock)


def _people(ledger, found, *states):
    with ledger.read() as connection:
        return telling.list_recipients(connection, found.id, states=states)


def _told_once_more(connection, facts, action, analyst, clock):
    """Draft a message about a second action for the same people, none held out, one message at most."""
    again = act.create_action(
        connection,
        act.ActionDraft(
            "再改一次",
            action.kind,
            action.owner,
            action.due_date,
            action.expected_effect,
            aspect=action.aspect,
        ),
        evidence={},
        by=analyst,
        clock=clock,
    )
    done = act.ActionChange(state=act.ActionState.DONE)
    again = act.change_action(connection, again.id, done, by=analyst, clock=clock)
    raisers = telling.find_raisers(facts.store, again, zone=ZONE)
    capped = telling.TellingDraft(WORDS.messages, holdout=0, contact_cap=1)
    return telling.draft_telling(connection, again, raisers, capped, by=analyst, clock=clock)


def test_everyone_who_raised_it_and_is_known_is_found(facts, action):
    raisers = telling.find_raisers(facts.store, action, zone=ZONE)
    assert [each.customer_id for each in raisers] == list(range(1, PEOPLE + 1))
    assert {each.language for each in raisers} == {"zh", "en"}


def test_nobody_is_told_of_an_unfinished_action(facts, ledger, clock, analyst, action):
    with ledger.write() as connection:
        back = act.change_action(
            connection, action.id, act.ActionChange(state=act.ActionState.DOING), by=analyst, clock=clock
        )
    with pytest.raises(telling.UntoldActionError):
        telling.find_raisers(facts.store, back, zone=ZONE)


def test_without_consent_nobody_is_contacted(ledger, drafted):
    refused = _people(ledger, drafted, telling.RecipientState.NO_CONSENT)
    assert {each.customer_id for each in refused} == set(range(51, 61))
    assert {each.address for each in refused} == {None}


def test_held_out_are_drawn_from_those_who_could_be_told(ledger, drafted):
    held = _people(ledger, drafted, telling.RecipientState.HELD_OUT)
    assert 5 <= len(held) <= 25
    assert all(each.customer_id <= 50 for each in held)


def test_action_is_told_once(ledger, clock, analyst, facts, action, drafted):
    raisers = telling.find_raisers(facts.store, action, zone=ZONE)
    with ledger.write() as connection, pytest.raises(telling.TellingExistsError):
        telling.draft_telling(connection, action, raisers, WORDS, by=analyst, clock=clock)


def test_cap_over_a_quarter_stops_further_messages(ledger, clock, analyst, facts, action, drafted):
    ready = [each.customer_id for each in _people(ledger, drafted, telling.RecipientState.READY)]
    with ledger.write() as connection:
        telling.mark_sent(connection, drafted.id, ready, by=analyst, clock=clock)
        second = _told_once_more(connection, facts, action, analyst, clock)
    assert second.counts[telling.RecipientState.CAPPED] == len(ready)
    assert second.counts[telling.RecipientState.READY] == 50 - len(ready)


def test_mails_go_out_once_in_the_customers_language(ledger, clock, analyst, drafted):
    for _ in range(2):
        with ledger.write() as connection:
            telling.send_mails(connection, drafted, subject="我们听到了，改好了", by=analyst, clock=clock)
    with ledger.read() as connection:
        mails = act.list_notifications(connection)
    sent = _people(ledger, drafted, telling.RecipientState.SENT)
    assert len(mails) == len(sent) == len({mail.target.address for mail in mails})
    by_address = {mail.target.address: mail.content.text.strip() for mail in mails}
    for each in sent:
        assert by_address[each.address] == ("Fixed." if each.language == "en" else "我们改好了。")


def test_mail_is_readable_in_chinese(ledger, clock, analyst, drafted):
    with ledger.write() as connection:
        telling.send_mails(connection, drafted, subject="我们听到了，改好了", by=analyst, clock=clock)
    with ledger.read() as connection:
        letter = mail.compose(act.list_notifications(connection)[0], sender="voc@example.com", clock=clock)
    parsed = message_from_bytes(letter.as_bytes(), policy=policy.default)
    assert parsed["Subject"] == "我们听到了，改好了"


def test_only_ready_customers_can_be_marked(ledger, clock, analyst, drafted):
    with ledger.write() as connection:
        assert telling.mark_sent(connection, drafted.id, [51, 52, 999], by=analyst, clock=clock) == 0


def test_outcomes_compare_told_with_held_out_over_equal_time(ledger, clock, analyst, facts, action, drafted):
    ready = [each.customer_id for each in _people(ledger, drafted, telling.RecipientState.READY)]
    held = [each.customer_id for each in _people(ledger, drafted, telling.RecipientState.HELD_OUT)]
    with ledger.write() as connection:
        telling.mark_sent(connection, drafted.id, ready, by=analyst, clock=clock)
    clock.move(days=100)
    bought = [(who, 10) for who in ready[:6]] + [(held[0], 10), (ready[7], 95)]
    rows = [
        {
            "source": "商城",
            "external_id": f"{who}-{days}",
            "customer_id": who,
            "amount": 1.0,
            "at": clock() - timedelta(days=100 - days),
            "kind": "order",
        }
        for who, days in bought
    ]
    for who in held[:3]:
        facts.speak(f"c:{who}", hours_ago=24 * 60, customer_id=who)
    with ledger.write() as connection:
        connection.execute(insert(purchase), rows)
        repurchase, recomplaint = telling.read_outcomes(
            connection, facts.store, action, drafted, zone=ZONE, now=clock()
        )
    assert repurchase.told.value == pytest.approx(6 / len(ready))
    assert repurchase.held_out.value == pytest.approx(1 / len(held))
    assert repurchase.told.n + repurchase.held_out.n == 50
    assert (recomplaint.told.value, recomplaint.held_out.value) == (0, pytest.approx(3 / len(held)))
    assert recomplaint.difference.value < 0


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (telling.TellingDraft({"en": "Fixed."}), "messages.zh"),
        (telling.TellingDraft({"zh": "好"}, holdout=0.9), "holdout"),
        (telling.TellingDraft({"zh": "好"}, contact_cap=0), "contact_cap"),
    ],
)
def test_impossible_draft_is_refused_by_field(ledger, clock, analyst, draft, field, action):
    with ledger.write() as connection, pytest.raises(InvalidInputError) as refused:
        telling.draft_telling(connection, action, [], draft, by=analyst, clock=clock)
    assert refused.value.field == field


def test_stranger_has_no_consent_to_record(connection, analyst, clock):
    with pytest.raises(telling.StrangerError):
        telling.record_consent(connection, 404, allowed=True, note="", by=analyst, clock=clock)


def test_decision_kept_here_overrides_the_customers_record(connection, analyst, clock):
    says_yes = {"consent": {"contact": True}}
    rows = [
        {"id": number, "external_id": f"k{number}", "attributes": attributes, "created_at": clock()}
        for number, attributes in (
            (1, says_yes),
            (2, says_yes),
            (3, {"consent": {"research": True}}),
            (4, {}),
        )
    ]
    connection.execute(insert(customer), rows)
    telling.record_consent(connection, 2, allowed=False, note="来电", by=analyst, clock=clock)
    telling.record_consent(connection, 4, allowed=True, note="", by=analyst, clock=clock)
    assert telling.willing(connection, [1, 2, 3, 4]) == {1, 4}


def test_consent_withdrawn_after_the_draft_counts(ledger, clock, analyst, drafted):
    ready = [each for each in _people(ledger, drafted, telling.RecipientState.READY) if each.address]
    with ledger.write() as connection:
        telling.record_consent(
            connection, ready[0].customer_id, allowed=False, note="来电", by=analyst, clock=clock
        )
        sent = telling.send_mails(connection, drafted, subject="改好了", by=analyst, clock=clock)
    assert sent == len(ready) - 1
    refused = _people(ledger, drafted, telling.RecipientState.NO_CONSENT)
    assert (ready[0].customer_id, None) in {(each.customer_id, each.address) for each in refused}


def test_messages_sent_after_the_draft_count_towards_the_cap(ledger, clock, analyst, facts, action, drafted):
    with ledger.write() as connection:
        second = _told_once_more(connection, facts, action, analyst, clock)
        first = telling.send_mails(connection, drafted, subject="改好了", by=analyst, clock=clock)
        telling.send_mails(connection, second, subject="又改好了", by=analyst, clock=clock)
        mails = act.list_notifications(connection)
    assert len(_people(ledger, second, telling.RecipientState.CAPPED)) == first > 0
    assert len(mails) == len({mail.target.address for mail in mails}) == 30


def test_everyone_is_listed_however_many(ledger, clock, drafted):
    rows = [
        {
            "telling_id": drafted.id, "customer_id": number, "feedback_id": 1, "channel": "social",
            "language": "zh", "state": "sent", "sent_at": clock(), "sent_by": "a",
        }
        for number in range(1_000, 6_200)
    ]  # fmt: skip
    people = [
        {"id": number, "external_id": f"m{number}", "attributes": {}, "created_at": clock()}
        for number in range(1_000, 6_200)
    ]
    with ledger.write() as connection:
        connection.execute(insert(customer), people)
        connection.execute(insert(told_customer), rows)
    assert len(_people(ledger, drafted)) == PEOPLE + 5_200
