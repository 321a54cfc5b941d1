// SPDX-License-Identifier: MIT
// Reads every page with the parsers of a browser and holds it against
// catalog.xml: the same text as HTML and as XML, the order of headings, tables
// with captions, the trail, the twins in other languages, and for every entry,
// in every language, an anchor in its table, and a page whose title, meaning,
// causes, actions and notes are those of the catalog, to the letter.  Then it
// types into the pages that can be searched.
//
// usage: dom.js HTML-FOLDER CATALOG             all of it
//        dom.js --bad HTML-FOLDER CATALOG       spoils pages: each fault must be told
'use strict';
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

const bad = process.argv[2] === '--bad';
const [root, catalogFile] = process.argv.slice(bad ? 3 : 2);

const files = {};
(function walk(folder) {
  for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = folder + entry.name;
    if (entry.isDirectory()) walk(name + '/');
    else if (name.endsWith('.html')) files[name] = fs.readFileSync(path.join(root, name), 'utf8');
  }
})('');

// Runs in the browser.
function inspect([pages, catalogSource, which]) {
  const problems = [];
  let count = 0;
  const check = (ok, what) => { count++; if (!ok) problems.push(what); };
  const parser = new DOMParser();
  const catalog = parser.parseFromString(catalogSource, 'application/xml').documentElement;
  const languages = [...catalog.querySelectorAll('languages > language')].map(l => l.getAttribute('code'));
  const words = text => text.replace(/\s+/g, ' ').trim();
  const documents = {};
  const documentOf = name => documents[name] ??=
    name in pages ? parser.parseFromString(pages[name], 'text/html') : null;

  const looks = (name) => {
    const page = documentOf(name);
    const asXml = parser.parseFromString(pages[name], 'application/xhtml+xml');
    const main = page.querySelector('main');
    check(asXml.querySelector('parsererror') === null, `${name}: no XML`);
    check(asXml.querySelector('main')?.textContent === main?.textContent, `${name}: another text as XML`);
    check(page.title.trim() !== '', `${name}: no title`);

    let level = 0;
    for (const h of page.querySelectorAll('h1, h2, h3, h4')) {
      const own = Number(h.localName[1]);
      check(own <= level + 1 && h.textContent.trim() !== '', `${name}: ${h.localName} after h${level}`);
      level = own;
    }
    check(page.querySelectorAll('h1').length === 1, `${name}: not one h1`);
    for (const element of page.querySelectorAll('[id]'))
      check(/^[a-z0-9.-]+$/.test(element.id), `${name}: id "${element.id}"`);
    for (const table of page.querySelectorAll('table')) {
      check(words(table.caption?.textContent ?? '') !== '', `${name}: a table without caption`);
      check([...table.querySelectorAll('th')].every(th => th.hasAttribute('scope')), `${name}: th without scope`);
      check([...table.querySelectorAll('tbody tr')].every(tr => tr.querySelector('th') !== null),
        `${name}: a row without its th`);
    }
    check(page.querySelector('style, [style], [onclick], iframe, img, object, base') === null,
      `${name}: something that has no place here`);
    if (!name.includes('/')) return;

    const language = name.split('/')[0];
    check(page.documentElement.lang === language, `${name}: lang is ${page.documentElement.lang}`);
    check(words(page.querySelector('meta[name=description]')?.content ?? '') !== '', `${name}: no description`);
    check(page.body.firstElementChild.getAttribute('href') === '#' + main.id, `${name}: no skip link`);
    const trail = [...page.querySelectorAll('nav.trail[aria-label] li')];
    check(trail.length === name.split('/').length - (name.endsWith('/index.html') ? 1 : 0),
      `${name}: a trail of ${trail.length}`);
    check(trail.at(-1)?.getAttribute('aria-current') === 'page' && trail.every(li => words(li.textContent) !== ''),
      `${name}: a trail that does not end here`);

    // each page has a twin in every language, itself among them, and they lead back
    const twins = {};
    for (const link of page.querySelectorAll('link[rel=alternate][hreflang]'))
      twins[link.hreflang] = new URL(link.getAttribute('href'), `file:///${name}`).pathname.slice(1);
    for (const code of languages) {
      check(twins[code] === name.replace(/^[^/]+/, code) && twins[code] in pages, `${name}: no twin in ${code}`);
      check(code === language || page.querySelector(`.languages a[hreflang="${code}"][lang="${code}"]`) !== null,
        `${name}: no link to ${code}`);
    }
  };

  const field = (entry, name, language) =>
    [...entry.querySelectorAll(`:scope > ${name}`)].map(f =>
      [...f.children].find(t => t.getAttribute('xml:lang') === language)?.textContent ?? f.children[0].textContent);
  const texts = (page, selector) => [...page.querySelectorAll(selector)].map(e => e.textContent);
  const same = (a, b) => a.length === b.length && a.every((x, i) => x === b[i]);

  const kinds = {
    'replies > reply': ['replies', e => e.getAttribute('code')],
    'statuses > status': ['statuses', e => e.getAttribute('code').replace('X', 'x')],
    'notices > notice': ['notices', e => e.getAttribute('id')],
    'reasons > reason': ['reasons', e => e.getAttribute('id')],
    'mistaken > mistake': ['mistaken', e => e.getAttribute('code').replace('X', 'x')],
    'vocabulary > keyword': [e => e.parentElement.getAttribute('id'),
      e => e.getAttribute('name').toLowerCase().replaceAll('_', '-')],
    'commands > command': ['commands', e => e.getAttribute('name').toLowerCase(), 'table'],
    'emitters > emitter': ['emitters', e => e.getAttribute('id'), 'table'],
    'references > reference': ['references', e => e.getAttribute('id'), 'table'],
    'statuses > subject': ['statuses', e => 'x.' + e.getAttribute('digit'), 'table'],
    'statuses > status-class': ['statuses', e => e.getAttribute('digit') + '.x.x', 'table'],
  };

  const entries = (language) => {
    for (const [selector, [folder, key, only]] of Object.entries(kinds))
      for (const entry of catalog.querySelectorAll(selector)) {
        const id = key(entry);
        const place = `${language}/mail/${typeof folder === 'string' ? folder : folder(entry)}`;
        const row = documentOf(`${place}/index.html`)?.getElementById(id);
        check(row !== null && row !== undefined, `${place}/index.html: no anchor ${id}`);
        if (row && !only) {
          for (const name of ['title', 'meaning'])
            check(texts(row, 'th a, td, td > *').includes(field(entry, name, language)[0]),
              `${place}/index.html#${id}: another ${name}`);
        }
        if (only) continue;
        const page = documentOf(`${place}/${id}.html`);
        check(page !== null, `${place}/${id}.html: no such page`);
        if (page === null) continue;
        const own = entry.getAttribute('code') ?? (entry.localName === 'keyword' ? entry.getAttribute('name') : null);
        const title = field(entry, 'title', language)[0];
        check(page.querySelector('h1').textContent === (own === null ? title : `${own} ${title}`), `${place}/${id}.html: another title`);
        check(same(texts(page, '.lead'), field(entry, 'meaning', language)), `${place}/${id}.html: another meaning`);
        check(same(texts(page, '#causes ~ ol > li'), field(entry, 'cause', language)), `${place}/${id}.html: other causes`);
        check(same(texts(page, '#notes ~ ul > li'), field(entry, 'note', language)), `${place}/${id}.html: other notes`);
        const actions = texts(page, '#actions ~ dl dd');
        check(field(entry, 'action', language).every(a => actions.includes(a)), `${place}/${id}.html: other actions`);
        const phrases = [...entry.querySelectorAll(':scope > phrase > match')].map(match =>
          [...match.childNodes].map(n => n.localName === 'arg' ? n.getAttribute('name') : n.textContent).join(''));
        check(same(texts(page, '.phrases > li > p > code'), phrases), `${place}/${id}.html: other phrases`);
        for (const example of entry.querySelectorAll(':scope > phrase > example'))
          check(texts(page, '.phrases dd code').includes(example.textContent), `${place}/${id}.html: no example`);
        for (const see of entry.querySelectorAll(':scope > see[reference]'))
          check(page.querySelector('#sources') !== null, `${place}/${id}.html: no sources`);
      }
  };

  for (const name of which ?? Object.keys(pages)) looks(name);
  if (which === null)
    for (const language of languages) entries(language);
  return { count, problems };
}

// What the search shows for what is typed into a page.
async function search(page) {
  const problems = [];
  let count = 0;
  const check = (ok, what) => { count++; if (!ok) problems.push(what); };
  const open = address => page.goto(`file://${path.resolve(root)}/${address}`);
  const rows = async () => (await page.locator('tbody tr:visible').evaluateAll(all => all.map(r => r.id))).join(' ');

  page.on('pageerror', e => check(false, `script: ${e.message}`));
  for (const language of ['en', 'ja']) {
    await open(`${language}/mail/notices/index.html`);
    await page.fill('#page\\.find', '554 5.4.6 Too many hops 26 (25 max): from a@example.org');
    check((await rows()).split(' ').includes('too-many-hops'), `${language}: a pasted line shows ${await rows()}`);
    await page.fill('#page\\.find', 'mailer-daemon');
    check((await rows()).includes('mailer-daemon'), `${language}: a word shows ${await rows()}`);
    await page.fill('#page\\.find', 'zzzz');
    check(await rows() === '', `${language}: nonsense shows ${await rows()}`);
    await page.fill('#page\\.find', '');
    check((await rows()).split(' ').length >= 10, `${language}: nothing typed shows ${await rows()}`);

    await open(`${language}/mail/statuses/index.html`);
    await page.fill('#page\\.find', '550-5.1.1 <b@example.jp>: no');
    check(await rows() === 'x.1.1', `${language}: a status shows ${await rows()}`);

    await open(`${language}/index.html`);
    await page.fill('#page\\.find', '554 5.4.6 Too many hops 26 (25 max)');
    const links = await page.locator('.find output a').evaluateAll(all => all.map(a => a.getAttribute('href')).join(' '));
    check(links === 'mail/replies/554.html mail/statuses/x.4.6.html', `${language}: the home page finds ${links}`);
    await page.press('#page\\.find', 'Enter');
    await page.waitForURL(/notices\/index\.html\?find=/);
    check((await rows()).split(' ').includes('too-many-hops'), `${language}: from home to ${await rows()}`);
  }
  return { count, problems };
}

// One fault each: where, what becomes what, and what must be said of it.
const faults = [
  ['en/mail/replies/550.html', '<h2', '<h4', 'h4 after h1'],
  ['en/mail/replies/550.html', '<p class="lead">', '<p class="lead">Not. ', 'another meaning'],
  ['en/mail/replies/550.html', '<ol><li>No ', '<ol><li>Not ', 'other causes'],
  ['ja/mail/replies/550.html', ' lang="ja"><head>', ' lang="en"><head>', 'lang is en'],
  ['ja/mail/notices/index.html', ' scope="row"', '', 'th without scope'],
  ['ja/mail/notices/index.html', '<tr id="too-many-hops"', '<tr id="Too_many"', 'no anchor too-many-hops'],
  ['ja/mail/notices/index.html', '<tr id="too-many-hops"', '<tr id="Too_many"', 'id "Too_many"'],
  ['en/mail/index.html', 'hreflang="ja" href="', 'hreflang="ja" href="x/', 'no twin in ja'],
  ['en/mail/index.html', 'aria-current="page"', '', 'does not end here'],
  ['en/mail/index.html', '<caption>', '<caption hidden="hidden"></caption><caption>', 'without caption'],
  ['en/index.html', '</p>', '</q>', 'no XML'],
  ['en/index.html', '<h1>', '<h1 style="color: red">', 'no place here'],
];

(async () => {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  const page = await browser.newPage();
  const catalog = fs.readFileSync(catalogFile, 'utf8');
  let passed = 0;
  const failures = [];
  if (bad) {
    for (const [name, from, to, said] of faults) {
      const spoilt = { ...files, [name]: files[name].replace(from, to) };
      const { problems } = await page.evaluate(inspect, [spoilt, catalog, /anchor|another|other/.test(said) ? null : [name]]);
      if (files[name].includes(from) && problems.some(p => p.startsWith(name) && p.includes(said))) passed++;
      else failures.push(`not seen: ${said}`);
    }
  } else {
    for (const { count, problems } of [await page.evaluate(inspect, [files, catalog, null]), await search(page)]) {
      passed += count - problems.length;
      failures.push(...problems);
    }
  }
  await browser.close();
  for (const f of failures.slice(0, 20)) console.log(`FAIL ${f}`);
  console.log(`dom: ${passed} passed, ${failures.length} failed`);
  process.exit(failures.length === 0 && passed > 0 ? 0 : 1);
})();
