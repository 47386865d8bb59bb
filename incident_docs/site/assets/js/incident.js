// The action items of an incident, as they stand on the reader's day.

function startIncident(root) {
  let late = 0;
  for (const words of root.querySelectorAll(".idoc-action-items .idoc-late")) {
    const row = words.closest("tr");
    const isLate = daysUntil(words.dataset.due) < 0;
    row.querySelector(".idoc-if-late").hidden = !isLate;
    row.querySelector(".idoc-if-early").hidden = isLate;
    late += isLate;
  }
  for (const count of root.querySelectorAll(".idoc-overdue-count")) {
    count.hidden = !late;
    count.querySelector("b").textContent = `${late} overdue`;
  }
}
