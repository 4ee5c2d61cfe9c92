/** Punctuation is the language's own. */
import type { LocaleInfo } from '../../src/shared/locales';

/** A pattern of what is wrong, and what to write. */
type Rule = readonly [wrong: RegExp, advice: string];

/** Beside a letter, or the place of a name, it is an apostrophe or a quotation mark; elsewhere it may be a sign for feet or minutes. */
const straight: Rule = [
  /[\p{L}\p{M}\uFFFC]['`´]|['`´][\p{L}\uFFFC]/u,
  "has a typewriter's mark (' ` ´): write ’ for an apostrophe, and the marks of the guide for quotations",
];
const foreignToArabic: Rule = [/[؟،؛۔]/, 'has a mark that only Arabic letters go with: write that of this language'];

const arabic: readonly Rule[] = [
  [/,/, 'has a Latin comma: write ،'],
  [/;/, 'has a Latin semicolon: write ؛'],
  [/\?/, 'has a Latin question mark: write ؟'],
];
const chinese: readonly Rule[] = [
  [/[\p{sc=Han}\uFFFC」』”][,.?!:;]|[,.?!:;]\p{sc=Han}/u, 'has punctuation of half width: write ，。？！：；'],
  [/\p{sc=Han}\(|\)\p{sc=Han}/u, 'has parentheses of half width: write （）'],
];
const japaneseLetter = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]';

const byScript: Readonly<Record<string, readonly Rule[]>> = {
  Arab: arabic,
  Beng: [[/\p{sc=Beng}\p{M}*[.](?=\s|$)/u, 'ends a sentence with a full stop: write ।']],
  Deva: [[/\p{sc=Deva}\p{M}*[.](?=\s|$)/u, 'ends a sentence with a full stop: write ।']],
  Ethi: [
    [/\p{sc=Ethi}[,]/u, 'has a Latin comma: write ፣'],
    [/\p{sc=Ethi}[;]/u, 'has a Latin semicolon: write ፤'],
    [/\p{sc=Ethi}[.](?=\s|$)/u, 'ends a sentence with a full stop: write ።'],
    [/\p{sc=Ethi}::/u, 'has two colons: write ።'],
  ],
  Grek: [
    [/\?/, 'has a Latin question mark: write ; (U+003B)'],
    [/\u037E/, 'has U+037E: write ; (U+003B), which is the same mark'],
  ],
  Hans: chinese,
  Hant: chinese,
  Jpan: [
    [
      new RegExp(`${japaneseLetter}[,.?!:;]|[,.?!:;]${japaneseLetter}`, 'u'),
      'has punctuation of half width: write 、。？！：',
    ],
    [/，|．/, 'has a Chinese comma or a wide full stop: write 、。'],
  ],
  Kore: [[/[，。、？！：；]/, 'has punctuation of full width: write , . ? ! : ;']],
  Thai: [[/[\u0E00-\u0E7F]{4,}\.(?=\s|$)/u, 'ends a sentence with a full stop: Thai has a space']],
};

const NO_BREAK = '\u00A0\u202F';

const byLocale: Readonly<Record<string, readonly Rule[]>> = {
  es: [
    [/^[^¿\n]*\?/m, 'has a question without ¿'],
    [/^[^¡\n]*!/m, 'has an exclamation without ¡'],
  ],
  fr: [
    [
      new RegExp(`[^${NO_BREAK}\\s?!][?!;»]|[^${NO_BREAK}\\s\\d]:(?=\\s|$)`),
      'lacks the space before ? ! : ; or »: write U+202F or U+00A0',
    ],
    [/ [?!:;»]/, 'has a space that may break before ? ! : ; or »: write U+202F or U+00A0'],
    [new RegExp(`«[^${NO_BREAK}]`), 'lacks the space after «: write U+202F or U+00A0'],
  ],
  ti: [
    [/[\p{sc=Ethi}\uFFFC»›)]\?/u, 'has a Latin question mark: write ፧'],
    [/[\p{sc=Ethi}\uFFFC»›)]:(?![:\d\uFFFC])/u, 'has a Latin colon: write ፦'],
  ],
  ur: [[/[\p{sc=Arab}\p{M}\uFFFC)”][.](?=[\s)”]|$)/u, 'ends a sentence with a Latin full stop: write ۔']],
};

/** Every character that some language uses as a quotation mark. */
const quotationMarks = /["“”„‟«»‹›「」『』《》〈〉]/gu;

/** What is wrong with the punctuation of a text. @param quotes The marks that the language's guide names. */
export function findPunctuationProblems(
  words: string,
  quotes: string,
  { code, script }: LocaleInfo,
): readonly string[] {
  const everywhere = script === 'Arab' ? [straight] : [straight, foreignToArabic];
  const rules = [...everywhere, ...(byScript[script] ?? []), ...(byLocale[code] ?? [])];
  const foreign = new Set((words.match(quotationMarks) ?? []).filter((mark) => !quotes.includes(mark)));
  return [
    ...rules.filter(([wrong]) => wrong.test(words)).map(([, advice]) => advice),
    ...[...foreign].map((mark) => `has the quotation mark ${mark}: the guide names ${quotes}`),
  ];
}
