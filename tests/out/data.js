// SPDX-License-Identifier: MIT
// Holds the data files against the schema, and the CSV files against the JSON.
//
// usage: data.js DATA-FOLDER
'use strict';
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv/dist/2020');

const folder = process.argv[2];
const load = name => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
const data = load('mailerr.json');
const validate = new Ajv({ strict: true, allErrors: true }).compile(load('mailerr.schema.json'));
let passed = 0, failed = 0;
const check = (ok, what) => { if (ok) passed++; else { failed++; console.log('FAIL ' + what); } };

check(validate(data), 'mailerr.json: ' + JSON.stringify((validate.errors || []).slice(0, 3)));

// what the schema must refuse
const bad = {
  'a reply code as a string': d => { d.replies[0].code = '211'; },
  'a status without title': d => { delete d.statuses[0].title; },
  'an unknown bounce': d => { d.reasons[0].bounce = 'medium'; },
  'a phrase without example': d => { d.notices[0].phrases[0].examples = []; },
  'a member that nobody knows': d => { d.notices[0].colour = 'red'; },
};
for (const [what, spoil] of Object.entries(bad)) {
  const copy = JSON.parse(JSON.stringify(data));
  spoil(copy);
  check(!validate(copy), 'the schema accepts ' + what);
}

// RFC 4180
function csv(name) {
  const text = fs.readFileSync(path.join(folder, name), 'utf8');
  const rows = [];
  let row = [], field = '', quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') { field += '"'; i++; } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') { row.push(field); field = ''; }
    else if (c === '\n') { row.push(field.replace(/\r$/, '')); rows.push(row); row = []; field = ''; }
    else field += c;
  }
  const header = rows.shift();
  for (const r of rows) check(r.length === header.length, `${name}: a row of ${r.length} fields`);
  return rows.map(r => Object.fromEntries(header.map((h, i) => [h, r[i]])));
}

const keys = { 'replies.csv': ['replies', 'code'], 'statuses.csv': ['statuses', 'code'],
  'notices.csv': ['notices', 'id'], 'reasons.csv': ['reasons', 'id'] };
for (const [name, [kind, key]] of Object.entries(keys)) {
  const rows = csv(name);
  check(rows.length === data[kind].length, `${name}: ${rows.length} rows, ${data[kind].length} entries`);
  data[kind].forEach((entry, i) => {
    const values = Object.values(rows[i] || {});
    check(values.includes(String(entry[key])), `${name}: row ${i + 1} is not ${entry[key]}`);
    for (const { code } of data.languages)
      for (const field of ['title', 'meaning'])
        check(values.includes(entry[field][code]), `${name}: ${entry[key]} lacks its ${field} in ${code}`);
  });
}
const phrases = data.notices.reduce((n, e) => n + (e.phrases || []).length, 0);
check(csv('phrases.csv').length === phrases, 'phrases.csv: not a row a phrase');
const names = data.reasons.reduce((n, e) => n + (e['known-as'] || []).length, 0);
check(csv('crosswalk.csv').length === names, 'crosswalk.csv: not a row a name');

console.log(`data: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
