"""Passwords of other systems, sealed in the ledger by a key that lies outside it.

Sealed with Fernet (AES-128-CBC and HMAC-SHA256, https://github.com/fernet/spec). The key file holds one key a
line: the first seals, all of them open, so a new first line replaces a key without losing what it sealed.
"""

from __future__ import annotations

import os
import secrets
from functools import cached_property
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Connection

from huiyin.kit.errors import UnavailableError

KEY_FILE = "secret.key"
_MARK = "sealed:"
_OPTION = "huiyin_vault"


class VaultError(UnavailableError):
    """The key is missing or not the one that sealed this."""

    code = "sealed_with_another_key"


class Vault:
    """Seals and opens texts with the key given, else with the one in a file that is made when first needed."""

    def __init__(self, file: Path, key: str = "") -> None:
        self._file = file
        self._given = key

    def seal(self, text: str) -> str:
        """Return the text as it may be kept; one that is sealed already with the newest key stays as it is."""
        if is_sealed(text):
            if _opens(self._keys[0], text):
                return text
            text = self.unseal(text)
        return _MARK + self._keys[0].encrypt(text.encode()).decode()

    def unseal(self, text: str) -> str:
        """Return the text that was sealed; a plain one comes back as it is. Raises VaultError."""
        if not is_sealed(text):
            return text
        try:
            return MultiFernet(self._keys).decrypt(text.removeprefix(_MARK)).decode()
        except InvalidToken as error:
            raise VaultError(
                f"a password was sealed with another key than {self._where}: put that key back, or enter it again"
            ) from error

    @property
    def holds_older_keys(self) -> bool:
        """Whether there are keys besides the newest, so that something may be sealed with them."""
        return (bool(self._given) or self._file.exists()) and len(self._keys) > 1

    @property
    def _where(self) -> str:
        return "HUIYIN_SECRET_KEY" if self._given else str(self._file)

    @cached_property
    def _keys(self) -> list[Fernet]:
        lines = (self._given or _load(self._file)).split()
        try:
            keys = [Fernet(line) for line in lines]
        except ValueError as error:
            raise VaultError(f"{self._where} holds no Fernet key: {error}") from error
        if not keys:
            raise VaultError(f"{self._where} is empty")
        return keys


def is_sealed(text: str) -> bool:
    """Tell whether a text is sealed.

    >>> is_sealed("sesam"), is_sealed("sealed:gAAAAA")
    (False, True)
    """
    return text.startswith(_MARK)


def vault_options(vault: Vault) -> dict[str, Vault]:
    """Return the execution options under which connections know their vault."""
    return {_OPTION: vault}


def vault_of(connection: Connection) -> Vault:
    """Return the vault of the ledger that a connection belongs to. Raises VaultError where it has none."""
    found = connection.get_execution_options().get(_OPTION)
    if not isinstance(found, Vault):
        raise VaultError("this ledger was opened without a key")
    return found


def _opens(key: Fernet, text: str) -> bool:
    try:
        key.decrypt(text.removeprefix(_MARK))
    except InvalidToken:
        return False
    return True


def _load(file: Path) -> str:
    if not file.exists():
        _make(file)
    return file.read_text(encoding="ascii", errors="replace")


def _make(file: Path) -> None:
    """Write a new key whole or not at all; of two processes that begin at once, both go on with the first's."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(6)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(Fernet.generate_key() + b"\n")
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
