import pytest
from starlette.testclient import TestClient

from huiyin.web.app import create_app

BOSS = {"username": "boss", "password": "correct horse"}


@pytest.fixture
def visitor(app):
    with TestClient(
        create_app(app, setup_code="K7QX-9M2T"),
        base_url="http://testserver/api/v1",
        headers={"Sec-Fetch-Site": "same-origin"},
    ) as client:
        yield client


def test_state_says_that_a_code_is_needed(visitor):
    assert visitor.get("/auth/state").json()["setup_code_required"]


@pytest.mark.parametrize("code", ["", "AAAA-AAAA"])
def test_visitor_without_the_code_becomes_nobody(visitor, code):
    answer = visitor.post("/auth/setup", json=BOSS | {"setup_code": code})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "wrong_setup_code")
    assert visitor.get("/auth/state").json()["setup_required"]


def test_code_makes_the_first_admin_once(visitor):
    assert visitor.post("/auth/setup", json=BOSS | {"setup_code": "k7qx9m2t"}).status_code == 200
    assert not visitor.get("/auth/state").json()["setup_code_required"]
    again = visitor.post("/auth/setup", json=BOSS | {"username": "thief", "setup_code": "K7QX-9M2T"})
    assert again.status_code == 409


def test_guessing_the_code_is_slowed_down(visitor):
    answers = [visitor.post("/auth/setup", json=BOSS | {"setup_code": str(n)}).status_code for n in range(11)]
    assert answers == [403] * 10 + [429]
