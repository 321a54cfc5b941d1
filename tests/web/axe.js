// SPDX-License-Identifier: MIT
// Opens samples of each kind of page in Chromium, in both languages, light and
// dark, wide and narrow, without script and as for print, and lets axe look for
// barriers.  Nothing may be asked of the network.
//
// usage: axe.js HTML-FOLDER | axe.js --bad (a page that must be refused)
'use strict';
const path = require('path');
const { chromium } = require('playwright-core');
const axe = require('fs').readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const kinds = ['index.html', 'mail/index.html', 'mail/replies/index.html', 'mail/statuses/index.html',
  'mail/notices/index.html', 'mail/reasons/index.html', 'mail/mistaken/index.html', 'mail/replies/550.html',
  'mail/statuses/x.1.1.html', 'mail/notices/too-many-hops.html', 'mail/reasons/user-unknown.html',
  'mail/mistaken/571.html', 'mail/sysexits/ex-nouser.html'];
const modes = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  narrow: { viewport: { width: 320, height: 640 } },
  print: { media: 'print' },
};

async function look(browser, address, mode) {
  const { media, ...options } = modes[mode];
  const context = await browser.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on('request', r => { if (!/^(file|data):/.test(r.url())) problems.push(`asks for ${r.url()}`); });
  page.on('pageerror', e => problems.push(`script error: ${e.message}`));
  if (media) await page.emulateMedia({ media });
  await page.goto(address);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (mode === 'narrow' && wide > 0) problems.push(`scrolls sideways by ${wide} px at 320 px`);
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run());
  for (const v of result.violations) problems.push(`${v.id}: ${v.nodes[0].html.slice(0, 120)}`);
  await context.close();
  return problems;
}

// Without script a page must hold its text all the same.
async function withoutScript(browser, address) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  const size = (await page.locator('main').innerText()).length;
  await context.close();
  return size > 200 ? [] : [`only ${size} characters without script`];
}

(async () => {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  let passed = 0, failed = 0;
  const count = (what, problems) => {
    if (problems.length === 0) { passed++; return; }
    failed++;
    for (const p of problems.slice(0, 5)) console.log(`FAIL ${what}: ${p}`);
  };
  if (process.argv[2] === '--bad') {
    count('bad', await look(browser, 'data:text/html,<html><body><img src="x"><p style="color:%23ccc">pale</p></body></html>', 'light'));
  } else {
    const root = path.resolve(process.argv[2]);
    for (const language of ['en', 'ja'])
      for (const kind of kinds) {
        const address = `file://${root}/${language}/${kind}`;
        for (const mode of Object.keys(modes)) count(`${language}/${kind} (${mode})`, await look(browser, address, mode));
        count(`${language}/${kind} (no script)`, await withoutScript(browser, address));
      }
  }
  await browser.close();
  console.log(`axe: ${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
})();
