"""A small IMAP server for tests: the part of RFC 3501 that reading a mailbox needs, over a real socket."""

from __future__ import annotations

import re
import socketserver
import threading
from typing import Any


class _Session(socketserver.StreamRequestHandler):
    server: Any
    disable_nagle_algorithm = True

    def handle(self) -> None:
        self._send(b"* OK [CAPABILITY IMAP4rev1] ready")
        while line := self.rfile.readline():
            tag, _, rest = line.strip().partition(b" ")
            verb, _, arguments = rest.partition(b" ")
            if verb.upper() == b"UID":
                verb, _, arguments = arguments.partition(b" ")
                verb = b"UID " + verb
            if not self._answer(tag, verb.upper().decode(), arguments):
                return

    def _answer(self, tag: bytes, verb: str, arguments: bytes) -> bool:
        state = self.server.mailbox
        with state.lock:
            mails = dict(state.mails)
        if verb == "LOGIN":
            good = state.password.encode() in arguments
            self._send(tag + (b" OK in" if good else b" NO [AUTHENTICATIONFAILED] wrong password"))
            return True
        if verb == "CAPABILITY":
            self._send(b"* CAPABILITY IMAP4rev1")
        elif verb == "STATUS":
            counts = f"UIDVALIDITY {state.validity} UIDNEXT {max(mails, default=0) + 1}"
            self._send(f'* STATUS "INBOX" ({counts})'.encode())
        elif verb in ("EXAMINE", "SELECT"):
            self._send(f"* {len(mails)} EXISTS".encode())
            self._send(f"* OK [UIDVALIDITY {state.validity}] valid".encode())
        elif verb == "UID SEARCH":
            found = re.search(rb"(\d+):\*", arguments)
            first = int(found[1]) if found else 1
            chosen = {uid for uid in mails if uid >= first} | ({max(mails)} if mails else set())
            self._send(b"* SEARCH " + " ".join(map(str, sorted(chosen))).encode())
        elif verb == "UID FETCH":
            uid = int(arguments.split()[0])
            if uid in mails:
                head = f"* {uid} FETCH (UID {uid} BODY[] {{{len(mails[uid])}}}\r\n".encode()
                self.wfile.write(head + mails[uid] + b")\r\n")
        elif verb == "LOGOUT":
            self._send(b"* BYE")
        self._send(tag + b" OK done")
        return verb != "LOGOUT"

    def _send(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


class ImapServer:
    """One mailbox; mails get UIDs in the order they are put in."""

    password = "ein-wort"
    validity = 7

    def __init__(self) -> None:
        self.mails: dict[int, bytes] = {}
        self.lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _Session)
        self._server.mailbox = self  # type: ignore[attr-defined]
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def put(self, mail: bytes) -> int:
        with self.lock:
            uid = max(self.mails, default=0) + 1
            self.mails[uid] = mail
        return uid

    def renumber(self) -> None:
        """Begin new numbers, as servers do when they rebuild a mailbox."""
        with self.lock:
            self.validity += 1
            self.mails = {uid + 1000: mail for uid, mail in self.mails.items()}

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
