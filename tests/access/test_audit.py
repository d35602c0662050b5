from huiyin import access


def test_entries_come_newest_first_in_pages(connection, clock, signed_in):
    for number in range(3):
        access.record(
            connection,
            "action.created",
            clock=clock,
            by=signed_in,
            object_kind="action",
            object_id=number,
            detail={"标题": "降噪"},
        )
    newest, middle = access.read_audit(connection, limit=2)
    (oldest,) = access.read_audit(connection, before=middle.id)
    assert [entry.object_id for entry in (newest, middle, oldest)] == ["2", "1", "0"]
    assert (newest.actor, newest.detail, newest.at) == ("boss", {"标题": "降噪"}, clock())


def test_an_entry_may_name_somebody_unknown(connection, clock):
    access.record(connection, "login.failed", clock=clock, by="stranger")
    (entry,) = access.read_audit(connection)
    assert (entry.actor, entry.user_id) == ("stranger", None)
