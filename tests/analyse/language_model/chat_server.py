"""A real HTTP server that speaks the chat protocol of OpenAI, with an answer of the test's choosing."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[dict[str, Any]], "str | bytes | int"]


@dataclass
class Chat:
    """What was asked, and what is answered: words, raw bytes, or a status."""

    address: str
    answer: Answer
    tokens: int = 100
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)


@contextmanager
def chat_server(answer: Answer) -> Iterator[Chat]:
    """Serve on a free port of this machine until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            chat.asked.append(body)
            chat.keys.append(self.headers.get("Authorization"))
            given = chat.answer(body) if self.path == "/v1/chat/completions" else 404
            status = given if isinstance(given, int) else 200
            raw = given if isinstance(given, bytes) else _envelope(given, chat.tokens)
            self.send_response(status)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    chat = Chat(f"http://127.0.0.1:{server.server_port}/v1", answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield chat
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _envelope(words: str | int, tokens: int) -> bytes:
    message = {"role": "assistant", "content": words if isinstance(words, str) else ""}
    body = {"choices": [{"index": 0, "message": message}], "usage": {"total_tokens": tokens}}
    return json.dumps(body, ensure_ascii=False).encode()


def points(*given: tuple[str, list[tuple[int, str]]]) -> str:
    """Return an answer as the task asks for it."""
    listed = [
        {"point": point, "quotes": [{"id": key, "quote": words} for key, words in quotes]}
        for point, quotes in given
    ]
    return json.dumps({"points": listed}, ensure_ascii=False)
