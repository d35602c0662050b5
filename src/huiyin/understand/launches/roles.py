"""Who speaks about something new: somebody who uses it, somebody who watches, or somebody who sells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class LaunchSpeaker(StrEnum):
    """What a voice about a launch is."""

    USER = "user"
    ONLOOKER = "onlooker"
    PROMOTION = "promotion"
    DUPLICATE = "duplicate"

    @property
    def zh(self) -> str:
        return {"user": "首批用户", "onlooker": "围观", "promotion": "推广", "duplicate": "重复"}[self.value]

    @property
    def en(self) -> str:
        return {
            "user": "First users",
            "onlooker": "Onlookers",
            "promotion": "Promotion",
            "duplicate": "Copies",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Said:
    """A voice as far as its role depends on it; `judged` when it judges a part and not only the whole."""

    text: str
    judged: bool
    bought: bool


# Calls to do something, prices off and headline marks: one may stand in anybody's text, two make an advertisement.
_SELLING = (
    r"^【|^\[[^\]]{2,12}\]|[🔥🎉💥📢]{1}",
    r"限时|限量|先到先得|名额有限|仅限前|最后\d+天|手慢无|前\s*\d+\s*名",
    r"首销权益|置换(?:至高)?补贴|0首付|0利息|零首付|底价|立减|直降|优惠券|满减|到手价|秒杀|\b(?:off|discount|deal)\b",
    r"私信|扣1|评论区|点击|链接|戳|主页|加微|加V|扫码|咨询热线|预约试驾|link in bio|dm me",
    r"转发|抽奖|抽取?\d*位|关注并|宠粉|福利|赠送?|礼盒|好礼|giveaway",
    r"耀世|重磅|登场|热销|震撼|钜惠|盛大|火爆|开启预售|恭贺|匠心",
    r"#[^\s#]{2,20}#?.*#[^\s#]{2,20}|1[3-9]\d{9}|https?://",
)
_USING = re.compile(
    r"提了|提到|提车|刚提|到手|入手|上牌|落地|首保|开了[一二两三四五六七八九十几\d半]|跑了\s*\d|用了[一二两三四五六七八九十几\d半]"
    r"|满电跑|一周充|试驾回来|试驾了|试驾完|坐进去|我的|我家|自己的|坐后排|坐了一|车主|实测|真实感受|用下来|"
    r"\btest[- ]dr(?:ove|iven)\b|\bquick review\b|\bgot (?:the|my)\b|\b(?:i|we) (?:bought|drove|own|test[- ]drove|have had|use)\b|\bmy (?:new )?\w+\b|picked (?:it|mine) up",
    re.IGNORECASE,
)  # fmt: skip
_WATCHING = re.compile(
    r"发布会|坐等|蹲一|蹲个|听说|据说|友商|满屏|都在聊|到底咋样|怎么样[？?]|有没有人|要不要再等|再等等|纠结|期待|官宣|预售|今晚|直播"
    r"|公布价格|上市价|这个价|去看看|去试驾|心动|观望|打算|准备买|想买|会不会|压力大|睡不着"
    r"|\b(?:heard|rumou?r|waiting for|can't wait|announced|wonder if|should i)\b",
    re.IGNORECASE,
)  # fmt: skip
_SELLS = tuple(re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in _SELLING)
SELLING_CUES = 2
# Nobody but a seller asks to be followed and passed on.
_ASKS_TO_SHARE = re.compile(
    r"关注并转发|转发.{0,4}抽|抽\d+位送|评论区扣|领取底价|follow and (?:share|repost)", re.IGNORECASE
)
_NUMBERS = re.compile(r"\d+")
_MARKS = re.compile(r"[^\w]+")


def role_of(said: Said) -> LaunchSpeaker:
    """Return the role of one voice, apart from copies, which only the others show.

    An order of the product speaks louder than words; who judges a part without a word of waiting has tried it.

    >>> role_of(Said("提车两周，后排能躺平，续航真不虚", True, False)).value
    'user'
    >>> role_of(Said("发布会看完了，价格有点狠", True, False)).value
    'onlooker'
    >>> role_of(Said("【新车】限时补贴，私信领取底价！", False, False)).value
    'promotion'
    """
    if sells(said.text):
        return LaunchSpeaker.PROMOTION
    if said.bought or _USING.search(said.text):
        return LaunchSpeaker.USER
    if _WATCHING.search(said.text):
        return LaunchSpeaker.ONLOOKER
    return LaunchSpeaker.USER if said.judged else LaunchSpeaker.ONLOOKER


def sells(text: str) -> bool:
    """Tell whether a text advertises.

    >>> sells("限时补贴，私信领取底价！"), sells("补贴是真不少，车也好开")
    (True, False)
    """
    return _ASKS_TO_SHARE.search(text) is not None or selling_cues(text) >= SELLING_CUES


def selling_cues(text: str) -> int:
    """Return how many kinds of selling a text shows."""
    return sum(pattern.search(text) is not None for pattern in _SELLS)


def skeleton(text: str) -> str:
    """Return what copies of one text share: its words without numbers, marks and hashtags.

    >>> skeleton("抽10位送车模！#新车#") == skeleton("抽5位送车模 #新车#")
    True
    """
    return _MARKS.sub("", _NUMBERS.sub("0", text))
