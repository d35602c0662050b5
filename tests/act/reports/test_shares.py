"""Links for people without an account."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from huiyin.act import reports
from huiyin.store.ledger.tables_reports import report_share


@pytest.fixture
def shared(make_report, ledger, analyst, clock):
    saved = make_report()
    with ledger.write() as connection:
        share, token = reports.share_report(
            connection, saved.id, lifetime=timedelta(days=7), by=analyst, clock=clock
        )
    return saved, share, token


def _open(ledger, token, clock):
    with ledger.write() as connection:
        return reports.open_share(connection, token, clock=clock)


def test_link_opens_its_report_and_counts_visits(shared, ledger, clock):
    saved, _, token = shared
    assert [_open(ledger, token, clock) for _ in range(2)] == [saved, saved]
    with ledger.read() as connection:
        assert reports.list_shares(connection, saved.id)[0].opened == 2


def test_token_is_nowhere_in_the_ledger(shared, ledger):
    with ledger.read() as connection:
        row = connection.execute(select(report_share)).one()
    assert shared[2] not in repr(row)


def test_expired_revoked_and_wrong_links_read_alike(shared, ledger, clock):
    saved, share, token = shared
    messages = set()
    for attempt in ("wrong", "expired", "revoked"):
        if attempt == "expired":
            clock.move(days=7)
        if attempt == "revoked":
            clock.move(days=-7)
            with ledger.write() as connection:
                reports.revoke_share(connection, saved.id, share.id, clock=clock)
        with pytest.raises(reports.ShareNotFoundError) as refused:
            _open(ledger, "x" * 43 if attempt == "wrong" else token, clock)
        messages.add(str(refused.value))
    assert len(messages) == 1


def test_link_dies_with_its_report(shared, ledger, clock):
    saved, _, token = shared
    with ledger.write() as connection:
        reports.remove_report(connection, saved.id, clock=clock)
    with pytest.raises(reports.ShareNotFoundError):
        _open(ledger, token, clock)


def test_link_of_another_report_is_not_revoked(shared, ledger, clock):
    _, share, _ = shared
    with ledger.write() as connection, pytest.raises(reports.ShareNotFoundError):
        reports.revoke_share(connection, 404, share.id, clock=clock)
