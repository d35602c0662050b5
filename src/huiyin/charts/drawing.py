"""Drawing a chart option outside a browser: ECharts itself makes the SVG, resvg the PNG.

The script is the same build that the pages load, so that a report shows what the screen shows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import resources
from typing import Any

import quickjs
import resvg_py

from huiyin.charts.figure import Figure, Option

FONTS = "Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Micro Hei, DejaVu Sans, sans-serif"
# The tokens of the light page, under the names its styles give them.
INK = {
    "accent": "#4453c4",
    "ink": "#1b1d21",
    "ink-2": "#50545c",
    "ink-3": "#62666e",
    "line": "#e7e6e2",
    "line-strong": "#d5d4cf",
    "negative": "#b3470e",
    "positive": "#0b7570",
    "surface": "#ffffff",
}
LABEL_ROOM = 48
CAPTION_HEIGHT = 58
# What one drawing may cost; an option comes from the page, and so from anybody signed in.
SECONDS = 10
_TOKEN = re.compile(r"^(?:var\(--|@|\$)([a-z0-9-]+)\)?$")
# Paper is not hovered over.
_HOVER = re.compile(r"<style\b.*?</style>", re.DOTALL)
# An engine without a page has no timers, and a still picture needs none.
_STUBS = "globalThis.setTimeout = function () { return 0 }; globalThis.clearTimeout = function () {};"
# A rope of string parts would not cross into Python, a joined one does.
_DRAW = """
function draw(option, theme, width, height) {
  var chart = echarts.init(null, JSON.parse(theme), { renderer: 'svg', ssr: true, width: width, height: height });
  try { chart.setOption(JSON.parse(option)); return [chart.renderToSVGString()].join(''); }
  finally { chart.dispose(); }
}
"""


class ForeignPictureError(ValueError):
    """An option asked to load a picture from elsewhere."""


class ChartScriptMissingError(RuntimeError):
    """The package was built without its client, and with it without the chart script."""


def draw_svg(figure: Figure, *, width: int = 960, height: int = 400) -> str:
    """Return the figure as an SVG document of `width` × `height` pixels.

    Raises `ChartScriptMissingError` where the package holds no chart script.
    """
    option = json.dumps(printable(figure.option), ensure_ascii=False)
    svg: str = _pen().submit(_draw, option, width, height).result()
    return _HOVER.sub("", svg)


def draw_png(svg: str, *, scale: float = 2.0) -> bytes:
    """Return an SVG document as PNG on white, `scale` times its own size in pixels."""
    family = FONTS.split(",")[0]
    picture: bytes = resvg_py.svg_to_bytes(
        svg_string=svg, background="#ffffff", zoom=scale, font_family=family, sans_serif_family=family
    )
    return picture


def draw_picture(
    figure: Figure, *, title: str, note: str, width: int = 1080, height: int = 440, scale: float = 2.0
) -> bytes:
    """Return the figure as PNG that can stand alone: its title above, its window and sample under the title.

    Raises `ForeignPictureError` for an option that would load pictures, `ChartScriptMissingError` as `draw_svg`.
    """
    captioned = Figure(_captioned(figure.option, title, note), figure.table)
    svg = draw_svg(captioned, width=width, height=height + CAPTION_HEIGHT)
    if "<image" in svg:
        raise ForeignPictureError("a chart holds no pictures")
    return draw_png(svg, scale=scale)


def _captioned(option: Option, title: str, note: str) -> Option:
    grid, legend = dict(option.get("grid", {})), dict(option.get("legend", {}))
    caption = {
        "text": title,
        "subtext": note,
        "left": 8,
        "top": 4,
        "itemGap": 6,
        "textStyle": {"fontSize": 16, "color": INK["ink"], "fontFamily": FONTS},
        "subtextStyle": {"fontSize": 11.5, "color": INK["ink-3"], "fontFamily": FONTS},
    }
    return option | {
        "title": caption,
        "grid": grid | {"top": float(grid.get("top", 40)) + CAPTION_HEIGHT},
        "legend": legend | {"top": CAPTION_HEIGHT},
    }


def printable(option: Option) -> Option:
    """Return the option for paper: page colours resolved, type named, nothing that moves.

    >>> printable({"color": "var(--accent)", "animation": True})["color"]
    '#4453c4'
    """
    resolved: Option = _resolved(option)
    text = dict(resolved.get("textStyle", {})) | {"fontFamily": FONTS}
    # A page clips nothing, a picture would cut the last label of an axis.
    grid = dict(resolved.get("grid", {})) | {"right": LABEL_ROOM}
    return resolved | {"animation": False, "textStyle": text, "grid": grid}


def chart_script() -> str:
    """Return the ECharts build that ships with the package; raises `ChartScriptMissingError`."""
    script = resources.files("huiyin.charts").joinpath("assets", "echarts.min.js")
    if not script.is_file():
        raise ChartScriptMissingError("run `python hatch_build.py` to build the client and its chart script")
    return script.read_text(encoding="utf-8")


def _draw(option: str, width: int, height: int) -> str:
    drawn: str = _engine().get("draw")(option, json.dumps(_theme()), width, height)
    return drawn


@cache
def _pen() -> ThreadPoolExecutor:
    # The engine belongs to the thread that made it.
    return ThreadPoolExecutor(1, thread_name_prefix="huiyin-charts")


@cache
def _engine() -> quickjs.Context:
    engine = quickjs.Context()
    engine.eval(_STUBS)
    engine.eval(chart_script())
    engine.eval(_DRAW)
    engine.set_time_limit(SECONDS)
    return engine


def _resolved(value: Any) -> Any:
    if isinstance(value, str):
        named = _TOKEN.match(value)
        return INK.get(named.group(1), value) if named else value
    if isinstance(value, Mapping):
        return {key: _resolved(each) for key, each in value.items()}
    if isinstance(value, Sequence):
        return [_resolved(each) for each in value]
    return value


def _theme() -> Option:
    axis = {
        "axisLine": {"lineStyle": {"color": INK["line-strong"]}},
        "axisTick": {"show": False},
        "axisLabel": {"color": INK["ink-3"], "fontSize": 11.5},
        "splitLine": {"lineStyle": {"color": INK["line"]}},
        "nameTextStyle": {"color": INK["ink-3"], "fontSize": 11.5},
    }
    return {
        "color": [INK["accent"], INK["ink-3"], INK["positive"], INK["negative"]],
        "textStyle": {"fontFamily": FONTS, "color": INK["ink-2"]},
        "categoryAxis": axis | {"splitLine": {"show": False}},
        "timeAxis": axis | {"splitLine": {"show": False}},
        "valueAxis": axis | {"axisLine": {"show": False}},
        "logAxis": axis,
        "line": {"symbol": "none", "lineStyle": {"width": 2}},
        "scatter": {"label": {"color": INK["ink-2"]}},
        "legend": {
            "textStyle": {"color": INK["ink-2"], "fontSize": 12},
            "icon": "roundRect",
            "itemWidth": 12,
            "itemHeight": 6,
            "itemGap": 20,
        },
        "markLine": {"lineStyle": {"color": INK["ink-3"]}, "label": {"color": INK["ink-3"]}},
    }
