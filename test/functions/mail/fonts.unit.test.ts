import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faceOf } from '../../../functions/mail/fonts';
import { allLocales } from '../../../src/shared/locales';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

/** What tokens.css says for pages in a language: its own rule, else that of every language. */
function pageFace(lang: string) {
  const rules = [...tokens.matchAll(/((?:\[lang\]|:lang\()[^{]*){([^}]*)}/g)].filter(([, selector = '']) =>
    matches(selector, lang),
  );
  const last = (name: string) => rules.flatMap(([, , body = '']) => body.match(`${name}: ([^;]+);`)?.[1] ?? []).at(-1);
  return { family: last('--font')?.replaceAll(', ', ','), lineHeight: Number(last('--leading')) };
}

/** As `:lang()` does: a range matches its language and what is more exact than it (RFC 4647 §3.3.1). */
function matches(selector: string, lang: string): boolean {
  if (selector.includes('[lang]')) return true;
  const ranges = [...selector.matchAll(/:lang\(([\w-]+)\)/g)].map(([, range = '']) => range);
  return ranges.some((range) => lang === range || lang.startsWith(`${range}-`));
}

test.each(allLocales)('mails in $name are set like its pages', ({ code, lang }) => {
  expect(faceOf(code)).toEqual(pageFace(lang));
});
