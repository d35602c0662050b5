"""Personal data in a text: where it stands, and the text with it blotted out at the same length."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

BLOT = "＊"
PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


class PersonalKind(StrEnum):
    """What a masked stretch is."""

    PHONE = "phone"
    ID_CARD = "id_card"
    PLATE = "plate"
    VIN = "vin"
    EMAIL = "email"
    ADDRESS = "address"
    ORDER = "order"


@dataclass(frozen=True, slots=True, order=True)
class PersonalSpan:
    """Where personal data stands, in Unicode code points, end exclusive."""

    start: int
    end: int
    kind: PersonalKind


_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VIN_VALUES = dict(
    zip(
        "ABCDEFGHJKLMNPRSTUVWXYZ",
        (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9),
        strict=True,
    )
)


def is_id_card(number: str) -> bool:
    """Tell whether 18 characters are a resident identity number by GB 11643's check digit and a possible birthday.

    >>> is_id_card("11010519491231002X"), is_id_card("110105194912310021"), is_id_card("110105199913310027")
    (True, False, False)
    """
    month, day = int(number[10:12]), int(number[12:14])
    if not (1 <= month <= 12 and 1 <= day <= 31 and number[6:8] in ("18", "19", "20")):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _ID_WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17].upper()


def is_vin(number: str) -> bool:
    """Tell whether 17 characters are a vehicle identification number by the check digit of GB 16735 / ISO 3779.

    >>> is_vin("1M8GDM9AXKP042788"), is_vin("1M8GDM9A1KP042788")
    (True, False)
    """
    values = (
        _VIN_VALUES.get(character) or int(character) if character != "0" else 0
        for character in number.upper()
    )
    total = sum(value * weight for value, weight in zip(values, _VIN_WEIGHTS, strict=True))
    return "0123456789X"[total % 11] == number[8].upper()


def _always(_: str) -> bool:
    return True


_Check = Callable[[str], bool]
_AT = r"(?<![0-9A-Za-z])"
_TO = r"(?![0-9A-Za-z])"
# Earlier patterns win where two overlap; group 1, where there is one, is the part to mask.
_PATTERNS: tuple[tuple[PersonalKind, re.Pattern[str], _Check], ...] = (
    (
        PersonalKind.EMAIL,
        re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[A-Za-z]{2,24}", re.ASCII),
        _always,
    ),
    (PersonalKind.ID_CARD, re.compile(rf"{_AT}[1-8]\d{{16}}[\dXx]{_TO}", re.ASCII), is_id_card),
    (PersonalKind.VIN, re.compile(rf"{_AT}[A-HJ-NPR-Za-hj-npr-z0-9]{{17}}{_TO}", re.ASCII), is_vin),
    (
        PersonalKind.VIN,
        re.compile(
            r"(?:车架号|底盘号|vin码?)(?:是|为)?[:： ]{0,2}([A-HJ-NPR-Za-hj-npr-z0-9]{6,17})(?![0-9A-Za-z])",
            re.I,
        ),
        lambda found: any(character.isdigit() for character in found),
    ),
    (
        PersonalKind.ORDER,
        re.compile(
            r"(?:订单号?|单号|订单编号|工单号?|受理号|运单号?|快递单号)(?:是|为)?[:：# ]{0,2}([A-Za-z]{0,4}[0-9][0-9A-Za-z-]{5,29})"
        ),
        _always,
    ),
    (
        PersonalKind.PHONE,
        re.compile(rf"{_AT}(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{{4}}){{2}}(?!\d)", re.ASCII),
        _always,
    ),
    (PersonalKind.PHONE, re.compile(rf"{_AT}0\d{{2,3}}[- ]\d{{7,8}}(?!\d)", re.ASCII), _always),
    (
        PersonalKind.PLATE,
        re.compile(
            rf"[{PROVINCES}][A-HJ-NP-Za-hj-np-z][·. -]?(?=[0-9A-Za-z]*\d)[0-9A-HJ-NP-Za-hj-np-z]{{5,6}}(?![0-9A-Za-z])"
        ),
        _always,
    ),
    (
        PersonalKind.ADDRESS,
        re.compile(
            r"[\u4e00-\u9fff]{2,18}(?:路|街|大道|巷|胡同|弄)\d{1,5}(?:号(?!线)|弄)"
            r"(?:[\u4e00-\u9fffA-Za-z0-9-]{0,10}(?:栋|幢|座|号楼|单元|室|层))*"
        ),
        _always,
    ),
    (
        PersonalKind.ADDRESS,
        re.compile(
            r"[\u4e00-\u9fff]{2,8}(?:小区|花园|公寓|家园|苑)\d{1,4}(?:栋|幢|座|号楼)(?:\d{1,2}单元)?(?:\d{2,5}(?:室|号)?)?"
        ),
        _always,
    ),
)
_WIDE = str.maketrans("０１２３４５６７８９＠．－", "0123456789@.-")


def personal_spans(text: str) -> list[PersonalSpan]:
    """Return the personal data of a text, in order, without overlaps.

    >>> [(span.kind.value, span.start, span.end) for span in personal_spans("电话13812345678，车牌粤B·12345")]
    [('phone', 2, 13), ('plate', 16, 24)]
    """
    plain = text.translate(_WIDE)
    if "@" not in plain and not any("0" <= character <= "9" for character in plain):
        return []
    found: list[PersonalSpan] = []
    for kind, pattern, holds in _PATTERNS:
        for match in pattern.finditer(plain):
            group = 1 if pattern.groups else 0
            span = PersonalSpan(match.start(group), match.end(group), kind)
            if holds(match[group]) and not _touches(span, found):
                found.append(span)
    return sorted(found)


def _touches(span: PersonalSpan, others: Iterable[PersonalSpan]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def masked(text: str) -> str:
    """Return the text with personal data blotted out, character for character, so that offsets keep their meaning.

    >>> masked("联系我：13812345678")
    '联系我：＊＊＊＊＊＊＊＊＊＊＊'
    """
    spans = personal_spans(text)
    if not spans:
        return text
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], BLOT * (span.end - span.start)]
        at = span.end
    return "".join([*pieces, text[at:]])


def mask_batch(texts: Sequence[str]) -> list[str]:
    """Mask many texts; those without a digit or an at sign cost one scan."""
    return [masked(text) for text in texts]
