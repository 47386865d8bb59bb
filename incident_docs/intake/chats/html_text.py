"""Turn the HTML of chat messages into Markdown: code, links, mentions, lists and emoji; all else becomes plain words."""

from html.parser import HTMLParser

from incident_docs.intake.chats.slack_text import markdown_link

_BREAKS = frozenset(["p", "div", "br", "li", "tr", "h1", "h2", "h3", "blockquote", "pre", "ul", "ol", "table"])
_HIDDEN = frozenset(["script", "style"])


class _Reader(HTMLParser):
    """Collects the words; the library calls it for each piece."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._link: tuple[str, int] | None = None
        self._hidden = 0
        self._is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _BREAKS:
            self.pieces.append("\n")
        if tag == "pre":
            self._fence(is_code=True)
        elif tag == "code" and not self._is_code:
            self.pieces.append("`")
        elif tag in {"img", "emoji"}:
            self.pieces.append(values.get("alt", ""))
        elif tag == "at":
            self.pieces.append("@")
        elif tag == "a":
            self._link = (values.get("href", ""), len(self.pieces))

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "pre":
            self._fence(is_code=False)
        elif tag == "code" and not self._is_code:
            self.pieces.append("`")
        elif tag == "a" and self._link:
            url, start = self._link
            self.pieces[start:] = [markdown_link(url, "".join(self.pieces[start:]).strip())]
            self._link = None
        if tag in _BREAKS:
            self.pieces.append("\n")
        elif tag in {"td", "th"}:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)

    def _fence(self, *, is_code: bool) -> None:
        if self._is_code != is_code:
            self._is_code = is_code
            self.pieces.append("```")


def html_markdown(text: str) -> str:
    """Write the words of HTML as Markdown, line by line, without empty lines."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    words = "".join(reader.pieces).replace("\N{NO-BREAK SPACE}", " ")
    return "\n".join(line.rstrip() for line in words.split("\n") if line.strip())
