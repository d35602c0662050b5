"""Sign-in with the company's own accounts, against a strict provider in a process of its own."""

import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from huiyin import access
from huiyin.bootstrap import installation
from huiyin.kit.clock import utc_now
from huiyin.web.app import create_app

CALLBACK = "http://testserver/api/v1/auth/oidc/callback"


@pytest.fixture(scope="module")
def provider():
    command = [sys.executable, str(Path(__file__).with_name("provider.py")), "huiyin", "s3cret", CALLBACK]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.fixture
def app(settings, provider):
    # What another test bent does not stay bent.
    httpx.post(f"{provider}/people", json={"sub": "1"})
    changed = {
        "oidc_issuer": provider,
        "oidc_client_secret": SecretStr("s3cret"),
        "oidc_roles": {"voc-analysts": "analyst", "voc-admins": "admin"},
        "oidc_label": "公司账号",
    }
    with installation(settings.model_copy(update=changed), clock=utc_now) as opened:
        yield opened


@pytest.fixture
def browser(app):
    with TestClient(create_app(app), base_url="http://testserver", follow_redirects=False) as client:
        yield client


def sign_in(browser, provider, **person):
    """Walk the whole way as a browser does and return the last answer."""
    httpx.post(f"{provider}/people", json=person)
    began = browser.get("/api/v1/auth/oidc/start", params={"next": "/understand/facts"})
    there = httpx.get(began.headers["location"])
    assert there.status_code == 302, there.text
    return browser.get(there.headers["location"])


def who(browser):
    return browser.get("/api/v1/auth/state").json()["user"]


def test_state_names_the_button(browser):
    assert browser.get("/api/v1/auth/state").json()["oidc"] == "公司账号"


def test_person_is_signed_in_with_the_mapped_role(browser, provider):
    answer = sign_in(
        browser, provider, sub="7", preferred_username="li.lei", name="李雷", groups=["voc-analysts", "x"]
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/understand/facts")
    assert who(browser) | {"id": 0} == {
        "id": 0,
        "username": "li.lei",
        "display_name": "李雷",
        "role": "analyst",
    }


def test_role_follows_the_provider_and_the_person_stays_one(app, browser, provider):
    sign_in(browser, provider, sub="7", preferred_username="li", groups=["voc-analysts"])
    first = who(browser)["id"]
    sign_in(browser, provider, sub="7", preferred_username="li", groups=["voc-admins"])
    assert (who(browser)["id"], who(browser)["role"]) == (first, "admin")


def test_local_account_of_the_same_name_is_not_taken_over(app, browser, provider):
    with app.ledger.write() as connection:
        access.create_user(
            connection,
            username="boss",
            display_name="老板",
            role=access.Role.ADMIN,
            password_hash="x",
            clock=utc_now,
        )
    sign_in(browser, provider, sub="9", preferred_username="boss", groups=["voc-analysts"])
    assert who(browser)["username"].startswith("boss-")
    assert who(browser)["role"] == "analyst"


def test_person_without_a_role_is_refused(browser, provider):
    answer = sign_in(browser, provider, sub="8", groups=["others"])
    assert answer.headers["location"] == "/login?refused=oidc_refused"
    assert who(browser) is None


def test_switched_off_account_stays_out(app, browser, provider):
    sign_in(browser, provider, sub="7", preferred_username="li", groups=["voc-analysts"])
    with app.ledger.write() as connection:
        access.update_user(connection, who(browser)["id"], enabled=False, clock=utc_now)
    answer = sign_in(browser, provider, sub="7", preferred_username="li", groups=["voc-analysts"])
    assert answer.headers["location"].startswith("/login?refused=")
    assert who(browser) is None


@pytest.mark.parametrize("twist", ["audience", "nonce", "late", "key", "unsigned"])
def test_token_that_does_not_hold_is_refused(browser, provider, twist):
    answer = sign_in(browser, provider, sub="7", groups=["voc-admins"], twist=twist)
    assert answer.headers["location"] == "/login?refused=oidc_refused"
    assert who(browser) is None


def test_other_issuer_is_refused(browser, provider):
    httpx.post(f"{provider}/people", json={"sub": "1", "twist": "issuer"})
    answer = browser.get("/api/v1/auth/oidc/start")
    assert answer.headers["location"] == "/login?refused=oidc_unavailable"


def test_code_opens_the_door_once_and_only_in_the_browser_that_began(browser, provider, app):
    httpx.post(f"{provider}/people", json={"sub": "7", "groups": ["voc-admins"]})
    began = browser.get("/api/v1/auth/oidc/start")
    back = httpx.get(began.headers["location"]).headers["location"]
    with TestClient(create_app(app), base_url="http://testserver", follow_redirects=False) as thief:
        assert thief.get(back).headers["location"] == "/login?refused=oidc_refused"
    assert browser.get(back).headers["location"] == "/"
    assert browser.get(back).headers["location"] == "/login?refused=oidc_refused"


def test_secrets_are_fresh_each_time(browser):
    asked = [
        parse_qs(urlsplit(browser.get("/api/v1/auth/oidc/start").headers["location"]).query) for _ in "ab"
    ]
    for name in ("state", "nonce", "code_challenge"):
        assert asked[0][name] != asked[1][name]


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_only_own_pages_follow_a_sign_in(browser, provider, target):
    httpx.post(f"{provider}/people", json={"sub": "7", "groups": ["voc-admins"]})
    began = browser.get("/api/v1/auth/oidc/start", params={"next": target})
    back = httpx.get(began.headers["location"]).headers["location"]
    assert browser.get(back).headers["location"] == "/"


def test_password_never_opens_such_an_account(browser, provider):
    sign_in(browser, provider, sub="7", preferred_username="li", groups=["voc-analysts"])
    browser.post("/api/v1/auth/logout", headers={"Sec-Fetch-Site": "same-origin"})
    answer = browser.post("/api/v1/auth/login", json={"username": "li", "password": "!"})
    assert answer.status_code == 401


def test_provider_that_does_not_answer_is_told(settings):
    silent = settings.model_copy(update={"oidc_issuer": "http://127.0.0.1:9"})
    with (
        installation(silent, clock=utc_now) as app,
        TestClient(create_app(app), follow_redirects=False) as browser,
    ):
        answer = browser.get("/api/v1/auth/oidc/start")
        assert answer.headers["location"] == "/login?refused=oidc_unavailable"
