import pytest

from huiyin import access, act
from huiyin.kit.errors import InvalidInputError

ABOUT = act.Subject(act.SubjectKind.FACT, "automotive.comfort.odour")


@pytest.fixture
def zhou(connection, clock):
    return access.create_user(
        connection,
        username="zhou",
        display_name="小周",
        role=access.Role.AGENT,
        password_hash="x",
        clock=clock,
    )


def test_mentioned_colleague_is_told_once(connection, analyst, zhou, clock):
    said = act.say(connection, ABOUT, "@zhou 请看 @Zhou，@nobody", by=analyst, clock=clock)
    assert said.mentioned == ("zhou",)
    notice = act.list_notices(connection, "zhou")[0]
    assert (notice.actor, notice.subject.link) == (
        analyst.username,
        "/understand/facts/automotive.comfort.odour",
    )
    assert act.count_unread(connection, "zhou") == 1


def test_reading_clears_the_count(connection, analyst, zhou, clock):
    act.say(connection, ABOUT, "@zhou", by=analyst, clock=clock)
    act.mark_read(connection, "zhou", clock=clock)
    assert act.count_unread(connection, "zhou") == 0
    assert act.list_notices(connection, "zhou")[0].read_at == clock()


def test_who_mentions_oneself_is_not_told(connection, analyst, clock):
    act.say(connection, ABOUT, f"@{analyst.username} 记一下", by=analyst, clock=clock)
    assert act.count_unread(connection, analyst.username) == 0


def test_talk_stays_with_its_subject(connection, analyst, clock):
    act.say(connection, ABOUT, "批次问题？", by=analyst, clock=clock)
    assert [each.text for each in act.list_comments(connection, ABOUT)] == ["批次问题？"]
    assert act.list_comments(connection, act.Subject(act.SubjectKind.CASE, "1")) == []


@pytest.mark.parametrize("text", ["", "  ", "长" * 4001])
def test_empty_and_endless_remarks_are_refused(connection, analyst, clock, text):
    with pytest.raises(InvalidInputError):
        act.say(connection, ABOUT, text, by=analyst, clock=clock)
