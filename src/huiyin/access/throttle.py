"""Slowing down those who guess passwords."""

from __future__ import annotations

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from huiyin.access.errors import TooManyLoginsError

PER_NAME_AND_ADDRESS = RateLimitItemPerMinute(10, 5)
PER_ADDRESS = RateLimitItemPerMinute(100, 5)


class LoginThrottle:
    """Counts failed sign-ins in memory, by name and address and by address alone.

    A name alone never locks: that would let anybody lock anybody out.
    """

    def __init__(
        self,
        *,
        per_name_and_address: RateLimitItem = PER_NAME_AND_ADDRESS,
        per_address: RateLimitItem = PER_ADDRESS,
    ) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._per_pair = per_name_and_address
        self._per_address = per_address

    def check(self, *, username: str, address: str) -> None:
        """Raise `TooManyLoginsError` when either count is used up."""
        if not all(self._limiter.test(item, *key) for item, key in self._counts(username, address)):
            raise TooManyLoginsError("too many failed sign-ins; wait five minutes")

    def failed(self, *, username: str, address: str) -> None:
        """Count one failed sign-in."""
        for item, key in self._counts(username, address):
            self._limiter.hit(item, *key)

    def succeeded(self, *, username: str, address: str) -> None:
        """Forget the failures of a name at an address where the right password came in the end."""
        self._limiter.clear(self._per_pair, *_pair(username, address))

    def _counts(self, username: str, address: str) -> list[tuple[RateLimitItem, tuple[str, ...]]]:
        return [(self._per_pair, _pair(username, address)), (self._per_address, ("address", address))]


def _pair(username: str, address: str) -> tuple[str, str, str]:
    return "pair", username.strip().casefold(), address
