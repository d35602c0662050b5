from datetime import UTC, datetime

import pytest

from huiyin import act, stats


@pytest.fixture
def alert():
    return act.Alert(
        id=7,
        rule_id=1,
        rule_name="异味<预警>",
        state=act.AlertState.OPEN,
        metric=act.AlertMetric.SHARE_NEGATIVE,
        threshold=0.1,
        estimate=stats.wilson(30, 200),
        filters={"product": ["星途 X1"]},
        window_from=datetime(2026, 3, 1, 17, 0, tzinfo=UTC),
        window_to=datetime(2026, 3, 2, 17, 0, tzinfo=UTC),
        verbatims=[{"id": 1, "text": "<script>味道\n很大</script>" + "啊" * 200}],
        fired_at=datetime(2026, 3, 2, 17, 0, tzinfo=UTC),
        useful=None,
        updated_at=datetime(2026, 3, 2, 17, 0, tzinfo=UTC),
        updated_by=None,
    )


def test_subject_names_rule_figure_and_threshold(alert, letterhead):
    content = act.alert_content(alert, letterhead)
    assert content.subject == "[回音预警] 异味<预警>：负面占比 15.0%（阈值 10.0%）"


def test_text_carries_interval_n_and_local_time(alert, letterhead):
    text = act.alert_content(alert, letterhead).text
    assert "95% 区间：10.7% 至 20.6%，n = 200" in text
    assert "2026-03-02 01:00 至 2026-03-03 01:00" in text


def test_html_escapes_what_customers_and_colleagues_wrote(alert, letterhead):
    html = act.alert_content(alert, letterhead).html
    assert "<script>" not in html
    assert "&lt;script&gt;味道 很大" in html
    assert "异味&lt;预警&gt;" in html


def test_long_voices_are_shortened(alert, letterhead):
    assert "啊" * 100 + "…" not in act.alert_content(alert, letterhead).text
    assert "…" in act.alert_content(alert, letterhead).text


def test_link_needs_the_public_address(alert, letterhead):
    assert "https://voc.example.com/act/alerts?id=7" in act.alert_content(alert, letterhead).text
    bare = act.Letterhead(zone=letterhead.zone)
    assert "http" not in act.alert_content(alert, bare).text
    assert act.alert_content(alert, bare).data["link"] is None
