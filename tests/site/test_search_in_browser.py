"""The search in a browser: opened, asked, narrowed and left with the keys of the theme."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from incident_docs.site import bundle, search
from incident_docs.site.search import Filter
from tests.site import conftest
from tests.site.conftest import Visit

pytest.importorskip("pagefind.service", reason="the extra `search` is not installed")

# The parts of the theme that the script knows.
_PAGE = """\
<!doctype html><html lang="en" class="js"><head><title>Docs</title>{tag}<link rel="icon" href="data:,">
<link rel="stylesheet" href="{base}{style}"></head><body>
<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">
<header class="md-header"><nav class="md-header__inner"><a href="#">Docs</a></nav></header>
<main>{content}<a href="#x">A link</a></main>
<script id="__config" type="application/json">{{"translations":{{"search.result.one":"one page"}}}}</script>
<script src="{base}{script}" defer></script></body></html>
"""
_BOX = '<p class="idoc-box"><input aria-label="Filter"></p>'
_HOSTILE = '<img src=x onerror="document.title = 1">'
_ESCAPED = "&lt;img src=x onerror=&quot;document.title = 1&quot;&gt;"


_MAIL = (
    f'<h1>Mail</h1><p>Intro {_ESCAPED} kafka.</p><h2 id="why">Why</h2><p>The kafka consumer lagged, kafka said.</p>'
    '<h2 id="how">How</h2><p>Kafka was restarted. Kafka and kafka.</p><h2 id="then">Then</h2><p>Silence, kafka.</p>'
)
_FILTERS = (
    Filter("severity", "Severity", (("P1", "P1"), ("P2", "P2"))),
    Filter("service", "Service", (("<mail>", "<mail>"), ("none", "none"))),
)


def _fact(kind: str, key: str, value: str) -> str:
    return f'<meta data-pagefind-{kind}="{key}[content]" content="{escape(value)}">'


def _facts(title: str, severity: str, about: str) -> str:
    found = (("meta", "title", title), ("filter", "severity", severity), ("meta", "about", about))
    return "".join(_fact(*each) for each in found)


def _write(folder: Path, name: str, base: str, content: str, head: str = "") -> None:
    path = folder / f"{name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    assets = {"style": bundle.stylesheet().path, "script": bundle.script().path}
    page = _PAGE.format(tag=search.tag(base) + head, content=content, base=base, **assets)
    path.write_text(page, encoding="utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of two pages that are not searched, and of some that are."""
    folder = tmp_path_factory.mktemp("search")
    _write(folder, "index", "", "<h1>Index</h1>")
    _write(folder, "list", "", f"<h1>List</h1>{_BOX}")
    mail = _facts(f"Mail {_HOSTILE}", "P1", "P1 · 4 Mar 2026 · mail") + _fact("filter", "service", "<mail>")
    _write(folder, "mail/index", "../", f"<article data-pagefind-body>{_MAIL}</article>", mail)
    dns = '<article data-pagefind-body><h1>x</h1><h2 id="why">Why</h2><p>Zebra.</p></article>'
    _write(folder, "dns: ö/index", "../", dns, _facts("Resolver down", "P2", "P2"))
    for number in range(8):
        other = f"<article data-pagefind-body><p>Words number{number}, disk full</p></article>"
        _write(folder, f"other/{number}", "../", other, _fact("meta", "title", f"Other {number}"))
    for asset in (bundle.stylesheet(), bundle.script()):
        (folder / asset.path).parent.mkdir(exist_ok=True)
        (folder / asset.path).write_text(asset.content, encoding="utf-8")
    search.Index(folder, _FILTERS, 10).finish()
    with conftest.served(folder) as address:
        yield address


@pytest.fixture
def site(browser: Browser, address: str) -> Iterator[Visit]:
    """Visit a page of it."""
    with conftest._visits(browser, address) as visit:
        yield visit


def field(page: Page) -> str:
    return page.locator(".md-search__input").input_value()


def ask(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def says(page: Page, words: str) -> None:
    expect(page.get_by_role("status")).to_have_text(words)


def results(page: Page) -> list[str]:
    return [re.sub("\n+", "\n", text) for text in page.locator(".md-search__output a").all_inner_texts()]


def addresses(page: Page, address: str) -> list[str]:
    links = page.locator(".md-search__output a").all()
    return [link.evaluate("link => link.href").removeprefix(address) for link in links]


def is_open(page: Page) -> bool:
    return page.locator("#__search").is_checked()


def test_a_page_is_found_with_the_parts_that_have_the_words_most_often(site: Visit, address: str) -> None:
    page = site()
    ask(page, "kafka")
    says(page, "one page")
    assert results(page) == [
        f"Mail {_HOSTILE}\nP1 · 4 Mar 2026 · mail\nIntro {_HOSTILE} kafka.",
        "How\nKafka was restarted. Kafka and kafka.",
        "Why\nThe kafka consumer lagged, kafka said.",
    ]
    assert addresses(page, address) == ["mail/", "mail/#how", "mail/#why"]
    assert page.locator(".md-search__output mark").all_inner_texts() == [
        "kafka.",
        "Kafka",
        "Kafka",
        "kafka.",
        "kafka",
        "kafka",
    ]
    assert page.title() == "Docs"


def test_a_page_whose_title_alone_has_the_word_is_found(site: Visit) -> None:
    page = site()
    ask(page, "resolver")
    says(page, "one page")
    assert results(page) == ["Resolver down\nP2\nWhy. Zebra."]


def test_words_that_stand_under_a_heading_are_shown_there_only(site: Visit) -> None:
    page = site()
    ask(page, "zebra")
    says(page, "one page")
    assert results(page) == ["Resolver down\nP2", "Why\nZebra."]


def test_results_are_counted_and_shown_a_few_at_a_time(site: Visit) -> None:
    page = site()
    ask(page, "disk")
    says(page, "8 matching documents")
    assert len(results(page)) == 6
    page.get_by_role("button", name="Show 2 more").click()
    expect(page.locator(".md-search__output a")).to_have_count(8)
    assert page.evaluate("document.activeElement.textContent") == results(page)[6].replace("\n", "")
    expect(page.locator(".idoc-search-more")).to_be_hidden()
    ask(page, "nothinglikeit")
    says(page, "No matching documents")
    assert results(page) == []


def test_results_are_narrowed_by_filters(site: Visit) -> None:
    page = site()
    ask(page, "why")
    says(page, "2 matching documents")
    severity = page.get_by_role("combobox", name="Severity")
    assert severity.locator("option").all_inner_texts() == ["Any severity", "P1", "P2"]
    severity.select_option("P2")
    says(page, "one page")
    assert [result.partition("\n")[0] for result in results(page)] == ["Resolver down", "Why"]
    page.get_by_role("combobox", name="Service").select_option("<mail>")
    says(page, "No matching documents")
    page.get_by_role("button", name="Clear").click()
    says(page, "Type to start searching")
    assert (severity.input_value(), field(page)) == ("", "")


def test_arrows_go_through_the_results_and_typing_goes_on_in_the_field(site: Visit) -> None:
    page = site()
    ask(page, "zebra")
    says(page, "one page")
    focused = "document.activeElement.textContent"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "Resolver downP2"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "WhyZebra."
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.name") == "query"
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == "WhyZebra."
    page.keyboard.type("x")
    assert field(page) == "zebrax"


def test_enter_in_the_field_follows_the_first_result(site: Visit, address: str) -> None:
    page = site()
    ask(page, "resolver")
    says(page, "one page")
    assert addresses(page, address)[0] == "dns%3A%20%C3%B6/"
    ask(page, "consumer")
    # The number of results is the same as before, so it does not tell that the answer is there.
    expect(page.locator(".md-search__output a").first).to_contain_text("Mail")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}mail/")
    ask(page, "consumer")
    says(page, "one page")
    assert addresses(page, address) == ["mail/", "mail/#why"]


def test_typing_asks_when_it_pauses(site: Visit) -> None:
    page = site()
    page.keyboard.press("s")
    page.keyboard.type("zebra")
    says(page, "one page")


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_a_key_opens_it_and_escape_goes_back_to_where_one_was(site: Visit, key: str) -> None:
    page = site()
    page.get_by_role("link", name="A link").focus()
    page.keyboard.press(key)
    assert (is_open(page), page.evaluate("document.activeElement.name"), field(page)) == (True, "query", "")
    page.keyboard.press("Escape")
    assert not is_open(page)
    assert page.evaluate("document.activeElement.textContent") == "A link"


def test_the_list_of_incidents_has_the_slash_for_its_own_box(site: Visit) -> None:
    page = site("list.html")
    page.keyboard.press("/")
    assert (is_open(page), page.evaluate("document.activeElement.ariaLabel")) == (False, "Filter")
    page.keyboard.type("/")
    assert not is_open(page)


def test_leaving_it_closes_it(site: Visit) -> None:
    page = site()
    page.keyboard.press("/")
    page.get_by_role("link", name="A link").focus()
    assert not is_open(page)
    assert page.locator(".md-search__output").evaluate("output => output.inert")


def test_nothing_is_loaded_before_it_is_opened(site: Visit) -> None:
    page = site()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition("?")[0]))
    page.wait_for_timeout(200)
    assert asked == []
    ask(page, "zebra")
    says(page, "one page")
    kinds = [name if "_" not in name or name.startswith("pagefind.js") else name.rpartition(".")[2] for name in asked]
    assert sorted(kinds) == [
        "filters.json",
        "pagefind-entry.json",
        "pagefind.js",
        "pf_fragment",
        "pf_index",
        "pf_meta",
        "wasm.en.pagefind",
    ]


def test_a_reader_who_was_offline_may_ask_again(site: Visit) -> None:
    page = site()
    page.context.route("**/filters.json", lambda route: route.fulfill(status=200, body="{"))
    ask(page, "zebra")
    says(page, "The search could not be loaded. Is there a connection?")
    page.context.unroute("**/filters.json")
    page.keyboard.press("Enter")
    says(page, "one page")


@pytest.mark.parametrize(("pages", "in_a_worker"), [(10, False), (3000, True)])
def test_only_many_pages_are_searched_in_a_worker(site: Visit, pages: int, in_a_worker: bool) -> None:
    page = site()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.context.route("**/filters.json", lambda route: route.fulfill(json={"pages": pages, "filters": []}))
    ask(page, "zebra")
    says(page, "one page")
    assert ("pagefind-worker.js" in asked) == in_a_worker


def test_on_a_phone_a_button_opens_it(site: Visit) -> None:
    page = site(width=390)
    page.get_by_role("button", name="Search").click()
    assert is_open(page)
