import pytest
from starlette.testclient import TestClient

CREDENTIALS = {"username": "boss", "password": "correct horse"}


def test_fresh_installation_asks_for_the_set_up(browser):
    assert browser.get("/auth/state").json() == {
        "setup_required": True,
        "setup_code_required": False,
        "oidc": None,
        "user": None,
        "demo": False,
    }


def test_set_up_signs_the_first_admin_in(admin):
    state = admin.get("/auth/state").json()
    assert not state["setup_required"]
    assert (state["user"]["username"], state["user"]["role"]) == ("boss", "admin")


def test_set_up_happens_once(admin):
    body = {"username": "thief", "password": "another horse"}
    answer = admin.post("/auth/setup", json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "setup_done")


def test_cookie_is_out_of_reach_of_scripts_and_other_sites(browser):
    answer = browser.post("/auth/setup", json=CREDENTIALS)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie


def test_signing_in_and_out(admin):
    assert admin.post("/auth/logout").status_code == 204
    assert admin.get("/auth/me").status_code == 401
    assert admin.post("/auth/login", json=CREDENTIALS).status_code == 200
    assert admin.get("/auth/me").json()["display_name"] == "老板"


def test_signing_out_ends_the_session_on_the_server(admin, api):
    stolen = admin.cookies["huiyin_session"]
    admin.post("/auth/logout")
    headers = {"Cookie": f"huiyin_session={stolen}"}
    with TestClient(api, base_url="http://testserver/api/v1", headers=headers) as thief:
        assert thief.get("/auth/me").status_code == 401


@pytest.mark.parametrize("wrong", [{"password": "wrong horse"}, {"username": "nobody"}])
def test_wrong_sign_in_says_nothing_more(admin, wrong):
    admin.post("/auth/logout")
    answer = admin.post("/auth/login", json=CREDENTIALS | wrong)
    assert answer.status_code == 401
    assert answer.json()["error"]["message"] == "the username or the password is wrong"


def test_guessing_is_slowed_down(admin):
    guesses = [
        admin.post("/auth/login", json=CREDENTIALS | {"password": f"guess {number}"}).status_code
        for number in range(11)
    ]
    assert guesses == [401] * 10 + [429]
    assert admin.post("/auth/login", json=CREDENTIALS).status_code == 429


def test_failed_sign_ins_are_audited(admin):
    admin.post("/auth/login", json=CREDENTIALS | {"password": "wrong horse"})
    newest = admin.get("/audit").json()["items"][0]
    assert (newest["event"], newest["actor"]) == ("session.refused", "boss")


def test_session_slides_with_use_and_ends_without(admin, clock):
    for _ in range(3):
        clock.move(days=13)
        assert admin.get("/auth/me").status_code == 200
    clock.move(days=15)
    assert admin.get("/auth/me").status_code == 401


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_foreign_page_cannot_use_the_session(admin, site):
    headers = {"Sec-Fetch-Site": site}
    answer = admin.post("/auth/tokens", json={"name": "theft", "scopes": ["admin"]}, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "csrf")


def test_new_password_ends_the_other_browsers(admin, api):
    headers = {"Sec-Fetch-Site": "same-origin"}
    with TestClient(api, base_url="http://testserver/api/v1", headers=headers) as other:
        other.post("/auth/login", json=CREDENTIALS)
        changed = admin.post("/auth/password", json={"old": "correct horse", "new": "battery staple"})
        assert changed.status_code == 200
        assert admin.get("/auth/me").status_code == 200
        assert other.get("/auth/me").status_code == 401
        assert other.post("/auth/login", json=CREDENTIALS).status_code == 401


def test_new_password_needs_the_old_one(admin):
    answer = admin.post("/auth/password", json={"old": "wrong horse", "new": "battery staple"})
    assert answer.status_code == 401


def test_short_password_names_the_field(browser):
    answer = browser.post("/auth/setup", json=CREDENTIALS | {"password": "short"})
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "password")
    assert browser.get("/auth/state").json()["setup_required"]
