// Due dates, seen from the reader's own day. `insight/due.py` and `insight/actions.py` say the same of the build's day.

/** The reader's day, as a number of days; `date` is an ISO date. */
function today(now = new Date()) {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000;
}

function daysUntil(date, day = today()) {
  return Date.parse(date) / 86400000 - day;
}

/** `13 months late`, `today`, `in 4 days`. */
function lateness(days) {
  if (days === 0) return "today";
  const length = lengthInWords(Math.abs(days));
  return days > 0 ? `in ${length}` : `${length} late`;
}

/** `34 days ago`, `today`. */
function ago(days) {
  return days > 0 ? `${lengthInWords(days)} ago` : "today";
}

function lengthInWords(days) {
  if (days <= 59) return counted(days, "day");
  if (days < 730) return counted(Math.min(Math.floor(days / 30), 23), "month");
  return counted(Math.floor(days / 365), "year");
}

function counted(number, unit) {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

/** The group of an open action item that has a date. */
function dueGroup(days) {
  if (days < 0) return "overdue";
  return days <= 7 ? "this week" : "later";
}

/** Brings the words beside every date to keep up to the reader's day. */
function refreshLateness(root) {
  for (const words of root.querySelectorAll(".idoc-late")) {
    const days = daysUntil(words.dataset.due);
    words.textContent = lateness(days);
    words.classList.toggle("idoc-bad", days < 0);
  }
}
