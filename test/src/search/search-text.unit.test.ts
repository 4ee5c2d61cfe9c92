import { describe, expect, it } from 'vitest';
import type { Answer, AnswerGroup } from '../../../src/search/answer';
import type { SearchManifest } from '../../../src/search/index-format';
import { countText, fillText, queryFromPath } from '../../../src/search/search-text';
import { numeralTag } from '../../../src/shared/intl';
import type { Locale } from '../../../src/shared/locales';

const group = (lang: Locale, label: string, count: SearchManifest['texts']['count'], total: number): AnswerGroup => ({
  manifest: { lang, numerals: numeralTag(lang), label, texts: { count } } as SearchManifest,
  results: [],
  total,
});
const english = (total: number) => group('en', 'English', { one: '{count} result', other: '{count} results' }, total);
const polish = (total: number) =>
  group('pl', 'Polski', { one: '{count} wynik', few: '{count} wyniki', many: '{count} wyników', other: '' }, total);
const say = (own: AnswerGroup, other?: AnswerGroup) => countText({ query: 'x', own, other } as Answer);

describe('the number of results', () => {
  it('is said in the plural that the language has for it', () => {
    expect(say(english(1))).toBe('1 result');
    expect(say(english(7))).toBe('7 results');
    expect(say(polish(3))).toBe('3 wyniki');
    expect(say(polish(5))).toBe('5 wyników');
  });

  it('has the digits of the language, where a browser does not know them too', () => {
    expect(say(group('ps', 'پښتو', { one: '{count}', other: '{count} پایلې' }, 12))).toBe('۱۲ پایلې');
  });

  it('names the language that helped out', () => {
    expect(say(english(1), polish(3))).toBe('1 result, Polski: 3 results');
    expect(say(english(0), polish(3))).toBe('Polski: 3 results');
  });
});

describe('a text', () => {
  it('is filled once: what a visitor typed is no placeholder', () => {
    expect(fillText('Nothing for “{query}”', { query: '{count} $& {query}' })).toBe('Nothing for “{count} $& {query}”');
  });
});

describe('the words of an address that leads nowhere', () => {
  it.each([
    ['/en/logging-in/forgot_password.html', 'logging in forgot password'],
    ['/en/help%20me', 'help me'],
    ['/old/faq/', 'old faq'],
    ['/en/', ''],
    ['/en/%E0%A4%A', 'E0 A4 A'],
    ['/en/%3Cscript%3Ealert(1)%3C/script%3E', 'script alert 1 script'],
  ])('%s means “%s”', (path, query) => {
    expect(queryFromPath(path, '/en/')).toBe(query);
  });

  it('are read in their own script', () => {
    expect(queryFromPath(`/ar/${encodeURIComponent('كلمة-المرور')}/`, '/ar/')).toBe('كلمة المرور');
  });
});
