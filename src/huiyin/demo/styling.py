"""The way somebody types: punctuation, exclamation, slips of the keyboard."""

from __future__ import annotations

from huiyin.demo.dice import Dice

FULL, HALF, SPACED, BARE, TRAILING, LOUD = range(6)
_HALF = str.maketrans("，。！？；：（）", ",.!?;:()")
_SPACED = str.maketrans("，。；", "   ")
_SLIPS = (
    ("座椅", "坐椅"),
    ("已经", "以经"),
    ("客服", "客户"),
    ("续航", "续行"),
    ("在", "再"),
    ("的时候", "得时候"),
    ("副驾", "付驾"),
    ("车机", "车几"),
    ("方便", "方变"),
    ("感觉", "感脚"),
    ("喜欢", "稀饭"),
    ("没有", "木有"),
    ("什么", "神马"),
    ("真的", "真滴"),
    ("这样", "酱紫"),
    ("不知道", "不造"),
    ("服务", "服物"),
    ("异响", "异向"),
    ("质量", "质亮"),
    ("做工", "作工"),
    ("空调", "空條"),
    ("充电", "冲电"),
    ("账号", "帐号"),
    ("安装", "按装"),
    ("物流", "物留"),
    ("高速", "高数"),
    ("底盘", "底盆"),
    ("满意", "满义"),
)


def type_out(text: str, style: int, dice: Dice, *, closes: float, slip: float = 0.035) -> str:
    """Return `text` as somebody of `style` would type it; with chance `closes` it gets a closing mark."""
    if dice.chance(slip):
        text = _slip(text, dice)
    if text and text[-1] not in "？！。~…!?.#" and dice.chance(closes) and style != BARE:
        text += "。"
    return _punctuate(text, style, dice)


def _punctuate(text: str, style: int, dice: Dice) -> str:
    if style == HALF:
        return text.translate(_HALF)
    if style == SPACED:
        return text.translate(_SPACED).strip()
    if style == TRAILING:
        return text.replace("。", dice.pick(("。。。", "…", "~", "。。"))) if dice.chance(0.7) else text
    if style == LOUD and text.endswith("。"):
        return text[:-1] + dice.pick(("！", "！！", "！"))
    return text


def _slip(text: str, dice: Dice) -> str:
    found = [pair for pair in _SLIPS if pair[0] in text]
    if not found:
        return text
    right, wrong = dice.pick(found)
    return text.replace(right, wrong, 1)
