"""The command line: `huiyin …`."""

from huiyin.cli.app import main

__all__ = ["main"]
