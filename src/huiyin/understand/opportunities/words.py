"""The content of a span: what is left of a wish or a making-do when the words of wishing and making do are gone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from scipy import sparse

_CUES = re.compile(
    r"来来?回回?|反复|花(?:了|费|掉|去|我)|(?:不下|已经|[一二两三四五六七八九十几多好])+(?:次|遍|趟|天|个?小时|个多小时)|希望|但愿|期待|期望|盼望?|真?心?建议|求求了?|能不能|能否|可不可以|可否|什么时候|啥时候|要是|如果|若是|就好了|就更好了?|就完美了?|"
    r"更完美|会更好|最好|真的|可以|能够|厂家|官方|商家|卖家|客服|你们|我们?|大家|以后|下次|下一代|下一?款|后面|后续|赶紧|尽快|"
    r"只能|只好|只得|不得不|没办法|将就|凑合|勉强|先|着用|用着|自己|后来|最后|另外|"
    r"太|很|非常|特别|比较|有点|有些|超级|实在|也|都|还|就|再|又|了|吧|呢|啊|呀|哦|吗|的|地|得|个|一下|一个|一点|点|"
    r"还是老样子|老样子|问题依旧|已经|注意|一样|这方面|解释|起来|提供|让人|店家|店里|回复|公司|网站|老板|效果|质量|做好|加油|希望|手机|机子|机器|东西|商品|宝贝|时间|京东|当当|淘宝|天猫|卓越|应该|更多|更|问题|一些|不要|不是|不好|不|能有|能|越好|越来越|这样|这么|那么|一定|要说|喜欢|拿来|用来|当作|当成|当|拿它|居然|没想到|意外发现|支持|解决|完善|人性|方便|觉得|感觉|个人|时候|有|是|会|要|和|跟|在|到|用|改进|改善|改一改|优化|处理|解决|重视|提高|提升|完善|加强|有所|继续|尽量|本来|没抱|抱|功能|东西|产品|这个|那个|这种|现在|麻烦|折腾|费劲|费力|费事|繁琐|懒得|半天|好几次|出来|安排上|有待|需要|必须|给|把|加|出|做|搞|弄|"
    r"好好|唯一|考虑|用心|用点心|这些|那些|什么|怎么|重视|高度|极其|相当|十分|真心|蛮|挺|还有|这里|那里|并且|而且|但是|不过|其他|其它|各种|多多|细致|到位|"
    r"希|望|重新|凑活|懒得|嫌|死|知道|小时|分钟|晚上|下午|上午|时间|反应|联系|商家|购买|买|东东|直接|方面|考虑|立即|努力|进一步|真正|下去|进去|进来|某|稍微|稍|略|明确|尽可能|起码|至少|再|为|啦|嘛|么|哈|\W|\d"
)
_SELLER = re.compile(r"店家|商家|老板|卖家|店主|掌柜|店里|厂家")
_SERVING = re.compile(r"服务|态度|员|小[哥妹姐]|接待|热情|客服|人手|招呼|礼貌|耐心")
_MARK = "|"
LONGEST = 5
# A phrase a little rarer but longer says more.
LENGTH_POWER = 0.6


def content(words: str) -> str:
    """Return the meaning-bearing pieces of a span, parted by a bar.

    >>> content("希望下一代能加一个外放电接口")
    '外放电接口'
    """
    return re.sub(r"\|+", _MARK, _CUES.sub(_MARK, words.lower())).strip(_MARK)


def phrases(words: str) -> set[str]:
    """Return every phrase of two to five characters inside the pieces of a content."""
    return {
        piece[start : start + size]
        for piece in words.split(_MARK)
        for size in range(2, LONGEST + 1)
        for start in range(len(piece) - size + 1)
    }


def names_a_thing(words: str) -> bool:
    """Whether a span says more than that something is wished for, made do with or laboured at.

    >>> names_a_thing("拿胶带粘上"), names_a_thing("凑合用吧")
    (True, False)
    """
    return bool(phrases(content(words)))


def addresses_staff(words: str) -> bool:
    """Whether a span only speaks to the seller, 希望店家多做活动, whatever aspect the seller's name stands for.

    >>> addresses_staff("希望店家多做活动"), addresses_staff("希望店家的服务员热情点")
    (True, False)
    """
    return bool(_SELLER.search(words)) and not _SERVING.search(words)


def leading_phrase(contents: Iterable[tuple[int, str]], fewest: int) -> tuple[str, set[int]] | None:
    """Return the phrase that most people share, longer ones preferred, and who they are; None below `fewest`.

    `contents` are (person, content). Equal ones are decided by the alphabet, so that the same data gives the same name.

    >>> leading_phrase([(1, "外放电接口"), (2, "外放电"), (3, "座椅")], 2)
    ('外放电', {1, 2})
    """
    people: dict[str, set[int]] = defaultdict(set)
    for person, words in contents:
        for phrase in phrases(words):
            people[phrase].add(person)
    shared = {phrase: who for phrase, who in people.items() if len(who) >= fewest}
    if not shared:
        return None
    best = min(shared, key=lambda each: (-len(shared[each]) * len(each) ** LENGTH_POWER, each))
    return best, shared[best]


def gram_vectors(contents: Sequence[str]) -> sparse.csr_array:
    """Return unit TF-IDF vectors over the character bigrams and trigrams of contents, shape (contents, grams)."""
    counted = [
        Counter(p for p in phrases(words) if len(p) < 4) or Counter([words or _MARK]) for words in contents
    ]
    index = {gram: i for i, gram in enumerate(sorted({gram for each in counted for gram in each}))}
    rows = np.repeat(np.arange(len(counted)), [len(each) for each in counted])
    columns = np.array([index[gram] for each in counted for gram in each], dtype=np.int64)
    matrix = sparse.csr_array(
        (np.ones(len(columns)), (rows, columns)), shape=(len(counted), max(len(index), 1))
    )
    rarity = np.log((1 + len(counted)) / (1 + np.bincount(columns, minlength=matrix.shape[1]))) + 1
    weighted = matrix.multiply(rarity[None, :]).tocsr()
    norms = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    return (sparse.diags_array(1.0 / np.maximum(norms, 1e-12)) @ weighted).tocsr()


def variants(
    said: Sequence[tuple[int, str]], known: Sequence[str], fewest: int, most: int = 6
) -> list[tuple[str, int]]:
    """Return the different things people mean, each with its number of people; words in `known` tell nothing apart.

    >>> variants([(1, "座椅|腰托"), (2, "座椅|记忆"), (3, "记忆")], ["座椅"], 1)
    [('记忆', 2), ('腰托', 1)]
    """
    rows = [(who, _without(words, known)) for who, words in said]
    found: list[tuple[str, int]] = []
    while len(found) < most and (best := leading_phrase(rows, fewest)):
        found.append((best[0], len(best[1])))
        rows = [(who, words) for who, words in rows if best[0] not in words]
    return found


def parts(words: str, known: Sequence[str]) -> set[str]:
    """Return what a content says beside `known` words: its pairs of characters and lone ones, "" where it says no more.

    >>> sorted(parts("包装|塑料袋|大", ["包装"]))
    ['塑料', '大', '料袋']
    """
    pieces = _without(words, known).split(_MARK)
    pairs = {piece[start : start + 2] for piece in pieces for start in range(max(len(piece) - 1, 1))}
    return pairs - {""} or {""}


def _without(words: str, known: Sequence[str]) -> str:
    for each in known:
        words = words.replace(each, _MARK)
    return words
