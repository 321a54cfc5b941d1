// SPDX-License-Identifier: MIT
// Holds the web reference against itself and against data/mailerr.json: links and
// fragments lead somewhere, ids are unique, each page has its twin in every
// other language, nothing is fetched from elsewhere, every entry has a page and
// a row, and says there what the catalog says.
//
// usage: pages.js HTML-FOLDER MAILERR.JSON
'use strict';
const fs = require('fs');
const path = require('path');

const [root, jsonFile] = process.argv.slice(2);
const data = JSON.parse(fs.readFileSync(jsonFile, 'utf8'));
let passed = 0;
const failures = [];
const check = (ok, what) => { if (ok) passed++; else failures.push(what); };

const files = [];
(function walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(full);
    else files.push(path.relative(root, full));
  }
})(root);
const present = new Set(files);

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = s => s.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name) => {
  if (name[0] !== '#') return name in entities ? entities[name] : whole;
  return String.fromCodePoint(name[1] === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10));
});

// The pages are XML: tags with quoted attributes, text between them.
function read(file) {
  const source = fs.readFileSync(path.join(root, file), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  const page = { file, tags: [], ids: new Map(), text: '', lang: '' };
  const pattern = /<\/?([a-zA-Z0-9]+)((?:\s+[\w:.-]+="[^"]*")*)\s*\/?>|([^<]+)/g;
  for (let m; (m = pattern.exec(source));) {
    if (m[3] !== undefined) { page.text += decode(m[3]); continue; }
    if (m[0][1] === '/') continue;
    const attributes = {};
    for (const a of m[2].matchAll(/([\w:.-]+)="([^"]*)"/g)) attributes[a[1]] = decode(a[2]);
    page.tags.push({ name: m[1], attributes });
    if (attributes.id !== undefined) page.ids.set(attributes.id, (page.ids.get(attributes.id) || 0) + 1);
    if (m[1] === 'html') page.lang = attributes.lang;
  }
  page.words = page.text.replace(/\s+/g, ' ');
  return page;
}

const pages = new Map(files.filter(f => f.endsWith('.html')).map(f => [f, read(f)]));
check(pages.size > 100, `only ${pages.size} pages`);

const external = /^(https?:)?\/\//;
function target(from, href) {
  const [address, fragment] = href.split('#');
  const file = address === '' ? from : path.normalize(path.join(path.dirname(from), decodeURI(address.split('?')[0])));
  return { file, fragment };
}

for (const page of pages.values()) {
  for (const [id, count] of page.ids)
    check(count === 1 && /^[A-Za-z0-9._-]+$/.test(id), `${page.file}: id "${id}" ${count} times`);
  check(/^[a-z]{2}/.test(page.lang || ''), `${page.file}: no language`);
  check(page.tags.filter(t => t.name === 'h1').length === 1, `${page.file}: not one h1`);
  check(page.tags.some(t => t.name === 'title'), `${page.file}: no title`);
  for (const { name, attributes } of page.tags) {
    const href = attributes.href !== undefined ? attributes.href : attributes.src;
    if (href === undefined) continue;
    const fetched = name !== 'a' && !(name === 'link' && attributes.rel === 'alternate');
    if (external.test(href)) {
      check(!fetched, `${page.file}: fetches ${href}`);
      continue;
    }
    check(!/^[a-z]+:/i.test(href) || href.startsWith('mailto:'), `${page.file}: address ${href}`);
    const { file, fragment } = target(page.file, href);
    check(present.has(file), `${page.file}: leads to ${href}, which is not there`);
    if (fragment && pages.has(file))
      check(pages.get(file).ids.has(fragment), `${page.file}: ${href} has no such anchor`);
  }
  for (const t of page.tags.filter(x => x.name === 'link' && x.attributes.hreflang !== undefined)) {
    const twin = pages.get(target(page.file, t.attributes.href).file);
    // the choice of languages at the top has no twins, only choices
    if (twin === undefined || twin === page || !page.file.includes('/')) continue;
    check(twin.lang === t.attributes.hreflang, `${page.file}: its ${t.attributes.hreflang} twin is in ${twin.lang}`);
    check(twin.tags.some(x => x.name === 'link' && x.attributes.hreflang !== undefined &&
      target(twin.file, x.attributes.href).file === page.file), `${twin.file} does not lead back to ${page.file}`);
  }
}

// every entry: a page that says its title and meaning, and a row in a table
const kinds = {
  replies: e => String(e.code), statuses: e => 'x' + e.code.slice(1), notices: e => e.id,
  reasons: e => e.id, mistaken: e => e.code.replace('X', 'x'),
};
for (const { code: language } of data.languages) {
  for (const [kind, key] of Object.entries(kinds)) {
    const table = pages.get(`${language}/mail/${kind}/index.html`);
    check(table !== undefined, `${language}: no table of ${kind}`);
    for (const entry of data[kind]) {
      const file = `${language}/mail/${kind}/${key(entry)}.html`;
      const page = pages.get(file);
      check(page !== undefined, `no page ${file}`);
      if (page === undefined || table === undefined) continue;
      for (const field of ['title', 'meaning'])
        check(page.words.includes(entry[field][language]), `${file} does not say its ${field}`);
      for (const field of ['cause', 'note'])
        for (const text of (entry[field] || {})[language] || [])
          check(page.words.includes(text), `${file} does not say: ${text.slice(0, 60)}`);
      for (const action of (entry.action || {})[language] || [])
        check(page.words.includes(action.text), `${file} does not say: ${action.text.slice(0, 60)}`);
      check(table.words.includes(entry.title[language]), `the table of ${kind} does not have ${key(entry)}`);
      check([...table.ids.keys()].some(id => id.toLowerCase().endsWith(key(entry).toLowerCase())),
        `the table of ${kind} has no anchor for ${key(entry)}`);
      check(page.tags.some(t => t.name === 'nav'), `${file} has no trail`);
    }
  }
}

for (const f of failures.slice(0, 20)) console.log('FAIL ' + f);
console.log(`pages: ${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
