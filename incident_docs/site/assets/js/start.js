// Each page's script, run once its page is there: on loading, and after each step of the theme's instant navigation.

function start() {
  refreshLateness(document);
  document.querySelectorAll("pre").forEach(unmarkCopying);
  startIncident(document);
  const index = document.querySelector(".idoc-index");
  if (index) startIndex(index);
  const owed = document.querySelector(".idoc-owed");
  if (owed) startOwed(owed);
  const actions = document.querySelector(".idoc-rollup");
  if (actions) startActions(actions);
}

/** The theme puts a landmark without a name into a block of code that can be copied, whenever it likes. */
function unmarkCopying(pre) {
  const unmark = () => pre.querySelector(":scope > .md-code__nav")?.setAttribute("role", "none");
  new MutationObserver(unmark).observe(pre, { childList: true });
  unmark();
}

// The theme has the same key for its own search, unless a field has the focus: so this has to come first.
window.addEventListener("keydown", (event) => {
  const box = document.querySelector(".idoc-box input");
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !box || typing) return;
  event.preventDefault();
  box.focus();
}, { capture: true });

if (window.document$) window.document$.subscribe(start);
else start();
