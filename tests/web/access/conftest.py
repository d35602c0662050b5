"""The product through ASGI, as a browser sees it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient
from tests.serving import api_of

from huiyin.bootstrap import Installation, installation
from huiyin.kit.settings import Settings

PASSWORD = "correct horse"
OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}


class MovingClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def app(settings: Settings, clock: MovingClock) -> Iterator[Installation]:
    with installation(settings, clock=clock) as opened:
        yield opened


@pytest.fixture
def api(app: Installation):
    return api_of(app)


@pytest.fixture
def browser(api) -> Iterator[TestClient]:
    """A browser on a page of this server."""
    with TestClient(api, base_url="http://testserver/api/v1", headers=OWN_PAGE) as client:
        yield client


@pytest.fixture
def admin(browser: TestClient) -> TestClient:
    """The same browser after the first set-up."""
    body = {"username": "Boss", "password": PASSWORD, "display_name": "老板"}
    assert browser.post("/auth/setup", json=body).status_code == 200
    return browser
