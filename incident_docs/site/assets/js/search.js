// The search of a site that Pagefind has indexed: a dialog in the header, with the theme's look and the theme's keys.

const searchKeys = ["/", "f", "s"];
const searchIcons = {
  search: "M10 4a6 6 0 1 0 3.7 10.7l4.3 4.3 1.4-1.4-4.3-4.3A6 6 0 0 0 10 4zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z",
  back: "M20 11H8l5-5-1.4-1.4L4 12l7.6 7.4L13 18l-5-5h12z",
  clear: "M6.4 5 5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6L19 6.4 17.6 5 12 10.6z",
};

/** Once for all pages: the theme's instant navigation leaves the header alone. */
function startSearch() {
  const files = document.querySelector('meta[name="incident-docs-search"]')?.content;
  const header = document.querySelector(".md-header__inner");
  const toggle = document.getElementById("__search");
  const own = document.querySelector(".md-search");
  if (own) nameSearch(own);
  if (own || !files || !header || !toggle) return;
  // The addresses have to hold on the pages that are visited later.
  const base = new URL(files, location.href);
  const search = { base, site: new URL("..", base), toggle, asked: 0, selects: [], ...drawSearch() };
  header.insertBefore(search.open, header.querySelector(".md-header__source"));
  header.insertBefore(search.dialog, header.querySelector(".md-header__source"));
  search.output.inert = true;
  followSearch(search);
  ask(search);
}

/** The theme's own dialog has no name that a screen reader could say. */
function nameSearch(dialog) {
  if (dialog.role === "dialog") dialog.ariaLabel ??= dialog.querySelector("input")?.ariaLabel ?? "Search";
}

function drawSearch() {
  const input = element("input", {
    type: "text",
    className: "md-search__input",
    name: "query",
    ariaLabel: "Search",
    placeholder: "Search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: false,
    required: true,
  });
  const clear = element("button", { type: "reset", className: "md-search__icon md-icon", ariaLabel: "Clear" }, icon("clear"));
  const form = element("form", { className: "md-search__form" },
    input,
    element("label", { className: "md-search__icon md-icon", htmlFor: "__search" }, icon("search"), icon("back")),
    element("div", { className: "md-search__options" }, clear),
  );
  const filters = element("div", { className: "idoc-search-filters", hidden: true });
  const status = element("div", { className: "md-search-result__meta", role: "status" });
  const list = element("ol", { className: "md-search-result__list", role: "list" });
  const more = element("button", { type: "button", className: "idoc-search-more", hidden: true });
  const result = element("div", { className: "md-search-result" }, status, list, more);
  const output = element("div", { className: "md-search__output" },
    element("div", { className: "md-search__scrollwrap" }, filters, result));
  const dialog = element("div", { className: "md-search idoc-search", role: "dialog", ariaLabel: "Search" },
    element("label", { className: "md-search__overlay", htmlFor: "__search" }),
    element("div", { className: "md-search__inner", role: "search" }, form, output));
  const open = button("md-header__button md-icon idoc-search-open", null, icon("search"));
  open.ariaLabel = "Search";
  return { open, dialog, form, input, filters, status, list, more, output };
}

function icon(name) {
  const make = (tag) => document.createElementNS("http://www.w3.org/2000/svg", tag);
  const [svg, path] = [make("svg"), make("path")];
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", searchIcons[name]);
  svg.append(path);
  return svg;
}

function followSearch(search) {
  const { open, dialog, form, input, toggle, output, more } = search;
  open.onclick = () => openSearch(search);
  input.onfocus = () => openSearch(search);
  input.oninput = () => askSoon(search);
  form.onsubmit = (event) => event.preventDefault();
  form.onreset = () => {
    for (const select of search.selects) select.value = "";
    input.focus();
    // The field is emptied after this event.
    setTimeout(() => ask(search));
  };
  more.onclick = () => drawMore(search);
  // The theme closes it as well, when it has led to another page.
  toggle.addEventListener("change", () => {
    output.inert = !toggle.checked;
    if (!toggle.checked && dialog.contains(document.activeElement)) document.activeElement.blur();
  });
  dialog.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !dialog.contains(relatedTarget)) closeSearch(search);
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target.closest("a")) closeSearch(search);
  });
  dialog.addEventListener("keydown", (event) => searchKey(search, event));
  window.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
    if (!searchKeys.includes(event.key) || !isPlain || typing) return;
    event.preventDefault();
    openSearch(search);
    input.select();
  });
}

function openSearch(search) {
  const { toggle, input } = search;
  if (!toggle.checked) {
    const before = document.activeElement;
    search.before = search.dialog.contains(before) ? null : before;
    toggle.click();
    loadSearch(search).catch(() => {});
  }
  if (document.activeElement !== input) input.focus();
}

function closeSearch({ toggle }) {
  if (toggle.checked) toggle.click();
}

function searchKey(search, event) {
  const { input, list, more, before } = search;
  const { key, target } = event;
  const links = [...list.querySelectorAll("a")];
  if (key === "Escape") {
    closeSearch(search);
    before?.focus();
  } else if (key === "Enter" && target === input) {
    if (input.value.trim() === search.words) links[0]?.click();
    else ask(search);
  } else if ((key === "ArrowDown" || key === "ArrowUp") && !target.matches("select")) {
    const stops = [input, ...links, ...(more.hidden ? [] : [more])];
    const place = stops.indexOf(target) + (key === "ArrowDown" ? 1 : -1);
    stops.at(place % stops.length).focus();
  } else {
    // Whoever types on means the field.
    if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && target.matches("a")) input.focus();
    return;
  }
  event.preventDefault();
}
