"""The facts table and one fact opened."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from huiyin import understand
from huiyin.charts import Language
from huiyin.kit.errors import NotFoundError
from huiyin.understand import Level, Sort
from huiyin.web.deps import ReadConnection, User
from huiyin.web.understand.files import TableFileKind, file_of
from huiyin.web.understand.query import Question
from huiyin.web.understand.schemas import BaseOut, FactDetailOut, FactOut, FactsOut

router = APIRouter(tags=["understand"])
VERBATIMS = 5


class AspectNotFoundError(NotFoundError):
    """No taxonomy has this aspect, and no opinion mentions it."""

    code = "aspect_not_found"


@router.get("/facts", summary="Facts about every aspect, each with its interval", response_model=FactsOut)
def get_facts(
    asked: Question,
    _user: User,
    level: Annotated[Level, Query(description="1 broad, 2 fine, 3 finest.")] = Level.FINE,
    sort: Annotated[
        Sort, Query(description="Largest first; what is insufficient comes last.")
    ] = Sort.CUSTOMERS,
) -> dict[str, object]:
    """Return how many customers speak of each aspect, how negatively, how strongly, and where it is heading."""
    table = understand.list_facts(asked.context, asked.filters, level=level, sort=sort)
    plane = understand.facts_plane(asked.context, table.facts, language=asked.language)
    return asked.dated | {
        "base": table.base,
        "facts": table.facts,
        "plane_chart": plane.option,
        "plane_table": plane.table.as_dict(),
        "summary": understand.facts_summary(asked.context, asked.filters, table),
    }


@router.get("/facts/file", summary="The facts as CSV, XLSX or PNG", response_class=Response)
def get_facts_file(
    asked: Question,
    _user: User,
    level: Level = Level.FINE,
    sort: Sort = Sort.NEGATIVE_CUSTOMERS,
    kind: TableFileKind = TableFileKind.CSV,
) -> Response:
    """Return every fact with its intervals and the audit's word; a picture shows the first twenty as bars."""
    table = understand.list_facts(asked.context, asked.filters, level=level, sort=sort)
    title = "不满的客户占比" if asked.language is Language.ZH else "Share of customers who are unhappy"
    return file_of(
        asked,
        kind,
        "facts",
        rows=lambda: understand.fact_rows(table.facts, asked.language),
        picture=lambda: (title, understand.facts_picture(table.facts, title=title, language=asked.language)),
    )


@router.get(
    "/facts/{aspect}", summary="One fact with its breakdowns and voices", response_model=FactDetailOut
)
def get_fact(
    asked: Question,
    connection: ReadConnection,
    _user: User,
    aspect: Annotated[str, Path(description="An aspect id, such as automotive.comfort.odour.")],
) -> dict[str, object]:
    """Return one aspect, with its whole subtree, by channel, product, segment, type and week."""
    context = asked.context
    detail = understand.fact_detail(context, asked.filters, aspect, language=asked.language)
    if detail.fact.customers.count == 0 and aspect not in context.names:
        raise AspectNotFoundError(f"no aspect {aspect!r}")
    groups = {"product": detail.by_product, "segment": detail.by_segment, "channel": detail.by_channel}
    page = understand.list_verbatims(
        context.facts, connection, context.names, asked.filters.about(aspect), limit=VERBATIMS
    )
    fact = FactOut.model_validate(detail.fact).model_dump()
    return (
        fact
        | asked.dated
        | {
            "base": BaseOut.model_validate(detail.base),
            "summary": understand.fact_summary(detail.fact, asked.filters, groups),
            "trend_chart": detail.trend_chart.option,
            "trend_table": detail.trend_chart.table.as_dict(),
            "by_channel": detail.by_channel,
            "by_product": detail.by_product,
            "by_segment": detail.by_segment,
            "types": detail.types,
            "how": detail.how,
            "verbatims": page.items,
        }
    )
