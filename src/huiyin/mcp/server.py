"""The tools an assistant has: every one reads, none changes anything, and none says more than the evidence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Annotated, Any, Literal, ParamSpec, TypeVar
from urllib.parse import quote

from mcp.server import MCPServer
from mcp.server.mcpserver import Image
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from huiyin import __version__
from huiyin.client import Asked, Client
from huiyin.kit.errors import HuiyinError
from huiyin.mcp.answers import (
    Findings,
    Issues,
    Voices,
    issue,
    plain,
    selection,
    sentence,
    voice,
)

INSTRUCTIONS = """\
Huiyin 回音 holds what a company's customers said, and facts counted from it.
Start with `findings` or `list_issues`; ask `search_voices` for the words behind a figure.
Rules of evidence: tell every share with its interval and n; where a verdict is "insufficient" say 证据不足 and give no
number; quote only voices that a tool returned, word for word, with their id or link; a single voice is a story, not a
fact: use `check_story` to learn how many customers share it. Personal data is masked and stays so."""

P = ParamSpec("P")
T = TypeVar("T")

MOST_VOICES = 50
MOST_ISSUES = 60
_READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)

Start = Annotated[date | None, Field(description="First day; left out: 90 days up to the newest voice.")]
End = Annotated[date | None, Field(description="Last day.")]
Products = Annotated[list[str] | None, Field(description="Only these products.")]
Channels = Annotated[
    list[str] | None,
    Field(description="Only these: survey, interview, focus_group, social, review, service, nps, behaviour."),
]
Aspects = Annotated[list[str] | None, Field(description="Only below these aspect ids.")]
Taxonomies = Annotated[
    list[str] | None, Field(description="Only these taxonomies, such as automotive or retail.")
]
Level = Annotated[Literal[1, 2, 3], Field(description="1 broad, 2 fine, 3 finest aspects.")]


def assistant_server(huiyin: Client, *, page_url: str | None = None) -> MCPServer[Any]:
    """Return an MCP server that reads through a client, with the rights of the client's token.

    `page_url` is what links begin with, the client's own address when left out.
    """
    server: MCPServer[Any] = MCPServer(
        "huiyin", title="Huiyin 回音", instructions=INSTRUCTIONS, version=__version__
    )
    tools = _Tools(huiyin, (page_url or huiyin.url).rstrip("/"))
    for tool in (
        tools.findings,
        tools.list_issues,
        tools.one_issue,
        tools.search_voices,
        tools.check_story,
        tools.priorities,
        tools.opportunities,
        tools.signals,
        tools.compare,
        tools.launches,
        tools.choices,
        tools.picture_of_issues,
    ):
        server.tool(annotations=_READS)(_explaining(tool))
    return server


def _explaining(tool: Callable[P, T]) -> Callable[P, T]:
    """Let the assistant read why the server refused, so that it can ask better."""

    @wraps(tool)
    def explained(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return tool(*args, **kwargs)
        except HuiyinError as error:
            raise ToolError(error.message) from error

    return explained


class _Tools:
    """The tools; their docstrings are what the assistant reads."""

    def __init__(self, huiyin: Client, page_url: str) -> None:
        self._huiyin = huiyin
        self._page_url = page_url

    def findings(self, start: Start = None, end: End = None, product: Products = None) -> Findings:
        """Say what matters now, in sentences with figures: how many customers, how unhappy, the largest issue, what rises."""
        answer = self._huiyin.get("/overview", start=start, end=end, product=product)
        said = [sentence(each, self._page_url) for each in answer["headline"]]
        return Findings(selection=selection(answer), sentences=said)

    def list_issues(
        self,
        start: Start = None,
        end: End = None,
        product: Products = None,
        channel: Channels = None,
        taxonomy: Taxonomies = None,
        level: Level = 2,
        sort: Literal[
            "customers", "negative_customers", "share_negative", "intensity", "trend"
        ] = "negative_customers",
        limit: Annotated[int, Field(ge=1, le=MOST_ISSUES)] = 15,
    ) -> Issues:
        """List what customers speak of: share of customers, how negative, how strongly, where it is heading."""
        asked: dict[str, Asked] = {"start": start, "end": end, "product": product, "channel": channel}
        answer = self._huiyin.get("/facts", **asked, taxonomy=taxonomy, level=level, sort=sort)
        return Issues(
            selection=selection(answer),
            customers=answer["base"]["customers"],
            voices=answer["base"]["voices"],
            issues=[issue(fact, self._page_url) for fact in answer["facts"][:limit]],
        )

    def one_issue(
        self, aspect: str, start: Start = None, end: End = None, product: Products = None
    ) -> dict[str, Any]:
        """Open one aspect: its figures by channel, product, segment, type and week, and its newest voices."""
        # What an assistant calls an aspect leads to no other address.
        answer = self._huiyin.get(f"/facts/{quote(aspect, safe='')}", start=start, end=end, product=product)
        return self._plain(answer)

    def search_voices(
        self,
        words: Annotated[str, Field(description="Words the text must contain; empty for any.")] = "",
        start: Start = None,
        end: End = None,
        product: Products = None,
        channel: Channels = None,
        aspect: Aspects = None,
        sentiment: Annotated[list[Literal[-1, 0, 1]] | None, Field(description="-1, 0 or 1.")] = None,
        kind: Annotated[
            list[Literal["complaint", "suggestion", "question", "praise", "statement"]] | None,
            Field(description="Only voices of these types."),
        ] = None,
        limit: Annotated[int, Field(ge=1, le=MOST_VOICES)] = 10,
    ) -> Voices:
        """Read the words behind a figure, newest first."""
        asked: dict[str, Asked] = {"start": start, "end": end, "product": product, "channel": channel}
        asked |= {"q": words or None, "aspect": aspect, "sentiment": sentiment, "type": kind, "limit": limit}
        answer = self._huiyin.get("/verbatims", **asked)
        return Voices(
            selection=selection(answer),
            total=answer["total"],
            voices=[voice(each, self._page_url) for each in answer["items"]],
        )

    def check_story(
        self,
        text: Annotated[str, Field(min_length=1, max_length=20_000, description="What somebody told.")],
        start: Start = None,
        end: End = None,
    ) -> dict[str, Any]:
        """Tell how many customers share a single story, and whether it is common, ordinary or rare. Nothing is kept."""
        return self._plain(self._huiyin.check_story(text, start=start, end=end))

    def priorities(self, start: Start = None, end: End = None, product: Products = None) -> dict[str, Any]:
        """Rank issues by the customers they touch, with how sure the order is; quiet but common, loud but rare."""
        return self._plain(self._huiyin.get("/priorities", start=start, end=end, product=product))

    def opportunities(
        self, start: Start = None, end: End = None, product: Products = None, taxonomy: Taxonomies = None
    ) -> dict[str, Any]:
        """List unmet needs, wishes, workarounds, effort, surprising uses and praise, sized in customers and scored."""
        asked: dict[str, Asked] = {"start": start, "end": end, "product": product, "taxonomy": taxonomy}
        return self._plain(self._huiyin.get("/opportunities", **asked))

    def signals(self) -> dict[str, Any]:
        """List what is unusual now, the gravest first: since when, how unusual, who, and the likely cause."""
        return self._plain(self._huiyin.get("/signals"))

    def compare(
        self,
        by: Literal["product", "channel", "region", "segment"] = "product",
        sides: Annotated[
            list[str] | None, Field(description="Which to set beside each other, 2 to 6.")
        ] = None,
        start: Start = None,
        end: End = None,
        taxonomy: Taxonomies = None,
    ) -> dict[str, Any]:
        """Set groups beside each other on the same aspects, rivals too, and say who surely stands better or worse."""
        asked: dict[str, Asked] = {"by": by, "side": sides, "start": start, "end": end, "taxonomy": taxonomy}
        return self._plain(self._huiyin.get("/compare", **asked))

    def launches(
        self, event: Annotated[int | None, Field(description="Id of one event, for its report.")] = None
    ) -> dict[str, Any]:
        """List the launches that are watched, or report one: what early users say beside the other products."""
        return self._plain(self._huiyin.get("/launches" if event is None else f"/launches/{event}"))

    def choices(self) -> dict[str, Any]:
        """List products, channels, segments, regions and taxonomies that one can ask for."""
        return self._plain(self._huiyin.get("/meta"))

    def picture_of_issues(self, start: Start = None, end: End = None, product: Products = None) -> Image:
        """Draw the twenty largest issues as bars with their intervals."""
        drawn = self._huiyin.get_bytes("/facts/file", kind="png", start=start, end=end, product=product)
        return Image(data=drawn, format="png")

    def _plain(self, answer: Any) -> dict[str, Any]:
        told: dict[str, Any] = plain(answer, self._page_url)
        return told
