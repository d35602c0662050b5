"""What a report says, and in which order."""

from huiyin.act import reports
from huiyin.charts import Language


def test_first_page_says_what_is_new_and_titles_are_findings(written):
    assert [page.key for page in written.pages[:3]] == ["news", "summary", "mood"]
    assert "60" in written.pages[1].title.text_zh
    assert all(written.words(page.title).endswith(("。", ".")) for page in written.pages)


def test_largest_issue_has_its_own_page_with_voices(written):
    page = next(page for page in written.pages if page.key == "issue:automotive.comfort.odour")
    assert "40" in page.title.text_zh
    assert len(page.quotes) == 3
    assert page.figure is not None
    assert len(page.figure.table.rows) > 3


def test_page_keys_are_unique(written):
    keys = [page.key for page in written.pages]
    assert len(set(keys)) == len(keys)


def test_english_report_has_no_chinese_finding(context, ledger, clock, make_report, letterhead):
    saved = make_report(language=Language.EN, name="Voice of the customer")
    report = reports.edition(ledger.read, context, saved, clock, letterhead=letterhead)
    titles = [report.words(page.title) for page in report.pages]
    assert not [title for title in titles if any("\u4e00" <= letter <= "\u9fff" for letter in title)]


def test_scope_names_the_filters(context, ledger, clock, make_report, letterhead):
    saved = make_report(filters={"product": ["星途 X1"], "aspect": ["automotive.comfort"]})
    report = reports.edition(ledger.read, context, saved, clock, letterhead=letterhead)
    assert report.scope.startswith("星途 X1 · ")


def test_empty_installation_still_writes_a_page(facts, ledger, clock, make_report, letterhead, context):
    saved = make_report(filters={"product": ["没有这个产品"]})
    report = reports.edition(ledger.read, context, saved, clock, letterhead=letterhead)
    assert "还没有原声" in report.pages[0].title.text_zh
    assert report.pages[0].figure is None
