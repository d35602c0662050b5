"""The page's own chart as a picture."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from huiyin import charts
from huiyin.charts import Figure, ForeignPictureError, Table
from huiyin.kit.errors import InvalidInputError
from huiyin.web.deps import User

router = APIRouter(tags=["understand"])
MOST_CELLS = 20_000


class PictureIn(BaseModel):
    """A chart as the server sent it to the page, what to write above it, and its size in pixels."""

    option: dict[str, Any]
    title: str = Field("", max_length=200)
    note: str = Field("", max_length=300)
    width: int = Field(1080, ge=320, le=2400)
    height: int = Field(440, ge=160, le=2400)


@router.post("/charts/picture", summary="A chart as PNG, with title and window", response_class=Response)
def draw(body: PictureIn, _user: User) -> Response:
    """Draw the option with the pages' own ECharts, outside the browser; nothing is kept."""
    if _size(body.option) > MOST_CELLS:
        raise InvalidInputError("too large to draw", field="option", expected=f"at most {MOST_CELLS} values")
    figure = Figure(body.option, Table((), ()))
    try:
        picture = charts.draw_picture(
            figure, title=body.title, note=body.note, width=body.width, height=body.height
        )
    except ForeignPictureError as error:
        raise InvalidInputError(str(error), field="option", expected="an option without pictures") from error
    headers = {"Content-Disposition": 'attachment; filename="huiyin-chart.png"'}
    return Response(picture, media_type="image/png", headers=headers)


def _size(value: object) -> int:
    if isinstance(value, dict):
        return sum(_size(each) for each in value.values())
    return sum(_size(each) for each in value) if isinstance(value, list) else 1
