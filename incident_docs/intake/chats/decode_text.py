"""Turn bytes into text, in the encodings in which spreadsheets and chat services save."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode_text(content: bytes) -> str:
    """Read UTF-8, UTF-16 or, if it can be nothing else, Windows-1252; never fails. Line ends become single ones."""
    text = content.decode(_encoding(content), errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _encoding(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    if content[1:2] == b"\0":
        return "utf-16-le"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
