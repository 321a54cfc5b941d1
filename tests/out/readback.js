// SPDX-License-Identifier: MIT
// Reads back what was made of a catalog and compares it with the catalog,
// which it reads by itself: no template, escaper or XML library is shared.
//
// usage: readback.js CATALOG OUT-FOLDER RENDERED-FOLDER
// RENDERED-FOLDER has the manual pages as text: en.mandoc, en.groff, ja.…
'use strict';
const fs = require('fs');
const path = require('path');

const [catalogFile, out, rendered] = process.argv.slice(2);
let passed = 0, failed = 0;
const check = (ok, what) => { if (ok) passed++; else { failed++; console.log('FAIL ' + what); } };
const shown = value => String(JSON.stringify(value)).slice(0, 200);
const same = (got, wanted, what) => check(JSON.stringify(got) === JSON.stringify(wanted),
  `${what}: ${shown(got)} is not ${shown(wanted)}`);

// ---- the catalog ----

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescape = s => s.replace(/&(\w+);/g, (all, name) => entities[name]);

function parse(source) {
  const root = { name: '', attributes: {}, children: [] };
  const stack = [root];
  const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w-]+)((?:\s+[\w:-]+=(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
  for (const m of source.matchAll(token)) {
    const top = stack[stack.length - 1];
    if (m[5] !== undefined) top.children.push(unescape(m[5]));
    else if (m[2] === undefined) continue;
    else if (m[1] === '/') stack.pop();
    else {
      const element = { name: m[2], attributes: {}, children: [] };
      for (const a of m[3].matchAll(/([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g))
        element.attributes[a[1]] = unescape(a[2] !== undefined ? a[2] : a[3]);
      top.children.push(element);
      if (m[4] !== '/') stack.push(element);
    }
  }
  return root.children.find(c => c.name === 'catalog');
}

const string = e => e.children.map(c => typeof c === 'string' ? c : string(c)).join('');
const elements = (e, name) => e.children.filter(c => c.name === name);
const all = (e, name) => e.children.filter(c => c.name)
  .flatMap(c => [...(c.name === name ? [c] : []), ...all(c, name)]);
const texts = e => Object.fromEntries(elements(e, 'text').map(t => [t.attributes['xml:lang'], string(t)]));

const catalog = parse(fs.readFileSync(catalogFile, 'utf8'));
const fields = all(catalog, 'text').length;
check(fields > 400, `only ${fields} texts in the catalog`);

// ---- JSON ----

const data = JSON.parse(fs.readFileSync(path.join(out, 'data', `${catalog.attributes.name}.json`), 'utf8'));

function compareFields(entry, element, what) {
  const one = name => elements(element, name).map(texts)[0];
  const many = name => {
    const list = elements(element, name).map(texts);
    return list.length === 0 ? undefined
      : Object.fromEntries(['en', 'ja'].map(code => [code, list.map(t => t[code])]));
  };
  same(entry.title, one('title'), `${what}: title`);
  same(entry.meaning, one('meaning'), `${what}: meaning`);
  same(entry.cause, many('cause'), `${what}: cause`);
  same(entry.note, many('note'), `${what}: note`);
  const actions = entry.action === undefined ? undefined
    : Object.fromEntries(['en', 'ja'].map(code => [code, entry.action[code].map(a => a.text)]));
  same(actions, many('action'), `${what}: action`);
}

const kinds = { reasons: 'reason', replies: 'reply', statuses: 'status', 'status-classes': 'status-class',
  subjects: 'subject', notices: 'notice', mistaken: 'mistake', vocabularies: 'vocabulary', commands: 'command' };
for (const [array, name] of Object.entries(kinds)) {
  const found = all(catalog, name);
  same(data[array].length, found.length, `JSON: ${array}`);
  found.forEach((e, i) => compareFields(data[array][i], e, `JSON: ${array}[${i}]`));
}
same(data.vocabularies[0].keywords.length, all(catalog, 'keyword').length, 'JSON: keywords');
all(catalog, 'keyword').forEach((e, i) => {
  compareFields(data.vocabularies[0].keywords[i], e, `JSON: keywords[${i}]`);
  same(data.vocabularies[0].keywords[i].treatments.map(t => t.says),
    elements(e, 'treatment').map(t => t.attributes.says), `JSON: treatments of keywords[${i}]`);
});
same(data.replies.flatMap(r => r.senses || []).length, all(catalog, 'sense').length, 'JSON: senses');
same(data.labels.map(l => l.text), all(catalog, 'label').map(texts), 'JSON: labels');
same(data.references, all(catalog, 'reference').map(r => r.attributes), 'JSON: references');
same(data.emitters, all(catalog, 'emitter').map(r => r.attributes), 'JSON: emitters');
same(data.reasons.flatMap(r => r['known-as'] || []), all(catalog, 'known-as').map(k => k.attributes), 'JSON: known-as');

const phraseText = match => match.children.map(c => typeof c === 'string' ? c.replace(/\{/g, '{{')
  : `{${c.attributes.name}}`).join('');
const phrases = all(catalog, 'phrase').map(p => ({ text: phraseText(elements(p, 'match')[0]),
  source: p.attributes.source, since: p.attributes.since, examples: elements(p, 'example').map(string) }));
same(data.notices.flatMap(n => n.phrases).map(({ text, source, since, examples }) => ({ text, source, since, examples })),
  phrases, 'JSON: phrases');

// ---- CSV ----

function csv(name) {
  const text = fs.readFileSync(path.join(out, 'data', name), 'utf8');
  check(text.endsWith('\r\n') && !/[^\r]\n/.test(text), `${name}: lines do not end in CRLF`);
  const rows = [[]];
  for (const m of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows[rows.length - 1].push(m[1] !== undefined ? m[1].replace(/""/g, '"') : m[2]);
    if (m[3] !== ',') rows.push([]);
  }
  rows.pop();
  const header = rows.shift();
  return rows.map(row => {
    check(row.length === header.length, `${name}: a row of ${row.length} fields, not ${header.length}`);
    row.forEach(f => check(!/^[=+\-@]/.test(f), `${name}: a formula: ${f}`));
    return Object.fromEntries(header.map((h, i) => [h, row[i]]));
  });
}
// what a spreadsheet would run has an apostrophe before it
const guarded = s => /^[=+\-@]/.test(s) ? "'" + s : s;

for (const [name, kind] of [['replies.csv', 'reply'], ['statuses.csv', 'status'], ['notices.csv', 'notice'], ['reasons.csv', 'reason']]) {
  const rows = csv(name);
  const found = all(catalog, kind);
  same(rows.length, found.length, name);
  found.forEach((e, i) => {
    for (const code of ['en', 'ja'])
      for (const field of ['title', 'meaning'])
        same(rows[i][`${field}-${code}`], guarded(texts(elements(e, field)[0])[code]), `${name}: ${field} ${i}`);
  });
}
const rowsOfPhrases = csv('phrases.csv');
same(rowsOfPhrases.length, phrases.length, 'phrases.csv');
phrases.forEach((p, i) => {
  const { text, source, since, example } = rowsOfPhrases[i] || {};
  same([text, source, since, example], [p.text, p.source || '', p.since || '', p.examples[0]].map(guarded),
    `phrases.csv: row ${i}`);
});
same(csv('crosswalk.csv').map(r => r.name), all(catalog, 'known-as').map(k => guarded(k.attributes.name)), 'crosswalk.csv');

// ---- gettext ----

// a .mo file, as msgfmt made it: two tables of length and offset
function mo(file) {
  const bytes = fs.readFileSync(file);
  const number = at => bytes.readUInt32LE(at);
  const at = (table, i) => bytes.toString('utf8', number(table + 8 * i + 4), number(table + 8 * i + 4) + number(table + 8 * i));
  const map = new Map();
  for (let i = 0; i < number(8); i++) map.set(at(number(12), i), at(number(16), i));
  return map;
}
const messages = mo(path.join(rendered, 'ja.mo'));
const pairs = new Map(all(catalog, 'text').filter(t => t.attributes['xml:lang'] === 'en').map(string)
  .map(en => [en, undefined]));
const walk = e => {
  const t = texts(e);
  if (t.en !== undefined) pairs.set(t.en, t.ja);
  e.children.filter(c => c.name).forEach(walk);
};
walk(catalog);
check(/^Project-Id-Version: hostile 0\.1\.0\n/.test(messages.get('')) &&
  /^Content-Type: text\/plain; charset=UTF-8$/m.test(messages.get('')), 'ja.po: the header has changed');
messages.delete('');
same(messages.size, pairs.size, 'ja.po: messages');
for (const [en, ja] of pairs) same(messages.get(en), ja, `ja.po: ${en}`);

// ---- manual pages ----

const bare = s => s.replace(/\s/g, '');
for (const [code, tool] of [['en', 'mandoc'], ['en', 'groff'], ['ja', 'mandoc'], ['ja', 'groff']]) {
  const pages = bare(fs.readFileSync(path.join(rendered, `${code}.${tool}`), 'utf8'));
  check(pages.length > 5000, `${code}.${tool} is nearly empty`);
  check(!pages.includes('root:x:0'), `${code}.${tool} shows another file`);
  for (const e of ['title', 'meaning', 'cause', 'action', 'note'].flatMap(name => all(catalog, name))) {
    let text = bare(texts(e)[code]);
    // headings are in capitals where a title is one
    check(pages.includes(text) || pages.includes(text.replace(/[a-z]/g, c => c.toUpperCase())),
      `${code} by ${tool} lacks: ${text}`);
  }
  for (const p of phrases) check(pages.includes(bare(p.text)), `${code} by ${tool} lacks the phrase: ${p.text}`);
}

console.log(`readback: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 1000 ? 0 : 1);
