// The list of incidents as values: what its rows hold, which of them a choice leaves, in which order.

const facetKeys = ["severity", "status", "service", "tag", "strategy", "year"];

// By name in the address. The two orders of a column follow each other, the one that a first click gives before the other.
const orders = {
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
};

/** The text without case and accents. */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function readRow(element, place) {
  const data = element.dataset;
  const values = Object.fromEntries(facetKeys.map((facet) => [facet, data[facet] ? data[facet].split("\n") : []]));
  const title = element.querySelector("a").textContent;
  const number = (text) => (text ? Number(text) : undefined);
  return {
    element,
    place,
    values,
    text: folded([title, data.service, data.tag, data.strategy, data.text].join("\n")),
    title: folded(title),
    started: number(data.started),
    rank: number(data.rank),
    duration: number(data.duration),
    done: number(data.done),
  };
}

/** What is chosen: the words of the box, the order, and for each facet its values. */
function readChoice(address) {
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
function inOrder(rows, name) {
  const { key, step } = orders[name];
  return [...rows].sort((a, b) => {
    if (a[key] === b[key]) return a.place - b.place;
    if (a[key] === undefined || b[key] === undefined) return a[key] === undefined ? 1 : -1;
    return (a[key] < b[key] ? -1 : 1) * step;
  });
}
