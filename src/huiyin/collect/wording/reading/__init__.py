"""Reading questions out of what people have: plain text, Markdown, CSV, SurveyJS JSON."""

from huiyin.collect.wording.reading.document import read_document
from huiyin.collect.wording.reading.located import Located

__all__ = ["Located", "read_document"]
