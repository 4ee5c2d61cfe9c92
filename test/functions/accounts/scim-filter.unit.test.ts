import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { identifierToFilters } from '../../../functions/accounts/scim-filter';
import { parseIdentifier } from '../../../functions/recovery/identifiers';
import { type ScimResource, toFinder } from '../../fakes/scim';

/** The parser takes its time. */
vi.setConfig({ testTimeout: 60_000 });

/** Whether another reader of the grammar finds the user by one of the filters. */
function isFound(filters: readonly string[], user: Omit<ScimResource, 'id'>): boolean {
  return filters.some((filter) => toFinder(filter)?.(filter, user as ScimResource) === true);
}

const username = (value: string) => identifierToFilters({ kind: 'username', value });
const stranger = { userName: 'stranger', emails: [{ value: 'stranger@example.org' }], title: 'x', active: true };

/** What an attacker would type to end the comparison and begin another one, and what breaks naive escaping. */
const injections = [
  '" or userName pr or userName eq "',
  '\\" or userName pr or userName eq \\"',
  '\\\\" or userName pr or userName eq \\\\"',
  '\\',
  '\\\\',
  '"',
  '""',
  'a" or "a" eq "a',
  '") or (userName pr',
  'x"] or emails[value co "',
  '\\u0022 or userName pr or userName eq \\u0022',
  '%22 or userName pr',
  '&count=1000&filter=userName pr',
  '#',
  '*',
  "' or '1'='1",
  '\u2028" or userName pr',
  '\u0000" or userName pr',
  '\n" or userName pr or title eq "',
  '😀" or userName pr or userName eq "',
  'true',
  'null',
];

/** Text made of what filters are made of. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '\\', ' ', '(', ')', '[', ']', ' or ', ' pr', 'userName', ' eq ', '\n', '\u0000'),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((parts) => parts.join(''));

describe('a filter', () => {
  test('is the one of the examples in RFC 7644 §3.4.2.2', () => {
    expect(username('bjensen')).toEqual(['userName eq "bjensen"']);
  });

  test.each(injections)('finds the user called %j and nobody else', (name) => {
    expect(isFound(username(name), { ...stranger, userName: name })).toBe(true);
    expect(isFound(username(name), stranger)).toBe(false);
  });

  test('finds the user of any name and nobody else', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (name) => {
        fc.pre(name.toLowerCase() !== 'stranger' && name.isWellFormed());
        expect(isFound(username(name), { ...stranger, userName: name })).toBe(true);
        expect(isFound(username(name), stranger)).toBe(false);
      }),
    );
  });

  test('finds nobody but its owner by anything that passes for an identifier', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const parsed = parseIdentifier(typed);
        fc.pre(parsed.type === 'ok' && parsed.identifier.value !== 'stranger');
        if (parsed.type === 'ok') expect(isFound(identifierToFilters(parsed.identifier), stranger)).toBe(false);
      }),
    );
  });
});

describe('an e-mail address', () => {
  const address = (value: string) => identifierToFilters({ kind: 'email', value });

  test('is looked for among addresses and usernames', () => {
    expect(address('m@example.org')).toEqual(['emails.value eq "m@example.org"', 'userName eq "m@example.org"']);
  });

  test('C5 is looked for with its domain in punycode and in Unicode', () => {
    const filters = address('m@xn--bcher-kva.example');
    expect(isFound(filters, { userName: 'm', emails: [{ value: 'm@bücher.example' }] })).toBe(true);
    expect(isFound(filters, { userName: 'm', emails: [{ value: 'm@xn--bcher-kva.example' }] })).toBe(true);
    expect(isFound(filters, stranger)).toBe(false);
  });
});

test('a number is looked for as E.164 and as RFC 3966 write it', () => {
  const filters = identifierToFilters({ kind: 'phone', value: '+447400123456' });
  expect(filters).toEqual(['phoneNumbers.value eq "+447400123456"', 'phoneNumbers.value eq "tel:+447400123456"']);
});
