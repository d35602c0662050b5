"""What the reports can refuse.

HuiyinError
├── NotFoundError
│   ├── ReportNotFoundError     404  no report has this id, or it was removed
│   └── ShareNotFoundError      404  this link was never given out, has expired, or was taken back
└── PdfUnavailableError         501  no PDF printer is installed
"""

from __future__ import annotations

from huiyin.kit.errors import HuiyinError, NotFoundError


class ReportNotFoundError(NotFoundError):
    """No report has this id, or it was removed."""

    code = "report_not_found"


class ShareNotFoundError(NotFoundError):
    """This link was never given out, has expired, or was taken back; which of them is not told."""

    code = "share_not_found"


class PdfUnavailableError(HuiyinError):
    """The installation has no PDF printer."""

    code = "pdf_unavailable"
    status = 501
