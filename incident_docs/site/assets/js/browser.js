// What every page's script needs: elements and the address.

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function button(className, onclick, ...children) {
  return element("button", { type: "button", className, onclick }, ...children);
}

/** Puts these parameters into the address of the page, without a step in the history. */
function setSearch(parameters) {
  const search = parameters.toString();
  // The theme keeps in the state how far the page was scrolled.
  history.replaceState(history.state, "", `${location.pathname}${search && `?${search}`}${location.hash}`);
}
