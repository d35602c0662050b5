import json
from datetime import date

from huiyin import act
from huiyin.text import available_taxonomies, load_taxonomy
from huiyin.understand import AspectNames, Context, Filters

ODOUR = "automotive.comfort.odour"


def freeze(facts, clock, **changes):
    names = AspectNames([load_taxonomy(name) for name in available_taxonomies()])
    options = {"aspect": ODOUR, "filters": Filters()} | changes
    return act.freeze_evidence(
        Context(facts.store, names, 5),
        options["filters"],
        aspect=options["aspect"],
        today=date(2026, 3, 2),
        clock=clock,
    )


def test_evidence_holds_the_fact_and_its_voices(facts, clock):
    for name in "abcdef":
        facts.speak(name)
    evidence = freeze(facts, clock)
    assert evidence["fact"]["negative_customers"]["count"] == 6
    assert len(evidence["verbatims"]) == 6
    assert evidence["frozen_at"] == clock().isoformat()


def test_evidence_is_plain_json(facts, clock):
    facts.speak("a")
    evidence = freeze(facts, clock)
    assert json.loads(json.dumps(evidence)) == json.loads(json.dumps(evidence, default=str))


def test_evidence_keeps_at_most_twenty_voices_of_different_customers(facts, clock):
    for number in range(25):
        facts.speak(f"customer {number}")
        facts.speak(f"customer {number}")
    verbatims = freeze(facts, clock)["verbatims"]
    assert len(verbatims) == 20
    assert len({verbatim["text"] for verbatim in verbatims}) == 20


def test_evidence_prefers_complaints(facts, clock):
    facts.speak("happy", sentiment=1)
    complaint = facts.speak("angry")
    assert [each["id"] for each in freeze(facts, clock)["verbatims"]] == [complaint]


def test_praise_is_evidence_where_nobody_complains(facts, clock):
    praise = facts.speak("happy", sentiment=1)
    assert [each["id"] for each in freeze(facts, clock)["verbatims"]] == [praise]


def test_without_an_aspect_there_are_voices_but_no_fact(facts, clock):
    facts.speak("a")
    evidence = freeze(facts, clock, aspect=None)
    assert evidence["fact"] is None
    assert len(evidence["verbatims"]) == 1


def test_empty_facts_give_empty_evidence(facts, clock):
    evidence = freeze(facts, clock)
    assert evidence["verbatims"] == []
    assert evidence["fact"]["customers"]["count"] == 0
