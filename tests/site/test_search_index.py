"""The index that Pagefind makes: its files, what is kept between builds, and what happens when it cannot be made."""

import gc
import gzip
import json
import shutil
import signal
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from incident_docs.errors import IncidentDocsError
from incident_docs.site import search_index
from incident_docs.site.search_index import Index, Kept, begin, start
from incident_docs.site.search_records import Filter, Record

service = pytest.importorskip("pagefind.service", reason="the extra `search` is not installed")

_WORDS = '<h1 id="mail">Mail &lt;late&gt;</h1> Intro. <h2 id="what">What happened</h2> <p>The queue &lt;b&gt; grew.</p>'
MAIL = Record(
    "incidents/mail/",
    "Mail <late>",
    lambda: _WORDS,
    "P2 · mail",
    ("severity-2", "service-mail", "service-dns"),
)
HOME = Record("", "Home", lambda: '<h1 id="home">Home</h1>')
FILTERS = (Filter("severity", "Severity", (("severity-1", "P1"), ("severity-2", "P2"))),)
Files = Mapping[str, bytes]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def made(out: Path, *records: Record, project: Path = Path("/p")) -> Files:
    start(records, FILTERS, project).finish(out)
    return files(out)


def files(folder: Path) -> Files:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fragments(found: Files) -> list[dict[str, Any]]:
    """What a result is made of, for each page."""
    texts = [gzip.decompress(found[name]).decode() for name in sorted(found) if name.startswith("fragment/")]
    pages = [json.loads(text.removeprefix("pagefind_dcd")) for text in texts]
    return sorted(pages, key=lambda page: str(page["meta"]["title"]))


def program(path: Path, lines: str) -> str:
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(stat.S_IRWXU)
    return str(path)


def test_only_what_a_search_loads_is_written(tmp_path: Path) -> None:
    found = made(tmp_path / "out", MAIL, HOME)
    kinds = {name.partition("/")[0] if "/" in name else name.replace(found_hash(found), "*") for name in found}
    assert kinds == {
        "filter",
        "filters.json",
        "fragment",
        "index",
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.*.pf_meta",
        "pagefind.js",
        "wasm.en.pagefind",
        "wasm.unknown.pagefind",
    }


def found_hash(found: Files) -> str:
    return str(json.loads(found["pagefind-entry.json"])["languages"]["en"]["hash"])


def test_a_page_is_known_by_its_words_and_facts_and_no_word_stands_twice(tmp_path: Path) -> None:
    home, mail = fragments(made(tmp_path / "out", MAIL, HOME))
    assert home["content"] == "Home"
    assert home["meta"] == {"title": "Home", "address": ""}
    assert home["filters"] == {}
    assert mail["content"] == "Intro. What happened. The queue <b> grew."
    assert mail["meta"] == {"title": "Mail <late>", "address": "incidents/mail/", "about": "P2 · mail"}
    assert mail["filters"] == {"severity-2": ["1"], "service-mail": ["1"], "service-dns": ["1"]}
    assert [(anchor["id"], anchor["text"]) for anchor in mail["anchors"]] == [("what", "What happened")]


def test_filters_are_listed_for_the_script(tmp_path: Path) -> None:
    found = made(tmp_path / "out", MAIL)
    severity = '{"key":"severity","label":"Severity","choices":[["severity-1","P1"],["severity-2","P2"]]}'
    expected = f'{{"pages":1,"filters":[{severity}]}}'
    assert found["filters.json"].decode() == expected


def test_a_site_without_pages_has_no_index_and_says_so(tmp_path: Path) -> None:
    start([], (), Path("/p")).finish(tmp_path / "out")
    assert files(tmp_path / "out") == {"filters.json": b'{"pages":0,"filters":[]}'}


def test_the_same_records_give_the_same_files_in_any_order(tmp_path: Path) -> None:
    first = made(tmp_path / "a", MAIL, HOME, project=Path("/a"))
    assert stable(made(tmp_path / "b", HOME, MAIL, project=Path("/b"))) == stable(first)


def stable(found: Files) -> Files:
    """Pagefind lists its filters in another order each time: in one small file, and another that names it."""
    return {name: content for name, content in found.items() if not name.endswith((".pf_meta", "entry.json"))}


def test_another_incident_leaves_the_files_of_the_others_as_they_are(tmp_path: Path) -> None:
    first = made(tmp_path / "a", MAIL)
    second = made(tmp_path / "b", HOME, MAIL)
    kept = {name for name in first if name.startswith("fragment/")}
    assert {name: second[name] for name in kept} == {name: first[name] for name in kept}


def test_records_that_have_not_changed_are_not_indexed_again(tmp_path: Path) -> None:
    first = made(tmp_path / "a", MAIL)
    again = start([MAIL], FILTERS, Path("/p"))
    assert isinstance(again, Kept)
    again.abandon()
    again.finish(tmp_path / "b")
    assert files(tmp_path / "b") == first


@pytest.mark.parametrize(
    "other",
    [
        ([MAIL._replace(words=lambda: "<p>Other words</p>")], FILTERS, "en"),
        ([MAIL._replace(about="P1")], FILTERS, "en"),
        ([MAIL], (), "en"),
        ([MAIL], FILTERS, "de"),
    ],
)
def test_records_that_have_changed_are_indexed(tmp_path: Path, other: tuple[list[Record], Any, str]) -> None:
    made(tmp_path / "a", MAIL)
    records, filters, language = other
    index = start(records, filters, Path("/p"), language)
    assert not isinstance(index, Kept)
    index.abandon()


def test_words_have_stems_in_the_language_of_the_site(tmp_path: Path) -> None:
    start([MAIL], FILTERS, Path("/p"), "de").finish(tmp_path / "out")
    assert "wasm.de.pagefind" in files(tmp_path / "out")


def test_what_is_kept_may_be_gone_when_it_is_needed(tmp_path: Path, cache: Path) -> None:
    first = made(tmp_path / "a", MAIL)
    again = start([MAIL], FILTERS, Path("/p"))
    shutil.rmtree(cache)
    again.finish(tmp_path / "b")
    assert stable(files(tmp_path / "b")) == stable(first)


def test_the_words_of_a_page_are_not_looked_at_again_while_it_is_made_of_the_same(tmp_path: Path) -> None:
    first, other = MAIL._replace(made_of="1"), HOME._replace(made_of="2")
    made(tmp_path / "a", first, other)
    read: list[str] = []
    other = other._replace(words=lambda: read.append("other") or "<p>Other words</p>")
    mail = MAIL._replace(words=lambda: read.append("mail") or _WORDS)
    made(tmp_path / "b", mail._replace(made_of="1"), other)
    assert read == []
    changed = made(tmp_path / "c", mail._replace(made_of="1"), other._replace(made_of="3"))
    assert read == ["other"]
    assert [page["content"] for page in fragments(changed)] == ["Other words.", fragments(changed)[1]["content"]]
    assert stable(changed) == stable(made(tmp_path / "d", MAIL, other, project=Path("/d")))
    start([mail._replace(made_of="1")], FILTERS, Path("/p"), "de").abandon()
    made(tmp_path / "e", mail)
    assert read == ["other", "other", "mail", "mail"]


def test_the_last_three_indexes_of_a_project_are_kept(tmp_path: Path, cache: Path) -> None:
    for number in range(5):
        made(tmp_path / f"{number}", MAIL._replace(title=f"{number}"))
        made(tmp_path / "other", MAIL, project=Path("/other"))
    assert sorted(len(list(place.iterdir())) for place in cache.glob("*/search")) == [1, 3]
    for title, is_kept in (("2", True), ("1", False)):
        index = start([MAIL._replace(title=title)], FILTERS, Path("/p"))
        index.abandon()
        assert isinstance(index, Kept) is is_kept


def test_two_builds_at_once_keep_one_index(tmp_path: Path, cache: Path) -> None:
    both = [start([MAIL], FILTERS, Path("/p")) for _ in range(2)]
    for number, index in enumerate(both):
        index.finish(tmp_path / f"{number}")
    assert stable(files(tmp_path / "0")) == stable(files(tmp_path / "1"))
    assert len(list(next(cache.glob("*/search")).iterdir())) == 1


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", str(tmp_path / "file"))
    assert "pagefind.js" in made(tmp_path / "out", MAIL)


def test_a_build_that_fails_leaves_nothing_behind(cache: Path) -> None:
    start([MAIL], FILTERS, Path("/p")).abandon()
    start([], FILTERS, Path("/p")).abandon()
    assert list(next(cache.glob("*/search")).iterdir()) == []


def test_what_the_program_complains_of_is_said_in_a_line(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program(tmp_path / "broken", "echo no room; echo at line 7; exit 1"))
    with pytest.raises(IncidentDocsError, match=r"^the search could not be made: no room$"):
        start([MAIL], FILTERS, Path("/p")).finish(tmp_path / "out")
    assert list(next(cache.glob("*/search")).iterdir()) == []


def test_a_program_that_is_not_there_is_said_in_a_line(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))
    with pytest.raises(IncidentDocsError) as caught:
        start([MAIL], FILTERS, Path("/p"))
    assert str(caught.value) == f"the search could not be made: {tmp_path / 'nowhere'}: No such file or directory"
    assert list(next(cache.glob("*/search")).iterdir()) == []


def test_settings_of_pagefind_in_the_project_are_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pagefind.yml").write_text("exclude_selectors: [p]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INCIDENT_DOCS_CACHE_DIR", "cache")
    [mail] = fragments(made(tmp_path / "out", MAIL))
    assert mail["content"] == "Intro. What happened. The queue <b> grew."


@pytest.fixture
def without_pagefind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind.service", None)


def test_the_extra_is_known_to_be_there() -> None:
    assert search_index.is_installed()
    assert search_index.notice(True) == "Pagefind searches the site"


@pytest.mark.usefixtures("without_pagefind")
def test_the_extra_is_known_to_be_missing() -> None:
    assert not search_index.is_installed()
    assert search_index.notice(False) == (
        "the theme searches the site; `pip install 'incident-docs[search]'` gives a search that loads less"
    )


@pytest.mark.parametrize(
    ("base", "folder"),
    [(".", "./pagefind/"), ("../..", "../../pagefind/"), ("../", "../pagefind/"), ("", "./pagefind/")],
)
def test_a_page_says_where_the_files_are(base: str, folder: str) -> None:
    assert search_index.tag(base) == f'<meta name="incident-docs-search" content="{folder}">'


def test_an_index_begun_early_is_gone_on_with_if_it_was_right(tmp_path: Path) -> None:
    made(tmp_path / "a", MAIL, HOME)
    changed = MAIL._replace(words=lambda: "<p>Other words</p>")
    begun = begin([changed], Path("/p"))
    assert begun is not None
    index = start([HOME, changed], FILTERS, Path("/p"), begun=begun)
    assert index is begun
    index.finish(tmp_path / "b")
    assert stable(files(tmp_path / "b")) == stable(made(tmp_path / "c", changed, HOME, project=Path("/c")))


@pytest.mark.parametrize(
    "others", [[HOME], [HOME._replace(words=lambda: "<p>Another home</p>")], [HOME, HOME._replace(url="new/")], []]
)
def test_an_index_begun_early_is_begun_anew_if_it_was_wrong(tmp_path: Path, others: list[Record]) -> None:
    made(tmp_path / "a", MAIL, HOME)
    changed = MAIL._replace(words=lambda: "<p>Other words</p>")
    begun = begin([MAIL._replace(words=lambda: "<p>Not these words</p>")], Path("/p"))
    start([*others, changed], FILTERS, Path("/p"), begun=begun).finish(tmp_path / "b")
    assert stable(files(tmp_path / "b")) == stable(made(tmp_path / "c", *others, changed, project=Path("/c")))


def test_an_index_begun_early_is_dropped_if_there_is_one(tmp_path: Path) -> None:
    first = made(tmp_path / "a", MAIL, HOME)
    again = start([MAIL, HOME], FILTERS, Path("/p"), begun=begin([MAIL._replace(title="Other")], Path("/p")))
    assert isinstance(again, Kept)
    again.stop()
    again.finish(tmp_path / "b")
    assert files(tmp_path / "b") == first


def test_an_index_is_begun_with_the_pages_of_the_last_build_though_none_was_made_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "a", MAIL)
    made(tmp_path / "b", MAIL, HOME)
    made(tmp_path / "c", MAIL)
    begun = begin([MAIL._replace(title="Other")], Path("/p"))
    monkeypatch.setattr(search_index, "_run", lambda *_: pytest.fail("it is begun anew"))
    index = start([MAIL._replace(title="Other")], FILTERS, Path("/p"), begun=begun)
    index.finish(tmp_path / "d")
    assert len(fragments(files(tmp_path / "d"))) == 1


def test_no_index_is_begun_early_where_none_was_made(tmp_path: Path, cache: Path) -> None:
    assert begin([MAIL], Path("/p")) is None
    made(tmp_path / "a", MAIL)
    [page] = cache.glob("*/searched/*.html")
    page.unlink()
    assert begin([MAIL], Path("/p")) is None


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_program_does_not_outlive_who_waits_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program(tmp_path / "slow", "exec sleep 60"))
    index = start([MAIL], FILTERS, Path("/p"))
    assert isinstance(index, Index)
    running = index._program
    assert running is not None
    assert running.poll() is None
    del index
    gc.collect()
    assert running.wait(10) == -signal.SIGKILL
    running.communicate()


def test_an_index_that_is_stopped_is_not_finished(tmp_path: Path) -> None:
    empty = start([], (), Path("/p"))
    empty.stop()
    empty.finish(tmp_path / "empty")
    running = start([MAIL], FILTERS, Path("/p"))
    assert isinstance(running, Index)
    running.stop()
    with pytest.raises(IncidentDocsError, match=r"^the search could not be made"):
        running.finish(tmp_path / "out")
