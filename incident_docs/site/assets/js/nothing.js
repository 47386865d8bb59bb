// What stands in place of the list when no incident fits: why, and what each step back would give.

function drawNothing(page, found, change) {
  const { nothing, rows, left, choice, facets, input } = page;
  nothing.hidden = left.length > 0;
  if (left.length) {
    nothing.replaceChildren();
    return;
  }
  const words = choice.words.trim();
  const chosen = facets.filter(({ key }) => choice.values[key].size);
  const names = (facet) => [...choice.values[facet.key]].map((value) => valueName(facet, value)).join(" or ");
  const forget = (...parts) => {
    change((choice) => {
      for (const part of parts) {
        if (part === "words") input.value = choice.words = "";
        else choice.values[part].clear();
      }
    });
    page.found.focus();
  };

  const back = (part, label) => {
    const number = without(part, found).length;
    const step = button("idoc-link", () => forget(part), label);
    return number ? [element("li", {}, step, " ", element("small", {}, counted(number, "incident")))] : [];
  };
  const others = (facet) => chosen.filter((each) => each !== facet).map(names);
  const steps = chosen.flatMap((facet) =>
    back(facet.key, [`Any ${facet.name.toLowerCase()}`, ...others(facet), ...(words ? [`“${words}”`] : [])].join(", ")));
  if (words) steps.push(...back("words", [...others(), "any words"].join(", ")));

  const filters = chosen.map((facet) => `${facet.name.toLowerCase()} ${names(facet)}`).join(", ");
  const title = `No incident${words ? ` matches “${words}”` : ""}${filters ? ` with ${filters}` : ""}`;
  const all = [words && "search", filters && "filters"].filter(Boolean).join(" and ");
  const clear = button("idoc-link", () => forget("words", ...chosen.map(({ key }) => key)), `Clear ${all}`);
  nothing.replaceChildren(
    element("h2", {}, title),
    // With one thing chosen, the step back from it is the clearing.
    ...(steps.length && chosen.length + Boolean(words) > 1
      ? [element("p", {}, "Without one of them there would be:"), element("ul", {}, ...steps)]
      : []),
    element("p", {}, clear, ` to see all ${rows.length}.`),
  );
}
