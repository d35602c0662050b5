"""A complaint becomes a case and is resolved; the facts become a report that a stranger opens by link."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime

import pytest

pytestmark = pytest.mark.journey


def test_complaint_becomes_a_case_is_resolved_asked_about_and_opened_again(world, visit, browser) -> None:
    with world.client() as client:
        known = _complaint_of_somebody_to_ask(client)
    desk = visit(world, f"/understand/verbatims?voice={known['id']}")
    desk.get_by_role("link", name="建立工单").click()
    desk.get_by_label("负责人").fill("小周")
    desk.get_by_role("dialog").get_by_role("button", name="建立工单").click()
    desk.get_by_role("button", name=re.compile(known["text"][:8])).focus()
    desk.keyboard.press("Enter")
    desk.get_by_label("怎么解决的").fill("更换滤芯并回访")
    desk.get_by_role("button", name="解决", exact=True).click()
    desk.get_by_role("button", name="重新打开").wait_for()
    link = desk.locator(".case-asked code").inner_text()
    customer = browser.new_context(locale="zh-CN").new_page()
    customer.goto(link)
    customer.locator("input[type=radio][value='1']").first.check(force=True)
    customer.get_by_role("button", name="提交").click()
    customer.locator("#thanks").wait_for()
    with world.client() as client:
        [case] = client.get("/cases", params={"customer_id": known["customer"]["id"]}).json()["items"]
    _wait_for(lambda: _case(world, case["id"])["state"] == "open", seconds=60)
    assert _case(world, case["id"])["asked_again_score"] == 1


def test_alert_becomes_the_case_of_the_customer_who_was_heard(world, visit, keep) -> None:
    source, words = "门店来电记录", "刹车踩下去发软，已经第二次了，很不放心。"
    rule = {
        "name": "来电：一天内有人说到安全",
        "metric": "voices",
        "threshold": 1,
        "filters": {"source": [source]},
    }
    customer = {"external_id": "J-7302", "name": "许文静", "region": "华南"}
    said = {
        "external_id": "J-2",
        "occurred_at": datetime.now(UTC).isoformat(),
        "text": words,
        "customer": customer,
    }
    with world.client() as client:
        assert client.post("/alert-rules", json=rule).status_code == 201
        body = {"source": source, "channel": "service", "items": [said]}
        assert client.post("/feedback", json=body).json()["accepted"] == 1
        _wait_for(lambda: _fired(client, rule["name"]), seconds=120)
    desk = visit(world, "/act/alerts")
    alert = desk.locator("article.alert").filter(has_text=rule["name"])
    alert.get_by_role("link", name="建立工单").click()
    drawer = desk.get_by_role("dialog")
    drawer.get_by_text("是谁的事").wait_for()
    # The words are pressed, as a person does: it waits until the drawer has come to rest.
    drawer.locator("label").filter(has_text=words).click()
    _wait_for(lambda: drawer.get_by_label("标题").input_value() == words, seconds=10)
    drawer.get_by_label("负责人").fill("小周")
    keep(desk, "case-from-alert")
    drawer.get_by_role("button", name="建立工单").click()
    desk.get_by_role("button", name=re.compile(words[:6])).first.wait_for()
    with world.client() as client:
        waiting = client.get("/cases", params={"state": "open", "limit": 500}).json()["items"]
    case = next(each for each in waiting if each["title"] == words)
    assert case["origin"] == "alert"
    assert case["customer_id"] is not None


def _fired(client, name: str) -> bool:
    return any(each["name"] == name for each in client.get("/alerts").json()["items"])


def _complaint_of_somebody_to_ask(client) -> dict:
    """Say a complaint of a new customer who agrees to be contacted: some of the demo world decline, or were asked."""
    words = "空调一打开就有霉味，孩子坐久了头晕，第三次来修了。"
    customer = {"external_id": "J-7301", "name": "顾晓岚", "region": "华东"}
    said = {"external_id": "J-1", "occurred_at": datetime.now(UTC).isoformat(), "text": words}
    body = {"source": "服务热线记录", "channel": "service", "items": [said | {"customer": customer}]}
    assert client.post("/feedback", json=body).json()["accepted"] == 1
    search = {"q": words[:12], "source": body["source"]}
    _wait_for(lambda: client.get("/verbatims", params=search).json()["items"], seconds=60)
    voice = client.get("/verbatims", params=search).json()["items"][0]
    consent = {"allowed": True, "note": "热线录音"}
    client.put(f"/customers/{voice['customer']['id']}/consent", json=consent).raise_for_status()
    return voice


def _case(world, case_id: int) -> dict:
    with world.client() as client:
        return client.get(f"/cases/{case_id}").json()


def _wait_for(holds, *, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.2)


def test_action_is_judged_told_and_shown_on_the_programme_page(world, visit) -> None:
    with world.client() as client:
        done = [each for each in client.get("/actions").json()["items"] if each["state"] == "done"]
        _wait_for(lambda: _verdict(client, done[0]["id"]) is not None, seconds=120)
        told = next(each for each in done if "OTA" in each["title"])
    desk = visit(world, f"/act/actions/{told['id']}")
    desk.get_by_text("我们听到了，改好了").first.wait_for()
    desk.goto("/act/programme")
    desk.get_by_role("link", name=told["title"]).wait_for()
    desk.get_by_text("目标与达成").wait_for()


def _verdict(client, action_id: int) -> str | None:
    return client.get(f"/actions/{action_id}").json()["verdict"]


def test_action_is_planned_before_it_is_promised_and_ranked_by_its_effort(world, visit) -> None:
    desk = visit(world, "/understand/facts?new-action=automotive.comfort.odour")
    desk.locator(".plan-note").filter(has_text="客户").wait_for()
    done, judged = desk.get_by_label("截止日期"), desk.get_by_label("检验日期")
    # The day of judgement follows the plan, more than once, until a person names one.
    for day in ("2040-03-01", "2050-03-01"):
        done.fill(day)
        _wait_for(lambda day=day: judged.input_value() > day, seconds=60)
    judged.fill("2060-01-02")
    with desk.expect_response("**/actions/plan"):
        done.fill("2051-03-01")
    assert judged.input_value() == "2060-01-02"
    desk.get_by_label("要做什么").fill("更换脚垫供应商")
    desk.get_by_label("工作量（人周）").fill("4")
    desk.get_by_role("button", name="建立并冻结证据").click()
    desk.get_by_text("行动已建立，证据已冻结。").wait_for()
    desk.goto("/act/actions?as=list")
    desk.get_by_role("link", name="更换脚垫供应商").first.click()
    desk.get_by_text("建立时的计划").wait_for()
    desk.get_by_text("每人周约让").wait_for()


def test_signal_gets_a_crisis_room_that_closes_with_a_review(world, visit) -> None:
    with world.client() as client:
        _wait_for(lambda: client.get("/signals").json()["items"], seconds=120)
        # The oldest: over the newest, what breaks today, the demo company opens a room itself.
        signal = min(client.get("/signals").json()["items"], key=lambda each: each["since"])
    desk = visit(world, f"/act/crises/{signal['id']}")
    desk.get_by_role("button", name="打开危机室").click()
    desk.get_by_label("写下来").fill("暂停发运")
    desk.get_by_role("button", name="记录", exact=True).click()
    desk.get_by_text("暂停发运").last.wait_for()
    desk.locator(".crisis-log").get_by_text("演示管理员").first.wait_for()
    desk.get_by_label("复盘").fill("批次问题，已召回。")
    desk.get_by_role("button", name="关闭危机室").click()
    desk.get_by_text("批次问题，已召回。").first.wait_for()
    desk.goto("/settings/trail")
    desk.get_by_text(f"信号 #{signal['id']} · {signal['zh']}").first.wait_for()


def test_admin_limits_a_colleague_to_a_product(world, visit, browser) -> None:
    desk = visit(world, "/settings/people")
    desk.get_by_role("button", name="添加用户").click()
    desk.get_by_label("用户名").fill("zhou")
    desk.get_by_label("姓名").fill("周洁")
    desk.get_by_label("密码").fill("huiyin-zhou")
    desk.get_by_label("产品").click()
    desk.get_by_title("澄野E5").click()
    desk.keyboard.press("Escape")
    desk.get_by_role("button", name="保存").click()
    desk.get_by_role("button", name="周洁").wait_for()
    colleague = type(world)(world.url, "zhou", "huiyin-zhou")
    with colleague.client() as client:
        products = {
            each["product"] for each in client.get("/verbatims", params={"limit": 100}).json()["items"]
        }
        assert products == {"澄野E5"}
        assert client.get("/audits").status_code == 403


def test_report_is_saved_and_opened_by_link_without_an_account(world, visit, browser) -> None:
    desk = visit(world, "/act/reports")
    desk.get_by_text("谁在说话").wait_for()
    desk.get_by_role("button", name="保存报告").click()
    desk.get_by_label("名称").fill("质量周报")
    desk.get_by_role("dialog").get_by_role("button", name="保存报告").click()
    desk.get_by_role("button", name="分享链接").click()
    desk.get_by_role("button", name="生成链接").click()
    address = desk.get_by_role("textbox", name="分享链接").input_value()
    stranger = browser.new_context().new_page()
    stranger.goto(address)
    assert "质量周报" in stranger.title()
    assert stranger.locator("section.page").count() > 3
    assert stranger.locator("svg").count() > 3


def test_programme_page_says_who_is_heard(world, visit) -> None:
    desk = visit(world, "/act/programme")
    desk.get_by_text("已知客户中期内被听到的占").first.wait_for()
    assert desk.get_by_text("怎么算的").count() > 8
