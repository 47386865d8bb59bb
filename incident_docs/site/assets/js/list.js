// The list of incidents as values: what its rows hold, which of them a choice leaves, in which order.

const facetKeys = ["severity", "status", "service", "owner", "tag", "strategy", "year"];

// By name in the address. The two orders of a column follow each other, the one that a first click gives before the other.
const ownOrders = {
  newest: { column: "date", key: "started", step: -1, words: "newest first" },
  oldest: { column: "date", key: "started", step: 1, words: "oldest first" },
  worst: { column: "severity", key: "rank", step: 1, words: "worst first" },
  mildest: { column: "severity", key: "rank", step: -1, words: "mildest first" },
  "a-z": { column: "title", key: "title", step: 1, words: "A to Z" },
  "z-a": { column: "title", key: "title", step: -1, words: "Z to A" },
  longest: { column: "duration", key: "duration", step: -1, words: "longest first" },
  shortest: { column: "duration", key: "duration", step: 1, words: "shortest first" },
  "least-done": { column: "actions", key: "done", step: 1, words: "fewest actions done first" },
  "most-done": { column: "actions", key: "done", step: -1, words: "most actions done first" },
  owed: { column: "postmortem", key: "by-postmortem", step: 1, words: "postmortems still to write first" },
  written: { column: "postmortem", key: "by-postmortem", step: -1, words: "finished postmortems first" },
};

// Of a field's column, by what its head says that its values are.
const fieldWords = {
  words: ["A to Z", "Z to A"],
  number: ["lowest first", "highest first"],
  time: ["earliest first", "latest first"],
  values: ["in order", "in reverse order"],
};

/** The orders that these heads offer, by name; the first one is always there. */
function readOrders(heads) {
  const shown = heads.map((head) => head.dataset.sort);
  const own = Object.entries(ownOrders).filter(([, { column }]) => column === "date" || shown.includes(column));
  const fields = heads.filter(isField).flatMap((head) => {
    const key = `by-${head.dataset.sort}`;
    const [up, down] = fieldWords[head.dataset.by ?? "values"].map((words) => `${head.textContent}: ${words}`);
    return [
      [key, { column: head.dataset.sort, key, step: 1, words: up }],
      [`${key}-reversed`, { column: head.dataset.sort, key, step: -1, words: down }],
    ];
  });
  return Object.fromEntries([...own, ...fields]);
}

function isField(head) {
  return head.classList.contains("idoc-field");
}

/** The text without case and accents. */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** All rows of the table, in the order in which the page has them; `severities` are named from the worst on. */
function readRows(table, severities) {
  const heads = [...table.tHead.querySelectorAll("th")];
  const readers = heads.flatMap((head, index) => {
    const { sort, by, values } = head.dataset;
    if (!by && !values) return [];
    const listed = values?.split("\n");
    return [{ key: `by-${sort}`, index, isField: isField(head), read: (cell) => cellValue(cell, by, listed) }];
  });
  const rows = [...table.tBodies].flatMap((body) =>
    [...body.rows].filter((row) => row.className !== "idoc-year").map((row) => readRow(row, body.dataset.year, severities, readers)));
  rows.forEach((row, place) => {
    row.place = place;
    // The page has the newest first.
    row.started = row.values.year.length ? -place : undefined;
  });
  return rows;
}

function readRow(element, year, severities, readers) {
  const data = element.dataset;
  const values = Object.fromEntries(facetKeys.map((facet) => [facet, data[facet] ? data[facet].split("\n") : []]));
  if (year) values.year = [year];
  const link = element.querySelector("a");
  const title = link.textContent;
  const number = (text) => (text ? Number(text) : undefined);
  const fields = readers.filter(({ isField }) => isField).map(({ index }) => element.cells[index].textContent);
  const id = decodeURIComponent(link.getAttribute("href")).replace(/\.html$|\/$/, "").replace(/.*\//, "");
  return {
    element,
    values,
    text: folded([id, title, data.service, data.owner, data.tag, data.strategy, data.text, ...fields].join("\n")),
    title: folded(title),
    rank: values.severity.length ? severities.indexOf(values.severity[0]) : undefined,
    duration: number(data.duration),
    done: number(data.done),
    ...Object.fromEntries(readers.map(({ key, index, read }) => [key, read(element.cells[index])])),
  };
}

/** What a cell is sorted by; undefined if nothing stands in it that its column knows. */
function cellValue(cell, by, listed) {
  const text = cell.textContent.trim();
  if (listed) return listed.includes(text) ? listed.indexOf(text) : undefined;
  if (!text) return undefined;
  if (by === "words") return folded(text);
  const number = by === "time" ? Date.parse(cell.firstElementChild?.dateTime || text) : Number(text);
  return Number.isNaN(number) ? undefined : number;
}

/** What is chosen: the words of the box, the order, and for each facet its values. */
function readChoice(address, orders) {
  const asked = new URLSearchParams(address);
  return {
    words: asked.get("search") ?? "",
    order: Object.hasOwn(orders, asked.get("sort")) ? asked.get("sort") : "newest",
    values: Object.fromEntries(facetKeys.map((facet) => [facet, new Set(asked.getAll(facet))])),
  };
}

/** The part of the address that gives this choice; what else stands in it is kept. */
function writeChoice(choice, address) {
  const asked = new URLSearchParams(address);
  for (const name of ["search", "sort", ...facetKeys]) asked.delete(name);
  // Not `q`: the theme opens its own search over the page when it finds that.
  if (choice.words.trim()) asked.set("search", choice.words.trim());
  for (const facet of facetKeys) for (const value of choice.values[facet]) asked.append(facet, value);
  if (choice.order !== "newest") asked.set("sort", choice.order);
  return asked;
}

/** For each row, which parts of the choice it does not fit: facets, or `words`. */
function misfits(rows, choice) {
  const words = folded(choice.words).split(/\s+/).filter(Boolean);
  const chosen = facetKeys.filter((facet) => choice.values[facet].size);
  return rows.map((row) => {
    const parts = chosen.filter((facet) => !row.values[facet].some((value) => choice.values[facet].has(value)));
    if (!words.every((word) => row.text.includes(word))) parts.push("words");
    return { row, parts };
  });
}

/** The rows that would be left if this part of the choice were open. */
function without(part, found) {
  return found.filter(({ parts }) => parts.every((each) => each === part)).map(({ row }) => row);
}

/** Rows that lack the value come last, equal ones newest first. */
function inOrder(rows, { key, step }) {
  return [...rows].sort((a, b) => {
    if (a[key] === b[key]) return a.place - b.place;
    if (a[key] === undefined || b[key] === undefined) return a[key] === undefined ? 1 : -1;
    return (a[key] < b[key] ? -1 : 1) * step;
  });
}
