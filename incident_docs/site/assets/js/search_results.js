// What Pagefind finds, as results in the theme's form.

const resultsAtOnce = 6;
const partsOfAPage = 2;
// A worker is another copy of Pagefind to load; without one, searching this many pages would be felt while typing.
const pagesForAWorker = 3000;

/** Loads what every answer needs, once; a reader who was offline may try again. */
function loadSearch(search) {
  search.loading ??= loadPagefind(search).catch((error) => {
    search.loading = undefined;
    throw error;
  });
  return search.loading;
}

async function loadPagefind(search) {
  const answer = await fetch(new URL("filters.json", search.base));
  if (!answer.ok) throw new Error(answer.statusText);
  const { pages, filters } = await answer.json();
  drawSearchFilters(search, filters);
  const { createInstance } = await import(new URL("pagefind.js", search.base));
  const engine = createInstance({ noWorker: pages < pagesForAWorker, excerptLength: 24 });
  await engine.init();
  return engine;
}

function drawSearchFilters(search, filters) {
  search.selects = filters.map(({ key, label, choices }) => {
    const any = new Option(`Any ${label.toLowerCase()}`, "");
    const select = element("select", { name: key, ariaLabel: label, autocomplete: "off" }, any);
    select.append(...choices.map(([choice, word]) => new Option(word, choice)));
    select.onchange = () => ask(search);
    return select;
  });
  search.filters.replaceChildren(...search.selects);
  search.filters.hidden = !filters.length;
}

/** Asks when the reader pauses. */
function askSoon(search) {
  clearTimeout(search.pause);
  search.pause = setTimeout(() => ask(search), 200);
}

async function ask(search) {
  clearTimeout(search.pause);
  const words = search.input.value.trim();
  // Answers may come in another order than they were asked for.
  const number = ++search.asked;
  const isLast = () => number === search.asked;
  // Until the answer is there, Enter must not follow a result of other words.
  search.words = undefined;
  try {
    const results = words ? (await (await loadSearch(search)).search(words, { filters: chosenFilters(search) })).results : [];
    if (!isLast()) return;
    search.found = results;
    const pages = await readResults(search, 0);
    if (!isLast()) return;
    search.list.replaceChildren(...pages);
    search.words = words;
    search.status.textContent = words ? numberOfResults(results.length) : themeWords("search.result.placeholder", "Type to start searching");
    drawMoreButton(search);
  } catch (error) {
    if (!isLast()) return;
    search.list.replaceChildren();
    search.more.hidden = true;
    search.status.textContent = "The search could not be loaded. Is there a connection?";
  }
}

function chosenFilters({ selects }) {
  return Object.fromEntries(selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
}

async function drawMore(search) {
  const { list, asked } = search;
  const before = list.children.length;
  const pages = await readResults(search, before);
  if (asked !== search.asked || before !== list.children.length) return;
  list.append(...pages);
  pages[0].querySelector("a").focus();
  drawMoreButton(search);
}

function drawMoreButton({ more, found, list }) {
  const left = found.length - list.children.length;
  more.hidden = left <= 0;
  more.textContent = `Show ${Math.min(left, resultsAtOnce)} more`;
}

async function readResults({ found, site }, first) {
  const pages = await Promise.all(found.slice(first, first + resultsAtOnce).map((result) => result.data()));
  return pages.map((page) => resultItem(page, site));
}

/** A page, and below it the parts of it that have the words most often. */
function resultItem({ raw_url: path, meta, excerpt, sub_results: parts }, site) {
  const address = new URL(path.replace(/^\//, "").split("/").map(encodeURIComponent).join("/"), site);
  const weight = ({ weighted_locations: places }) => places.reduce((sum, place) => sum + place.balanced_score, 0);
  const best = parts.filter(({ anchor }) => anchor).sort((a, b) => weight(b) - weight(a)).slice(0, partsOfAPage);
  // What stands above the first heading; the page's best passage is that of a part.
  const top = parts.find(({ anchor }) => !anchor) ?? (best.length ? undefined : { excerpt });
  return element("li", { className: "md-search-result__item" },
    resultLink(address,
      element("div", { className: "md-search-result__icon md-icon" }),
      element("div", { className: "idoc-result-title" }, meta.title),
      ...(meta.about ? [element("p", { className: "idoc-result-about" }, meta.about)] : []),
      ...(top ? [element("p", {}, ...marked(top.excerpt))] : [])),
    ...best.map((part) => resultLink(new URL(`#${part.anchor.id}`, address),
      element("div", { className: "idoc-result-part" }, part.title),
      element("p", {}, ...marked(withoutStart(part.excerpt, `${part.title}. `))))));
}

function withoutStart(text, start) {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

function resultLink(address, ...content) {
  const article = element("div", { className: "md-search-result__article md-typeset" }, ...content);
  return element("a", { className: "md-search-result__link", href: address }, article);
}

/** Pagefind marks the words in a text in which it has made every other `<` harmless; no HTML is read here. */
function marked(excerpt) {
  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return excerpt.split(/<mark>(.*?)<\/mark>/).map((part, place) => (place % 2 ? element("mark", {}, plain(part)) : plain(part)));
}

function numberOfResults(number) {
  if (number === 0) return themeWords("search.result.none", "No matching documents");
  if (number === 1) return themeWords("search.result.one", "1 matching document");
  return themeWords("search.result.other", "# matching documents").replace("#", number);
}

/** In the language of the site, which the theme knows. */
function themeWords(key, otherwise) {
  const settings = document.getElementById("__config")?.textContent ?? "{}";
  return JSON.parse(settings).translations?.[key] ?? otherwise;
}

// Not with each page: the header stays.
startSearch();
