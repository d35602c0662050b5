import pytest
from limits import RateLimitItemPerHour

from huiyin import access


def throttle(pair=3, address=5):
    return access.LoginThrottle(
        per_name_and_address=RateLimitItemPerHour(pair), per_address=RateLimitItemPerHour(address)
    )


def test_failures_lock_the_name_at_that_address():
    limiter = throttle()
    for _ in range(3):
        limiter.check(username="boss", address="10.0.0.1")
        limiter.failed(username="boss", address="10.0.0.1")
    with pytest.raises(access.TooManyLoginsError):
        limiter.check(username="BOSS ", address="10.0.0.1")


def test_the_owner_elsewhere_is_not_locked_out():
    limiter = throttle()
    for _ in range(5):
        limiter.failed(username="boss", address="10.0.0.1")
    limiter.check(username="boss", address="10.0.0.2")


def test_one_address_trying_many_names_is_locked():
    limiter = throttle()
    for number in range(5):
        limiter.failed(username=f"name{number}", address="10.0.0.1")
    with pytest.raises(access.TooManyLoginsError):
        limiter.check(username="fresh", address="10.0.0.1")


def test_success_clears_the_name():
    limiter = throttle()
    for _ in range(2):
        limiter.failed(username="boss", address="10.0.0.1")
    limiter.succeeded(username="boss", address="10.0.0.1")
    limiter.failed(username="boss", address="10.0.0.1")
    limiter.check(username="boss", address="10.0.0.1")
