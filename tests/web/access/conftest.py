"""The product through ASGI, as a browser sees it."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.clocks import MovingClock
from tests.serving import api_of

from huiyin.bootstrap import Installation

PASSWORD = "correct horse"
OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


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
