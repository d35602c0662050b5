"""The optional language model on the pages: voices summed up, unsure opinions suggested; and what people label in audits."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.analyse.language_model.chat_server import chat_server, points

from huiyin import bootstrap
from huiyin.analyse.second_opinions import UnsureOpinion, Verdict, keep_verdicts
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings

pytestmark = pytest.mark.journey

SAID = (
    "车机经常卡顿，重启也没用",
    "座椅很舒服，跑长途不累",
    "空调有异味，开窗才好些",
    "4S店态度很差，再也不去",
)


def _answer(asked: dict[str, Any]) -> str:
    lines = asked["messages"][1]["content"]
    key = int(re.search(r"^(\d+)\t车机经常卡顿", lines, re.MULTILINE)[1])  # type: ignore[index]
    return points(("车机卡顿让人烦", [(key, "车机经常卡顿")]), ("电池鼓包", [(key, "电池鼓包")]))


@pytest.fixture(scope="module")
def site(begin_fresh: Callable[[], Any]) -> Iterator[Any]:
    """A fresh server with a language model of ours and twelve voices."""
    with chat_server(_answer) as chat, pytest.MonkeyPatch.context() as patch:
        patch.setenv("HUIYIN_LANGUAGE_MODEL_URL", chat.address)
        patch.setenv("HUIYIN_LANGUAGE_MODEL", "small")
        fresh = begin_fresh()
        items = [
            {
                "external_id": str(number),
                "occurred_at": f"2026-11-{number + 1:02d}T02:00:00Z",
                "text": f"{SAID[number % 4]}{'。' * (number // 4)}",
                "author": f"车主{number}",
            }
            for number in range(12)
        ]
        body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": items}
        with fresh.client() as client:
            assert client.post("/feedback", json=body).json()["accepted"] == 12
            _wait(client, 12)
        yield fresh


def _wait(client: Any, voices: int) -> None:
    for _ in range(300):
        health = client.get("/health").json()
        if health["facts"]["voices"] == voices:
            return
        time.sleep(0.2)
    pytest.fail("the voices were not projected")


def _suggest(site: Any, home: Any) -> int:
    """Keep a second opinion about the first opinion of some voice, as the background does; return the voice."""
    with site.client() as client:
        voices = client.get("/verbatims").json()["items"]
    voice = next(one for one in voices if one["opinions"])
    first = voice["opinions"][0]
    place = (first["aspect"], first["start"], first["end"])
    unsure = UnsureOpinion(voice["id"], "automotive", *place, first["sentiment"], 0.31, "kernel@1")
    ledger = bootstrap.open_ledger_of(Settings(home=home))
    verdict = Verdict(first["aspect"], 0, first["start"], first["end"])
    with ledger.write() as connection:
        keep_verdicts(connection, [(unsure, verdict)], model="small", now=utc_now())
    ledger.close()
    return int(voice["id"])


@pytest.mark.parametrize("phone", [False, True])
def test_voices_are_summed_up_and_a_quote_opens_its_voice(site, visit, keep, phone: bool) -> None:
    page = visit(site, "/understand/verbatims", phone=phone)
    page.get_by_role("button", name="归纳").click()
    page.get_by_text("车机卡顿让人烦").wait_for()
    page.get_by_text(re.compile("1 点因没有真实引文被舍去")).wait_for()
    keep(page, f"summary-{'phone' if phone else 'desk'}")
    assert page.get_by_text("电池鼓包").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="车机经常卡顿").click()
    page.get_by_role("dialog", name="原声").get_by_text("车机经常卡顿").first.wait_for()


def test_a_suggestion_is_agreed_to_on_the_audit_page(site, visit, keep, begun_logs) -> None:
    with site.client() as client:
        drawn = client.get("/audits").json()
    voice = _suggest(site, begun_logs[site.url].parent)
    page = visit(site, "/understand/audit")
    panel = page.locator(".panel", has_text="语言模型的建议")
    panel.get_by_text("机器（把握 31%）").wait_for()
    keep(page, "suggestions")
    panel.get_by_role("button", name=re.compile("^同.?意$")).click()
    panel.get_by_text("没有待看的建议").wait_for()
    with site.client() as client:
        report = client.get("/language-model").json()
        assert (report["accepted"], report["open"]) == (1, 0)
        assert client.get("/audits").json() == drawn
        for _ in range(100):
            told = client.get(f"/feedback/{voice}").json()["opinions"][0]
            if told["confidence"] == 1.0:
                break
            time.sleep(0.1)
        assert (told["judged_by"], told["sentiment"], told["confidence"]) == ("small", 0, 1.0)
    page.goto("/settings")
    page.get_by_role("heading", name="语言模型").wait_for()
    page.get_by_text("待看 0 · 同意 1 · 不同意 0 · 无依据舍去 0").wait_for()
    keep(page, "settings-model")


@pytest.mark.parametrize("phone", [False, True])
def test_types_and_needs_are_labelled_by_chips(site, visit, keep, phone: bool) -> None:
    with site.client() as client:
        drawn = client.post("/audits?taxonomy=automotive", json={"customers": 10}).json()
    page = visit(site, f"/understand/audit?audit={drawn['id']}", phone=phone)
    types = page.get_by_role("group", name="这条是")
    types.get_by_role("button", name="投诉").click()
    types.get_by_role("button", name="建议").click()
    types.get_by_role("button", name="建议").click()
    page.get_by_role("group", name="里面有").get_by_role("button", name="费力").click()
    keep(page, f"audit-chips-{'phone' if phone else 'desk'}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="记下，看下一条").click()
    page.get_by_text("上一条，机器读出").wait_for()
    assert types.get_by_role("button", name="投诉").get_attribute("aria-pressed") == "false"
    with site.client() as client:
        marks = {one["mark"] for one in client.get(f"/audits/{drawn['id']}").json()["marks"]}
    assert {"complaint", "effort"} <= marks
