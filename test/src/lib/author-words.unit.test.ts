import { describe, expect, test } from 'vitest';
import {
  type AuthorContext,
  componentWords,
  countWords,
  findFact,
  resolveLink,
  storedLines,
} from '../../../src/lib/author-words';
import { toShelf } from '../../../src/lib/shelf';
import { loadTranslate } from '../../../src/shared/catalog';
import { limits } from '../../../src/shared/forms';
import { site } from '../../../src/shared/site';
import { listed } from './listed-articles';

const shelf = toShelf([listed('logging-in/locked-out', { title: 'Locked out of {brand}' })]);
const t = await loadTranslate('en');
const context: AuthorContext = { locale: 'es', shownLocale: 'en', t, shelf };

describe("an author's link", () => {
  test("leads to the page in the reader's language, also from a text in another one", () => {
    expect(resolveLink(context, 'logging-in/locked-out').url).toBe('/es/logging-in/locked-out/');
  });

  test('leads to a question', () => {
    expect(resolveLink(context, 'logging-in/locked-out#how-long').url).toBe('/es/logging-in/locked-out/#how-long');
  });

  test('has the title for its words', () => {
    expect(resolveLink(context, 'logging-in/locked-out#how-long').text).toBe(`Locked out of ${site.brand}`);
  });

  test('leads to the reset form and to support by name', () => {
    expect(resolveLink(context, 'reset')).toEqual({ url: '/es/account/reset/', text: t('reset.button') });
    expect(resolveLink(context, 'contact')).toEqual({ url: '/es/contact/', text: t('support.contact') });
  });

  test('to an article that does not exist stops the build', () => {
    expect(() => resolveLink(context, 'logging-in/gone')).toThrow('"logging-in/gone"');
  });
});

test("a count has the digits of the text's language", () => {
  expect(countWords({ ...context, shownLocale: 'fa' }, 'passwordMin')).toBe('۱۵');
});

test('read as plain text, a component says what it shows', () => {
  const words = componentWords(context);
  expect(words('Brand', {})).toBe(site.brand);
  expect(words('Duration', { of: 'lock' })).toBe(`${limits.LOCK_SECONDS / 60} minutes`);
  expect(words('Count', { of: 'codeTries' })).toBe(`${limits.CODE_TRIES}`);
  expect(words('Link', { to: 'logging-in/locked-out' })).toBe(`Locked out of ${site.brand}`);
  expect(words('Steps', {})).toBe('');
});

describe("a fact of the operator's", () => {
  test('is a length of time where it is a retention', () => {
    expect(findFact(context, 'ticketRetention')).toBe(`${site.retentionDays.tickets} days`);
  });

  test('is nothing while the operator has not filled it in', () => {
    expect(findFact(context, 'company')).toBe(site.operator.company || undefined);
  });

  test('that does not exist stops the build', () => {
    expect(() => findFact(context, 'compani' as 'company')).toThrow('<Fact of="compani">: there is company,');
  });
});

describe('the list of what is kept on a device', () => {
  test('names each cookie as a browser shows it on https, what it is for, and how long it stays', () => {
    expect(storedLines(context)).toContainEqual({
      name: '__Host-reset',
      purpose: t('stored.reset'),
      facts: 'Cookie · 60 minutes',
    });
    expect(storedLines(context)).toContainEqual({
      name: 'locale',
      purpose: t('stored.locale'),
      facts: 'Cookie · 365 days',
    });
  });

  test('says of what has no end that it stays until it is deleted', () => {
    const declined = storedLines(context).find(({ name }) => name === 'stay-in-*');
    expect(declined?.facts).toBe('Storage of the browser · until you delete it');
  });
});
