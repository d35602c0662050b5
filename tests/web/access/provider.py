"""A sign-in service of our own that keeps to OpenID Connect, for tests: a process of its own, strict about the protocol.

    python provider.py CLIENT_ID CLIENT_SECRET REDIRECT_URI

It prints its address, then answers until it is ended. Who signs in is what `POST /people` was given last.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

KEY = RSAKey.generate_key(2048, {"kid": "k1"}, private=True)
STRANGER = RSAKey.generate_key(2048, {"kid": "k1"}, private=True)


class Provider(BaseHTTPRequestHandler):
    """Every refusal says which rule was broken."""

    codes: ClassVar[dict[str, dict[str, str]]] = {}
    person: ClassVar[dict[str, object]] = {"sub": "1"}
    twist: str = ""
    client_id, client_secret, redirect_uri = "", "", ""

    def do_GET(self) -> None:
        path, asked = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        if path == "/.well-known/openid-configuration":
            self._json(200, self._metadata())
        elif path == "/jwks":
            self._json(200, {"keys": [KEY.as_dict(private=False)]})
        elif path == "/authorize":
            self._authorize({name: values[0] for name, values in asked.items()})
        else:
            self._json(404, {})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/people":
            given = json.loads(body)
            type(self).twist, type(self).person = given.pop("twist", ""), given
            self._json(200, {})
        else:
            self._token({name: values[0] for name, values in parse_qs(body).items()})

    def _metadata(self) -> dict[str, str]:
        return {
            "issuer": self._address() + ("/other" if self.twist == "issuer" else ""),
            "authorization_endpoint": f"{self._address()}/authorize",
            "token_endpoint": f"{self._address()}/token",
            "jwks_uri": f"{self._address()}/jwks",
        }

    def _authorize(self, asked: dict[str, str]) -> None:
        rules = {
            "response_type": asked.get("response_type") == "code",
            "scope": "openid" in asked.get("scope", "").split(),
            "client_id": asked.get("client_id") == self.client_id,
            "redirect_uri": asked.get("redirect_uri") == self.redirect_uri,
            "state": len(asked.get("state", "")) >= 32,
            "nonce": len(asked.get("nonce", "")) >= 32,
            "code_challenge_method": asked.get("code_challenge_method") == "S256",
            "code_challenge": len(asked.get("code_challenge", "")) == 43,
        }
        if not all(rules.values()):
            self._json(
                400,
                {"error": "invalid_request", "broken": [name for name, kept in rules.items() if not kept]},
            )
            return
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        back = f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"
        self.send_response(302)
        self.send_header("Location", back)
        self.end_headers()

    def _token(self, grant: dict[str, str]) -> None:
        # A code opens the door once.
        asked = self.codes.pop(grant.get("code", ""), None)
        who = base64.b64encode(f"{self.client_id}:{self.client_secret}".encode()).decode()
        verifier = hashlib.sha256(grant.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(verifier).rstrip(b"=").decode()
        if self.headers.get("Authorization") != f"Basic {who}":
            self._json(401, {"error": "invalid_client"})
        elif (
            asked is None
            or grant.get("grant_type") != "authorization_code"
            or grant.get("redirect_uri") != asked["redirect_uri"]
            or challenge != asked["code_challenge"]
        ):
            self._json(400, {"error": "invalid_grant"})
        else:
            self._json(200, {"access_token": "a", "token_type": "Bearer", "id_token": self._id_token(asked)})

    def _id_token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims = {"iss": self._address(), "aud": self.client_id, "iat": now, "exp": now + 300}
        claims |= {"nonce": asked["nonce"]} | self.person
        twisted = {
            "audience": {"aud": "somebody else"},
            "nonce": {"nonce": "n" * 43},
            "late": {"exp": now - 300, "iat": now - 600},
        }
        claims |= twisted.get(self.twist, {})
        if self.twist == "unsigned":
            parts = ({"alg": "none"}, claims)
            return (
                ".".join(
                    base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=").decode() for p in parts
                )
                + "."
            )
        return jwt.encode({"alg": "RS256", "kid": "k1"}, claims, STRANGER if self.twist == "key" else KEY)

    def _address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def _json(self, status: int, body: object) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


if __name__ == "__main__":
    Provider.client_id, Provider.client_secret, Provider.redirect_uri = sys.argv[1:4]
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)  # noqa: T201 the test reads it
    server.serve_forever()
