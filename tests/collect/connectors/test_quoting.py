"""Own words of mails, as Chinese and English programs quote and sign."""

from __future__ import annotations

import pytest

from huiyin.collect.connectors.quoting import own_words

OWN = "空调有异味\n修了两次"


@pytest.mark.parametrize(
    "tail",
    [
        '------------------ 原始邮件 ------------------\n发件人: "客服" <a@b.cn>;\n发送时间: 2026年3月5日\n您好',
        "________________________________\n发件人: 客服 <a@b.cn>\n发送时间: 2026年3月5日 10:00\n收件人: 我\n主题: 座椅\n\n您好",
        "发件人： 客服\n日期： 2026-03-05\n收件人： 我\n您好",
        "发自我的iPhone\n\n> 在 2026年3月5日，10:30，客服 <a@b.cn> 写道：\n> \n> 您好",
        "客服 <a@b.cn> 于2026年3月5日周四 10:30写道：\n\n> 您好",
        "On Thu, Mar 5, 2026 at 10:30 AM Support <a@b.cn>\nwrote:\n\n> Hello",
        "From: Support <a@b.cn>\nSent: Thursday, March 5, 2026\nTo: me\nSubject: Re: noise\n\nHello",
        '在 2026-03-05 10:30:00，"客服" <a@b.cn> 写道：\n您好',
        "-----Original Message-----\nFrom: a\nHello",
        "---- 回复的原邮件 ----\n您好",
        "-- \n李雷\n13800000000",
        "Best regards,\nLi Lei",
        "Sent from my iPhone",
        "> 您好\n> 有什么问题",
    ],
)
def test_quotes_and_signatures_are_cut(tail: str) -> None:
    assert own_words(f"空调有异味\n修了两次\n\n{tail}\n") == OWN


@pytest.mark.parametrize(
    "text",
    [
        "发件人的地址写错了，麻烦改一下\n谢谢",
        "在线客服写道歉信也没用",
        "我在 2026 年买的车，一直异响",
        "On Monday the car broke down\nand nobody called back",
    ],
)
def test_words_that_only_look_like_quotes_stay(text: str) -> None:
    assert own_words(text) == text


def test_answers_between_quoted_lines_stay() -> None:
    assert own_words("> 哪里有问题？\n空调\n> 什么时候？\n昨天") == "空调\n昨天"
