// The filters beside the list of incidents: which options they offer, and what each would give.

/** Reads the filters in the page, and calls `changed(facet, value, checked)` when one is clicked. */
function readFacets(panel, changed) {
  panel.addEventListener("change", ({ target }) => {
    if (target.type === "checkbox") changed(target.name, target.value, target.checked);
  });
  return [...panel.querySelectorAll("fieldset")].map((fieldset) => {
    const list = fieldset.querySelector(".idoc-options");
    const options = [...list.children].map((label) => ({
      label,
      input: label.querySelector("input"),
      count: label.querySelector(".idoc-option-count"),
    }));
    const facet = {
      key: fieldset.dataset.facet,
      name: fieldset.querySelector("legend").textContent,
      shown: Number(fieldset.dataset.shown ?? 0),
      whole: "whole" in fieldset.dataset,
      open: false,
      fieldset,
      list,
      options,
    };
    facet.more = button("idoc-link", () => {
      facet.open = true;
      const next = visibleOptions(facet).at(facet.shown);
      drawOptions(facet);
      next?.input.focus();
    });
    fieldset.append(facet.more);
    return facet;
  });
}

/** The word for a value, as a chip shows it. */
function valueName(facet, value) {
  const option = facet.options.find(({ input }) => input.value === value);
  return option?.input.dataset.name ?? value;
}

function drawFacet(facet, choice, found) {
  const chosen = choice.values[facet.key];
  const numbers = new Map();
  for (const row of without(facet.key, found)) {
    for (const value of new Set(row.values[facet.key])) numbers.set(value, (numbers.get(value) ?? 0) + 1);
  }
  for (const option of facet.options) {
    option.number = numbers.get(option.input.value) ?? 0;
    option.count.textContent = option.number;
    option.input.checked = chosen.has(option.input.value);
    option.input.disabled = !option.number && !option.input.checked;
  }
  drawOptions(facet);
}

function visibleOptions(facet) {
  if (facet.whole) return facet.options;
  const offered = facet.options.filter(({ input }) => !input.disabled);
  // Sorting is stable: equally frequent options stay in the order in which the page has them.
  return facet.shown ? offered.sort((a, b) => b.number - a.number) : offered;
}

function drawOptions(facet) {
  const options = visibleOptions(facet);
  const isShown = ({ input }, place) => facet.open || !facet.shown || place < facet.shown || input.checked;
  const shown = options.filter(isShown).map(({ label }) => label);
  const unchanged = shown.length === facet.list.children.length && shown.every((label, n) => label === facet.list.children[n]);
  // Elements that are put where they already are would lose the focus.
  if (!unchanged) facet.list.replaceChildren(...shown);
  facet.more.hidden = shown.length === options.length;
  facet.more.textContent = `Show ${options.length - shown.length} more`;
  facet.fieldset.hidden = !options.length;
}
