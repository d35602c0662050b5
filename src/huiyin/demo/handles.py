"""Names and handles: how each source knows a person, with the slips that real records have.

Telephone numbers use subscriber blocks of zeros, addresses the reserved domain example.com, and number
plates and vehicle numbers patterns of our own, so that none belongs to anybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from huiyin.demo.dice import Dice
from huiyin.demo.people import REGIONS, People, PersonKind

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国红志海燕波宁文斌宇浩凯欣怡梓涵子轩雨思佳俊博晨阳睿雅琪嘉诗一诺皓宸昊天晓萌梦婷雪梅春兵峰鹏飞辉健龙云松柏青岚可心若溪沐乐安然"
_ENGLISH = (
    "James",
    "Emma",
    "Liam",
    "Olivia",
    "Noah",
    "Sophie",
    "Lucas",
    "Mia",
    "Oscar",
    "Ines",
    "Marco",
    "Anna",
    "Ken",
    "Yuki",
    "Priya",
    "Omar",
)
_ENGLISH_LAST = (
    "Miller",
    "Garcia",
    "Schmidt",
    "Rossi",
    "Tanaka",
    "Khan",
    "Wilson",
    "Novak",
    "Silva",
    "Brown",
    "Dubois",
    "Larsen",
)
_NICK_HEAD = (
    "追风",
    "老",
    "爱开车的",
    "奔跑的",
    "低调",
    "山城",
    "江南",
    "北方",
    "快乐",
    "佛系",
    "夜行",
    "半糖",
    "咸鱼",
    "暴走",
    "熬夜",
    "一只",
    "南山",
    "云边",
    "小城",
    "阿",
    "大",
    "小",
    "深海",
    "微醺",
    "逍遥",
    "清风",
    "路过的",
    "隔壁",
)
_NICK_TAIL = (
    "少年",
    "老司机",
    "胖橘",
    "小王子",
    "旅人",
    "车主",
    "橙子",
    "豆包",
    "土豆",
    "奶爸",
    "宝妈",
    "青年",
    "大叔",
    "阿姨",
    "锦鲤",
    "柠檬",
    "团子",
    "程序员",
    "搬砖工",
    "摄影师",
    "钓鱼佬",
    "骑士",
    "咖啡",
    "兔子",
    "小熊",
    "野菊",
    "麦田",
    "掌柜",
)
_NICK_COMMON = ("momo", "momo", "momo", "小红薯", "匿名车友", "已重置", "啊啊啊", "用户已注销", "yyy", "Lee")
_MOBILE_HEADS = "130 131 132 133 135 136 137 138 139 150 151 152 153 155 156 157 158 159 166 173 175 176 177 178 180 181 182 183 185 186 187 188 189 191 198 199"
_MOBILE = tuple(_MOBILE_HEADS[place : place + 3] for place in range(0, len(_MOBILE_HEADS), 4))
_PLATES = {
    "华东": "沪苏浙皖",
    "华南": "粤闽桂",
    "华北": "京津冀鲁",
    "西南": "川渝云贵",
    "华中": "鄂湘豫赣",
    "东北": "辽吉黑",
    "西北": "陕甘新青",
}
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_CODE = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
_HOMOPHONE = {
    "伟": "玮",
    "芳": "方",
    "静": "婧",
    "丽": "莉",
    "强": "墙",
    "磊": "雷",
    "洋": "阳",
    "艳": "燕",
    "杰": "洁",
    "明": "鸣",
    "华": "桦",
    "志": "智",
    "婷": "亭",
    "宇": "雨",
    "欣": "新",
    "佳": "嘉",
    "浩": "昊",
    "涵": "晗",
    "轩": "宣",
    "晨": "辰",
}


@dataclass(frozen=True, slots=True)
class Handles:
    """What identifies each person, one entry each; empty text where the person has none.

    `fan_name` is what they call themselves on the short-message site. `second_*` belong to the shop membership that some owners opened apart from their owner record.
    """

    name: list[str]
    phone: list[str]
    email: list[str]
    openid: list[str]
    nickname: list[str]
    fan_name: list[str]
    vin: list[str]
    plate: list[str]
    customer: list[str]
    second_customer: list[str]
    second_name: list[str]
    second_phone: list[str]


def draw_handles(people: People, rng: np.random.Generator) -> Handles:
    """Draw the handles of everybody."""
    dice = Dice(rng)
    count = len(people)
    english = people.english.tolist()
    name = [_english_name(dice) if foreign else _name(dice) for foreign in english]
    phone = _phones(count, rng)
    _share_phones(people, phone, dice)
    nickname = [_nickname(each, foreign, dice) for each, foreign in zip(name, english, strict=True)]
    owner = people.is_kind(PersonKind.OWNER).tolist()
    second = people.second_record.tolist()
    return Handles(
        name=name,
        phone=phone,
        email=[_email(place, phone[place], dice) for place in range(count)],
        openid=["o" + _code(dice, 15) for _ in range(count)],
        nickname=nickname,
        fan_name=[_fan_name(each, dice) for each in nickname],
        vin=[f"LCY{_code(dice, 8)}{place:06d}" if owns else "" for place, owns in enumerate(owner)],
        plate=[
            _plate(REGIONS[r], dice) if owns else ""
            for r, owns in zip(people.region.tolist(), owner, strict=True)
        ],
        customer=_customer_ids(people),
        second_customer=[f"SC9{place:06d}" if each else "" for place, each in enumerate(second)],
        second_name=[slip_name(n, dice) if each else "" for n, each in zip(name, second, strict=True)],
        second_phone=[_second_phone(p, dice) if each else "" for p, each in zip(phone, second, strict=True)],
    )


def slip_name(name: str, dice: Dice) -> str:
    """Return the name as a hurried clerk hears it: the same, a homophone, or how one is addressed."""
    roll = dice.roll()
    if roll < 0.70 or not name:
        return name
    if roll < 0.88:
        return next(
            (name.replace(right, wrong, 1) for right, wrong in _HOMOPHONE.items() if right in name[1:]), name
        )
    return name[0] + dice.pick(("先生", "女士")) if not name.isascii() else name.split(" ")[0]


def slip_phone(phone: str, dice: Dice) -> str:
    """Return the number with two neighbouring digits swapped or one mistyped.

    >>> len(slip_phone("13800001234", Dice(np.random.default_rng(1))))
    11
    """
    place = dice.between(7, 9)
    if dice.chance(0.5):
        return phone[:place] + phone[place + 1] + phone[place] + phone[place + 2 :]
    return phone[:place] + str(dice.between(0, 9)) + phone[place + 1 :]


def _name(dice: Dice) -> str:
    # The first surnames of the list are far more common than the last.
    surname = _SURNAMES[int(dice.roll() ** 2.2 * len(_SURNAMES))]
    return surname + "".join(dice.pick(_GIVEN) for _ in range(1 if dice.chance(0.28) else 2))


def _english_name(dice: Dice) -> str:
    return f"{dice.pick(_ENGLISH)} {dice.pick(_ENGLISH_LAST)}"


def _phones(count: int, rng: np.random.Generator) -> list[str]:
    numbers = rng.choice(len(_MOBILE) * 10_000, count, replace=count > len(_MOBILE) * 10_000)
    return [f"{_MOBILE[number // 10_000]}0000{number % 10_000:04d}" for number in numbers.tolist()]


def _share_phones(people: People, phone: list[str], dice: Dice) -> None:
    """Some couples and small firms use one number for two customers."""
    known = np.flatnonzero(people.is_kind(PersonKind.OWNER, PersonKind.SHOPPER)).tolist()
    for place in known:
        if dice.chance(0.025):
            phone[place] = phone[dice.pick(known)]


def _second_phone(phone: str, dice: Dice) -> str:
    roll = dice.roll()
    if roll < 0.55:
        return phone
    return slip_phone(phone, dice) if roll < 0.75 else f"{dice.pick(_MOBILE)}0000{dice.between(0, 9999):04d}"


def _email(place: int, phone: str, dice: Dice) -> str:
    if dice.chance(0.4):
        return ""
    return f"{phone if dice.chance(0.5) else f'u{place:06d}'}@example.com"


def _nickname(name: str, english: bool, dice: Dice) -> str:
    roll = dice.roll()
    if english:
        return name.split(" ")[0] + (f"_{dice.between(1, 99)}" if roll < 0.6 else "")
    if roll < 0.06:
        return dice.pick(_NICK_COMMON)
    if roll < 0.22:
        return f"用户{dice.between(100000, 9999999)}"
    if roll < 0.34:
        return f"{dice.pick(('老', '小', '大', '阿'))}{name[0]}{dice.pick(('', '开澄野', '的车库', '爱自驾', '在路上', str(dice.between(1, 99))))}"
    nickname = dice.pick(_NICK_HEAD) + dice.pick(_NICK_TAIL)
    return nickname + (dice.pick(("", "_", "")) + str(dice.between(1, 9999)) if roll < 0.8 else "")


def _fan_name(nickname: str, dice: Dice) -> str:
    """On the short-message site most people call themselves the same or nearly so."""
    roll = dice.roll()
    if roll < 0.6:
        return nickname
    if roll < 0.85:
        return nickname + dice.pick(("_", "呀", "的日常", "2号", "Official", "🚗", str(dice.between(1, 99))))
    return dice.pick(_NICK_HEAD) + dice.pick(_NICK_TAIL) + str(dice.between(1, 9999))


def _plate(region: str, dice: Dice) -> str:
    head = dice.pick(_PLATES[region]) + dice.pick("ABCDEFGH")
    return f"{head}D{dice.between(0, 99999):05d}"


def _code(dice: Dice, length: int) -> str:
    return "".join(dice.pick(_CODE) for _ in range(length))


def _customer_ids(people: People) -> list[str]:
    owners = people.is_kind(PersonKind.OWNER).tolist()
    shoppers = people.is_kind(PersonKind.SHOPPER).tolist()
    return [
        f"CY{place:06d}" if owns else f"SC{place:06d}" if shops else ""
        for place, (owns, shops) in enumerate(zip(owners, shoppers, strict=True))
    ]


def identity_rows(handles: Handles, sources: Sequence[str], dice: Dice) -> list[tuple[int, str, str, str]]:
    """Return (person, kind, value, source) for every handle a source holds, slips included.

    `sources` are the names of the owner record, the shop, the two social places and the page, in this order.
    """
    record, shop, forum, micro, page = sources
    rows: list[tuple[int, str, str, str]] = []
    for person, customer in enumerate(handles.customer):
        rows.append((person, "nickname", handles.nickname[person], forum))
        rows.append((person, "nickname", handles.fan_name[person], micro))
        if follows(person):
            rows.append((person, "openid", handles.openid[person], micro))
        if not customer:
            continue
        home = record if customer.startswith("CY") else shop
        rows += [(person, kind, value, home) for kind, value in _record(handles, person) if value]
        if uses_app(person):
            rows.append((person, "openid", handles.openid[person], page))
            rows.append((person, "nickname", handles.nickname[person], page))
        if handles.second_customer[person]:
            rows += [
                (person, "customer_id", handles.second_customer[person], shop),
                (person, "name", handles.second_name[person], shop),
                (person, "phone", handles.second_phone[person], shop),
            ]
        if dice.chance(0.3):
            rows.append((person, "phone", slip_phone(handles.phone[person], dice), "售后热线"))
    return rows


def uses_app(person: int) -> bool:
    """Tell whether the brand's app knows the person's nickname and open id: about two in three."""
    return person * 7919 % 100 < 65


def follows(person: int) -> bool:
    """Tell whether the person follows the brand's account, so that their posts carry their open id: one in six."""
    return person * 104729 % 100 < 17


def _record(handles: Handles, person: int) -> tuple[tuple[str, str], ...]:
    return (
        ("customer_id", handles.customer[person]),
        ("name", handles.name[person]),
        ("phone", handles.phone[person]),
        ("email", handles.email[person]),
        ("vin", handles.vin[person]),
        ("plate", handles.plate[person]),
    )
