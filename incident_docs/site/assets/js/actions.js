// The list of all action items: its filters, and its groups as of the reader's day.

const closedAtOnce = 3;

function startActions(root) {
  const asOf = root.querySelector(".idoc-as-of");
  if (!asOf) return;
  const groups = readGroups(root);
  sortByDay(groups);
  const now = new Date();
  const day = now.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const weekday = now.toLocaleDateString("en-GB", { weekday: "long" });
  asOf.textContent = `As of today, ${weekday} ${day}. Overdue is worked out in your browser.`;

  const page = { root, groups, selects: [...root.querySelectorAll("select")], isWhole: false };
  const change = () => {
    drawGroups(page);
    writeFilters(page);
  };
  readFilters(page);
  for (const select of page.selects) select.onchange = change;
  root.querySelector(".idoc-selects").hidden = false;

  const closed = groups.find(({ name }) => name === "closed");
  closed.more = button("idoc-link", () => {
    page.isWhole = true;
    drawGroups(page);
    closed.body.rows[closedAtOnce].querySelector("a").focus({ preventScroll: true });
  });
  closed.section.append(closed.more);
  page.clear = button("idoc-link", () => {
    for (const select of page.selects) select.value = "";
    change();
    page.selects[0].focus();
  }, "Clear filters");
  drawGroups(page);
}

function readGroups(root) {
  return [...root.querySelectorAll("section")].map((section) => {
    const table = section.querySelector("table");
    return {
      name: section.dataset.group,
      section,
      table,
      body: table.tBodies[0],
      rows: [...table.tBodies[0].rows],
      number: section.querySelector(".idoc-number"),
      note: section.querySelector(".idoc-note"),
      count: root.querySelector(`.idoc-counts a[data-group="${section.dataset.group}"]`),
    };
  });
}

/** Puts the rows with a date to keep into the groups of the reader's day; the page has them in the order of their dates. */
function sortByDay(groups) {
  const dated = groups.filter(({ name }) => ["overdue", "this week", "later"].includes(name));
  const rows = dated.flatMap((group) => group.rows);
  for (const group of dated) {
    group.rows = rows.filter((row) => dueGroup(daysUntil(row.querySelector(".idoc-late").dataset.due)) === group.name);
  }
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

function drawGroups({ root, groups, selects, clear, isWhole }) {
  const chosen = selects.filter(({ value }) => value);
  const fits = (row) => chosen.every(({ name, value }) => row.dataset[name].split("\n").includes(value));
  let all = 0;
  for (const { name, section, table, body, rows, number, note, count, more } of groups) {
    const left = rows.filter(fits);
    const first = more && !isWhole ? closedAtOnce : left.length;
    all += left.length;
    body.replaceChildren(...left.slice(0, first));
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
  const nothing = root.querySelector(".idoc-none");
  nothing.hidden = all > 0;
  nothing.replaceChildren(...(all ? [] : ["No action item fits these filters. ", clear]));
}
