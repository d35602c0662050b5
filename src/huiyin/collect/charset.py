"""Bytes that claim a charset, and what they are."""

from __future__ import annotations

# Mail programs write gb2312 and mean its superset.
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "big5": "big5hkscs",
    "us-ascii": "utf-8",
}


def decode_bytes(raw: bytes, charset: object) -> str:
    """Return the text of bytes that claim a charset; a wrong claim is overruled by what the bytes are.

    >>> decode_bytes("车机卡顿㐂".encode("gb18030"), "gb2312")
    '车机卡顿㐂'
    """
    claimed = charset.strip().lower().strip("'\"") if isinstance(charset, str) else ""
    for name in (_SUPERSETS.get(claimed, claimed), "utf-8", "gb18030"):
        try:
            if name:
                return raw.decode(name).replace("\x00", "")
        except (UnicodeError, LookupError, ValueError):
            continue
    return raw.decode("gb18030", "replace").replace("\x00", "")
