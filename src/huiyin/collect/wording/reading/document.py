"""One door for every format."""

from __future__ import annotations

import json
from typing import Literal

from huiyin.collect.wording.reading.located import Located
from huiyin.collect.wording.reading.plain import read_plain
from huiyin.collect.wording.reading.surveyjs import read_surveyjs
from huiyin.collect.wording.reading.table import read_table
from huiyin.kit.errors import InvalidInputError

Form = Literal["text", "csv", "surveyjs"]


def read_document(text: str, form: Form | None = None) -> list[Located]:
    """Return the questions of a document; without `form`, JSON is taken for SurveyJS and the rest for plain text.

    Raises InvalidInputError when a SurveyJS definition is no JSON object.
    """
    text = text.removeprefix("﻿")
    if form == "csv":
        return read_table(text)
    if form == "surveyjs" or (form is None and text.lstrip().startswith("{")):
        return read_surveyjs(_definition(text))
    return read_plain(text)


def _definition(text: str) -> dict[str, object]:
    expected = 'a SurveyJS definition such as {"pages": [{"elements": [...]}]}'
    try:
        definition = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(f"the text is no JSON: {error}", field="text", expected=expected) from error
    if not isinstance(definition, dict):
        raise InvalidInputError("the JSON is no object", field="text", expected=expected)
    return definition
