"""What is new since a reader last looked."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from huiyin import act, understand
from huiyin.act import reports


def test_news_counts_what_came_after_the_visit(context, ledger, clock, analyst):
    draft = act.CaseDraft("异味", "小周")
    with ledger.write() as connection:
        policy = act.ServicePolicy(act.WorkingHours(ZoneInfo("Asia/Shanghai")), act.DEFAULT_LEVELS)
        act.open_case(connection, draft, policy=policy, by=analyst, clock=clock)
        before = clock() - timedelta(days=2)
        news = reports.read_news(context, connection, understand.Filters(), since=before)
    assert (news.cases_opened, news.alerts) == (1, 0)
    assert 0 < news.voices < 60
    assert "新开 1 个工单" in "".join(
        each.text_zh.replace("\u2009", " ") for each in reports.news_sentences(news)
    )


def test_nothing_new_is_said_as_such(context, ledger, clock):
    with ledger.read() as connection:
        news = reports.read_news(context, connection, understand.Filters(), since=clock())
    assert news.quiet
    assert [each.text_zh for each in reports.news_sentences(news)] == ["上次查看以来没有新的变化。"]


def test_visits_are_kept_by_reader_and_place(connection, clock):
    assert reports.last_visit(connection, "li.na", "reports") is None
    reports.mark_visit(connection, "li.na", "reports", clock=clock)
    clock.move(hours=1)
    reports.mark_visit(connection, "li.na", "reports", clock=clock)
    assert reports.last_visit(connection, "li.na", "reports") == clock()
    assert reports.last_visit(connection, "wang", "reports") is None
