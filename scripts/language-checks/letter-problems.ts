/** Languages that share a script do not share all of its letters: each has some of its own, and some that are a neighbour's. */
import type { Locale } from '../../src/shared/locales';

interface Alphabet {
  /** Letters that are a neighbour's, and what is written instead. */
  readonly wrong?: Readonly<Record<string, string>>;
  /** Letters of its own: a long text without one of them is in another language. */
  readonly own?: string;
}

/** Letters of a text that is long enough to hold every letter of its language. */
const LONG_TEXT = 3000;

const persian: Alphabet = { wrong: { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ہ: 'ه', ے: 'ی', ە: 'ه' }, own: 'یکپچگ' };

const alphabets: Partial<Record<Locale, Alphabet>> = {
  ar: { wrong: { ی: 'ي', ک: 'ك', گ: 'غ', ە: 'ه', پ: 'ب', چ: 'تش', ے: 'ي' }, own: 'يكةى' },
  bg: { wrong: { ы: 'и', э: 'е', ё: 'йо', і: 'и', ї: 'и', є: 'е' }, own: 'ъщ' },
  ckb: {
    wrong: { ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ە', ث: 'س', ذ: 'ز', ص: 'س', ض: 'ز', ط: 'ت', ظ: 'ز' },
    own: 'ەێۆڕڵیکگ',
  },
  da: { wrong: { ä: 'æ', ö: 'ø' }, own: 'æøå' },
  de: { own: 'äöüß' },
  fa: persian,
  'fa-AF': persian,
  fi: { own: 'äö' },
  fr: { own: 'éèàç' },
  hr: { own: 'čćžš' },
  hu: { wrong: { õ: 'ő', û: 'ű' }, own: 'őűáé' },
  ku: { own: 'êîûçş' },
  no: { wrong: { ä: 'æ', ö: 'ø' }, own: 'æøå' },
  pl: { own: 'ąęłśż' },
  ps: {
    wrong: { ك: 'ک', ى: 'ی', گ: 'ګ', ٹ: 'ټ', ڈ: 'ډ', ڑ: 'ړ', ہ: 'ه', ے: 'ې', ە: 'ه' },
    own: 'ټډړښږڅځڼېۍګ',
  },
  pt: { own: 'ãõçé' },
  ro: { wrong: { ş: 'ș', ţ: 'ț', Ş: 'Ș', Ţ: 'Ț' }, own: 'ășțî' },
  ru: { wrong: { і: 'и', ї: 'и', є: 'е', ґ: 'г', ј: 'й' }, own: 'ыэъ' },
  sr: { wrong: { й: 'ј', ъ: '', ы: 'и', э: 'е', щ: 'шт', ю: 'ју', я: 'ја', ё: 'јо', ь: '' }, own: 'јљњћђџ' },
  sk: { own: 'ľščťžý' },
  cs: { own: 'ěščřžů' },
  sv: { wrong: { æ: 'ä', ø: 'ö' }, own: 'åäö' },
  tr: { own: 'ığşçöü' },
  uk: { wrong: { ы: 'и', э: 'е', ё: 'йо', ъ: 'ʼ' }, own: 'іїє' },
  ur: { wrong: { ي: 'ی', ى: 'ی', ك: 'ک', ه: 'ہ', ة: 'ۃ', ە: 'ہ' }, own: 'ےںٹڈہھ' },
  vi: { own: 'ăâđêôơư' },
};

/** What is wrong with the letters of a text. */
export function findLetterProblems(words: string, locale: Locale): readonly string[] {
  const wrong = Object.entries(alphabets[locale]?.wrong ?? {}).filter(([letter]) => words.includes(letter));
  return [
    ...wrong.map(
      ([letter, instead]) => `has the letter ${named(letter)}: write ${instead === '' ? 'none' : named(instead)}`,
    ),
    ...(locale === 'ckb' ? kurdishVowelProblems(words) : []),
  ];
}

/** The letters of its own that a language's whole text never uses. @param words All passages together. */
export function findMissingLetters(words: string, locale: Locale): readonly string[] {
  if ((words.match(/\p{L}/gu)?.length ?? 0) < LONG_TEXT) return [];
  const small = words.toLocaleLowerCase();
  const missing = [...(alphabets[locale]?.own ?? '')].filter((letter) => !small.includes(letter));
  return missing.map(
    (letter) => `the whole text never uses ${named(letter)}: is it typed with the keyboard of this language?`,
  );
}

/** Sorani writes its vowel ە with a letter of its own; Arabic keyboards make ه, or ه and a joiner, of it. */
function kurdishVowelProblems(words: string): readonly string[] {
  const found = /[\p{L}]ه(?:\u200C|(?![\p{L}\u200D]))/u.exec(words);
  return found ? [`has ${named('ه')} at the end of a syllable: write ${named('ە')}`] : [];
}

function named(letters: string): string {
  const points = [...letters].map((letter) => letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0'));
  return `${letters} (${points.map((point) => `U+${point}`).join(' ')})`;
}
