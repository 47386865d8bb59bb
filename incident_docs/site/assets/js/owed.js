// The list of postmortems that are owed: its filters, and how long ago it was on the reader's day.

function startOwed(root) {
  const table = root.querySelector("table");
  const rows = [...table.tBodies[0].rows];
  for (const words of root.querySelectorAll(".idoc-ago")) {
    words.textContent = ago(-daysUntil(words.previousElementSibling.textContent));
  }
  root.querySelector(".idoc-as-of").hidden = true;
  const page = { table, rows, found: root.querySelector(".idoc-found"), selects: [...root.querySelectorAll("select")] };
  const change = () => {
    drawOwed(page);
    writeFilters(page);
  };
  page.clear = button("idoc-link", () => {
    for (const select of page.selects) select.value = "";
    change();
    page.selects[0].focus();
  }, "Clear filters");
  readFilters(page);
  for (const select of page.selects) select.onchange = change;
  root.querySelector(".idoc-selects").hidden = false;
  drawOwed(page);
}

function drawOwed({ table, rows, found, selects, clear }) {
  const chosen = selects.filter(({ value }) => value);
  const left = rows.filter((row) => chosen.every(({ name, value }) => row.dataset[name] === value));
  table.tBodies[0].replaceChildren(...left);
  table.hidden = !left.length;
  const number = `${left.length === rows.length ? "" : `${left.length} of `}${counted(rows.length, "postmortem")}`;
  found.replaceChildren(...(left.length
    ? [element("b", {}, number), " owed, oldest first"]
    : ["No postmortem that is owed fits these filters. ", clear]));
}
