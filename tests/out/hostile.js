// SPDX-License-Identifier: MIT
// Texts that each output language could take for its own, through every target
// and back: what is read again must equal what was written.
//
// usage: hostile.js make BASE.XML > CATALOG.XML    puts the texts in
//        hostile.js check OUT-FOLDER               reads them back
'use strict';
const fs = require('fs');
const path = require('path');
const { execFileSync } = require('child_process');

const texts = [
  'Quotes "double" and \'single\', a back\\slash, \\n and \\" and \\\\ at an end \\',
  'A comment that */ ends and /* begins again // and a line \\',
  'Trigraphs ??/ ??= ??\' ??( and a #include <stdio.h> beside #define X',
  'Formats %s %n %1$s %d and 100%, a {name} and {{ and }',
  'Markup <script>alert("x")</script> <b title=\'y\'> &amp; &lt; ]]> <!-- --> </title>',
  'Requests .so /etc/passwd .sy id \\*(Xx \\fB \\n(.z \'br and .. and \\" and \\&',
  '.so /etc/passwd begins this one',
  '\'br begins this one',
  'PO msgid "" msgstr "evil\\n" and a comma, a ; a | and a `tick`',
  'URLs javascript:alert(1) data:text/html,x and //host/path',
  '日本語の"引用"と\\円記号、*/、??/、<b>、%n、.so、😀を含む文です。',
];
const escape = s => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

if (process.argv[2] === 'make') {
  const notes = texts.map(t => `      <note>\n        <text xml:lang="en">${escape(t)}</text>\n` +
    `        <text xml:lang="ja">訳：${escape(t)}</text>\n      </note>\n`).join('');
  process.stdout.write(fs.readFileSync(process.argv[3], 'utf8')
    .replace('name="sample"', 'name="mailerr"').replace('2026-12-01', '2026-01-01')
    .replace('      <known-as emitter="sendmail"', notes + '      <known-as emitter="sendmail"'));
  process.exit(0);
}

const out = process.argv[3];
let passed = 0, failed = 0;
const check = (ok, what) => { if (ok) passed++; else { failed++; console.log('FAIL ' + what); } };
const read = name => fs.readFileSync(path.join(out, name), 'utf8');
const spaces = s => s.replace(/\s+/g, ' ');

const json = JSON.parse(read('data/mailerr.json')).reasons.find(r => r.id === 'mail-loop').note;
const po = new Map();
for (const m of read('po/ja.po').matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm)) {
  const value = s => s.trim().split('\n').map(line => JSON.parse(line)).join('');
  po.set(value(m[1]), value(m[2]));
}
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const html = name => spaces(read(name).replace(/<[^>]*>/g, '')
  .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, n) => n[0] !== '#' ? entities[n] :
    String.fromCodePoint(n[1] === 'x' ? parseInt(n.slice(2), 16) : parseInt(n.slice(1), 10))));
// a wide page has a text in one line; overstriking is undone
const man = name => spaces(execFileSync('mandoc', ['-Tutf8', '-Owidth=500', path.join(out, name)], { encoding: 'utf8' })
  .replace(/.\x08/gu, ''));
const pages = { en: html('html/en/mail/reasons/mail-loop.html'), ja: html('html/ja/mail/reasons/mail-loop.html') };
const manual = { en: man('man/man7/mailerr-reasons.7'), ja: man('man/ja/man7/mailerr-reasons.7') };

check(!/<script>alert/.test(read('html/en/mail/reasons/mail-loop.html')), 'a script got into the page');
check(!/root:/.test(manual.en), 'the man page includes another file');
texts.forEach((text, i) => {
  check(json.en.includes(text), `JSON, text ${i}`);
  check(json.ja.includes('訳：' + text), `JSON in Japanese, text ${i}`);
  check(po.get(text) === '訳：' + text, `PO, text ${i}: ${po.get(text)}`);
  check(pages.en.includes(spaces(text)), `HTML, text ${i}`);
  check(pages.ja.includes('訳：' + spaces(text)), `HTML in Japanese, text ${i}`);
  check(manual.en.includes(spaces(text)), `man, text ${i}`);
  check(manual.ja.includes('訳：' + spaces(text)), `man in Japanese, text ${i}`);
});
console.log(`hostile: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
