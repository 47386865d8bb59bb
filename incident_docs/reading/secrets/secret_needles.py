"""What stands in tokens that are known by their form, and in hardly any other text."""

import re

_LOGIN = re.compile(rb"://[^\s/@:\"'<>]{0,80}:[^\s/@\"'<>]{1,80}@")
_QUOTED = re.compile(rb"[\"'][A-Za-z0-9+/_=-]{20,}[\"']")
_PRIVATE_KEY = b"PRIVATE KEY"
_SHORTEST = 20
_NEEDLES = (
    b"AKIA",
    b"ASIA",
    b"AIza",
    b"ATATT3",
    b"AccountKey=",
    b"GR1348941",
    b"PuTTY-User-Key-File",
    b"SG.",
    b"T3BlbkFJ",
    b"_authToken=",
    b"api.telegram.org/bot",
    b"api/webhooks/",
    b"dop_v1_",
    b"eyJ",
    b"gho_",
    b"ghp_",
    b"ghr_",
    b"ghs_",
    b"ghu_",
    b"github_pat_",
    b"glagent-",
    b"glcbt-",
    b"gldt-",
    b"glft-",
    b"glimt-",
    b"gloas-",
    b"glpat-",
    b"glptt-",
    b"glrt-",
    b"glsoat-",
    b"hooks.slack.com/services/",
    b"hvs.",
    b"k_live_",
    b"npm_",
    b"pypi-AgE",
    b"sk-ant-",
    b"sq0csp-",
    b"webhook.office.com/",
    b"xapp-",
    b"xox",
)


def secret_signs_in(text: bytes) -> list[str]:
    """Those that the text holds: only lines with one of them may hold such a token."""
    # Tokens are long words, of which a text has few.
    long_words = b" ".join([word for word in text.split() if len(word) >= _SHORTEST])
    found = [needle for needle in _NEEDLES if needle in long_words]
    found += [_PRIVATE_KEY] if _PRIVATE_KEY in text else []
    return [each.decode() for each in (*found, *_LOGIN.findall(text), *_QUOTED.findall(long_words))]
