"""How errors look over HTTP: `{"error": {"code", "message", "row"?, "field"?, "expected"?}}`."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from huiyin.kit.errors import HuiyinError


def install_error_handlers(api: FastAPI) -> None:
    """Give every error the same shape."""
    api.add_exception_handler(HuiyinError, _business)
    api.add_exception_handler(RequestValidationError, _validation)
    api.add_exception_handler(HTTPException, _http)


def _business(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HuiyinError):
        raise error
    headers = {"Retry-After": "60"} if error.status == 429 else None
    return JSONResponse({"error": error.details()}, status_code=error.status, headers=headers)


def _validation(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    problems = [
        {
            "field": ".".join(str(part) for part in problem["loc"] if part not in ("body", "query", "path")),
            "message": problem["msg"],
        }
        for problem in error.errors()
    ]
    first = problems[0]
    return JSONResponse(
        {
            "error": {
                "code": "invalid_input",
                "message": f"{first['field']}: {first['message']}",
                "field": first["field"],
                "problems": problems,
            }
        },
        status_code=422,
    )


def _http(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        raise error
    codes = {404: "not_found", 405: "method_not_allowed"}
    body = {"error": {"code": codes.get(error.status_code, "http_error"), "message": str(error.detail)}}
    return JSONResponse(body, status_code=error.status_code, headers=error.headers)
