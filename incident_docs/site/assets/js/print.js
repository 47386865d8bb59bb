// What a printed page has and a screen does not: the day it was printed, and everything that can be opened open.

function preparePrint(root, now = new Date()) {
  const day = now.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  const late = root.querySelector(".idoc-action-items .idoc-late") ? "; overdue is counted to that day" : "";
  for (const printed of root.querySelectorAll(".idoc-printed")) printed.dataset.printed = `Printed ${day}${late}.`;
  for (const details of root.querySelectorAll(".idoc details:not([open])")) {
    details.open = true;
    details.dataset.closed = "";
  }
}

function endPrint(root) {
  for (const details of root.querySelectorAll(".idoc details[data-closed]")) {
    details.open = false;
    delete details.dataset.closed;
  }
}

window.addEventListener("beforeprint", () => preparePrint(document));
window.addEventListener("afterprint", () => endPrint(document));
