"""What is a secret, and what only looks like one. The secrets are made up, and put together here so that no scanner rings."""

import re
from base64 import b64encode
from hashlib import sha512

import pytest

from incident_docs.document.parse import parse
from incident_docs.reading.find_secrets import find_secrets

RANDOM = re.sub(r"[^A-Za-z0-9]", "", b64encode(sha512(b"no secret").digest()).decode())
WORD = "hunter" + "2x"
COMMON = "password"


def kinds(*lines: str, code: bool = True, front: str = "") -> list[str]:
    """What is found in a block of code of these lines, or in prose."""
    fence = ["```"] if code else []
    text = "\n".join([f"---\nstatus: active\n{front}---", "#### Notes", *fence, *lines, *fence])
    return [secret.kind for secret in find_secrets(parse(text))]


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("AK" + "IAQ3EGRJZ5T7M2WXYB", "an AWS key"),
        ("AccountKey" + f"={RANDOM}{RANDOM}"[:99], "an Azure storage key"),
        (f"postgres://shop:{WORD}@db.example.net/shop", "a password in a URL"),
        (f"redis://:{WORD}@cache.example.net", "a password in a URL"),
        ("gh" + f"p_{RANDOM[:36]}", "a GitHub token"),
        ("github" + f"_pat_{RANDOM[:60]}", "a GitHub token"),
        ("gl" + f"pat-{RANDOM[:20]}", "a GitLab token"),
        ("ey" + "JhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbmEifQ.Zm9vYmFyYmF6cXV4MTIz", "a JSON web token"),
        ("//registry.example.net/:_auth" + f"Token=npm_{RANDOM[:36]}", "an npm token"),
        ("np" + f"m_{RANDOM[:36]}", "an npm token"),
        ("sk" + f"-{RANDOM[:20]}T3BlbkFJ{RANDOM[20:40]}", "an OpenAI key"),
        ("sk" + f"-ant-api03-{RANDOM[:40]}", "an Anthropic key"),
        ("pypi" + f"-AgEIcHlwaS5vcmc{RANDOM}{RANDOM}", "a PyPI token"),
        ("SG" + f".{RANDOM[:22]}.{RANDOM[:43]}", "a SendGrid key"),
        ("xo" + "xb-2904-5821-k3jd82ms", "a Slack token or webhook"),
        ("xa" + f"pp-1-A02-5821-{RANDOM[:30]}", "a Slack token or webhook"),
        ("https://hooks.slack" + f".com/services/T0Q/B0R/{RANDOM[:24]}", "a Slack token or webhook"),
        ("sq0" + f"csp-{RANDOM[:43]}", "a Square token"),
        ("sk" + f"_live_{RANDOM[:24]}", "a Stripe key"),
        ("https://api.telegram.org/bot" + f"829104765:{RANDOM[:35]}/getMe", "a Telegram token"),
        ("AI" + f"za{RANDOM[:35]}", "a Google API key"),
        ("AT" + f"ATT3{RANDOM}", "an Atlassian token"),
        ("do" + "p_v1_" + sha512(b"no secret").hexdigest()[:64], "a DigitalOcean token"),
        ("hv" + f"s.{RANDOM[:24]}", "a Vault token"),
        ("https://discord" + f".com/api/webhooks/8291/{RANDOM}", "a Discord webhook"),
        ("https://shop.webhook" + f".office.com/webhookb2/{RANDOM}", "a Teams webhook"),
    ],
)
def test_tokens_are_known_by_their_form_in_code_and_in_prose(token: str, kind: str) -> None:
    assert kinds(f"curl {token}") == [kind]
    assert kinds(f"The log said {token} then.", code=False) == [kind]
    assert kinds(f"- {'x' * 3_000} {token}", code=False) == [kind]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("PGPASSWORD=swordfish psql", "a password"),
        (f"password: {WORD}", "a password"),
        (f'{{"password": "{WORD}"}}', "a password"),
        (f"shop --db-password {WORD}", "a password"),
        (f"curl -u admin:{WORD} https://checkout.example.net", "a password"),
        (f"mysql -u root -p{WORD} shop", "a password"),
        (f"redis-cli -h cache -a {WORD} info", "a password"),
        (f"api_key = {RANDOM[:24]}", "a key or token"),
        (f"shop --token {RANDOM[:24]}", "a key or token"),
        (f"curl -H 'Authorization: Bearer {RANDOM[:24]}'", "a key or token"),
        (f"sign_with('{RANDOM[:40]}')", "a key or token"),
    ],
)
def test_secrets_in_code_are_known_by_what_they_are_called(line: str, kind: str) -> None:
    assert kinds(line) == [kind]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (f"The log had password={WORD} in it.", "a password"),
        (f"The password was `{WORD}` then.", "a password"),
        (f'The api key: "{RANDOM[:24]}"', "a key or token"),
        (f"It was sent as Bearer {RANDOM[:24]}.", "a key or token"),
        (f"We ran `curl -u admin:{WORD} https://checkout.example.net`.", "a password"),
    ],
)
def test_in_prose_only_what_is_quoted_or_assigned_counts(line: str, kind: str) -> None:
    assert kinds(line, code=False) == [kind]


def test_keys_of_the_authors_own_in_the_frontmatter_are_read_too() -> None:
    assert kinds(front=f"x-api-token: {RANDOM[:24]}\n") == ["a key or token"]


@pytest.mark.parametrize(
    "line",
    [
        "PGPASSWORD=$DB_PASSWORD psql; PGPASSWORD=$(cat /run/pw1) psql; PASSWORD=${PW}",
        'password: <password>  password="********"  "password": null  password=your-pass1  token: ""',
        "POSTGRES_PASSWORD=postgres PASSWORD=password PASSWORD=changeme123 password=string",
        'password = os.environ["DB_PASSWORD"]; token = settings.API_TOKEN2; password=other.password',
        "secret: checkout-payments-db-credentials-v2; secretName: checkout-db-20260304",
        "kubectl get secret checkout-db -o jsonpath={.data.password1}",
        f"nextToken: {RANDOM[:24]}; page_token={RANDOM[:24]}",
        "password_file=/run/secrets/db1 --password-file=/etc/pw1 pwd=/home/app2 token_ttl=3600s",
        "password: sha256:9f86d081884c7d659a2feaa0c55ad015",
        'FATAL: password authentication failed for user "app1"; bypass=north2024x; 12 passed',
        "curl -u $USER:$PASS https://checkout.example.net; mysql -u root -p shop; docker run -u 1000:1000 shop",
        f'"x-amz-id-2": "{RANDOM[:44]}=="  "integrity": "sha512-{RANDOM}"  "token_path": "a/b/c/d/e/f/g/h/i/j/k/l/m/n"',
        "auth: 'abcdefghijklmnopqrstuvwxyz' key: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa' secret_sauce('This/Is/4/Path/Of/Many/Words')",
        "AK" + "IAIOSFODNN7EXAMPLE and gh" + "p_" + "x" * 36,
        "https://hooks.slack.com/services/T00000000/B00000000/" + "X" * 24,
        f"postgres://user:{COMMON}@db.example.net https://<user>:<pass>@example.net https://blog.example.net/@ana:bo@x",
        "ey" + "JhbGciOiJub25lIn0.bm90LWpzb24.eA and sk" + "_live_short and hv" + "s.short",
        "commit 4bf92f3577b34da6a3ce929d0e0e4736aaaabbbb sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c",
    ],
)
def test_variables_masks_names_and_hashes_are_none(line: str) -> None:
    assert kinds(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "The password: users had to reset it. Token: expired. The secret was leaked on 2026-03-04.",
        "The token `expired-2026-03-04` and the cache key `user:1234:profile:v2`.",
        "pages: pass=41 tests, max_tokens=4096, the API key: none, password=required.",
        "Bearer tokens were sent in the Authorization header; basic monitoring was off.",
    ],
)
def test_prose_about_secrets_is_none(line: str) -> None:
    assert kinds(line, code=False) == []


def test_a_private_key_is_one_only_with_its_inside() -> None:
    begin, end = "-----BEGIN RSA PRIV" + "ATE KEY-----", "-----END RSA PRIV" + "ATE KEY-----"
    assert kinds(begin, RANDOM[:64], end) == ["a private key"]
    assert kinds(begin, "Proc-Type: 4,ENCRYPTED", "", RANDOM[:64], end) == ["a private key"]
    assert kinds(f'key: "{begin}\\n{RANDOM[:64]}\\n{end}"') == ["a private key"]
    assert kinds(begin, "...", end) == []
    assert kinds(f"The file begins with {begin} and ends.", "", "It was readable by all.", code=False) == []
