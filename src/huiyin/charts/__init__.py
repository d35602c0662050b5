"""Charts as data: each function returns an ECharts option without any code in it, and its table twin."""

from huiyin.charts.bars import Bar, bar_chart
from huiyin.charts.crossing import CrossingCell, crossing_chart
from huiyin.charts.curve import CurvePoint, closing_chart
from huiyin.charts.drawing import (
    ChartScriptMissingError,
    ForeignPictureError,
    draw_picture,
    draw_png,
    draw_svg,
)
from huiyin.charts.effect import EffectWeek, effect_chart
from huiyin.charts.expectation import ExpectedDay, expectation_chart
from huiyin.charts.figure import Figure, Language, Measured, Reading, Table, interval_text, percent
from huiyin.charts.layers import layers_chart
from huiyin.charts.map import MapPoint, map_chart
from huiyin.charts.plane import PlanePoint, plane_chart
from huiyin.charts.saturation import SaturationPoint, saturation_chart
from huiyin.charts.share_line import WeeklyShare, aspect_trend_chart, sentiment_chart
from huiyin.charts.volume import VolumeWeek, volume_chart

__all__ = [
    "Bar",
    "ChartScriptMissingError",
    "CrossingCell",
    "CurvePoint",
    "EffectWeek",
    "ExpectedDay",
    "Figure",
    "ForeignPictureError",
    "Language",
    "MapPoint",
    "Measured",
    "PlanePoint",
    "Reading",
    "SaturationPoint",
    "Table",
    "VolumeWeek",
    "WeeklyShare",
    "aspect_trend_chart",
    "bar_chart",
    "closing_chart",
    "crossing_chart",
    "draw_picture",
    "draw_png",
    "draw_svg",
    "effect_chart",
    "expectation_chart",
    "interval_text",
    "layers_chart",
    "map_chart",
    "percent",
    "plane_chart",
    "saturation_chart",
    "sentiment_chart",
    "volume_chart",
]
