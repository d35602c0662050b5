"""The MCP server: an assistant reads the facts, and the voices behind them, as far as its token may."""

from huiyin.mcp.server import assistant_server

__all__ = ["assistant_server"]
