"""Which stated needs are worth hunting: said for oneself, to the maker, with something in them that could be made."""

from __future__ import annotations

import re

from huiyin.understand.opportunities.words import content, phrases

# A span is the shortest stretch a reader understands; longer ones are several sentences without a stop.
LONGEST = 40
# An expectation that was held, or a hope for one's own luck, is not voiced to the maker.
_HELD = re.compile(
    r"以为|想象|想的|预期|期待|期望值|抱.{0,2}希望|本来|好用|好吃|耐用|用[的得]?(?:更|时间)?的?[久长]|能用.{0,4}[年月载]|正品|是真的|如.{0,6}(?:一样|介绍|所愿)|越[来做办卖]|"
    r"生意|合作|帮[助到上]|看到.{0,8}(?:评论|评价|的人)|上当|点赞|满意|这次|希望(?:它|这款|以后)?(?:不要|别)|看到.{0,4}书|能起到|考试|学习|一如既往|有机会|失望|没有?问题|再出现|更多的?交易|(?:大家|网友|消费者|亲们|朋友)|会改善|有所?改善|有助于|喜欢$|买到|甜的|保持"
)
# 希望味道不错 hopes; 希望味道再淡一点 asks.
_LUCK = re.compile(
    r"^[^，]{0,2}(?:希望|但愿|祈祷)(?!.*(?:再|更|[一]?点|些|改|提高|提升|加强|增加|降|能有|提供|以后|下次|商家|厂家|店家|卖家)).*"
    r"(?:[好不]错?|有用|有效|可以|耐看|够用|好[喝闻看穿])$"
)
# Told to other customers, or asked of the state.
_NOT_THE_MAKER = re.compile(
    r"建议.{0,4}(?:大家|用户|各位|新手|亲|购买|买的|想买|后来|先看|去看|入手|慎|别买|不要买)|建议.*(?:来看|再买|慎重|考虑)|不建议|建议[自去]|国家|政府|监管|有关部门|相关部门|工商|曝光"
)
# Redress of one's own case, blame and good wishes leave nothing to be made.
_TRIVIAL = re.compile(
    r"投诉|赔偿|赔付|退款|退货$|退换货?$|补发|召回|招回|说法|解释|麻烦了$|留着|离不开|寝食难安|做[得的]?更?好$|做好$|加油|走[得的]更远|处理好?$|更上一层|毛病$|#|"
    r"为什么|凭什么|抓狂|没心情|良心|诚信|信心|脸"
)
# Trouble that was spared, an errand not run, and a polite 麻烦你 are no labour.
_NO_LABOUR = re.compile(
    r"省去|省得|省了|免得|免去|避免|不用|不必|无需|没有?[^，]{0,4}(?:麻烦|繁琐)|不太?麻烦|不想|懒得(?:跑|去|出|逛)|^(?:那|请|就|所以)?麻烦(?!死|得|的|了|透|大|多|$)"
)
# 只能用两小时 tells a limit, 只能换货 a claim: neither makes do.
_NO_MAKESHIFT = re.compile(
    r"(?:只能|只可|最多)[^，]{0,8}?(?:\d+|[一二两三四五六七八九十几半])\s*多?(?:个?小时|天|分钟|次|首|条|张|秒|个月|个字|年)|"
    r"忍|倒霉|只[能好得](?:说|是|申请|退|换货|等|给(?:差评|一星)|认|呵呵|怪|祈)|说.{0,3}只能|"
    r"(?:只[能好]|不得不|后来又?|最后).{0,2}换(?:了?[一几]次|机器?|手机|货|了)?$|更换$"
)


def is_genuine(kind: str, words: str, *, fine: bool) -> bool:
    """Whether a span of a kind of need (`expectation`, `need`, `workaround`, `effort`) may be part of an opportunity.

    A making-do may be told without a thing where its clause names a fine aspect (`fine`).

    >>> [is_genuine("expectation", each, fine=False) for each in ("希望味道不错", "希望出小包装", "建议大家先看尺码")]
    [False, True, False]
    >>> [is_genuine("effort", each, fine=False) for each in ("省去了跑超市的麻烦", "后盖很难打开")]
    [False, True]
    """
    if len(words) > LONGEST or _TRIVIAL.search(words) or _NOT_THE_MAKER.search(words):
        return False
    if _OF_KIND[kind].search(words) or (kind == "expectation" and _LUCK.search(words)):
        return False
    said = content(words)
    if kind in ("expectation", "need"):
        return bool(phrases(said))
    return bool(said) or (kind == "workaround" and fine)


_OF_KIND = {"expectation": _HELD, "need": _HELD, "workaround": _NO_MAKESHIFT, "effort": _NO_LABOUR}
