// SPDX-License-Identifier: 0BSD
// Narrows the tables of a page down to what was typed or pasted, and finds the
// codes of a pasted line on the home page.  The pages are whole without it.
"use strict";

{
  const find = document.querySelector(".find");
  const input = find.querySelector("input");
  const output = find.querySelector("output");
  const rows = [...document.querySelectorAll("main tbody tr")];
  const isHome = find.hasAttribute("action");

  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

  // The ids of the codes in a line: "550-5.1.1 ..." has 550 and x.1.1.
  const codesIn = (line) => {
    const ids = [];
    for (const [, reply] of line.matchAll(/(?<![\d.])([2-5]\d\d)(?![\d.])/g))
      ids.push(reply);
    for (const [, tail] of line.matchAll(/(?<![\d.])[245x](\.\d{1,3}\.\d{1,3})(?![\d.])/g))
      ids.push("x" + tail);
    return [...new Set(ids)];
  };

  // A phrase as an expression: what stands in a frame may be anything.
  const patternOf = (phrase) => {
    const source = [...phrase.childNodes].map((node) =>
      node.nodeName === "VAR" ? ".+?"
        : plain(` ${node.data} `) === "" ? "\\s*"
          : node.data.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+")).join("");
    return new RegExp(source, "i");
  };

  const known = rows.map((row) => ({
    row,
    text: plain(row.textContent),
    patterns: [...row.querySelectorAll("th code.text")].map(patternOf),
  }));

  // A pasted line shows the entries that explain it, other words those that hold them.
  const choose = (line) => {
    const query = plain(line);
    if (query === "")
      return known;
    const codes = codesIn(query);
    const byPhrase = known.filter((k) => k.patterns.some((p) => p.test(line)));
    const byCode = known.filter((k) => codes.includes(k.row.id));
    if (byPhrase.length + byCode.length > 0)
      return known.filter((k) => byPhrase.includes(k) || byCode.includes(k));
    return known.filter((k) => query.split(" ").every((word) => k.text.includes(word)));
  };

  const showRows = () => {
    const chosen = new Set(choose(input.value).map((k) => k.row));
    for (const row of rows)
      row.hidden = !chosen.has(row);
    for (const section of document.querySelectorAll("main > section"))
      section.hidden = section.querySelector("tbody") !== null &&
        section.querySelector("tbody tr:not([hidden])") === null;
    output.textContent = `${chosen.size} / ${rows.length}`;
  };

  const showCodes = () => {
    const list = document.createElement("ul");
    for (const id of codesIn(plain(input.value))) {
      const kind = id.startsWith("x") ? "statuses" : "replies";
      const link = document.querySelector(`main a[href$="/${kind}/${id}.html"]`);
      if (link !== null) {
        const item = document.createElement("li");
        item.append(link.cloneNode(true));
        list.append(item);
      }
    }
    output.replaceChildren(...list.children.length > 0 ? [list] : []);
  };

  const show = isHome ? showCodes : showRows;

  find.hidden = false;
  if (!isHome)
    input.value = new URLSearchParams(location.search).get("find") ?? "";
  input.addEventListener("input", show);
  show();
}
