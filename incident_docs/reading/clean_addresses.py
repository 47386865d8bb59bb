"""Take out of addresses what opens doors: logins, tokens, signatures."""

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

_LONGEST = 600
_SECRET_NAME = re.compile(
    r"(?i)token|secret|sig(?:nature)?$|passw|^pw|pwd|auth|cred|session|jwt|^(?:[a-z_-]*key|code|t|se|sp|sv|sr|st|hash|hmac|policy)$"
    r"|^x-(?:amz|goog)|unsubscribe|invite|access"
)
_SECRET_VALUE = re.compile(
    r"xox[a-z]-|eyJ[\w-]+\.|gh[a-z]_\w{20}|\b(?=[\w~-]*\d)(?=[\w~-]*[a-z])(?=[\w~-]*[A-Z])[\w~-]{24,}"
)
"""Ids are as long, but seldom in both cases."""
_SECRET_PATH = re.compile(r"(?i)/(?:unsubscribe|confirm|invite|webhooks?|services/T\w+)(?:/|$)|/bot\d+:")
_ADDRESS = re.compile(r"https?://[^\s<>\"'`|]+")
_SAFE = "/?:@!$&'*+,;=~%-._"


def clean_url(url: str) -> str:
    """Give a web address without what opens doors; empty for anything else."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host or not re.fullmatch(r"[\w.:-]+", host):
        return ""
    if _SECRET_PATH.search(parts.path) or _SECRET_VALUE.search(parts.path):
        return ""
    place = f"[{host}]" if ":" in host else host
    netloc = place if port is None else f"{place}:{port}"
    query, fragment = _without_secrets(parts.query), parts.fragment
    if _SECRET_VALUE.search(fragment) or ("=" in fragment and _without_secrets(fragment) != fragment):
        fragment = ""
    clean = _written(SplitResult(parts.scheme, netloc, parts.path, query, fragment))
    return (
        clean if len(clean) <= _LONGEST else _written(SplitResult(parts.scheme, netloc, parts.path[:_LONGEST], "", ""))
    )


def clean_addresses(text: str) -> str:
    """Take the secrets out of the web addresses in a text; an address without any stays as it is written."""
    return _ADDRESS.sub(
        lambda match: match[0] if _is_open(match[0]) else clean_url(match[0]) or "(address removed)", text
    )


def _is_open(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    said = f"{parts.path}?{parts.fragment}"
    return (
        "@" not in parts.netloc
        and not _SECRET_PATH.search(parts.path)
        and not _SECRET_VALUE.search(said)
        and _without_secrets(parts.query) == parts.query
    )


def _without_secrets(query: str) -> str:
    """Leave out secrets; if there is a signature, the rest is of no use to anybody either."""
    pairs = [pair.partition("=") for pair in re.split("[&;]", query)]
    kept = [pair for pair in pairs if not (_SECRET_NAME.search(pair[0]) or _SECRET_VALUE.search(pair[2]))]
    is_signed = any(re.search(r"(?i)sig", name) for name, _, _ in pairs if _SECRET_NAME.search(name))
    return "" if is_signed else query if len(kept) == len(pairs) else "&".join("".join(pair) for pair in kept)


def _written(parts: SplitResult) -> str:
    """Write an address so that it ends nowhere but at its end, in Markdown too."""
    path, query, fragment = (quote(part, safe=_SAFE) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, parts.netloc, path, query, fragment))
