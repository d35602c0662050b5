"""The whole API under requests that a machine makes up from its own OpenAPI document: never an error of ours."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
import schemathesis
from httpx2 import InvalidURL
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from starlette.testclient import TestClient
from tests.people import token_in

from huiyin import access
from huiyin.bootstrap import Installation, installation
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings
from huiyin.web.app import create_app

EXAMPLES = int(os.environ.get("HUIYIN_TEST_SCHEMA_EXAMPLES", "6"))
# An endless stream, and what would sign the caller out or change the one account.
LEFT_OUT = ("/live", "/auth/logout", "/auth/password")
SORTS = {"valid": schemathesis.GenerationMode.POSITIVE, "broken": schemathesis.GenerationMode.NEGATIVE}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with installation(Settings(home=tmp_path_factory.mktemp("schema"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(app: Installation) -> Iterator[TestClient]:
    """An administrator over a few voices, who hears of errors by their status."""
    headers = {"Authorization": f"Bearer {_token(app)}"}
    with TestClient(create_app(app), headers=headers, raise_server_exceptions=False) as opened:
        item = {
            "external_id": "1",
            "text": "车内异味很大。",
            "occurred_at": utc_now().isoformat(),
            "product": "X1",
        }
        body = {"source": "论坛", "channel": "social", "taxonomy": "automotive", "items": [item]}
        assert opened.post("/api/v1/feedback", json=body).status_code == 200
        app.projector.catch_up()
        yield opened


def test_no_schema_carries_a_module_before_its_name(client: TestClient) -> None:
    names = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    assert [name for name in names if name.startswith("huiyin__")] == []


@pytest.mark.parametrize("sort", SORTS)
def test_no_request_makes_an_error_of_ours(client: TestClient, sort: str) -> None:
    schema = schemathesis.openapi.from_dict(client.get("/api/v1/openapi.json").json())
    failed: dict[str, str] = {}
    for result in schema.get_all_operations():
        operation = result.ok()
        if not operation.path.endswith(LEFT_OUT):
            _try(operation, SORTS[sort], lambda case: _ask(client, case, failed))
    assert failed == {}


def _try(operation, mode, ask: Callable[[schemathesis.Case], None]) -> None:
    @seed(20260322)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: schemathesis.Case) -> None:
        ask(case)

    # What takes nothing cannot be asked wrongly.
    with suppress(Unsatisfiable):
        run()


def _ask(client: TestClient, case: schemathesis.Case, failed: dict[str, str]) -> None:
    request = case.as_transport_kwargs(base_url="http://testserver")
    request["headers"] = {**dict(request.get("headers") or {}), **client.headers}
    kept = {name: value for name, value in request.items() if value is not None and name != "cookies"}
    if isinstance(kept.get("data"), bytes | str):
        kept["content"] = kept.pop("data")
    try:
        answer = client.request(kept.pop("method"), kept.pop("url"), **kept)
    except InvalidURL:
        # Longer than any client would send.
        return
    if answer.status_code >= 500 and answer.status_code != 503:
        failed[f"{case.method} {case.path}"] = f"{case.formatted_path} {case.query} {case.body!r}"[:600]


def _token(app: Installation) -> str:
    with app.ledger.write() as connection:
        return token_in(connection, app.clock, access.Role.ADMIN, username="boss", display_name="老板")
