import { describe, expect, test } from 'vitest';
import { type CheckedCatalog, findMessageProblems, type RawCatalog } from '../../scripts/message-problems';
import { allLocales } from '../../src/shared/locales';
import { plural, text } from '../../src/shared/messages/note';

const notes = { hello: text('Greets.', ['brand']), minutes: plural('A length of time.') };
const english = { hello: 'Hello {brand}', minutes: { one: 'a minute', other: '{count} minutes' } };
const spanish = {
  hello: 'Hola {brand}',
  minutes: { one: 'un minuto', many: '{count} de minutos', other: '{count} minutos' },
};

function problemsOf(catalog: RawCatalog, checked: Partial<CheckedCatalog> = {}): readonly string[] {
  const base = { locale: 'es', lang: 'es', source: english, notes, isSameRightly: () => false };
  return findMessageProblems({ ...base, ...checked, catalog });
}

test('a complete language has no problem', () => {
  expect(problemsOf(spanish)).toEqual([]);
  expect(problemsOf(english, { locale: 'en', lang: 'en', source: undefined })).toEqual([]);
});

describe('a message fails', () => {
  test.each([
    ['when it is missing, with its note', { hello: undefined }, '"hello" is missing: Greets.'],
    ['when nobody declared it', { bye: 'Adiós' }, '"bye" is unknown'],
    ['when it is empty', { hello: '  ' }, '"hello" is empty'],
    ['when it lacks a placeholder', { hello: 'Hola' }, '"hello" lacks {brand}'],
    ['when it has one that English lacks', { hello: 'Hola {brand} {name}' }, '"hello" has the unknown {name}'],
    ['when a brace is left over', { hello: 'Hola {brand} {' }, '"hello" has a brace that belongs to no placeholder'],
    ['when it is still English', { hello: 'Hello {brand}' }, '"hello" is still English'],
    ['when it has plural forms and needs none', { hello: { other: '{brand}' } }, '"hello" must be one text'],
    ['when it lacks its plural forms', { minutes: '{count}' }, '"minutes" must have plural forms'],
  ])('%s', (_, change, problem) => {
    const { hello, ...rest } = { ...spanish, ...change } as RawCatalog;
    const catalog = hello === undefined ? rest : { hello, ...rest };
    expect(problemsOf(catalog)).toEqual([`locales/es.json: ${problem}`]);
  });
});

describe('a plural fails', () => {
  const { minutes } = spanish;

  test.each([
    ['without a form that its language uses', { one: 'un minuto', other: '{count} minutos' }, 'lacks the form "many"'],
    [
      'with a form that its language does not use',
      { ...minutes, few: '{count}' },
      'has the form "few", which es does not use',
    ],
    ['with an empty form', { ...minutes, other: '' }, 'is empty (form "other")'],
    [
      'with a form for many numbers that does not say which',
      { ...minutes, other: 'minutos' },
      'lacks {count} (form "other")',
    ],
    ['with a form that is still English', { ...minutes, other: '{count} minutes' }, 'is still English (form "other")'],
  ])('%s', (_, forms, problem) => {
    expect(problemsOf({ ...spanish, minutes: forms })).toEqual([`locales/es.json: "minutes" ${problem}`]);
  });

  test('in Arabic without any of its six forms', () => {
    const forms = {
      zero: 'لا دقائق',
      one: 'دقيقة',
      two: 'دقيقتان',
      few: '{count} دقائق',
      many: '{count} دقيقة',
      other: '{count} دقيقة',
    };
    for (const missing of Object.keys(forms)) {
      const { [missing as 'zero']: _, ...rest } = forms;
      const catalog = { hello: 'مرحبًا {brand}', minutes: rest };
      expect(problemsOf(catalog, { locale: 'ar', lang: 'ar' })).toEqual([
        `locales/ar.json: "minutes" lacks the form "${missing}"`,
      ]);
    }
  });

  test('in Russian when "one" has no digits, since 21 takes it too', () => {
    const forms = { one: 'минута', few: '{count} минуты', many: '{count} минут', other: '{count} минуты' };
    const catalog = { hello: 'Привет, {brand}', minutes: forms };
    expect(problemsOf(catalog, { locale: 'ru', lang: 'ru' })).toEqual([
      'locales/ru.json: "minutes" lacks {count} (form "one")',
    ]);
  });

  test('in a language whose rules are not known here', () => {
    expect(problemsOf(spanish, { locale: 'xx', lang: 'qaa' })).toEqual([
      'locales/xx.json: "minutes" cannot be checked: this Node.js has no plural rules for qaa',
    ]);
  });
});

test('the plural rules of every language of ours are known here', () => {
  for (const { code, lang } of allLocales) {
    const problems = problemsOf({ ...spanish, minutes: {} }, { locale: code, lang });
    expect(problems.join()).toContain(`locales/${code}.json: "minutes" lacks the form "other"`);
  }
});

test('a word that is rightly the same as in English passes', () => {
  const catalog = { ...spanish, hello: 'Hello {brand}' };
  expect(problemsOf(catalog, { isSameRightly: (key) => key === 'hello' })).toEqual([]);
});

test('a text without words of its own may equal English', () => {
  const source = { ...english, hello: '{brand}: …' };
  expect(problemsOf({ ...spanish, hello: '{brand}: …' }, { source })).toEqual([]);
});
