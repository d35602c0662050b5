"""Every endpoint of the two rooms against every role, from the OpenAPI document itself."""

import pytest
from tests.serving import api_of

# The lowest role that may pass; whoever passes may still meet 404 or 422.
LOWEST = {
    ("get", "/actions"): "viewer",
    ("post", "/actions"): "agent",
    ("post", "/actions/plan"): "agent",
    ("get", "/actions/{action_id}"): "viewer",
    ("patch", "/actions/{action_id}"): "agent",
    ("get", "/cases"): "agent",
    ("post", "/cases"): "agent",
    ("get", "/cases/{case_id}"): "agent",
    ("patch", "/cases/{case_id}"): "agent",
    ("post", "/cases/{case_id}/reply"): "agent",
    ("get", "/comments"): "viewer",
    ("post", "/comments"): "agent",
    ("get", "/notices"): "viewer",
    ("post", "/notices/read"): "viewer",
    ("get", "/crises"): "viewer",
    ("get", "/crises/{signal_id}"): "viewer",
    ("post", "/crises/{signal_id}"): "agent",
    ("patch", "/crises/{signal_id}"): "agent",
    ("post", "/crises/{signal_id}/entries"): "agent",
    ("post", "/crises/{signal_id}/tasks/{entry_id}/done"): "agent",
    ("post", "/crises/{signal_id}/close"): "agent",
    ("get", "/teams"): "analyst",
    ("post", "/teams"): "analyst",
    ("delete", "/teams/{target_id}"): "analyst",
    ("post", "/teams/{target_id}/test"): "analyst",
    ("get", "/alert-rules"): "analyst",
    ("post", "/alert-rules"): "analyst",
    ("patch", "/alert-rules/{rule_id}"): "analyst",
    ("delete", "/alert-rules/{rule_id}"): "analyst",
    ("post", "/alert-rules/{rule_id}/test"): "analyst",
    ("get", "/alerts"): "viewer",
    ("get", "/alerts/{alert_id}"): "viewer",
    ("patch", "/alerts/{alert_id}"): "agent",
    ("get", "/notifications"): "analyst",
    ("post", "/notifications/{notification_id}/replay"): "analyst",
    ("get", "/actions/{action_id}/raisers"): "agent",
    ("get", "/actions/{action_id}/telling"): "agent",
    ("post", "/actions/{action_id}/telling"): "analyst",
    ("get", "/actions/{action_id}/telling/recipients"): "agent",
    ("post", "/actions/{action_id}/telling/send"): "analyst",
    ("post", "/actions/{action_id}/telling/sent"): "agent",
    ("get", "/programme"): "viewer",
    ("get", "/programme/reviews"): "viewer",
    ("get", "/programme/reviews/{review_id}"): "viewer",
    ("post", "/programme/reviews"): "analyst",
    ("get", "/programme/steering"): "viewer",
    ("post", "/programme/goals"): "analyst",
    ("delete", "/programme/goals/{goal_id}"): "analyst",
    ("put", "/programme/costs"): "analyst",
    ("get", "/programme/maturity"): "viewer",
    ("post", "/programme/maturity"): "analyst",
    ("get", "/programme/five-voices"): "viewer",
    ("post", "/programme/five-voices"): "viewer",
    ("get", "/reports"): "viewer",
    ("post", "/reports"): "analyst",
    ("get", "/reports/preview"): "viewer",
    ("get", "/reports/preview/file"): "viewer",
    ("get", "/reports/news"): "viewer",
    ("post", "/reports/news/seen"): "viewer",
    ("get", "/reports/{report_id}"): "viewer",
    ("put", "/reports/{report_id}"): "analyst",
    ("delete", "/reports/{report_id}"): "analyst",
    ("get", "/reports/{report_id}/pages"): "viewer",
    ("get", "/reports/{report_id}/file"): "viewer",
    ("post", "/reports/{report_id}/send"): "analyst",
    ("get", "/reports/{report_id}/shares"): "analyst",
    ("post", "/reports/{report_id}/shares"): "analyst",
    ("delete", "/reports/{report_id}/shares/{share_id}"): "analyst",
    ("get", "/users"): "admin",
    ("post", "/users"): "admin",
    ("patch", "/users/{user_id}"): "admin",
    ("get", "/audit"): "admin",
    ("get", "/auth/me"): "viewer",
    ("get", "/auth/tokens"): "viewer",
    ("post", "/auth/tokens"): "viewer",
    ("delete", "/auth/tokens/{token_id}"): "viewer",
    ("post", "/auth/password"): "viewer",
}
OPEN = {
    ("get", "/auth/state"),
    ("post", "/auth/setup"),
    ("post", "/auth/login"),
    ("post", "/auth/logout"),
    ("get", "/auth/oidc/start"),
    ("get", "/auth/oidc/callback"),
    ("get", "/shared-reports/{token}"),
}
LADDER = ["viewer", "agent", "analyst", "admin"]
ROOMS = {
    "actions",
    "alert-rules",
    "alerts",
    "audit",
    "auth",
    "cases",
    "comments",
    "crises",
    "notices",
    "notifications",
    "programme",
    "reports",
    "shared-reports",
    "teams",
    "users",
}


def test_every_endpoint_has_a_stated_role(app):
    paths = api_of(app).openapi()["paths"]
    endpoints = {
        (method, path.removeprefix("/api/v1"))
        for path, methods in paths.items()
        for method in methods
        if path.removeprefix("/api/v1/").split("/")[0] in ROOMS
    }
    assert endpoints == set(LOWEST) | OPEN


@pytest.mark.parametrize("role", LADDER)
def test_each_role_passes_exactly_where_it_may(client_of, role):
    with client_of(role) as client:
        passed = {endpoint for endpoint in LOWEST if _call(client, endpoint).status_code not in (401, 403)}
    allowed = {each for each, lowest in LOWEST.items() if LADDER.index(lowest) <= LADDER.index(role)}
    # Tests sign in by token, and a token widens itself only with the admin's full scope.
    narrow = {("post", "/auth/tokens"), ("post", "/auth/password")}
    assert passed - narrow == allowed - narrow


def test_nobody_passes_without_signing_in(client_of):
    with client_of("admin") as client:
        del client.headers["Authorization"]
        assert {_call(client, endpoint).status_code for endpoint in LOWEST} == {401}


def _call(client, endpoint):
    method, path = endpoint
    for name in (
        "action_id",
        "case_id",
        "report_id",
        "share_id",
        "review_id",
        "rule_id",
        "alert_id",
        "notification_id",
        "user_id",
        "token_id",
        "signal_id",
        "entry_id",
        "target_id",
        "goal_id",
    ):
        path = path.replace(f"{{{name}}}", "404")
    body = {} if method in ("post", "patch", "put") else None
    return client.request(method, path, json=body)
