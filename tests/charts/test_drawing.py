"""What a figure looks like outside a browser."""

from xml.etree import ElementTree

from huiyin.charts import Bar, Reading, WeeklyShare, aspect_trend_chart, bar_chart, draw_png, draw_svg
from huiyin.charts.drawing import FONTS, printable

WEEKS = [WeeklyShare(f"2026-01-{day:02}", Reading(0.1, 0.08, 0.13, 300)) for day in (5, 12, 19)]


def trend():
    return aspect_trend_chart(WEEKS, name_zh="空调异味", name_en="Odour")


def test_svg_holds_chinese_words_and_names_type_for_them():
    svg = draw_svg(trend(), width=800, height=300)
    root = ElementTree.fromstring(svg)  # noqa: S314 our own picture
    assert root.attrib["width"] == "800"
    assert "空调异味：负面客户占比" in "".join(root.itertext())
    assert "Noto Sans CJK SC" in svg


def test_same_figure_draws_the_same_picture_twice():
    first, second = (draw_svg(trend()) for _ in range(2))
    assert [text.strip() for text in ElementTree.fromstring(first).itertext()] == [  # noqa: S314 our own
        text.strip()
        for text in ElementTree.fromstring(second).itertext()  # noqa: S314 our own
    ]


def test_png_has_the_asked_size():
    png = draw_png(draw_svg(trend(), width=400, height=200), scale=2)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert [int.from_bytes(png[at : at + 4], "big") for at in (16, 20)] == [800, 400]


def test_markup_in_a_customers_name_stays_text():
    figure = bar_chart([Bar("</text><script>x</script>", Reading(0.1, 0.08, 0.13, 300))], title="t")
    assert "<script>" not in draw_svg(figure)


def test_paper_takes_the_colours_of_the_light_page():
    option = printable({"series": [{"color": "var(--negative)"}], "textStyle": {"fontFamily": "inherit"}})
    assert option["series"][0]["color"] == "#b3470e"
    assert option["textStyle"]["fontFamily"] == FONTS
