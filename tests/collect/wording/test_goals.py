"""Goals and the questions that serve them."""

from __future__ import annotations

from huiyin.collect import wording
from huiyin.collect.wording.question import ask


def test_goal_without_a_question_and_question_without_a_goal_are_told() -> None:
    questions = [ask("您等了多久？"), ask("您的性别？"), ask("How would you rate the price?")]
    coverage = wording.cover_goals(
        ["缩短等待时间", "understand price sensitivity", "改进退货流程"], questions
    )
    assert coverage.served == ((0,), (2,), ())
    assert coverage.aimless == (1,)


def test_goal_outside_the_known_topics_is_matched_by_its_words() -> None:
    assert wording.cover_goals(["了解遛狗习惯"], [ask("您每天在哪里遛狗？有什么习惯？")]).served == ((0,),)
