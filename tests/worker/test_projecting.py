"""What is accepted becomes visible, once, and viewers are told."""

from __future__ import annotations

from huiyin.bootstrap import Installation
from huiyin.collect import accept_batch
from huiyin.worker.projecting import Following
from huiyin.worker.renewing import Renewing


def _push(app: Installation, *texts: str) -> None:
    items = [{"external_id": text, "text": text, "author": "阿宽"} for text in texts]
    with app.ledger.write() as connection:
        accept_batch(
            connection,
            app.settings,
            source="论坛",
            channel="social",
            taxonomy="automotive",
            items=items,
            clock=app.clock,
        )


def _counts(app: Installation) -> tuple[int, int]:
    return (
        app.facts.query("SELECT count(*) AS n FROM voice").item(),
        app.facts.query("SELECT count(DISTINCT speaker) AS n FROM voice").item(),
    )


def test_accepted_voices_become_visible_once(app: Installation) -> None:
    following = Following(app)
    _push(app, "空调有异味", "动力足")
    assert following.step()
    assert not following.step()
    _push(app, "车机卡")
    assert following.step()
    assert _counts(app) == (3, 1)


def test_excluded_voice_disappears_and_comes_back(app: Installation) -> None:
    _push(app, "空调有异味", "动力足")
    app.projector.catch_up()
    for reason, left in (("spam", 1), (None, 2)):
        with app.ledger.write() as connection:
            connection.exec_driver_sql(
                "UPDATE feedback SET excluded_reason = ?, revision = (SELECT max(revision) + 1 FROM feedback) "
                "WHERE external_id = '动力足'",
                (reason,),
            )
        app.projector.catch_up()
        assert _counts(app)[0] == left


def test_facts_of_another_analyser_are_renewed(app: Installation) -> None:
    _push(app, "空调有异味")
    app.projector.catch_up()
    assert not app.projector.is_outdated()
    with app.facts.rebuilding() as draft, draft.generation.cursor() as cursor:
        cursor.execute("INSERT INTO watermark VALUES (1, 'old@0', 'automotive@0', NULL, now())")
    assert app.projector.is_outdated()
    Renewing(app, settled_s=0.0).step()
    assert not app.projector.is_outdated()
    assert _counts(app)[0] == 1
