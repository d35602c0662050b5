"""`huiyin add-user`: make a person's account from the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from huiyin import access, bootstrap
from huiyin.cli.screen import out
from huiyin.kit.clock import utc_now
from huiyin.kit.settings import Settings


def add_user(
    username: Annotated[str, typer.Argument(help="Name to sign in with.")],
    display_name: Annotated[str | None, typer.Option(help="Name that others see.")] = None,
    role: Annotated[access.Role, typer.Option(help="What the person may do.")] = access.Role.ANALYST,
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)] = "",
) -> None:
    """Create an account."""
    ledger = bootstrap.open_ledger_of(Settings())
    with ledger.write() as connection:
        access.create_user(
            connection,
            username=username,
            display_name=display_name or username,
            password_hash=access.hash_password(password),
            role=role,
            clock=utc_now,
        )
    ledger.close()
    out.print(f"{username} may sign in as {role}", highlight=False)
