"""Signing in with the company's own accounts: OpenID Connect, authorization code with PKCE.

Sources: OpenID Connect Core 1.0, section 3.1; RFC 7636 (PKCE); RFC 9700 (current best practice).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from huiyin.access.errors import OidcRefusedError, OidcUnavailableError
from huiyin.access.roles import Role

SCOPES = "openid profile email"
_ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
_LEEWAY_S = 60
_NOT_ACCEPTED = "the sign-in was not accepted"


@dataclass(frozen=True, slots=True)
class OidcClient:
    """This installation as the provider knows it, and which of its roles mean what here."""

    issuer: str
    client_id: str
    client_secret: str
    role_claim: str
    roles: Mapping[str, Role] = field(default_factory=dict)
    default_role: Role | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a browser must bring back from the provider to be believed."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class OutsidePerson:
    """Somebody whom the provider vouches for."""

    subject: str
    username: str
    display_name: str
    role: Role


def new_attempt() -> Attempt:
    """Return fresh secrets of one sign-in."""
    return Attempt(*(secrets.token_urlsafe(32) for _ in range(3)))


def authorization_url(client: OidcClient, attempt: Attempt, *, redirect_uri: str, http: httpx.Client) -> str:
    """Return where the browser signs in; raises `OidcUnavailableError` without the provider."""
    url: str = prepare_grant_uri(
        _discovered(client, http)["authorization_endpoint"],
        client_id=client.client_id,
        response_type="code",
        redirect_uri=redirect_uri,
        scope=SCOPES,
        state=attempt.state,
        nonce=attempt.nonce,
        code_challenge=create_s256_code_challenge(attempt.verifier),
        code_challenge_method="S256",
    )
    return url


def redeem(
    client: OidcClient, attempt: Attempt, *, code: str, redirect_uri: str, http: httpx.Client, now: int
) -> OutsidePerson:
    """Exchange the code for the identity token, check it, and return who it names; `now` in seconds.

    Raises `OidcRefusedError` for a code or token that does not hold or a person without a role here.
    """
    metadata = _discovered(client, http)
    answer = _posted(client, metadata["token_endpoint"], _grant(code, redirect_uri, attempt), http)
    claims = _checked(client, attempt, answer, _keys(metadata, http), now)
    return person_of(client, claims)


def person_of(client: OidcClient, claims: Mapping[str, Any]) -> OutsidePerson:
    """Return the person that checked claims name, with the highest role that they are given.

    >>> client = OidcClient("https://id.example", "huiyin", "", "realm.groups", {"voc": Role.ANALYST})
    >>> person_of(client, {"sub": "7", "preferred_username": "li", "realm": {"groups": ["voc"]}}).role
    <Role.ANALYST: 'analyst'>
    """
    role = _role(client, claims)
    if role is None:
        raise OidcRefusedError("your account has no role here; ask an administrator for one")
    username = str(claims.get("preferred_username") or claims.get("email") or claims["sub"])
    shown = str(claims.get("name") or username)
    return OutsidePerson(f"{client.issuer}#{claims['sub']}", username, shown, role)


def _role(client: OidcClient, claims: Mapping[str, Any]) -> Role | None:
    value: Any = claims
    for part in client.role_claim.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    named = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    found = [client.roles[each] for each in named if isinstance(each, str) and each in client.roles]
    return max(found, key=lambda role: role.rank, default=client.default_role)


def _discovered(client: OidcClient, http: httpx.Client) -> dict[str, Any]:
    address = client.issuer.rstrip("/") + "/.well-known/openid-configuration"
    metadata = _json(lambda: http.get(address))
    if metadata.get("issuer") != client.issuer:
        raise OidcUnavailableError("the sign-in service names another issuer than the settings")
    return metadata


def _keys(metadata: Mapping[str, Any], http: httpx.Client) -> KeySet:
    return KeySet.import_key_set(_json(lambda: http.get(metadata["jwks_uri"])))  # type: ignore[arg-type]


def _grant(code: str, redirect_uri: str, attempt: Attempt) -> dict[str, str]:
    return {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "code_verifier": attempt.verifier,
    }


def _posted(client: OidcClient, address: str, grant: dict[str, str], http: httpx.Client) -> dict[str, Any]:
    if not client.client_secret:
        grant = grant | {"client_id": client.client_id}
        return _json(lambda: http.post(address, data=grant), refusal=_NOT_ACCEPTED)
    who = httpx.BasicAuth(client.client_id, client.client_secret)
    return _json(lambda: http.post(address, data=grant, auth=who), refusal=_NOT_ACCEPTED)


def _checked(
    client: OidcClient, attempt: Attempt, answer: Mapping[str, Any], keys: KeySet, now: int
) -> CodeIDToken:
    options = {
        "iss": {"essential": True, "value": client.issuer},
        "aud": {"essential": True, "value": client.client_id},
    }
    params = {
        "nonce": attempt.nonce,
        "client_id": client.client_id,
        "access_token": answer.get("access_token"),
    }
    try:
        token = jwt.decode(str(answer.get("id_token")), keys, algorithms=_ALGORITHMS)
        claims = CodeIDToken(token.claims, token.header, options, params)
        claims.validate(now=now, leeway=_LEEWAY_S)
    except (JoseError, ValueError) as error:
        raise OidcRefusedError("the sign-in service's word about you does not hold") from error
    return claims


def _json(ask: Callable[[], httpx.Response], refusal: str = "") -> dict[str, Any]:
    try:
        answer = ask()
        if refusal and 400 <= answer.status_code < 500:
            raise OidcRefusedError(refusal)
        answer.raise_for_status()
        found = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise OidcUnavailableError("the sign-in service does not answer") from error
    if not isinstance(found, dict):
        raise OidcUnavailableError("the sign-in service does not answer as it should")
    return found
