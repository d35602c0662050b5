from starlette.testclient import TestClient

ANNA = {"username": "anna", "display_name": "安娜", "role": "agent", "password": "annas horse"}


def sign_in(api, username, password) -> TestClient:
    client = TestClient(api, base_url="http://testserver/api/v1", headers={"Sec-Fetch-Site": "same-origin"})
    client.post("/auth/login", json={"username": username, "password": password})
    return client


def test_new_user_can_sign_in_and_no_more_than_the_role_allows(admin, api):
    assert admin.post("/users", json=ANNA).status_code == 201
    anna = sign_in(api, "anna", "annas horse")
    assert anna.get("/auth/me").json()["role"] == "agent"
    assert anna.get("/users").status_code == 403


def test_nobody_is_limited_to_a_channel_that_is_none(admin):
    refused = admin.post("/users", json=ANNA | {"limits": {"channel": ["weibo"]}})
    assert (refused.status_code, refused.json()["error"]["field"]) == (422, "channel")
    user = admin.post("/users", json=ANNA | {"limits": {"channel": ["social"]}}).json()
    assert admin.patch(f"/users/{user['id']}", json={"limits": {"channel": ["weibo"]}}).status_code == 422


def test_taken_username_is_refused(admin):
    answer = admin.post("/users", json=ANNA | {"username": "BOSS"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "username_taken")


def test_disabled_user_is_out_at_once(admin, api):
    user = admin.post("/users", json=ANNA).json()
    anna = sign_in(api, "anna", "annas horse")
    assert admin.patch(f"/users/{user['id']}", json={"enabled": False}).json()["enabled"] is False
    assert anna.get("/auth/me").status_code == 401


def test_reset_password_signs_the_user_out(admin, api):
    user = admin.post("/users", json=ANNA).json()
    anna = sign_in(api, "anna", "annas horse")
    admin.patch(f"/users/{user['id']}", json={"password": "a new horse"})
    assert anna.get("/auth/me").status_code == 401
    assert sign_in(api, "anna", "a new horse").get("/auth/me").status_code == 200


def test_last_admin_stays(admin):
    me = admin.get("/auth/me").json()
    answer = admin.patch(f"/users/{me['id']}", json={"role": "viewer"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "last_admin")
    assert admin.get("/auth/me").json()["role"] == "admin"


def test_passwords_never_reach_the_audit_log(admin):
    user = admin.post("/users", json=ANNA).json()
    admin.patch(f"/users/{user['id']}", json={"password": "a new horse", "role": "viewer"})
    log = admin.get("/audit")
    assert "horse" not in log.text
    assert log.json()["items"][0]["detail"] == {"role": "viewer", "password": "changed"}


def test_audit_log_comes_in_pages(admin):
    for number in range(3):
        admin.post("/users", json=ANNA | {"username": f"anna{number}"})
    first = admin.get("/audit", params={"limit": 2}).json()
    second = admin.get("/audit", params={"limit": 100, "before": first["next"]}).json()
    ids = [entry["id"] for entry in first["items"] + second["items"]]
    assert ids == sorted(ids, reverse=True)
    assert second["next"] is None


def test_audit_log_names_the_things_that_there_are(admin):
    admin.post("/users", json=ANNA)
    admin.post("/auth/tokens", json={"name": "夜间导入", "scopes": ["read"]})
    names = {entry["event"]: entry["object_name"] for entry in admin.get("/audit").json()["items"]}
    assert names["user.created"] == {"zh": "安娜", "en": "安娜"}
    assert names["token.created"] == {"zh": "夜间导入", "en": "夜间导入"}
    assert names["installation.set_up"] is None
