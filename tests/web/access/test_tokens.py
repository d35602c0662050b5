import pytest
from starlette.testclient import TestClient


@pytest.fixture
def program(api):
    """A program without cookies."""
    with TestClient(api, base_url="http://testserver/api/v1") as client:
        yield client


def create(admin, *scopes, **more):
    answer = admin.post("/auth/tokens", json={"name": "脚本", "scopes": scopes} | more)
    assert answer.status_code == 201, answer.text
    return answer.json()


def bearer(token):
    return {"Authorization": f"Bearer {token['token']}"}


def test_token_is_shown_once(admin):
    created = create(admin, "read")
    assert created["token"].startswith("hy_")
    listed = admin.get("/auth/tokens").json()["items"][0]
    assert "token" not in listed
    assert created["token"].startswith(listed["hint"])


def test_token_signs_a_program_in(admin, program):
    me = program.get("/auth/me", headers=bearer(create(admin, "write")))
    assert (me.json()["username"], me.json()["role"]) == ("boss", "analyst")


def test_read_token_reads_only(admin, program):
    headers = bearer(create(admin, "read"))
    assert program.get("/actions", headers=headers).status_code == 200
    answer = program.post("/actions", headers=headers, json={})
    assert answer.status_code == 403


def test_write_token_does_not_administer(admin, program):
    assert program.get("/users", headers=bearer(create(admin, "write"))).status_code == 403
    assert program.get("/users", headers=bearer(create(admin, "admin"))).status_code == 200


def test_narrow_token_cannot_make_a_wider_one(admin, program):
    headers = bearer(create(admin, "write"))
    answer = program.post("/auth/tokens", headers=headers, json={"name": "more", "scopes": ["admin"]})
    assert answer.status_code == 403


def test_revoked_token_is_dead(admin, program):
    created = create(admin, "read")
    assert admin.delete(f"/auth/tokens/{created['id']}").status_code == 204
    assert program.get("/auth/me", headers=bearer(created)).status_code == 401
    assert admin.delete(f"/auth/tokens/{created['id']}").status_code == 404


def test_token_ends_at_its_time(admin, program, clock):
    created = create(admin, "read", expires_at="2026-03-02T02:00:00Z")
    assert program.get("/auth/me", headers=bearer(created)).status_code == 200
    clock.move(hours=1)
    assert program.get("/auth/me", headers=bearer(created)).status_code == 401


def test_bearer_wins_over_the_cookie(admin):
    assert admin.get("/auth/me", headers={"Authorization": "Bearer hy_wrong"}).status_code == 401


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        ({"scopes": []}, "scopes"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, "expires_at"),
        ({"expires_at": "2027-01-01T00:00:00"}, "expires_at"),
        ({"name": ""}, "name"),
    ],
)
def test_broken_token_names_the_field(admin, broken, field):
    answer = admin.post("/auth/tokens", json={"name": "x", "scopes": ["read"]} | broken)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, field)
