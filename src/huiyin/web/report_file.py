"""A report as the file that a browser takes or shows."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Response

from huiyin.act import reports


def report_file(report: reports.Report, medium: reports.Format) -> Response:
    """Render a report; a page opens in the browser, any other file is taken along under the report's name."""
    name = quote(f"{report.name} {report.end.isoformat()}.{medium}")
    kind = "inline" if medium is reports.Format.HTML else "attachment"
    return Response(
        reports.render(report, medium),
        media_type=reports.MEDIA_TYPES[medium],
        headers={"Content-Disposition": f"{kind}; filename*=UTF-8''{name}"},
    )
