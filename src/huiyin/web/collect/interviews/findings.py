"""What the coded conversations of a study say."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import Response

from huiyin import charts
from huiyin.collect import interviews
from huiyin.web.collect.interviews.schemas import (
    AgreementOut,
    CodeAgreementOut,
    CodedQuoteOut,
    DominanceOut,
    FindingsOut,
    SaturationOut,
    TalkOut,
    ThemeOut,
)
from huiyin.web.deps import App, ReadConnection, User
from huiyin.web.understand.schemas import EstimateOut, TableOut

router = APIRouter(tags=["interviews"])


@router.get("/interviews/studies/{study_id}/findings", summary="Codes, agreement, saturation, dominance")
def get_findings(
    study_id: int,
    app: App,
    connection: ReadConnection,
    _user: User,
    language: charts.Language = charts.Language.ZH,
) -> FindingsOut:
    """Return what the codings that are done say; participants without consent are in none of it."""
    interviews.get_study(connection, study_id)
    held = interviews.conversations_of(connection, study_id)
    themes = interviews.themes_of(connection, study_id)
    minimum_n = app.settings.minimum_n
    return FindingsOut(
        themes=[ThemeOut.model_validate(replace(one, share=one.share.guarded(minimum_n))) for one in themes],
        agreement=_agreement(interviews.agree(connection, study_id)),
        saturation=_saturation(interviews.new_themes(connection, study_id), language),
        dominance=[
            _dominance(interviews.measure_dominance(connection, one.id), language)
            for one in held
            if one.heard > 1
        ],
    )


@router.get("/interviews/studies/{study_id}/quotes", summary="The quote bank")
def get_quotes(
    study_id: int, connection: ReadConnection, _user: User, code: int | None = None, quotable: bool = False
) -> list[CodedQuoteOut]:
    """Return coded passages; `quotable` leaves only what participants allowed to be quoted."""
    interviews.get_study(connection, study_id)
    found = interviews.quotes_of(connection, study_id, code_id=code, quotable=quotable)
    return [CodedQuoteOut.model_validate(quote) for quote in found]


@router.get("/interviews/studies/{study_id}/quotes.csv", summary="Export the quotes", response_class=Response)
def get_quotes_csv(study_id: int, connection: ReadConnection, _user: User) -> Response:
    """Return what may be quoted as CSV."""
    interviews.get_study(connection, study_id)
    sheet = interviews.quotes_csv(interviews.quotes_of(connection, study_id, quotable=True))
    return Response(
        sheet.encode(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="quotes-{study_id}.csv"'},
    )


def _agreement(found: interviews.Agreement) -> AgreementOut:
    return AgreementOut(
        coders=list(found.coders),
        pair=list(found.pair) if found.pair else None,
        conversations=list(found.conversations),
        sentences=found.sentences,
        alpha=EstimateOut.model_validate(found.alpha),
        codes=[CodeAgreementOut.model_validate(one) for one in found.codes],
        customary=interviews.CUSTOMARY,
        tentative=interviews.TENTATIVE,
    )


def _saturation(themes: interviews.NewThemes, language: charts.Language) -> SaturationOut:
    found = themes.found
    points = [
        charts.SaturationPoint(one.title, new, total, low, high)
        for one, new, total, low, high in zip(
            themes.conversations,
            found.new,
            found.total,
            found.usual_low,
            found.usual_high,
            strict=True,
        )
    ]
    figure = charts.saturation_chart(points, language=language)
    return SaturationOut(
        conversations=[one.title for one in themes.conversations],
        new=[list(names) for names in themes.names],
        total=list(found.total),
        ratios=list(found.ratios),
        base=found.base,
        run=found.run,
        threshold=found.threshold,
        reached=found.reached,
        chart=figure.option,
        table=TableOut.model_validate(figure.table.as_dict()),
    )


def _dominance(found: interviews.Dominance, language: charts.Language) -> DominanceOut:
    bars = [charts.Bar(one.speaker.label, one.share) for one in found.people]
    title = "发言占比" if language is charts.Language.ZH else "Share of the talk"
    figure = charts.bar_chart(bars, title=title, language=language)
    return DominanceOut(
        conversation_id=found.conversation_id,
        title=found.title,
        gini=round(found.gini, 4),
        evenness=round(found.evenness, 4),
        moderator=round(found.moderator, 4),
        people=[
            TalkOut(
                label=one.speaker.label,
                turns=one.turns,
                characters=one.characters,
                share=EstimateOut.model_validate(one.share),
                is_dominant=one.is_dominant,
            )
            for one in found.people
        ],
        chart=figure.option,
        table=TableOut.model_validate(figure.table.as_dict()),
    )
