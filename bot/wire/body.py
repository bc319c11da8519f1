"""What PTB wants to say, as the body of an HTTP request."""

from __future__ import annotations

import io
from typing import Any

from aiohttp import FormData
from aiohttp.payload import BytesPayload
from telegram.error import BadRequest
from telegram.request import RequestData

from bot.wire.form import as_json

_UNSAFE_IN_FILE_NAME = str.maketrans({"\r": "_", "\n": "_", "\0": "_", '"': "'", "\\": "_"})


def body_of(data: RequestData | None) -> FormData | BytesPayload | None:
    """Multipart where there are files, else JSON; None for nothing to say.

    Half an emoji (a lone surrogate, as careless cutting leaves behind) becomes a question mark, not an error.
    Raises BadRequest if it cannot be written at all: trying again would not help.
    """
    if data is None:
        return None
    problem: str
    try:
        if data.contains_files:
            return _multipart(data)
        written = as_json(data)
    except (TypeError, ValueError) as error:
        problem = type(error).__name__
    else:
        return BytesPayload(written, content_type="application/json") if written else None
    raise BadRequest(f"The request cannot be written: {problem}")


def _multipart(data: RequestData) -> FormData:
    form = FormData(quote_fields=False, default_to_multipart=True)
    for name, value in data.json_parameters.items():
        form.add_field(name, _whole(value))
    for part, (file_name, content, kind) in data.multipart_data.items():
        shown = _whole(file_name).translate(_UNSAFE_IN_FILE_NAME)
        form.add_field(part, _readable(content), filename=shown, content_type=kind)
    return form


def _readable(content: Any) -> Any:
    """Bytes as a file, so that a large one is written in pieces and others are served in between."""
    return io.BytesIO(content) if isinstance(content, bytes) else content


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
