import pytest

from huiyin import access

COOKIE = {"cookie": "theme=dark; huiyin_session=s_1"}


@pytest.mark.parametrize("method", ["GET", "head", "OPTIONS"])
def test_safe_methods_pass(method):
    access.check_csrf(COOKIE | {"sec-fetch-site": "cross-site"}, method)


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_own_pages_pass(site):
    access.check_csrf(COOKIE | {"sec-fetch-site": site}, "POST")


def test_own_header_passes():
    access.check_csrf(COOKIE | {"X-Huiyin-CSRF": "1"}, "DELETE")


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_foreign_pages_are_refused(site):
    with pytest.raises(access.ForgeryError):
        access.check_csrf(COOKIE | {"sec-fetch-site": site}, "PATCH")


def test_cross_site_is_refused_even_with_the_header():
    with pytest.raises(access.ForgeryError):
        access.check_csrf(COOKIE | {"sec-fetch-site": "cross-site", "x-huiyin-csrf": "1"}, "POST")


def test_cross_site_sign_in_is_refused():
    with pytest.raises(access.ForgeryError):
        access.check_csrf({"sec-fetch-site": "cross-site"}, "POST")


def test_bearer_tokens_need_no_header():
    access.check_csrf(COOKIE | {"authorization": "Bearer hy_1", "sec-fetch-site": "cross-site"}, "POST")


def test_requests_without_the_cookie_pass():
    access.check_csrf({"cookie": "not_huiyin_session=1"}, "POST")
