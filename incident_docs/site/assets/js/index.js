// The list of incidents: its box, filters, chips, order and rows.

const rowsAtOnce = 100;

function startIndex(root) {
  const part = (selector) => root.querySelector(selector);
  const table = part("table");
  if (!table) return;
  const heads = [...table.tHead.querySelectorAll("th")];
  const severities = [...root.querySelectorAll('input[name="severity"]')].map(({ value }) => value);
  const rows = readRows(table, severities);
  for (const { element } of rows) refreshOverdue(element);
  leaveGroups(table, part(".idoc-years"));
  const orders = readOrders(heads);
  const page = {
    rows,
    table,
    orders,
    input: part(".idoc-box input"),
    panel: part(".idoc-facets"),
    filters: part(".idoc-filters"),
    found: part(".idoc-found"),
    chips: part(".idoc-chips"),
    nothing: part(".idoc-nothing"),
    more: part(".idoc-more"),
    drawn: rowsAtOnce,
    choice: readChoice(location.search, orders),
  };
  const change = (edit) => {
    edit(page.choice);
    page.drawn = rowsAtOnce;
    draw(page, change);
    setSearch(writeChoice(page.choice, location.search));
  };
  page.facets = readFacets(page.panel, (facet, value, checked) =>
    change((choice) => choice.values[facet][checked ? "add" : "delete"](value)));
  page.heads = readHeads(heads, page, change);
  page.panel.prepend(sortMenu(page, change));
  startBox(page, change);
  page.filters.onclick = () => {
    page.filters.ariaExpanded = String(page.panel.classList.toggle("idoc-open"));
  };
  page.more.onclick = () => {
    const next = page.drawn;
    page.drawn += rowsAtOnce;
    drawRows(page);
    table.tBodies[0].rows[next].querySelector("a").focus({ preventScroll: true });
  };
  window.onbeforeprint = () => {
    page.drawn = rows.length;
    drawRows(page);
  };
  for (const control of root.querySelectorAll(".idoc-box, .idoc-filters, .idoc-facets")) control.hidden = false;
  draw(page, change);
}

/** Counts a row's overdue actions anew, for the reader's day. */
function refreshOverdue(row) {
  if (!row.dataset.due) return;
  const late = row.dataset.due.split(" ").filter((date) => daysUntil(date) < 0).length;
  // An organisation may have chosen other columns.
  const words = row.querySelector(".idoc-overdue");
  if (words) words.textContent = late ? `${late} overdue` : "";
}

/** Years are for those who cannot sort. */
function leaveGroups(table, years) {
  for (const body of [...table.tBodies].slice(1)) body.remove();
  if (years) years.hidden = true;
}

function startBox({ input, choice }, change) {
  let pause;
  const search = () => change((choice) => { choice.words = input.value; });
  input.value = choice.words;
  input.oninput = () => {
    clearTimeout(pause);
    pause = setTimeout(search, 150);
  };
  input.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    clearTimeout(pause);
    input.value = "";
    search();
  };
}

function readHeads(heads, { choice, orders }, change) {
  return heads.map((head) => {
    const [first, second] = Object.keys(orders).filter((name) => orders[name].column === head.dataset.sort);
    const order = () => change((choice) => { choice.order = choice.order === first ? second : first; });
    head.replaceChildren(button("idoc-head", order, head.textContent));
    return head;
  });
}

/** On a phone, where the table has no head to click. */
function sortMenu({ choice, orders }, change) {
  const options = Object.entries(orders).map(([value, { words }]) => new Option(words[0].toUpperCase() + words.slice(1), value));
  const select = element("select", { autocomplete: "off" }, ...options);
  select.onchange = () => change((choice) => { choice.order = select.value; });
  return element("label", { className: "idoc-sort" }, "Sort ", select);
}

function draw(page, change) {
  const { rows, choice, facets, orders } = page;
  const found = misfits(rows, choice);
  page.left = inOrder(without(undefined, found), orders[choice.order]);
  for (const facet of facets) drawFacet(facet, choice, found);
  for (const head of page.heads) {
    const { column, step } = orders[choice.order];
    head.ariaSort = head.dataset.sort === column ? (step > 0 ? "ascending" : "descending") : null;
  }
  page.panel.querySelector("select").value = choice.order;
  drawRows(page);
  drawChips(page, change);
  drawNothing(page, found, change);
  const number = `${page.left.length === rows.length ? "" : `${page.left.length} of `}${counted(rows.length, "incident")}`;
  const order = page.left.length ? `, ${orders[choice.order].words}` : "";
  if (page.found.textContent !== number + order) page.found.replaceChildren(element("b", {}, number), order);
}

function drawRows({ table, left, drawn, more }) {
  table.tBodies[0].replaceChildren(...left.slice(0, drawn).map(({ element }) => element));
  table.hidden = !left.length;
  more.hidden = left.length <= drawn;
  more.textContent = `Show ${Math.min(left.length - drawn, rowsAtOnce)} more`;
}

function drawChips({ chips, facets, choice, filters, found }, change) {
  const chosen = facets.flatMap((facet) => [...choice.values[facet.key]].map((value) => ({ facet, value })));
  const made = chosen.map(({ facet, value }, place) => {
    const label = `${facet.name}: ${valueName(facet, value)}`;
    const remove = () => {
      change((choice) => choice.values[facet.key].delete(value));
      (chips.querySelectorAll(".idoc-chip")[place] ?? found).focus();
    };
    const chip = button("idoc-chip", remove, label);
    chip.ariaLabel = `${label}, remove filter`;
    return chip;
  });
  const clear = () => {
    change((choice) => Object.values(choice.values).forEach((values) => values.clear()));
    found.focus();
  };
  chips.replaceChildren(...made, button("idoc-link", clear, "Clear all"));
  chips.hidden = !made.length;
  filters.textContent = made.length ? `Filters (${made.length})` : "Filters";
}
