"""Personal names as Chinese records write them: surname, given name, how they sound, how one is addressed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

_COMPOUND = frozenset(
    [
        "欧阳",
        "上官",
        "司马",
        "司徒",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "长孙",
        "夏侯",
        "宇文",
        "端木",
        "南宫",
        "百里",
        "澹台",
        "轩辕",
        "独孤",
    ]
)
_ADDRESS = ("先生", "女士", "小姐", "太太", "师傅", "老师", "经理", "总")
# Surnames that are read otherwise than the same character elsewhere.
_SURNAME_SOUND = {"单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "区": "ou", "查": "zha", "朴": "piao", "任": "ren", "盖": "ge", "尉": "wei"}  # fmt: skip


class NameLikeness(IntEnum):
    """How alike two names are, most alike last."""

    UNLIKE = 0
    SURNAME = 1
    INCOMPLETE = 2
    NEAR = 3
    SOUND = 4
    SAME = 5


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart; `given` is empty where only an address (王女士) or a first name was noted.

    `surname_sound` and `given_sound` are pinyin without tones, Latin names folded.
    """

    surname: str
    given: str
    surname_sound: str
    given_sound: str

    @property
    def whole(self) -> str:
        return self.surname + self.given

    @property
    def sound(self) -> str:
        return f"{self.surname_sound} {self.given_sound}".strip()


@lru_cache(maxsize=65_536)
def parse_name(text: str) -> PersonName:
    """Take a written name apart.

    >>> parse_name("欧阳娜").surname, parse_name("王女士").given, parse_name("单伟").sound
    ('欧阳', '', 'shan wei')
    >>> parse_name("James Miller").surname
    'miller'
    """
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if folded.isascii():
        return _latin(folded)
    packed = folded.replace(" ", "").replace("·", "")
    cut = 2 if packed[:2] in _COMPOUND and len(packed) > 2 else 1
    surname, given = packed[:cut], packed[cut:]
    given = "" if given in _ADDRESS else given
    return PersonName(surname, given, _surname_sound(surname), _sound(given))


def compare_names(one: str, other: str) -> NameLikeness:
    """Return how alike two names are by character and by sound.

    >>> compare_names("王静", "王婧").name, compare_names("王静", "王女士").name, compare_names("王静", "李静").name
    ('SOUND', 'INCOMPLETE', 'UNLIKE')
    """
    return compare_parsed(parse_name(one), parse_name(other))


def compare_parsed(a: PersonName, b: PersonName) -> NameLikeness:
    """Return how alike two parsed names are."""
    if not (a.given and b.given):
        return _compare_incomplete(a, b)
    if a.whole == b.whole:
        return NameLikeness.SAME
    if a.sound == b.sound:
        return NameLikeness.SOUND
    if a.surname_sound != b.surname_sound:
        return NameLikeness.UNLIKE
    near = len(a.given) == len(b.given) > 1 and _edits(a.given, b.given) == 1
    return NameLikeness.NEAR if near else NameLikeness.SURNAME


@lru_cache(maxsize=65_536)
def marks_of(given: str) -> tuple[str, ...]:
    """Return what a given name is put together from: its characters, or whole Latin names.

    >>> marks_of("梓涵"), marks_of("emma louise")
    (('梓', '涵'), ('emma', 'louise'))
    """
    return tuple(given.split()) if given.isascii() else tuple(given)


@lru_cache(maxsize=65_536)
def syllables_of(given: str) -> tuple[str, ...]:
    """Return how each mark of a given name sounds.

    >>> syllables_of("梓涵")
    ('zi', 'han')
    """
    return marks_of(given) if given.isascii() else tuple(_read_out(given))


def _compare_incomplete(a: PersonName, b: PersonName) -> NameLikeness:
    same = a.surname_sound == b.surname_sound or b.surname_sound in (a.given_sound, a.surname_sound)
    same = same or a.surname_sound == b.given_sound
    return NameLikeness.INCOMPLETE if same and a.surname_sound and b.surname_sound else NameLikeness.UNLIKE


def _edits(one: str, other: str) -> int:
    return sum(left != right for left, right in zip(one, other, strict=True))


def _latin(folded: str) -> PersonName:
    given, _, surname = folded.rpartition(" ")
    return PersonName(surname, given, surname, given)


def _surname_sound(surname: str) -> str:
    return _SURNAME_SOUND.get(surname) or _sound(surname)


@lru_cache(maxsize=65_536)
def _sound(marks: str) -> str:
    return "".join(_read_out(marks))


def _read_out(marks: str) -> list[str]:
    # Its table of phrases takes a third of a second to import; few commands compare names.
    from pypinyin import lazy_pinyin

    return lazy_pinyin(marks)
