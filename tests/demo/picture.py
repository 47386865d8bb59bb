"""Draw what a terminal shows as an animated picture, which browsers play without a script: one screen after the other."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from tests.demo.response import Shown

_COLUMNS, _LINES = 80, 24
_WIDTH, _HEIGHT = 7.8, 18
"""Of a character, in pixels."""
_MARGIN = 14
_TYPED_SECONDS, _READ_SECONDS = 1.5, 3.5
_CODE = re.compile(r"\x1b\[(\d*(?:;\d+)*)m")
_COLOURS = {"31": "#ff8a80", "32": "#9ece6a", "33": "#e0af68"}
_STYLE = (
    "text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#d8dee9;white-space:pre}"
    ".p{fill:#9ece6a}.d{fill:#8a94a6}.b{font-weight:700}.s{visibility:hidden}"
    "@media(prefers-reduced-motion){.s{animation:none!important}.s:last-of-type{visibility:visible}}"
)


def draw(shown: Iterable[Shown]) -> str:
    """Draw the screens, each for some seconds, again and again; readers who want no motion see the last one."""
    screens = list(_screens(shown))
    ends, total = [], 0.0
    for seconds, _ in screens:
        total += seconds
        ends.append(total)
    width, height = round(_COLUMNS * _WIDTH + 2 * _MARGIN), _LINES * _HEIGHT + 2 * _MARGIN
    rules, groups = [_STYLE], []
    for number, ((seconds, lines), end) in enumerate(zip(screens, ends, strict=True)):
        start, stop = (end - seconds) / total * 100, end / total * 100
        rules.append(
            f"@keyframes k{number}{{0%,{start:.2f}%{{visibility:hidden}}{start + 0.01:.2f}%,{stop:.2f}%{{visibility:visible}}"
            f"{min(stop + 0.01, 100):.2f}%,100%{{visibility:{'visible' if number == len(screens) - 1 else 'hidden'}}}}}"
        )
        groups.append(f'<g class="s" style="animation:k{number} {total:g}s infinite">{"".join(_drawn(lines))}</g>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'aria-label="An incident, from its alert to the finished postmortem, in a terminal">'
        f"<style>{''.join(rules)}</style>"
        f'<rect width="{width}" height="{height}" rx="6" fill="#1f2430"/>\n{chr(10).join(groups)}\n</svg>\n'
    )


def _screens(shown: Iterable[Shown]) -> Iterator[tuple[float, list[str]]]:
    """Each command when it has been typed, and with what it printed."""
    lines: list[str] = []
    for step in shown:
        lines += _wrapped(f"\x1b[32m$\x1b[0m {step.command}")
        yield _TYPED_SECONDS, lines[-_LINES:]
        for line in step.output.splitlines():
            lines += _wrapped(line)
        lines.append("")
        yield _READ_SECONDS, lines[-_LINES:]


def _wrapped(line: str) -> Iterator[str]:
    """Break a line where the terminal ends; codes of colours take no room."""
    room, row = _COLUMNS, ""
    for piece in re.split(r"(\x1b\[[\d;]*m)", line):
        if piece.startswith("\x1b"):
            row += piece
            continue
        for char in piece:
            if not room:
                yield row
                room, row = _COLUMNS, ""
            row += char
            room -= 1
    yield row


def _drawn(lines: list[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if _CODE.sub("", line).strip():
            y = _MARGIN + number * _HEIGHT + 13
            yield f'<text x="{_MARGIN}" y="{y}">{"".join(_spans(line))}</text>'


def _spans(line: str) -> Iterator[str]:
    pieces = _CODE.split(line)
    yield escape(pieces[0], quote=False)
    styles: list[str] = []
    for codes, text in zip(pieces[1::2], pieces[2::2], strict=True):
        styles = [] if codes in {"", "0"} else [*styles, *codes.split(";")]
        if text:
            fill = next(
                (f' fill="{_COLOURS[code]}" style="fill:{_COLOURS[code]}"' for code in styles if code in _COLOURS), ""
            )
            names = " ".join(name for code, name in (("1", "b"), ("2", "d")) if code in styles)
            yield f"<tspan{fill}{f' class={chr(34)}{names}{chr(34)}' if names else ''}>{escape(text, quote=False)}</tspan>"
