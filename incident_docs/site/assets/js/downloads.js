// The downloads of a list of action items: they hold what its filters leave.

// The part of each file that holds the items of these ids.
const excerpts = {
  csv: (text, ids) => {
    const [columns, ...lines] = text.trimEnd().split("\r\n");
    return [columns, ...lines.filter((line) => ids.has(firstCell(line))), ""].join("\r\n");
  },
  json: (text, ids) => {
    const file = JSON.parse(text);
    return `${JSON.stringify({ ...file, items: file.items.filter(({ id }) => ids.has(id)) }, undefined, 1)}\n`;
  },
  ics: (text, ids) =>
    text.replace(/BEGIN:VEVENT\r\n[^]*?END:VEVENT\r\n/g, (event) => (ids.has(eventItem(event)) ? event : "")),
};

/** The id in a line of the CSV; an apostrophe keeps spreadsheets from reading it as a formula. */
function firstCell(line) {
  const [cell, quoted] = line.match(/^"((?:[^"]|"")*)"|^[^,]*/);
  return (quoted?.replaceAll('""', '"') ?? cell).replace(/^'(?=[=+\-@\t\r])/, "");
}

/** The id of the item that an event is of. Its line goes on in the next one after a line break and a space. */
function eventItem(event) {
  const [, name] = event.replace(/\r\n[ \t]/g, "").match(/^UID:(.*)@/m);
  return decodeURIComponent(name);
}

function readDownloads(root) {
  // Nothing can be read of a site that is opened from a disk: there the links stay those of the whole files.
  if (location.protocol === "file:") return [];
  return [...root.querySelectorAll(".idoc-downloads a")].map((link) => ({
    link,
    name: link.textContent,
    form: link.pathname.split(".").at(-1),
  }));
}

/** Says what the links give: what is `left` of the list, or without it all. */
function drawDownloads(downloads, left) {
  for (const { link, name, form } of downloads) {
    const number = form === "ics" ? left?.dated : left?.all.length;
    link.textContent = left ? `${name}, ${counted(number, "item")}` : name;
    link.onclick = left && ((event) => {
      event.preventDefault();
      save(link, form, new Set(left.all.map(({ id }) => id)));
    });
  }
}

async function save(link, form, ids) {
  const answer = await fetch(link.href);
  const file = new Blob([excerpts[form](await answer.text(), ids)], { type: answer.headers.get("Content-Type") ?? "" });
  const address = URL.createObjectURL(file);
  element("a", { href: address, download: link.pathname.split("/").at(-1) }).click();
  // The browser reads it in its own time.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
