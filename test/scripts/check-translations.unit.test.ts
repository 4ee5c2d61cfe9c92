import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkLanguage, checkMessages, languagesInTree } from '../../scripts/check-translations';
import { localeInfo } from '../../src/shared/locales';

const root = join('.cache', `translations-${process.pid}`);
const article = 'logging-in/locked-out.mdx';

/** Starts anew from English and Spanish as they are in this repository. */
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  for (const locale of ['en', 'es']) {
    for (const path of [`locales/${locale}.json`, `content/${locale}`, `docs/translating/${locale}.md`]) {
      cpSync(path, join(root, path), { recursive: true });
    }
  }
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('a message may equal English only for a reason that the guide gives', async () => {
  const guide = 'docs/translating/es.md';
  const row = /\| form\.error-prefix \| .+ \|\n/;
  const whole = read(guide);
  write(guide, whole.replace(row, ''));
  expect((await checkLanguage(root, localeInfo('es'))).join('\n')).toMatch(/form\.error-prefix" is still English/);
  write(guide, whole.replace(row, '| form.error-prefix | |\n'));
  expect((await checkLanguage(root, localeInfo('es'))).join('\n')).toMatch(/form\.error-prefix, .+ has no reason/);
});

test('a language that is whole and right has no problem', async () => {
  expect(await checkLanguage(root, localeInfo('es'), 'every')).toEqual([]);
});

test('what an article is built of is compared with English', async () => {
  write(`content/es/${article}`, read(`content/es/${article}`).replace('to="reset"', 'to="contact"'));
  expect((await checkLanguage(root, localeInfo('es')))[0]).toContain('has <Link to="contact">, where English has');
});

test('the words of messages and articles are looked at', async () => {
  write(`content/es/${article}`, read(`content/es/${article}`).replace('Mira', 'Mirа'));
  write('locales/es.json', read('locales/es.json').replace('"Ayuda"', '"\\"Ayuda\\""'));
  const problems = await checkLanguage(root, localeInfo('es'));
  expect(problems.join('\n')).toMatch(/locked-out#what-to-do mixes scripts within "Mirа/);
  expect(problems.join('\n')).toMatch(/locales\/es\.json: site\.home has the quotation mark "/);
});

test('an enabled language must have every message and a guide', async () => {
  write('locales/es.json', '{}');
  rmSync(join(root, 'docs/translating/es.md'));
  const problems = await checkLanguage(root, localeInfo('es'));
  expect(problems[0]).toMatch(/locales\/es\.json: "site\.name" is missing/);
  expect(problems.at(-1)).toMatch(/docs\/translating\/es\.md is missing/);
});

test('an enabled language must have every article, and can be built without', async () => {
  rmSync(join(root, `content/es/${article}`));
  expect(await checkLanguage(root, localeInfo('es'))).toContain(`content/es/${article} is missing`);
  expect(checkMessages(root, localeInfo('es'), 'messages')).toEqual([]);
});

describe('a language that is not enabled', () => {
  const portuguese = { ...localeInfo('pt'), enabled: false };

  test('is looked at as soon as it has one file', () => {
    expect(languagesInTree(root, [portuguese])).toEqual([]);
    write('locales/pt.json', '{}');
    expect(languagesInTree(root, [portuguese])).toEqual([portuguese]);
    rmSync(join(root, 'locales/pt.json'));
    write(`content/pt/${article}`, read(`content/es/${article}`));
    expect(languagesInTree(root, [portuguese])).toEqual([portuguese]);
  });

  test('may lack messages and articles, and is told of them when it is asked about by itself', async () => {
    write('docs/translating/pt.md', read('docs/translating/es.md'));
    write('locales/pt.json', '{ "site.home": "Ajuda" }');
    expect(await checkLanguage(root, portuguese)).toEqual([]);
    const problems = await checkLanguage(root, portuguese, 'every');
    expect(problems[0]).toMatch(/"site\.name" is missing/);
    expect(problems).toContain('content/pt/logging-in/locked-out.mdx is missing');
  });

  test('is told what to begin with', async () => {
    expect((await checkLanguage(root, portuguese, 'every'))[0]).toBe(
      'locales/pt.json is missing: copy locales/en.json and translate it',
    );
  });

  test('fails for a wrong message', async () => {
    write('docs/translating/pt.md', read('docs/translating/es.md'));
    write('locales/pt.json', '{ "site.home": "Help", "site.name": "Ajuda" }');
    expect(await checkLanguage(root, portuguese)).toEqual([
      'locales/pt.json: "site.name" lacks {brand}',
      'locales/pt.json: "site.home" is still English',
    ]);
  });

  test('fails for a wrong article', async () => {
    write('docs/translating/pt.md', read('docs/translating/es.md'));
    write(`content/pt/${article}`, read(`content/es/${article}`).replace('order: 4', 'order: 5'));
    expect((await checkLanguage(root, portuguese))[0]).toContain('"order" or "related" differs from English');
  });

  test('needs its guide before anything else', async () => {
    write('locales/pt.json', '{ "site.home": "Ajuda" }');
    expect((await checkLanguage(root, portuguese))[0]).toMatch(/docs\/translating\/pt\.md is missing: write it/);
  });
});
