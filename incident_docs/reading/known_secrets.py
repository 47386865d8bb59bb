"""Find the secrets of a line that are known by their form. No other module knows detect-secrets."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from detect_secrets.filters.heuristic import is_sequential_string
from detect_secrets.plugins.aws import AWSKeyDetector
from detect_secrets.plugins.azure_storage_key import AzureStorageKeyDetector
from detect_secrets.plugins.base import RegexBasedDetector
from detect_secrets.plugins.basic_auth import BasicAuthDetector
from detect_secrets.plugins.github_token import GitHubTokenDetector
from detect_secrets.plugins.gitlab_token import GitLabTokenDetector
from detect_secrets.plugins.high_entropy_strings import Base64HighEntropyString
from detect_secrets.plugins.jwt import JwtTokenDetector
from detect_secrets.plugins.npm import NpmDetector
from detect_secrets.plugins.openai import OpenAIDetector
from detect_secrets.plugins.private_key import PrivateKeyDetector
from detect_secrets.plugins.pypi_token import PypiTokenDetector
from detect_secrets.plugins.sendgrid import SendGridDetector
from detect_secrets.plugins.slack import SlackDetector
from detect_secrets.plugins.square_oauth import SquareOAuthDetector
from detect_secrets.plugins.stripe import StripeDetector
from detect_secrets.plugins.telegram_token import TelegramBotTokenDetector

from incident_docs.document.text import Text
from incident_docs.reading.secret import Secret, is_sample

KEY_BEGINS_WITHIN = 4
"""So many lines after the first of a private key, there is some of it."""
_PRIVATE_KEY = PrivateKeyDetector()
_ENTROPY = Base64HighEntropyString()
_KEY_MATERIAL = re.compile(r"[\s>|\"']*[A-Za-z0-9+/]{24,}=*[\\\w\"',]*\s*")
_KEY_IN_LINE = re.compile(r"\\n[A-Za-z0-9+/]{24}")
_KEY_LENGTH = 20
_OF_KEYS = re.compile(r"key|token|secret|auth|cred|passw|hmac|salt|sign", re.IGNORECASE)
_OF_HASHES = re.compile(
    r"sha\d|digest|hash|checksum|integrity|etag|public|fingerprint|ssh-|cert|trace|request|cursor|page|\bid\b|[_-]id",
    re.IGNORECASE,
)


class _Detector(NamedTuple):
    plugin: RegexBasedDetector
    kind: str
    is_within: bool = False
    """The secret is a group of what the expression finds."""


_DETECTORS = (
    _Detector(AWSKeyDetector(), "an AWS key", is_within=True),
    _Detector(AzureStorageKeyDetector(), "an Azure storage key"),
    _Detector(BasicAuthDetector(), "a password in a URL", is_within=True),
    _Detector(GitHubTokenDetector(), "a GitHub token"),
    _Detector(GitLabTokenDetector(), "a GitLab token"),
    _Detector(JwtTokenDetector(), "a JSON web token"),
    _Detector(NpmDetector(), "an npm token"),
    _Detector(OpenAIDetector(), "an OpenAI key"),
    _Detector(PypiTokenDetector(), "a PyPI token"),
    _Detector(SendGridDetector(), "a SendGrid key"),
    _Detector(SlackDetector(), "a Slack token or webhook"),
    _Detector(SquareOAuthDetector(), "a Square token"),
    _Detector(StripeDetector(), "a Stripe key"),
    _Detector(TelegramBotTokenDetector(), "a Telegram token"),
)


class _Form(NamedTuple):
    pattern: re.Pattern[str]
    kind: str


_NOT_IN_THE_LIBRARY = (
    _Form(re.compile(r"github_pat_\w{40,}"), "a GitHub token"),
    _Form(re.compile(r"\bAIza[\w-]{35}(?![\w-])"), "a Google API key"),
    _Form(re.compile(r"\bATATT3[\w=-]{60,}"), "an Atlassian token"),
    _Form(re.compile(r"\bdop_v1_[0-9a-f]{64}"), "a DigitalOcean token"),
    _Form(re.compile(r"\bhvs\.[\w-]{24,}"), "a Vault token"),
    _Form(re.compile(r"\bnpm_[A-Za-z0-9]{36}\b"), "an npm token"),
    _Form(re.compile(r"\bsk-ant-[\w-]{30,}"), "an Anthropic key"),
    _Form(re.compile(r"\bxapp-\d-\w+-\d+-\w{20,}"), "a Slack token or webhook"),
    _Form(re.compile(r"(?<=://:)[^\s/@:]{6,}(?=@)"), "a password in a URL"),
    _Form(re.compile(r"discord(?:app)?\.com/api/webhooks/\d+/[\w-]{40,}"), "a Discord webhook"),
    _Form(re.compile(r"[\w-]+\.webhook\.office\.com/webhookb2/[^\s\"'`)]{40,}"), "a Teams webhook"),
)


def find_known_secrets(piece: Text, following: Sequence[str]) -> Iterator[Secret]:
    """Find secrets in known forms; the lines that follow tell whether a private key is there, or only spoken of."""
    for kind, start, end in _matches(piece.value):
        if not is_sample(piece.value[start:end], piece.value[:start]):
            yield _secret(kind, start, end, piece)
    for pattern in _PRIVATE_KEY.denylist:
        for match in pattern.finditer(piece.value):
            if _KEY_IN_LINE.search(piece.value) or any(_KEY_MATERIAL.fullmatch(each) for each in following):
                yield _secret("a private key", *match.span(), piece)


def _matches(line: str) -> Iterator[tuple[str, int, int]]:
    for detector in _DETECTORS:
        for pattern in detector.plugin.denylist:
            for match in pattern.finditer(line):
                # Some detectors look twice.
                if any(detector.plugin.analyze_string(match[0])):
                    yield detector.kind, *match.span((match.lastindex or 0) if detector.is_within else 0)
    for form in _NOT_IN_THE_LIBRARY:
        for match in form.pattern.finditer(line):
            yield form.kind, *match.span()


def find_random_texts(piece: Text) -> Iterator[Secret]:
    """Find texts in quotes as irregular as keys are, on a line that speaks of keys and not of hashes and ids."""
    if _OF_KEYS.search(piece.value) and not _OF_HASHES.search(piece.value):
        for match in _ENTROPY.regex.finditer(piece.value):
            if _is_random(match[2]) and not is_sample(match[2]):
                yield _secret("a key or token", *match.span(2), piece)


def _secret(kind: str, start: int, end: int, piece: Text) -> Secret:
    return Secret(kind, Text(piece.value[start:end], piece.line, piece.column + start))


def _is_random(value: str) -> bool:
    has_all = all(re.search(kind, value) for kind in ("[a-z]", "[A-Z]", r"\d"))
    is_one_word = max(map(len, re.split(r"[/_-]", value))) >= _KEY_LENGTH
    is_irregular = _ENTROPY.calculate_shannon_entropy(value) > _ENTROPY.entropy_limit
    return has_all and is_one_word and is_irregular and not is_sequential_string(value)
