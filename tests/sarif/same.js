// SPDX-License-Identifier: MIT
// The diagnostics of each golden fault are the same as text (NAME.want), JSON
// (NAME.json) and SARIF (NAME.sarif).
//
// usage: node same.js GOLDEN-FOLDER FOLDER
'use strict';
const fs = require('fs');
const path = require('path');

const [golden, folder] = process.argv.slice(2);
let passed = 0;
let failed = 0;

function check(name, what, got, want) {
  if (JSON.stringify(got) === JSON.stringify(want)) {
    passed++;
  } else {
    failed++;
    console.log(`FAIL ${name}: ${what}: ${JSON.stringify(got)}, not ${JSON.stringify(want)}`);
  }
}

/** [file, line, column, severity, message, rule] of each line "FILE:LINE:COLUMN: …" */
function ofText(text) {
  const found = [];
  for (const line of text.split('\n')) {
    const m = /^(\S+?):(?:(\d+):)?(?:(\d+):)? (error|warning): (.*) \[([a-z0-9-]+)\]$/.exec(line);
    if (m) found.push([m[1], m[2] ? +m[2] : null, m[3] ? +m[3] : null, m[4], m[5], m[6]]);
  }
  return found;
}

function message(fault) {
  return fault.suggestion ? `${fault.message}; did you mean "${fault.suggestion}"?` : fault.message;
}

function ofJson(faults) {
  return faults.map(f => [f.file, f.line ?? null, f.column ?? null, f.severity, message(f), f.rule]);
}

function ofSarif(log) {
  const run = log.runs[0];
  return run.results.map(r => {
    const place = r.locations[0].physicalLocation;
    const region = place.region ?? {};
    if (run.tool.driver.rules[r.ruleIndex].id !== r.ruleId) throw new Error('ruleIndex');
    return [decodeURIComponent(place.artifactLocation.uri), region.startLine ?? null, region.startColumn ?? null,
      r.level, r.message.text, r.ruleId];
  });
}

for (const file of fs.readdirSync(folder).filter(f => f.endsWith('.sarif'))) {
  const name = path.basename(file, '.sarif');
  const want = path.join(golden, `${name}.want`);
  if (!fs.existsSync(want)) continue;
  const log = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
  const lines = fs.readFileSync(path.join(folder, `${name}.json`), 'utf8').split('\n').filter(l => l);
  const json = ofJson(lines.length === 1 && lines[0].startsWith('[') ? JSON.parse(lines[0]) : JSON.parse(lines.join('\n')));
  const sarif = ofSarif(log);
  check(name, 'SARIF and text', sarif, ofText(fs.readFileSync(want, 'utf8')));
  check(name, 'SARIF and JSON', sarif, json);
  check(name, 'columns', log.runs[0].columnKind, 'unicodeCodePoints');
}
console.log(`same: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
