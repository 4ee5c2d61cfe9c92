import { expect, test } from 'vitest';
import { writingOf } from '../../../src/components/language-writing';
import { allLocales } from '../../../src/shared/locales';

test.each([
  ['zh-TW', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['iw', 'he'],
  ['in', 'id'],
  ['tl', 'fil'],
  ['no', 'nb'],
  ['pt-BR', 'pt'],
  ['en-GB', 'en'],
])('a browser that asks for %s reads %s', (tag, lang) => {
  expect(writingOf(tag)).toBe(writingOf(lang));
});

test('no two languages of ours are taken for one, but for Persian and Dari', () => {
  const found = Map.groupBy(allLocales, ({ lang }) => writingOf(lang));
  const shared = [...found.values()].filter((infos) => infos.length > 1).map((infos) => infos.map(({ code }) => code));
  expect(shared).toEqual([['fa', 'fa-AF']]);
});
