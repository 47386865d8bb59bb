// The lists of action items: their filters, and their groups as of the reader's day.

const closedAtOnce = 3;
const datedGroups = ["overdue", "this week", "later"];

function startActions(root) {
  const asOf = root.querySelector(".idoc-as-of");
  if (!asOf) return;
  const incidents = readIncidents(root);
  const groups = readGroups(root, incidents);
  sortByDay(groups);
  const now = new Date();
  const day = now.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const weekday = now.toLocaleDateString("en-GB", { weekday: "long" });
  asOf.textContent = `As of today, ${weekday} ${day}. Overdue is worked out in your browser.`;

  const page = {
    root,
    groups,
    again: readAgain(root, incidents),
    selects: [...root.querySelectorAll("select")],
    downloads: readDownloads(root),
    isWhole: false,
  };
  const change = () => {
    drawList(page);
    writeFilters(page);
  };
  readFilters(page);
  for (const select of page.selects) select.onchange = change;
  root.querySelector(".idoc-selects").hidden = false;

  const closed = groups.find(({ name }) => name === "closed");
  closed.more = button("idoc-link", () => {
    page.isWhole = true;
    drawList(page);
    closed.body.rows[closedAtOnce].querySelector("a").focus({ preventScroll: true });
  });
  closed.section.append(closed.more);
  page.clear = button("idoc-link", () => {
    for (const select of page.selects) select.value = "";
    change();
    page.selects[0].focus();
  }, "Clear filters");
  window.onbeforeprint = () => {
    page.isWhole = true;
    drawList(page);
  };
  drawList(page);
}

/** What the filter of incidents knows of each, in the order that rows count them in. */
function readIncidents(root) {
  return [...root.querySelectorAll("select[name=incident] option")].slice(1).map(({ value, dataset }) => ({
    id: value,
    services: dataset.services ? dataset.services.split("\n") : [],
    age: dataset.started ? ageGroup(-daysUntil(dataset.started)) : undefined,
  }));
}

/** The option of the filter for an incident that began so many days ago. */
function ageGroup(days) {
  if (days <= 30) return "30";
  if (days <= 90) return "90";
  return days <= 365 ? "365" : "older";
}

/** An action item: the element that shows it, and what the filters ask of it. */
function readItem(shown, owner, status, incidents) {
  const { id, services, age } = incidents[shown.dataset.n];
  const owners = [...owner.querySelectorAll("a")].map(({ pathname }) => pathname.match(/([^/]+?)(?:\/|\.html)$/)[1]);
  const row = shown.querySelector('a[href*="#action-"]').hash.replace("#action-", "");
  return { shown, id: `${id}#${row}`, values: { owner: owners, service: services, incident: [id], age: [age], status: [status] } };
}

function readGroups(root, incidents) {
  return [...root.querySelectorAll("section[data-group]")].map((section) => {
    const table = section.querySelector("table");
    giveRoles(table);
    return {
      name: section.dataset.group,
      section,
      table,
      body: table.tBodies[0],
      items: [...table.tBodies[0].rows].map((row) =>
        readItem(row, row.cells[2], row.cells[0].textContent.toLowerCase(), incidents)),
      number: section.querySelector(".idoc-number"),
      note: section.querySelector(".idoc-note"),
      count: root.querySelector(`.idoc-counts a[data-group="${section.dataset.group}"]`),
    };
  });
}

/** The stylesheet turns rows into blocks, which takes from some browsers that they are rows. */
function giveRoles(table) {
  table.role = "table";
  for (const part of [table.tHead, table.tBodies[0]]) part.role = "rowgroup";
  for (const row of table.rows) {
    row.role = "row";
    for (const cell of row.cells) cell.role = cell.tagName === "TH" ? "columnheader" : "cell";
  }
}

function readAgain(root, incidents) {
  const section = root.querySelector(".idoc-again");
  return section && {
    section,
    number: section.querySelector(".idoc-number"),
    items: [...section.querySelectorAll("li")].map((entry) =>
      readItem(entry, entry.querySelector(".idoc-owner"), entry.dataset.status, incidents)),
  };
}

/** Puts the rows with a date to keep into the groups of the reader's day; the page has them in the order of their dates. */
function sortByDay(groups) {
  const dated = groups.filter(({ name }) => datedGroups.includes(name));
  const items = dated.flatMap((group) => group.items);
  for (const item of items) {
    const [date, late] = item.shown.cells[3].children;
    const days = daysUntil(date.textContent);
    item.group = dueGroup(days);
    late.textContent = lateness(days);
  }
  for (const group of dated) group.items = items.filter((item) => item.group === group.name);
}

function readFilters({ selects }) {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    select.value = asked.get(select.name) ?? "";
    // A value that no action item has any more.
    if (select.selectedIndex < 0) select.value = "";
  }
}

function writeFilters({ selects }) {
  const asked = new URLSearchParams(location.search);
  for (const { name, value } of selects) {
    asked.delete(name);
    if (value) asked.set(name, value);
  }
  setSearch(asked);
}

function drawList(page) {
  const { root, groups, again, selects, downloads, clear, isWhole } = page;
  const chosen = selects.filter(({ value }) => value);
  const fits = ({ values }) => chosen.every(({ name, value }) => values[name].includes(value));
  const all = [];
  for (const group of groups) {
    const left = group.items.filter(fits);
    all.push(...left);
    group.dated = datedGroups.includes(group.name) ? left.length : 0;
    drawGroup(group, left, group.more && !isWhole ? closedAtOnce : left.length);
  }
  if (again) {
    const left = again.items.filter(fits);
    for (const item of again.items) item.shown.hidden = !left.includes(item);
    again.number.textContent = left.length;
    again.section.hidden = !left.length;
  }
  const dated = groups.reduce((sum, group) => sum + group.dated, 0);
  drawDownloads(downloads, chosen.length ? { all, dated } : undefined);
  const nothing = root.querySelector(".idoc-none");
  nothing.hidden = all.length > 0;
  nothing.replaceChildren(...(all.length ? [] : ["No action item fits these filters. ", clear]));
}

function drawGroup({ name, section, table, body, number, note, count, more }, left, first) {
  body.replaceChildren(...left.slice(0, first).map(({ shown }) => shown));
  number.textContent = left.length;
  table.hidden = !left.length;
  if (name === "overdue") note.hidden = left.length > 0;
  section.hidden = !left.length && name !== "overdue";
  if (more) {
    more.hidden = left.length <= first;
    more.textContent = `Show all ${left.length} done`;
  }
  count.querySelector("b").textContent = left.length;
  if (left.length) count.href = `#${section.id}`;
  else count.removeAttribute("href");
}
