"""Names, nicknames, dates and addresses as people write them wrong."""

from __future__ import annotations

import pytest

from huiyin.linkage import (
    DateLikeness,
    NameLikeness,
    address_likeness,
    compare_dates,
    compare_names,
    fit_names,
    fit_nicknames,
    is_placeholder,
    marks_of,
    normalise_date,
    shortened,
    stem,
)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("王伟", "王伟", NameLikeness.SAME),
        ("王伟", "王玮", NameLikeness.SOUND),
        ("王伟", "王先生", NameLikeness.INCOMPLETE),
        ("欧阳娜娜", "欧阳女士", NameLikeness.INCOMPLETE),
        ("王小明", "王晓红", NameLikeness.SURNAME),
        ("王小明", "王小红", NameLikeness.NEAR),
        ("王伟", "李伟", NameLikeness.UNLIKE),
        ("单伟", "山伟", NameLikeness.SOUND),
        ("James Miller", "james", NameLikeness.INCOMPLETE),
        ("James Miller", "Emma Miller", NameLikeness.SURNAME),
    ],
)
def test_names_are_compared_by_character_and_sound(one: str, other: str, likeness: NameLikeness) -> None:
    assert compare_names(one, other) is likeness
    assert compare_names(other, one) is likeness


def test_rare_nickname_says_more_than_common_one() -> None:
    crowd = [f"快乐{tail}" for tail in ("土豆", "橙子", "少年", "旅人")] * 5 + ["momo"] * 9 + ["用户4821973"]
    model = fit_nicknames(crowd)
    assert model.chance("用户4821973") < 1e-5 < model.chance("快乐橙子") < model.chance("momo")


def test_stem_drops_what_is_appended() -> None:
    assert {stem(name) for name in ("追风少年", "追风少年_", "追风少年的日常", "追风少年official")} == {
        "追风少年"
    }


def test_platform_names_are_no_nicknames() -> None:
    assert is_placeholder("匿名车友")
    assert not is_placeholder("佛系车主")


def test_dates_forgive_swapped_digits_only() -> None:
    assert normalise_date("1990/1/2") == "19900102"
    assert compare_dates("19900102", "19909102") is DateLikeness.ONE_DIGIT
    assert compare_dates("19900203", "19900302") is DateLikeness.SWAPPED
    assert compare_dates("19900203", "19910302") is DateLikeness.UNLIKE


def test_addresses_differ_by_district_and_agree_by_door() -> None:
    home = "广东省深圳市南山区科技路八号3栋1202室"
    assert address_likeness(home, "深圳市南山区科技路8号3栋1202") == 1.0
    assert address_likeness(home, "深圳市福田区科技路8号3栋1202") == 0.0
    assert 0.2 < address_likeness(home, "深圳市南山区科技路8号") < 1.0


def test_nickname_of_common_parts_is_common_even_when_seen_once() -> None:
    heads, tails = ("追风", "快乐的", "山城", "半糖"), ("少年", "橙子", "青年", "阿姨")
    seen = [head + tail for head in heads for tail in tails if head + tail != "半糖阿姨"]
    model = fit_nicknames([*seen, "半糖阿姨", "七里香的猫"])
    assert model.chance("半糖阿姨") > 1 / 60
    assert model.chance("七里香的猫") < model.chance("半糖阿姨") / 5


def test_surname_in_a_nickname_is_as_common_as_the_surname() -> None:
    nicknames = [f"{head}{surname}的车库" for surname in "王李张" for head in "小老大"]
    people = [("王", "伟")] * 30 + [("余", "敏")] * 3 + [("李", "娜")] * 20 + [("张", "强")] * 20
    model = fit_nicknames([*nicknames, "小余的车库", "小王在路上"], people)
    assert model.chance("小王的车库") > model.chance("小余的车库") > 1e-3


def test_own_first_name_as_a_nickname_is_as_common_as_the_name() -> None:
    people = [("miller", "sophie"), ("rossi", "sophie"), ("khan", "omar"), ("khan", "priya")]
    assert fit_nicknames(["sophie", "追风少年"], people).chance("sophie") == pytest.approx(0.5)


def test_nickname_with_a_number_appended_is_looked_for_without_it() -> None:
    assert shortened("旅人7083") == ("旅人708", "旅人70")
    assert shortened("7") == ()


def test_latin_given_name_is_one_mark() -> None:
    names = [("khan", marks_of("emma")), ("novak", marks_of("emma")), ("khan", marks_of("liam"))] * 4
    assert fit_names(names).chance("khan", marks_of("emma")) > 0.1
