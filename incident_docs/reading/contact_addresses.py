"""Find the e-mail and IP addresses of a line that may be those of people; addresses made for examples are none."""

import ipaddress
import re
from collections.abc import Collection, Iterator

from incident_docs.document.text import Text

_EMAIL = re.compile(
    r"(?<![\w.+*%/@…-])(?P<who>[A-Za-z0-9](?:[\w.+-]*\w)?)"
    r"@(?P<domain>(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,})(?![\w@-])(?!:\S)"
)
# On such a line `ana@db.example.net` is an account on a machine.
_LOGIN = re.compile(r"\b(?:ssh|scp|sftp|rsync|mosh)\b|://[^\s?]*$")
_MAILBOXES = (
    "abuse account accounts admin alert alerts announce billing bot bounce bounces call contact daemon deploy dev "
    "devops devs doe donotreply feedback git group hello help helpdesk hostmaster incident incidents info legal "
    "list mailer me name news newsletter noc noreply notification notifications office oncall operations ops pager "
    "postgres postmaster press privacy reply root sales security service soc someone sre status support svc system "
    "team teams test ubuntu user username users webmaster www you"
)
_ROLES = frozenset(_MAILBOXES.split())
_NOBODYS = re.compile(
    r"(?i)(?:^|\.)(?:example\.[\w.]+|(?:your|my)?(?:domain|company|org)\.\w+|(?:foo|bar|baz|acme|test|email)\.\w+"
    r"|users\.noreply\.\w+\.com|gserviceaccount\.com|googlegroups\.com)$"
    # Reserved, internal, what systemd calls its units, and files with an @ in their names.
    r"|\.(?:example|test|invalid|localhost|local|internal|intern|lan|home|corp|arpa|svc|cluster|service|socket|timer|mount"
    r"|target|slice|scope|png|jpe?g|gif|svg|webp|json|js|ts|css|html|ya?ml|toml|txt|log|conf|tgz|zip|git)$"
)

_V4 = re.compile(r"(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?!\w|[.-]\w|/\d)")
_V6 = re.compile(r"(?i)(?<![\w:.])[23][0-9a-f]{3}:[0-9a-f:]*[0-9a-f](?![\w:]|/\d)")
_VERSION = re.compile(r"(?i)\bv\d|\b(?:version|release|build|firmware|upgrad|downgrad|patch|driver|package)")
_NEAR = 60
_PUBLIC_RESOLVERS = (
    "94.140.14.14 94.140.15.15 114.114.114.114 149.112.112.112 185.228.168.9 208.67.220.220 208.67.222.222 "
    "2001:4860:4860::8844 2001:4860:4860::8888 2606:4700:4700::1001 2606:4700:4700::1111 2620:fe::fe"
)
_RESOLVERS = frozenset(_PUBLIC_RESOLVERS.split())


def domain_of_address(address: str) -> str:
    """Give what stands after the `@`, in lower case and without brackets around the address."""
    return address.rpartition("@")[2].strip("<>() ").casefold()


def find_emails(line: Text, own_domains: Collection[str]) -> Iterator[Text]:
    """Find the e-mail addresses of a line, but for those at our own domains and those that no person has."""
    for match in _EMAIL.finditer(line.value):
        if (
            _is_a_persons(match["who"], match["domain"])
            and domain_of_address(match[0]) not in own_domains
            and not _LOGIN.search(_before(match, line))
        ):
            yield Text(match[0], line.line, match.start() + 1)


def _is_a_persons(who: str, domain: str) -> bool:
    words = re.split(r"[.+_\d-]+", who.casefold())
    is_masked = not who.casefold().strip("x_.-")
    return not is_masked and _ROLES.isdisjoint(words) and _NOBODYS.search(domain) is None


def find_public_ips(line: Text) -> Iterator[Text]:
    """Find the addresses of a line that are routed on the internet; networks and public resolvers are none."""
    for match in (*_V4.finditer(line.value), *_V6.finditer(line.value)):
        before = _before(match, line)
        is_part_of_path = before.endswith("/") and not before.endswith("//")
        if not is_part_of_path and _is_public(match[0]) and not _may_be_version(match[0], before):
            yield Text(match[0], line.line, match.start() + 1)


def _is_public(written: str) -> bool:
    try:
        address = ipaddress.ip_address(written)
    except ValueError:
        return False
    return address.is_global and not address.is_multicast and str(address) not in _RESOLVERS


def _may_be_version(address: str, before: str) -> bool:
    """Of four small numbers nobody can tell; one that ends in 0 names a network."""
    if ":" in address:
        return False
    parts = address.split(".")
    return parts[-1] == "0" or max(map(len, parts)) < 3 or _VERSION.search(before) is not None


def _before(match: re.Match[str], line: Text) -> str:
    """The words before it that may say what it is."""
    return line.value[max(0, match.start() - _NEAR) : match.start()]
