"""Chinese postal addresses: the parts that tell two homes apart, in one written form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LEVELS = re.compile(
    r"^(?:中国)?(?P<province>.{2,7}?(?:省|自治区))?(?P<city>.{2,8}?(?:市|自治州|地区|盟))?(?P<district>.{1,7}?(?:区|县|旗|市))?"
)
_HANZI_DIGITS = str.maketrans("零〇一二三四五六七八九", "00123456789")
_NUMBERED = re.compile(r"(?<=[\d栋幢座])(?:号楼|单元|号院|号|楼|栋|幢|座|弄|室|房|层)")


@dataclass(frozen=True, slots=True)
class Address:
    """An address taken apart; parts that were not written are empty."""

    province: str
    city: str
    district: str
    street: str


def parse_address(text: str) -> Address:
    """Take an address apart; house numbers are joined by hyphens however they were written.

    >>> parse_address("浙江省杭州市西湖区文三路12号3幢402室")
    Address(province='浙江', city='杭州', district='西湖', street='文三路12-3-402')
    >>> parse_address("上海市徐汇区漕溪路８号").city
    '上海'
    """
    packed = "".join(unicodedata.normalize("NFKC", text).split())
    found = _LEVELS.match(packed)
    parts = found.groupdict(default="") if found else {}
    street = packed[found.end() :] if found else packed
    province, city, district = (parts.get(name, "") for name in ("province", "city", "district"))
    return Address(
        re.sub("(省|(壮族|回族|维吾尔)?自治区)$", "", province),
        re.sub("(市|地区|盟)$", "", city),
        re.sub("(区|县|市)$", "", district) if len(district) > 2 else district,
        _street(street),
    )


def address_likeness(one: str, other: str) -> float:
    """Return 0–1: 0 for other streets or districts, 1 for the same door.

    >>> address_likeness("杭州市西湖区文三路12号3幢402室", "浙江省杭州市西湖区文三路12-3-402")
    1.0
    >>> address_likeness("杭州市西湖区文三路12号", "杭州市余杭区文三路12号")
    0.0
    """
    a, b = parse_address(one), parse_address(other)
    for left, right in ((a.city, b.city), (a.district, b.district)):
        if left and right and left != right:
            return 0.0
    if a.street == b.street:
        return 1.0 if a.street else 0.0
    shared = set(_grams(a.street)) & set(_grams(b.street))
    return len(shared) / max(len(set(_grams(a.street)) | set(_grams(b.street))), 1)


def _street(text: str) -> str:
    arabic = re.sub(r"[零〇一二三四五六七八九]+(?=号|幢|栋|座|单元|室|楼|层|弄)", _digits, text)
    return re.sub(r"-+", "-", _NUMBERED.sub("-", arabic)).strip("-")


def _digits(found: re.Match[str]) -> str:
    return found.group().translate(_HANZI_DIGITS)


def _grams(text: str) -> list[str]:
    return [text[place : place + 2] for place in range(max(len(text) - 1, 1))]
