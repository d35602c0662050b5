"""The same wish in other words is one wish, and keeps its name."""

from __future__ import annotations

from datetime import date, timedelta

from huiyin.understand.opportunities.merging import Said, merge
from huiyin.understand.opportunities.opportunity import Evidence
from huiyin.understand.opportunities.words import content, leading_phrase, variants

WISHES = (
    "希望给{car}加个外放电",
    "要是有外放电就好了",
    "什么时候能出个外放电功能",
    "建议下次改款把外放电做进去",
)
SEATS = ("希望座椅记忆下放到中配", "建议座椅记忆给副驾也加上")


def said(words: str, who: int, aspect: str | None = None, *, fine: bool = False) -> Said:
    day = date(2026, 6, 1) + timedelta(days=who % 60)
    return Said(Evidence(who, 0, len(words), words, who, None, "回音 A", day), aspect, fine)


def crowd() -> list[Said]:
    found = [said(WISHES[who % 4].format(car="S7"), who) for who in range(40)]
    found += [said(SEATS[who % 2], 100 + who) for who in range(20)]
    return [*found, said("希望老板长胖", 999)]


def test_phrasings_of_one_wish_are_one_group() -> None:
    groups = merge(crowd())
    assert [(group.phrase, len(group.people)) for group in groups] == [("外放电", 40), ("座椅记忆", 20)]


def test_a_fine_aspect_belongs_together_whatever_its_words() -> None:
    words = ["拿毛巾夹着", "自己剪了块隔热布", "将就着用", "纸板挡一下", "买了遮阳帘"]
    groups = merge(
        [said(each, who, "automotive.comfort.sunshade", fine=True) for who, each in enumerate(words)]
    )
    assert [(group.aspect, len(group.people)) for group in groups] == [("automotive.comfort.sunshade", 5)]


def test_one_person_saying_it_ten_times_is_no_group() -> None:
    assert merge([said("希望加个外放电", 1) for _ in range(10)]) == []


def test_order_and_a_tenth_more_data_do_not_rename() -> None:
    first = crowd()
    shuffled = [*first[1::2], *first[::2]]
    more = [*first, *(said(WISHES[who % 4].format(car="E5"), 500 + who) for who in range(6))]
    names = [group.phrase for group in merge(first)]
    assert [group.phrase for group in merge(shuffled)] == names == [group.phrase for group in merge(more)]


def test_words_of_wishing_are_no_content() -> None:
    assert content("希望改进一下") == ""
    assert content("将就着用吧") == ""


def test_leading_phrase_prefers_the_longer_of_equals() -> None:
    found = leading_phrase([(1, "外放电接口"), (2, "外放电接口")], 2)
    assert found is not None
    assert found[0] == "外放电接口"


def test_variants_tell_what_exactly_people_mean() -> None:
    rows = [(who, content(SEATS[who % 2])) for who in range(6)]
    assert variants(rows, ["座椅记忆"], 2) == [("下放", 3), ("副驾", 3)]
