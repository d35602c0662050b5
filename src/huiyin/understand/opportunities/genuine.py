"""Which stated needs are worth hunting: said for oneself, to the maker, with something in them that could be made."""

from __future__ import annotations

import re

from huiyin.understand.opportunities.grammar import says
from huiyin.understand.opportunities.words import content, names_a_thing

# A span is the shortest stretch a reader understands; longer ones are several sentences without a stop.
LONGEST = 40
# An expectation that was held, or a hope for one's own luck, is not voiced to the maker.
_HELD = re.compile(
    r"以为|想象|想的|预期|期待|期望值|抱.{0,2}希望|本来|好用|好吃|耐用|用[的得]?(?:更|时间)?的?[久长]|能用.{0,4}[年月载]|正品|是真的|如.{0,6}(?:一样|介绍|所愿)|越[来做办卖]|"
    r"生意|合作|帮[助到上]|看到.{0,8}(?:评论|评价|的人)|上当|点赞|满意|这次|希望(?:它|这款|以后)?(?:不要|别)|看到.{0,4}书|能起到|考试|学习|一如既往|有机会|失望|没有?问题|再出现|更多的?交易|(?:大家|网友|消费者|亲们|朋友)|会改善|有所?改善|有助于|喜欢$|买到|甜的|保持"
)
# One's own fate and plans, what later buyers should know, and what the maker already does are nothing to be made.
_OWN = re.compile(
    r"希望(?:着|能|可以)?(?:我们?|自己|俺|[他她](?!们)|媳妇|老[公婆人]|爸|妈|爷|奶|孩子|宝[宝贝]|娃|女儿|儿子|家人|有一[天日])|"
    r"希望.{0,4}(?:长期|坚持|继续|一直|永远|维持|早日(?:康复|发))|希望.{0,6}(?:效果|有效|疗效|参考)|效果$|(?:后面|以后|后来)的?(?:人|买家|顾客|朋友)|买[家者]们?看|"
    r"(?:下次|以后|再|还会?|还能?|再次|过[几两]天|有空|有时间)(?:再|还|能|会|去|来|要|次|可以){0,3}(?:来|去|光[临顾]|买|吃|试|尝|点(?!单|餐更)|约|带|逛|回购|购买)|(?:下次|以后)(?:还|继续|接着|试|尝|换)|"
    r"参考|借鉴|喜结|幸福|健康成长|长大|童年|小时候|平安|顺利|学会|考上|上市$|慎重|三思|明察|珍惜|"
    r"估计|可能|只要|不希望|应该(?:有[不个]|是)|可以选择|适应|过?(?:段|一?阵|几天).{0,4}就好|懂.{0,4}的人|缺陷|保命|重启就好|拨打|[\d一二两三半].{0,2}(?:斤|mm|毫米|克)就(?:不错|好)|改善.{0,10}(?:发|头皮|皮肤|体质|睡眠|干枯)"
)
# A case to be settled and a call to be heard are redress.
_REDRESS = re.compile(
    r"调货|补(?:发|偿|差|送|寄|一[个条])|反馈|介入|表扬|嘉奖|加[工薪]|回[复应]|看[到见下]|给.{0,3}(?:处理|解决|答复|交代)|查[清一]|调查|严查|整[治顿]|封|下架|倒闭|关门|反省|检讨|自重|"
    r"(?:引起|高度|能够?|予以|立即|尽快)(?:.{0,6})(?:重视|注意|关注|解决)$|收回|拉黑|黑心|骗|欺|假[货的]|山寨|正常发货|这种(?:情况|事|现象|问题)|类似(?:情况|事|问题)|此类"
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

# 服务有待提高 finds fault and leaves open what should be made of it.
_GENERAL = re.compile(r"服务|管理|素质|态度|水平|意识")
# One word is enough where it is a deed: 懒得退. Of 好麻烦 nobody knows what it is about.
_DEED = re.compile(r"[退换装寄修拆贴洗充调取催找跑弄设擦撕剥剪]")


def is_genuine(kind: str, words: str) -> bool:
    """Whether a span of a kind of need (`expectation`, `need`, `workaround`, `effort`) may be part of an opportunity.

    >>> [is_genuine("expectation", each) for each in ("希望味道不错", "希望出小包装", "建议大家先看尺码")]
    [False, True, False]
    >>> [is_genuine("expectation", each) for each in ("服务有待提高", "送餐服务有待提高")]
    [False, True]
    >>> [is_genuine("effort", each) for each in ("省去了跑超市的麻烦", "后盖很难打开")]
    [False, True]
    >>> [is_genuine("effort", each) for each in ("懒得退了", "真的好麻烦啊")]
    [True, False]
    >>> [is_genuine("workaround", each) for each in ("封口用胶带粘的", "只能拿胶带粘上")]
    [False, True]
    """
    if len(words) > LONGEST or _TRIVIAL.search(words) or _NOT_THE_MAKER.search(words):
        return False
    if not says(kind, words) or _OF_KIND[kind].search(words):
        return False
    if kind in ("expectation", "need") and any(veto.search(words) for veto in (_LUCK, _OWN, _REDRESS)):
        return False
    # A wish without a thing leaves nothing to be made.
    if kind == "effort":
        return names_a_thing(words) or bool(_DEED.search(content(words)))
    return kind == "workaround" or names_a_thing(_GENERAL.sub("，", words))


_OF_KIND = {"expectation": _HELD, "need": _HELD, "workaround": _NO_MAKESHIFT, "effort": _NO_LABOUR}
